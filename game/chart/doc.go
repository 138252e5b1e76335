// Package chart draws a firm's numbers: lines over rounds, the concentration of
// value, comparison bars, sparklines. A chart draws plain slices on a canvas
// into a rectangle, says in words what is to be seen (Summary) and gives its
// numbers as a table (Numbers), for those who do not see it.
//
// A value that is not a number is a gap; no chart hands one on.
//
//   - axis.go     nice ticks; labels.go: labels that do not overlap
//   - lines.go    lines over rounds; lineswords.go: what they say; dash.go
//   - stack.go    layers that add up, over rounds
//   - lorenz.go bars.go spark.go
//   - bridge.go    how one amount became another; distribution.go: many results, one marked
//   - points.go    many dots to pick from; pointsframe.go ruler.go: around them
//   - readout.go  the values under the pointer
package chart
