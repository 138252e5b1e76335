package sim

import "centricity/sim/internal/rng"

// What a draw decides. Every draw is a function of (seed, purpose, round,
// person), so two policies meet the same customers with the same luck. A
// number is never reused, and nothing that a player chooses enters a key.
const (
	drawSegment    rng.Purpose = 1  // which segment a person belongs to
	drawTraits     rng.Purpose = 2  // the normals behind a person's traits
	drawSignal     rng.Purpose = 3  // the noise in what a firm can learn of a person
	drawInitial    rng.Purpose = 4  // who is a customer when history begins
	drawJoin       rng.Purpose = 5  // whether a prospect is won
	drawSource     rng.Purpose = 6  // which source won them
	drawMoment     rng.Purpose = 7  // when in the round they were won
	drawFirstSpend rng.Purpose = 8  // money of the first purchase
	drawCount      rng.Purpose = 9  // number of repeat purchases
	drawLast       rng.Purpose = 10 // when in the round the last of them was
	drawSpend      rng.Purpose = 11 // money of the repeat purchases
	drawFailure    rng.Purpose = 12 // whether service fails
	drawMood       rng.Purpose = 13 // noise in an experience
	drawChurn      rng.Purpose = 14 // whether, or when, a customer leaves
	drawTie        rng.Purpose = 15 // order among customers who look alike
	drawAsked      rng.Purpose = 16 // who is surveyed
	drawAnswer     rng.Purpose = 17 // noise in an answer
	drawLaunch     rng.Purpose = 18 // whether a product is launched, and succeeds
	drawOwn        rng.Purpose = 19 // a trait with a marginal of its own
	drawShock      rng.Purpose = 20 // whether a shock begins
	drawDrift      rng.Purpose = 21 // where a segment's needs walk
	drawNeed       rng.Purpose = 22 // whether a person's need changes, and to what
	drawSave       rng.Purpose = 23 // whether a save offer keeps a customer
	drawCoverage   rng.Purpose = 24 // which research methods can reach a person
	drawTrial      rng.Purpose = 25 // who is held out of trials

	numPurposes = 26
)
