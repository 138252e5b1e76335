// Package sim is a market of customers who differ, in motion: it simulates
// every one of them answering to a firm's price, product and care.
package sim
