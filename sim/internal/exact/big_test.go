package exact

import (
	"math/big"
	"sync"
)

// Reference functions in prec-bit arithmetic, by series short enough to be
// checked by eye.

const prec = 300

func num(x float64) *big.Float           { return new(big.Float).SetPrec(prec).SetFloat64(x) }
func add(x, y *big.Float) *big.Float     { return new(big.Float).SetPrec(prec).Add(x, y) }
func sub(x, y *big.Float) *big.Float     { return new(big.Float).SetPrec(prec).Sub(x, y) }
func mul(x, y *big.Float) *big.Float     { return new(big.Float).SetPrec(prec).Mul(x, y) }
func quo(x, y *big.Float) *big.Float     { return new(big.Float).SetPrec(prec).Quo(x, y) }
func shl(x *big.Float, n int) *big.Float { return new(big.Float).SetMantExp(x, n) }

// negligible reports whether adding term to sum changes nothing that matters.
func negligible(term, sum *big.Float) bool {
	return term.Sign() == 0 || sum.Sign() != 0 && term.MantExp(nil) < sum.MantExp(nil)-prec
}

// bigExpm1 sums x^n/n!; for larger x it doubles e^(x/2)-1 back up:
// e^2y - 1 = (e^y - 1)(e^y + 1).
func bigExpm1(x *big.Float) *big.Float {
	if x.Sign() == 0 {
		return num(0)
	}
	if e := x.MantExp(nil); e > -10 {
		m := bigExpm1(shl(x, -1))
		return mul(m, add(m, num(2)))
	}
	sum, term := num(0), num(1)
	for n := 1.0; ; n++ {
		term = quo(mul(term, x), num(n))
		if sum = add(sum, term); negligible(term, sum) {
			return sum
		}
	}
}

func bigExp(x *big.Float) *big.Float {
	if x.Sign() < 0 {
		return quo(num(1), bigExp(new(big.Float).Neg(x)))
	}
	return add(bigExpm1(x), num(1))
}

// bigLog1p sums ln(1+x) = 2 atanh(x/(2+x)) after taking square roots until 1+x
// is near 1: ln(1+x) = 2 ln(1+s), s = x/(1+sqrt(1+x)).
func bigLog1p(x *big.Float) *big.Float {
	if x.Sign() == 0 {
		return num(0)
	}
	if x.MantExp(nil) > -10 {
		root := new(big.Float).SetPrec(prec).Sqrt(add(num(1), x))
		return shl(bigLog1p(quo(x, add(num(1), root))), 1)
	}
	t := quo(x, add(x, num(2)))
	t2 := mul(t, t)
	sum, power := num(0), t
	for n := 1.0; ; n += 2 {
		term := quo(power, num(n))
		if sum = add(sum, term); negligible(term, sum) {
			return shl(sum, 1)
		}
		power = mul(power, t2)
	}
}

// bigLog splits off the binary exponent first, leaving 0.75 <= m < 1.5.
func bigLog(x *big.Float) *big.Float {
	m := new(big.Float)
	k := x.MantExp(m)
	if m.Cmp(num(0.75)) < 0 {
		m, k = shl(m, 1), k-1
	}
	return add(bigLog1p(sub(m, num(1))), mul(num(float64(k)), bigLn2()))
}

var bigLn2 = sync.OnceValue(func() *big.Float { return bigLog1p(num(1)) })

// bigLogGamma is Stirling's series at x+100, brought down by
// Γ(x+1) = x Γ(x).
func bigLogGamma(x *big.Float) *big.Float {
	const steps = 100
	factors := num(1)
	for n := range steps {
		factors = mul(factors, add(x, num(float64(n))))
	}
	y := add(x, num(steps))
	sum := sub(mul(sub(y, num(0.5)), bigLog(y)), y)
	sum = add(sum, shl(bigLog(mul(num(2), bigPi())), -1))
	power, y2 := y, mul(y, y)
	for k, b := range bernoulli() {
		n := float64(2 * (k + 1))
		sum = add(sum, quo(b, mul(num(n*(n-1)), power)))
		power = mul(power, y2)
	}
	return sub(sum, bigLog(factors))
}

// bernoulli returns B2, B4, ... B60, from sum over j <= m of C(m+1, j) B_j = 0.
// At arguments above 100 the series then ends below 2^-230.
var bernoulli = sync.OnceValue(func() []*big.Float {
	b := []*big.Rat{big.NewRat(1, 1)}
	var even []*big.Float
	for m := int64(1); m <= 60; m++ {
		sum := new(big.Rat)
		for j, bj := range b {
			c := new(big.Rat).SetInt(new(big.Int).Binomial(m+1, int64(j)))
			sum.Add(sum, c.Mul(c, bj))
		}
		b = append(b, sum.Mul(sum, big.NewRat(-1, m+1)))
		if m%2 == 0 {
			even = append(even, new(big.Float).SetPrec(prec).SetRat(sum))
		}
	}
	return even
})

// bigPi is Machin's 16 atan(1/5) - 4 atan(1/239).
var bigPi = sync.OnceValue(func() *big.Float {
	atanInverse := func(n float64) *big.Float {
		sum, power := num(0), quo(num(1), num(n))
		for k := 1.0; ; k += 2 {
			term := quo(power, num(k))
			if sum = add(sum, term); negligible(term, sum) {
				return sum
			}
			power = quo(power, num(-n*n))
		}
	}
	return sub(mul(num(16), atanInverse(5)), mul(num(4), atanInverse(239)))
})

// bigNormTail returns P(Z > x) and the density at x, for x >= 0: below 6 by
// 1/2 - density (x + x^3/3 + x^5/(3 5) + ...), beyond by Laplace's continued
// fraction density / (x + 1/(x + 2/(x + 3/...))).
func bigNormTail(x *big.Float) (tail, density *big.Float) {
	x2 := mul(x, x)
	density = quo(bigExp(shl(x2, -1).Neg(shl(x2, -1))), new(big.Float).SetPrec(prec).Sqrt(mul(num(2), bigPi())))
	if x.Cmp(num(6)) < 0 {
		if x.Sign() == 0 {
			return num(0.5), density
		}
		sum, term := num(0), x
		for n := 3.0; !negligible(term, sum); n += 2 {
			sum = add(sum, term)
			term = quo(mul(term, x2), num(n))
		}
		return sub(num(0.5), mul(density, sum)), density
	}
	fraction := x
	for n := 400.0; n >= 1; n-- {
		fraction = add(x, quo(num(n), fraction))
	}
	return quo(density, fraction), density
}
