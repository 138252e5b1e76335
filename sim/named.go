package sim

import "fmt"

// LeverNamed is the lever that String writes so; ok is false where none is.
func LeverNamed(name string) (l Lever, ok bool) { return named[Lever](name, NumLevers) }

// ProgrammeNamed is the programme that String writes so; ok is false where none is.
func ProgrammeNamed(name string) (p Programme, ok bool) { return named[Programme](name, NumProgrammes) }

// OrderNamed is the order that String writes so; ok is false where none is.
func OrderNamed(name string) (o Order, ok bool) { return named[Order](name, NumOrders) }

// named finds a name among the first n values of its kind.
func named[T interface {
	~int
	fmt.Stringer
}](name string, n int) (T, bool) {
	for i := range n {
		if T(i).String() == name {
			return T(i), true
		}
	}
	return 0, false
}
