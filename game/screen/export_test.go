package screen

// Dark changes the colours at once, for tests that look at both.
func (a *App) Dark(on bool) { a.look.Dark = on }
