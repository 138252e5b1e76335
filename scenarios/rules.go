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

// A RuleDoc says what a rule asks for.
type RuleDoc struct {
	Rule Rule
	Doc  string // one sentence
}

// Rules are all rules of the format, in the order in which a file meets them.
func Rules() []RuleDoc {
	return []RuleDoc{
		{noFile, "The file, or the scenario of that name, is not there or cannot be read."},
		{tooLarge, "A scenario has a few kilobytes; what has more than 1 MiB or 20,000 entries is not read."},
		{emptyFile, "There is nothing in the file but blanks and comments."},
		{badCharacter, "Text is UTF-8, without control characters and marks that turn the direction of writing."},
		{badIndent, "Lines are indented with spaces, and not very far."},
		{notYAML, "The text is no YAML: a bracket, quote, colon or dash is missing or one too many."},
		{plainYAML, "Anchors, aliases, tags and keys that are not words are not used; a value is written out where it belongs."},
		{oneDocument, "A file holds one scenario."},
		{unknownFormat, "Every file states the format it is written in; this program reads one."},
		{badExtends, "A file extends one that ships, or one beside it; at most three in a row, and never in a circle."},
		{nothingToRemove, "null takes away what the extended scenario has."},
		{badScale, "What is scaled is there, is a number, and is not also set in the same file."},
		{missingKey, "Some keys must be there."},
		{unknownKey, "Keys are spelled as the reference has them."},
		{duplicateKey, "A key stands once in its map."},
		{noValue, "A key has a value."},
		{wrongKind, "A value is a single one, a list, or a map of keys, as the reference says."},
		{unknownWord, "Where a field takes one of some words, it is one of them."},
		{listedTwice, "A word stands once in its list."},
		{notANumber, "Numbers are plain decimals, without quotes or commas; a share may have %, an amount the file's currency sign."},
		{outOfBounds, "A number lies within the field's bounds. A share of 6 is probably meant as 6%."},
		{tooFine, "Amounts are in whole cents, shares in steps of 0.0001, and what is counted is whole."},
		{badName, "Names of segments and channels are letters, digits, spaces, - and _."},
		{wrongCount, "A list or map holds as many entries as the reference allows."},
		{wrongLength, "A text is as long as can be shown, and not empty."},
		{badCurrency, "A currency sign has no digits or signs of arithmetic."},
		{oneDistribution, "A trait is described in one way: a mean and spread, a constant, or a family."},
		{badCorrelation, "A correlation ties two different traits that differ between persons, once."},
		{badShock, "A shock has a round or a chance, lasts a round or more, and is no stronger than its kind allows."},
		{badClaim, "A claim says one thing of one or two ways to play."},
		{badDecision, "A decision is one the market would accept."},
		{unsoundMarket, "Values must go together: prices in order, shares that add up to 1, correlations that can be."},
	}
}
