// Package validation measures whether the model has the properties it claims:
// closed forms where there are any, published sizes where there are not, and
// signs that theory gives. It sees what a researcher sees of package sim, no
// more.
//
//	measure all of them    Measure
//	show them              Table
//	keep MODEL.md current  Insert
//
// Every seed is fixed and every check runs on its own, so the same size gives
// the same table on every machine and with any number of workers.
package validation
