package screen

import (
	"slices"

	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// orderNames are what customers can be sorted by, as a player reads it.
var orderNames = [sim.NumOrders]string{
	words.Mark("By past spending"), words.Mark("By estimated value"), words.Mark("By estimated risk"), words.Mark("By estimated uplift"), words.Mark("By chance"),
}

var orderTips = [sim.NumOrders]string{
	words.Mark("Past spending stands in your books."),
	words.Mark("Estimated value looks ahead, but is only as good as what you know about customers."),
	words.Mark("Estimated risk puts first who seems likeliest to leave, even those whom nothing keeps."),
	words.Mark("Estimated uplift puts first those with whom effort seems to keep most value."),
	words.Mark("Chance picks at random: what any other order should beat."),
}

// chooseOrder draws what customers are sorted by, side by side or, where there
// are many ways, as a list.
func (a *App) chooseOrder(r *canvas.Rect, id string, orders []sim.Order, now sim.Order) (sim.Order, bool) {
	u := &a.ui
	at := max(slices.Index(orders, now), 0)
	var names []string
	for _, o := range orders {
		names = append(names, words.Say(orderNames[o]))
	}
	label, tip := words.Say("Sort customers by"), words.Say(orderTips[orders[at]])
	box := r.CutTop(u.Theme.ControlHeight())
	var changed bool
	if len(orders) == 2 {
		at, changed = u.Choice(box, widget.Choice{ID: id, Label: label, HideLabel: true, Options: names, Tip: tip}, at)
	} else {
		at, changed = u.Dropdown(box, widget.Dropdown{ID: id, Label: label, HideLabel: true, Options: names, Tip: tip}, at)
	}
	return orders[at], changed
}
