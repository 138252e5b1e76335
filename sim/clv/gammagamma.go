package clv

// A Spend is what a gamma-gamma model needs to know of a customer.
type Spend struct {
	X    int     // purchases whose amounts are known, 0 or more
	Mean float64 // their mean amount [money], above 0 if X is
	N    int     // how many customers are alike in this; 0 is read as 1
}
