package compare

import _ "embed"

// RTemplate and PythonTemplate read a batch's folder and compare its arms, as a
// start for an analysis of one's own. Neither needs a package.
var (
	//go:embed analysis.R
	RTemplate string
	//go:embed analysis.py
	PythonTemplate string
)
