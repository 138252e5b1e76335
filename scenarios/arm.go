package scenarios

import (
	"slices"
	"strings"

	"centricity/sim"
	"centricity/sim/experiment"
	"centricity/sim/policy"

	"gopkg.in/yaml.v3"
)

// arm is what an arm of a design says.
type arm struct {
	name     string
	node     *yaml.Node
	scenario named1
	policy   named1
	way      experiment.Way // what it does differently; its policy and market are not set
	trial    sim.Trial
	sets     []set
}

// named1 is a word with its place.
type named1 struct {
	word string
	node *yaml.Node
}

// set is a field that an arm or a factor sets.
type set struct {
	path       string
	key, value *yaml.Node
}

func (a *arm) form() group {
	return group{
		{name: "scenario", doc: "The world: the name of one that ships, or a file.", form: word1{&a.scenario}},
		{name: "policy", doc: "Who decides: a built-in policy, or a file of decisions.", form: word1{&a.policy}},
		{name: "only", doc: "The levers all money goes to.", form: levers(&a.way.Only)},
		{name: "without", doc: "The levers that get nothing; their money stays as cash.", form: levers(&a.way.Without)},
		{name: "focus", doc: "What customers are sorted by instead, or even.", form: focused{&a.way.Focus}},
		{name: "from", doc: "The round from which the last three hold.", form: count{&a.way.From, 1, 1000, "round"}},
		{name: "trial", doc: "An A/B test in every round.", form: group{
			{name: "lever", required: true, doc: "retention or experience: what the control group gets nothing of.", form: trialLever{&a.trial.Lever}},
			{name: "control", required: true, doc: "the share of customers held out.", form: share{&a.trial.Control}},
		}},
		{name: "set", doc: "Fields of the scenario that are different, by path.", form: sets{&a.sets}},
	}
}

// armsOf is the form of a design's arms, by name.
type armsOf struct{ to *[]arm }

func (f armsOf) read(r *reader, at string, n *yaml.Node) {
	named{maxArms, func(r *reader, name, at string, n *yaml.Node) {
		a := arm{name: name, node: n}
		a.form().read(r, at, n)
		*f.to = append(*f.to, a)
	}}.read(r, at, n)
}

// under is the arm with what it leaves open taken from all.
func (a arm) under(all arm) arm {
	if a.scenario.word == "" {
		a.scenario = all.scenario
	}
	if a.policy.word == "" {
		a.policy = all.policy
	}
	if a.trial == (sim.Trial{}) {
		a.trial = all.trial
	}
	if a.way.String() == (experiment.Way{}).String() {
		a.way = all.way
	}
	a.sets = slices.Concat(all.sets, a.sets)
	return a
}

// cell makes the arm's cell at a setting of the factors.
func (p *plan) cell(a arm, s setting) bool {
	at := join("arms", a.name)
	if a.scenario.node == nil || a.policy.node == nil {
		what := "scenario"
		if a.scenario.node != nil {
			what = "policy"
		}
		p.fail(a.node, at, missingKey, "arm %s has no %s; name one in the arm, or for all arms beside them", a.name, what)
		return false
	}
	doc, ok := p.scenario("scenario", a.scenario.node, a.scenario.word)
	if !ok {
		return false
	}
	doc = doc.with(doc.root)
	doc.sources = append(doc.sources, p.doc.main)
	for _, o := range slices.Concat(a.sets, s.sets) {
		doc.set(o.path, o.key, o.value, p.doc.main)
	}
	scenario, err := doc.Scenario()
	if err != nil {
		p.foreignErr(at, a.node, err)
		return false
	}
	decide, market, ok := p.decider(a, scenario.Market)
	if !ok {
		return false
	}
	if rows := p.rowsOfPeople(market); rows > maxRunRows {
		p.fail(p.places["levels"], "levels", outOfBounds, "a run of arm %s can have %d million rows of customers (people times rounds, of panel and of transactions); it is held in memory, so at most %d million are possible: take fewer people or rounds, or leave a level out", a.name, rows/1_000_000, maxRunRows/1_000_000)
		return false
	}
	p.Cells = append(p.Cells, Cell{
		Arm: a.name, Settings: s.words, Scenario: tame(scenario.Name), Policy: tame(a.decides()),
		Market: market, Hash: market.Hash().String(), Decide: decide,
	})
	return true
}

// rowsOfPeople is how many rows a run can have of the levels that grow with
// people times rounds.
func (p *plan) rowsOfPeople(m sim.Market) (rows int) {
	for _, level := range []string{"panel", "transactions"} {
		if p.Writes(level) {
			rows += m.People * (m.Rounds + m.Start.History)
		}
	}
	return rows
}

// decider is who decides for an arm, and the market as it then is.
func (p *plan) decider(a arm, m sim.Market) (policy.Policy, sim.Market, bool) {
	at := join("arms", a.name)
	var decide policy.Policy
	if isYAML(a.policy.word) {
		data, ok := p.decisions("policy", a.policy.node, a.policy.word)
		if !ok {
			return nil, m, false
		}
		script, err := Schedule(a.policy.word, data, m)
		if err != nil {
			p.foreignErr("policy", a.policy.node, err)
			return nil, m, false
		}
		if a.way.String() != (experiment.Way{}).String() {
			p.fail(a.node, at, badDecision, "only, without, focus and from change a built-in policy; %s is a file of decisions, which says all of it itself", a.policy.word)
			return nil, m, false
		}
		decide = policy.Schedule(script)
	} else {
		before := len(p.errs)
		builtIn{&a.way.Policy}.read(p.reader, "policy", a.policy.node)
		if len(p.errs) > before {
			return nil, m, false
		}
		arm, err := a.way.Arm(m)
		if err != nil {
			p.fail(a.node, at, badDecision, "%v", err)
			return nil, m, false
		}
		decide, m = arm.Policy, arm.Market
	}
	if a.trial.Control > 0 {
		decide = tested(decide, a.trial)
	}
	// A world with nobody in it tells whether the market would refuse anything.
	probe, err := fresh(m)
	if err == nil {
		err = policy.Play(probe, decide)
	}
	if err != nil {
		p.fail(a.node, at, badDecision, "the market refuses what arm %s decides: %s", a.name, strings.ReplaceAll(err.Error(), "\n", "; "))
		return nil, m, false
	}
	return decide, m, true
}

// tested is a policy that runs an A/B test in every round.
func tested(decide policy.Policy, t sim.Trial) policy.Policy {
	return func(v policy.View) sim.Decision {
		d := decide(v)
		d.Trial = t
		return d
	}
}

// decides is who decides, in words.
func (a arm) decides() string {
	a.way.Policy = a.policy.word
	return a.way.String()
}

// tame is a text without what would part a row of a table.
func tame(s string) string {
	return strings.Map(func(c rune) rune {
		switch c {
		case ',', ';':
			return '+'
		case '"', '\'', '\n', '\r', '\t':
			return ' '
		}
		return c
	}, s)
}

// word1 is the form of a word whose meaning is looked up later.
type word1 struct{ to *named1 }

func (f word1) read(r *reader, at string, n *yaml.Node) {
	if s, ok := r.word(at, n); ok {
		if s == "" {
			r.fail(n, at, noValue, "%s is empty; give it a name", at)
			return
		}
		*f.to = named1{s, n}
	}
}

// trialLever is the form of what an A/B test holds customers out of.
type trialLever struct{ to *sim.Lever }

func (f trialLever) read(r *reader, at string, n *yaml.Node) {
	open := []sim.Lever{sim.Retention, sim.Experience}
	if i, ok := r.choose(at, n, []string{open[0].String(), open[1].String()}); ok {
		*f.to = open[i]
	}
}

// sets is the form of fields that are different, as {rival.speed: 1}.
type sets struct{ to *[]set }

func (f sets) read(r *reader, at string, n *yaml.Node) {
	list, ok := r.entries(at, n)
	if !ok {
		return
	}
	for _, e := range list {
		*f.to = append(*f.to, set{e.key.Value, e.key, e.value})
	}
}
