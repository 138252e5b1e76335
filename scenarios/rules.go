package scenarios

// A Rule is the name of what a mistake breaks.
type Rule string

// The rules of the format, as RULES.md describes them.
const (
	noFile          Rule = "no-file"
	tooLarge        Rule = "too-large"
	emptyFile       Rule = "empty-file"
	badCharacter    Rule = "bad-character"
	badIndent       Rule = "bad-indent"
	notYAML         Rule = "not-yaml"
	plainYAML       Rule = "plain-yaml"
	oneDocument     Rule = "one-document"
	unknownFormat   Rule = "unknown-format"
	badExtends      Rule = "bad-extends"
	nothingToRemove Rule = "nothing-to-remove"
	badScale        Rule = "bad-scale"
	missingKey      Rule = "missing-key"
	unknownKey      Rule = "unknown-key"
	duplicateKey    Rule = "duplicate-key"
	noValue         Rule = "no-value"
	wrongKind       Rule = "wrong-kind"
	unknownWord     Rule = "unknown-word"
	listedTwice     Rule = "listed-twice"
	notANumber      Rule = "not-a-number"
	outOfBounds     Rule = "out-of-bounds"
	tooFine         Rule = "too-fine"
	badName         Rule = "bad-name"
	wrongCount      Rule = "wrong-count"
	wrongLength     Rule = "wrong-length"
	badCurrency     Rule = "bad-currency"
	oneDistribution Rule = "one-distribution"
	badCorrelation  Rule = "bad-correlation"
	badShock        Rule = "bad-shock"
	badClaim        Rule = "bad-claim"
	badDecision     Rule = "bad-decision"
	unsoundMarket   Rule = "unsound-market"
)
