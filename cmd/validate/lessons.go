package main

import (
	"fmt"
	"os"
	"strings"

	"centricity/scenarios"
	"centricity/sim"
	"centricity/sim/experiment"
	"centricity/sim/policy"
)

// lessons judges what each shipped scenario claims to teach, at full size, and
// says what the best steady decision that a search finds is made of.
func lessons(seeds, workers int) (string, error) {
	var b strings.Builder
	fmt.Fprintf(&b, "Every claim over %d paired seeds at full size; 95 %% intervals by the jackknife.\n\n", seeds)
	b.WriteString("| scenario | claim | measured | interval | verdict |\n|---|---|---|---|---|\n")
	for _, name := range scenarios.Names() {
		s, err := scenarios.Shipped(name)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(os.Stderr, "%s\n", name)
		found, err := experiment.Judge(s.Market, s.Lesson.Holds, experiment.Seeds(1, seeds), workers, nil)
		if err != nil {
			return "", fmt.Errorf("%s: %w", name, err)
		}
		for _, f := range found {
			fmt.Fprintf(&b, "| %s | %s | %.4g | %.4g … %.4g | %s |\n", name, f.Claim, f.Measured, f.Low, f.High, f.Verdict)
		}
	}
	b.WriteString("\nThe best steady decision that the cross-entropy search finds (40 candidates, 10 generations, 4 seeds, 2,000 people), by share of what it spends, beside the best built-in policy on the same seeds:\n\n")
	b.WriteString("| scenario | price / reference | acquisition | retention | experience | product | insight | value | best built-in |\n|---|---|---|---|---|---|---|---|---|\n")
	for _, name := range scenarios.Names() {
		row, err := best(name, workers)
		if err != nil {
			return "", fmt.Errorf("%s: %w", name, err)
		}
		b.WriteString(row)
	}
	return b.String(), nil
}

// best searches one scenario.
func best(name string, workers int) (string, error) {
	s, err := scenarios.Shipped(name)
	if err != nil {
		return "", err
	}
	fmt.Fprintf(os.Stderr, "search in %s\n", name)
	m, seeds := experiment.Scaled(s.Market, 2000), experiment.Seeds(1, 4)
	found, err := experiment.Search{Market: m, Seeds: seeds, Candidates: 40, Elite: 8, Rounds: 10, Workers: workers}.Run()
	if err != nil {
		return "", err
	}
	var arms []experiment.Arm
	for _, p := range policy.Names() {
		play, _ := policy.Named(p)
		arms = append(arms, experiment.Arm{Name: p, Market: m, Policy: play})
	}
	top, topValue := "", 0.0
	for i, runs := range experiment.Play(arms, seeds, workers, nil) {
		if v := experiment.Summarise(experiment.Companies(runs)).Mean; top == "" || v > topValue {
			top, topValue = arms[i].Name, v
		}
	}
	d := found.Decision
	var b strings.Builder
	fmt.Fprintf(&b, "| %s | %.2f |", name, d.Price.Currency()/m.Price.Reference.Currency())
	for lever := range sim.NumLevers {
		fmt.Fprintf(&b, " %.0f %% |", 100*float64(d.Spend[lever])/float64(max(d.Total(), 1)))
	}
	fmt.Fprintf(&b, " %.0f | %s %.0f |\n", found.Value.Mean, top, topValue)
	return b.String(), nil
}
