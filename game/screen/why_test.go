package screen

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/sim"
)

const head = sim.Head

// ledger is a ledger made by hand: two channels, word of mouth, by themselves,
// win-back.
func ledger(change func(*sim.Ledger)) sim.Report {
	r := sim.Report{Round: 1}
	r.Why.Sources = make([]sim.Heads, 5)
	change(&r.Why)
	return r
}

func world(silent bool) terms {
	return terms{brief: sim.Brief{Channels: []sim.Channel{{Name: "search"}, {Name: "posters"}}, Silent: silent}, currency: "$", round: "quarter"}
}

// What the ledger holds is told in three points, the strongest causes
// first, luck by itself, and nothing that rounds to nothing.
func TestWhyInThreeSentences(t *testing.T) {
	for name, c := range map[string]struct {
		silent bool
		ledger func(*sim.Ledger)
		want   [3]string
	}{
		"nothing happened": {false, func(*sim.Ledger) {}, [3]string{
			"You won no customers.", "You lost no customers.", "Nobody bought again."}},
		"only luck": {false, func(l *sim.Ledger) {
			l.Joins[sim.CauseLuck] = head
			l.Churn[sim.Low][sim.CauseLuck] = 2 * head
			l.Spending[sim.Top][sim.CauseLuck] = 1_200_00
		}, [3]string{
			"You won 1 customer: luck added 1.", "You lost 2 customers: bad luck took 2.", "Repeat purchases brought in $ 1,200: luck added $ 1,200."}},
		"a full round": {false, func(l *sim.Ledger) {
			copy(l.Sources, []sim.Heads{60 * head, 40 * head, 30 * head, 5 * head, 7 * head})
			l.Joins = [sim.NumCauses]sim.Heads{sim.CauseBaseline: 142 * head, sim.CausePrice: -12 * head, sim.CauseQuality: 25 * head, sim.CauseFit: 3 * head, sim.CauseLuck: 2 * head}
			l.Churn[sim.Top] = [sim.NumCauses]sim.Heads{sim.CauseBaseline: 50 * head, sim.CauseFatigue: 9 * head}
			l.Churn[sim.NumTiers] = [sim.NumCauses]sim.Heads{sim.CauseBaseline: 30 * head, sim.CauseRetention: -14 * head, sim.CausePrice: -2 * head, sim.CauseLuck: -3 * head}
			l.Spending[sim.Middle] = [sim.NumCauses]sim.Money{sim.CauseBaseline: 40_000_00, sim.CauseTimes: -8_000_00, sim.CauseSatisfaction: 1_500_00, sim.CauseLuck: -500_00}
		}, [3]string{
			"You won 160 customers. With an offer like the rival's it would have been 142: 100 through advertising, 30 through word of mouth, 5 by themselves and 7 through win-back. Your quality won 25 more, your price cost you 12, the fit to their needs won 3 more and luck added 2.",
			"You lost 70 customers: 80 would have left anyway; your retention spending kept 14, too many contacts drove away 9 more, your price kept 2 and luck kept 3.",
			"Repeat purchases brought in $ 33,000: $ 40,000 would have come anyway; the times took away $ 8,000, satisfaction added $ 1,500 and luck took $ 500."}},
		"more causes than a sentence holds": {false, func(l *sim.Ledger) {
			l.Churn[sim.Top] = [sim.NumCauses]sim.Heads{sim.CauseBaseline: 50 * head, sim.CauseFatigue: 9 * head, sim.CauseRetention: -14 * head, sim.CausePrice: -2 * head, sim.CauseQuality: 6 * head}
		}, [3]string{
			"You won no customers.",
			"You lost 49 customers: 50 would have left anyway; your retention spending kept 14, too many contacts drove away 9 more and everything else drove away 4 more.",
			"Nobody bought again."}},
		"too little satisfaction": {false, func(l *sim.Ledger) {
			l.Churn[sim.Top] = [sim.NumCauses]sim.Heads{sim.CauseBaseline: 50 * head, sim.CauseSatisfaction: 53 * head}
			l.Spending[sim.Top] = [sim.NumCauses]sim.Money{sim.CauseBaseline: 900_00, sim.CauseSatisfaction: -90_00}
		}, [3]string{
			"You won no customers.",
			"You lost 103 customers: 50 would have left anyway; too little satisfaction drove away 53 more.",
			"Repeat purchases brought in $ 810: $ 900 would have come anyway; too little satisfaction took away $ 90."}},
		"one source": {false, func(l *sim.Ledger) {
			copy(l.Sources, []sim.Heads{30 * head, 10 * head})
			l.Joins = [sim.NumCauses]sim.Heads{sim.CauseBaseline: 40 * head}
		}, [3]string{
			"You won 40 customers. With an offer like the rival's it would have been 40 through advertising.", "You lost no customers.", "Nobody bought again."}},
		"less than half a head": {false, func(l *sim.Ledger) {
			l.Joins[sim.CausePrice], l.Joins[sim.CauseLuck] = head/3, head-head/3
		}, [3]string{
			"You won 1 customer: luck added 1.", "You lost no customers.", "Nobody bought again."}},
		"nobody sees who leaves": {true, func(l *sim.Ledger) {}, [3]string{
			"You won no customers.",
			"Nobody saw who left: customers here go without a word. You gave up 0 customers who had not bought for long.",
			"Nobody bought again."}},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, c.want[:], whySentences(world(c.silent), ledger(c.ledger)))
		})
	}
}

// Every account adds up as it is shown, in worlds as they come.
func TestAccountsAddUp(t *testing.T) {
	for seed := range uint64(3) {
		m := sim.DefaultMarket()
		m.People = 2000
		m.Programmes[sim.WinBack] = true
		w, err := sim.New(m, seed)
		require.NoError(t, err)
		for !w.Over() {
			d := sim.Decision{Spend: [sim.NumLevers]sim.Money{5000_00, 2000_00, 2000_00, 2000_00, 500_00}, Discount: 0}
			d.Programmes[sim.WinBack], d.Programmes[sim.CheckIns] = 1, 1
			_, err := w.Play(d)
			require.NoError(t, err)
		}
		tt := terms{brief: w.Brief(), currency: "$", round: "round"}
		for _, r := range w.Reports() {
			list := accounts(tt, r)
			require.Len(t, list, 3)
			require.EqualValues(t, r.Base.New(), list[0].total)
			require.EqualValues(t, r.Base.Churned+r.Base.ChurnedNew, list[1].total)
			for _, a := range list {
				rows, sum := a.rows(), 0.0
				for _, x := range rows[:len(rows)-1] {
					sum += x.amount
				}
				require.Equal(t, a.total, sum, a.title)
			}
			for _, text := range whySentences(tt, r) {
				require.NotContains(t, text, "%!")
				require.LessOrEqual(t, strings.Count(text, "."), 3, text)
			}
		}
	}
}

// The table holds every line of the picture once, and what nobody knows not at
// all.
func TestThePictureInNumbers(t *testing.T) {
	r := ledger(func(l *sim.Ledger) {
		l.Joins[sim.CausePrice], l.Joins[sim.CauseLuck] = 4*head, -head
		l.Spending[sim.Top][sim.CausePrice] = -90_00
	})
	require.Equal(t, [][]string{
		{"", "Won", "Lost", "Revenue"},
		{"Price", "+4", "", "−$ 90"},
		{"Luck", "−1", "0", "$ 0"},
		{"Came of it", "3", "0", "−$ 90"},
	}, whyPicture{accounts(world(false), r)}.Numbers())
	require.Len(t, whyPicture{accounts(world(true), r)}.Numbers()[0], 3)
	require.Contains(t, whyPicture{accounts(world(false), r)}.Summary(), "Customers won: price +4, luck −1, came of it 3.")
}

func TestAReadoutInWords(t *testing.T) {
	group := func(n, kept int, each float64) sim.Group {
		return sim.Group{Customers: n, Kept: kept, Revenue: sim.Money(100 * each * float64(n)), Squares: 2 * each * each * float64(n)}
	}
	trial := sim.Trial{Lever: sim.Retention, Control: 2000}
	for name, c := range map[string]struct {
		out  sim.Readout
		want []string
	}{
		"clear": {sim.Readout{Trial: trial, Treated: group(8000, 7200, 20), Control: group(2000, 1600, 20)}, []string{
			"With retention you kept 10.0 points more than without, give or take 1.9: a real effect.",
			"They spent $ 0.00 more each than without, give or take $ 0.98: this could be chance."}},
		"harmful": {sim.Readout{Trial: trial, Treated: group(8000, 6400, 20), Control: group(2000, 1800, 30)}, []string{
			"With retention you kept 10.0 points less than without, give or take 1.6: a real effect.",
			"They spent $ 10.00 less each than without, give or take $ 1.39: a real effect."}},
		"few": {sim.Readout{Trial: trial, Treated: group(80, 72, 20), Control: group(20, 16, 20)}, []string{
			"With retention you kept 10.0 points more than without, give or take 18.7: too few customers to tell.",
			"They spent $ 0.00 more each than without, give or take $ 10.02: too few customers to tell."}},
		"nobody": {sim.Readout{Trial: trial, Treated: group(80, 72, 20)}, []string{
			"One of the two groups was empty, so the test of retention tells nothing."}},
	} {
		t.Run(name, func(t *testing.T) { require.Equal(t, c.want, readoutSentences(world(false), c.out)) })
	}
}

func TestShocksAreNews(t *testing.T) {
	reports := []sim.Report{{Shocks: nil}, {Shocks: []sim.ShockKind{sim.Recession, sim.RivalLaunch, sim.RivalLaunch}},
		{Shocks: []sim.ShockKind{sim.Recession}}, {}}
	require.Empty(t, shockNews(reports, 0))
	require.Equal(t, []string{"A recession: people buy less often and leave sooner.", "The rival launched a better product."}, shockNews(reports, 1))
	require.Equal(t, []string{"Still: a recession: people buy less often and leave sooner."}, shockNews(reports, 2))
	require.Equal(t, []string{"The recession is over."}, shockNews(reports, 3))
}

// What is said of the base adds up, also where the firm counts who came back.
func TestTheBaseAddsUp(t *testing.T) {
	b := sim.Base{Opening: 3986, Won: []int{1119}, Churned: 1100, ChurnedNew: 53}
	require.Equal(t, "You began with 3,986 customers, won 1,119 and lost 1,153: 3,952 remain.", baseNews(world(false), b))
	require.Equal(t, "You began with 3,986 customers, won 1,119 and gave up 1,153: 3,952 remain.", baseNews(world(true), b))
	b.Returned = 194
	require.Equal(t, "You began with 3,986 customers, won 1,119 and gave up 1,153, and 194 you had given up bought again unasked: 4,146 remain.", baseNews(world(true), b))
}

func TestRetainedIsNotLoyal(t *testing.T) {
	r := sim.Report{Base: sim.Base{Opening: 1000, Churned: 180}, Survey: sim.Survey{Asked: 400, Loyal: 124}}
	require.Contains(t, loyalSentence(r), "You retained 82.0 %, but only 31 % of those asked are loyal")
	require.Equal(t, "Nobody was asked.", loyalSentence(sim.Report{}))
	share, se := loyalShare(r.Survey)
	require.InDelta(t, 0.31, share, 1e-12)
	require.InDelta(t, 0.0231, se, 1e-4)
}

// A test says before it is run what it can tell: with 8,000 customers of whom
// nine in ten stay and a fifth held out the difference has a standard deviation
// of sqrt(0.09/1600 + 0.09/6400) = 0.84 points.
func TestWhatATestCanTell(t *testing.T) {
	require.InDelta(t, 0.0083853, deviation(8000, 0.2, 0.9), 1e-7)
	require.Greater(t, deviation(8000, 0.05, 0.9), deviation(8000, 0.5, 0.9), "a larger group tells more surely")
	require.True(t, fewStayed(sim.Group{Customers: 40, Kept: 36}))
	require.False(t, fewStayed(sim.Group{Customers: 50, Kept: 45}))
}
