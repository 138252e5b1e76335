package lab

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"centricity/game/words"
	"centricity/scenarios"
	"centricity/sim"
	"centricity/sim/experiment"
	"centricity/sim/policy"
)

// How a scenario is tried out. A game takes about a microsecond a person and
// round, so the work is a few seconds at most: if the world is larger, fewer of
// its people play.
const (
	contestSeeds = 12
	lessonSeeds  = 24
	someWork     = 3_000_000 // [person-rounds]
	leastPeople  = 200
)

// writeContest tells what the built-in policies make of a scenario, and whether
// its lesson holds.
func writeContest(out, errs io.Writer, s scenarios.Scenario) (holds bool, err error) {
	arms := make([]experiment.Arm, len(policy.Names()))
	m := affordable(s.Market, len(arms)*contestSeeds)
	for i, name := range policy.Names() {
		play, _ := policy.Named(name)
		arms[i] = experiment.Arm{Name: name, Market: m, Policy: play}
	}
	bar := newProgress(errs, words.Say("playing"))
	runs := experiment.Play(arms, experiment.Seeds(1, contestSeeds), 0, bar.tell)
	bar.end()
	for i := range runs {
		for _, r := range runs[i] {
			if r.Err != nil {
				return false, fmt.Errorf(words.Say("%s, played by the %s policy: %w"), s.Name, arms[i].Name, r.Err)
			}
		}
	}
	fmt.Fprintf(out, "\n%s\n\n", words.Say("The built-in policies over %d paired seeds%s; money in %s", contestSeeds, fewer(s.Market, m), s.Currency))
	c := contest{arms, runs, float64(s.Market.People) / float64(m.People)}
	if err := table(out, c.rows()); err != nil {
		return false, err
	}
	fmt.Fprintf(out, "\n%s\n", c.verdict())
	return writeLesson(out, errs, s)
}

// affordable is the market with as many people as so many games leave time for.
func affordable(m sim.Market, games int) sim.Market {
	people := someWork / (games * (m.Rounds + m.Start.History))
	if people >= m.People*9/10 {
		return m
	}
	return experiment.Scaled(m, min(m.People, max(people, leastPeople)))
}

// fewer says by how much a market was made smaller.
func fewer(all, some sim.Market) string {
	if all.People == some.People {
		return ""
	}
	return words.Say(", by %s of %s people and told for all (with fewer people luck weighs more)", grouped(int64(some.People)), grouped(int64(all.People)))
}

// A contest is what came of the policies: runs by policy and seed.
type contest struct {
	arms  []experiment.Arm
	runs  [][]experiment.Run
	times float64 // people of the world for each who played
}

func (c contest) rows() [][]string {
	rows := [][]string{{words.Say("policy"), words.Say("company value"), words.Say("95 % interval"), words.Say("spread"), words.Say("bankrupt"), words.Say("beaten on every seed by")}}
	for i, a := range c.arms {
		e := c.estimate(i)
		low, high := e.Interval()
		by := "-"
		if k := c.dominates(i); k >= 0 {
			by = c.arms[k].Name
		}
		rows = append(rows, []string{
			a.Name, c.money(e.Mean), words.Say("%s to %s", c.money(low), c.money(high)), c.money(e.SD),
			words.Say("%d of %d", c.bankrupt(i), len(c.runs[i])), by,
		})
	}
	return rows
}

func (c contest) estimate(arm int) experiment.Estimate {
	return experiment.Summarise(experiment.Companies(c.runs[arm]))
}

// money is an amount for the whole world.
func (c contest) money(x float64) string { return whole(sim.Money(x * c.times * 100)) }

// bankrupt counts the seeds on which a policy ruins the firm.
func (c contest) bankrupt(arm int) (n int) {
	for _, r := range c.runs[arm] {
		if k := len(r.Reports); k > 0 && r.Reports[k-1].Bankrupt {
			n++
		}
	}
	return n
}

// beats tells whether one policy is worth more than another on every seed.
func (c contest) beats(a, b int) bool {
	for seed := range c.runs[a] {
		if c.runs[a][seed].Value.Company() <= c.runs[b][seed].Value.Company() {
			return false
		}
	}
	return true
}

// dominates is the best of the policies that beat one on every seed; -1: none.
func (c contest) dominates(arm int) int {
	best := -1
	for k := range c.arms {
		if c.beats(k, arm) && (best < 0 || c.estimate(k).Mean > c.estimate(best).Mean) {
			best = k
		}
	}
	return best
}

// verdict says whether there is something to weigh.
func (c contest) verdict() string {
	leaders := []string{}
	for seed := range c.runs[0] {
		best := 0
		for k := range c.arms {
			if c.runs[k][seed].Value.Company() > c.runs[best][seed].Value.Company() {
				best = k
			}
		}
		leaders = append(leaders, c.arms[best].Name)
	}
	slices.Sort(leaders)
	if first := leaders[0]; first == leaders[len(leaders)-1] {
		return words.Say("%s is best on every seed.", first)
	}
	var best []string
	for i := 0; i < len(leaders); {
		n := 1
		for i+n < len(leaders) && leaders[i+n] == leaders[i] {
			n++
		}
		best = append(best, words.Say("%s on %d", leaders[i], n))
		i += n
	}
	return words.Say("Best on some seeds: %s.", strings.Join(best, ", "))
}
