package batch

import "centricity/sim"

// aSource is one way to win customers in one round.
type aSource struct {
	*game
	*sim.Report
	source int
}

func channelLevel() Level {
	fields := append(keyed(func(x *aSource) *game { return x.game }),
		field[aSource]{Column{"round", "Round", "rounds", Integer, "1 is the first that is decided; history is 0 and below.", ""}, func(to *rows, x *aSource) { to.int(x.Round) }},
		field[aSource]{Column{"source", "Source", "", Text, "A channel's name; word of mouth, by themselves or win-back.", ""}, func(to *rows, x *aSource) { to.word(sim.SourceName(x.market.Channels, x.source)) }},
		field[aSource]{Column{"won", "Customers won", "customers", Integer, "By the source.", ""}, func(to *rows, x *aSource) { to.int(x.Base.Won[x.source]) }},
		field[aSource]{Column{"spend", "Spending", "currency", Number, "Acquisition spending on the channel.", "where the source is no channel"}, func(to *rows, x *aSource) {
			if x.source >= len(x.Books.Channels) {
				to.none()
				return
			}
			to.money(x.Books.Channels[x.source])
		}},
	)
	return Level{
		Table: Table{Channels, "One row a run, round and source of customers", columns(fields), []string{"run", "round", "source"}},
		end: func(g *game, to *rows) {
			reports := g.world.Reports()
			for i := range reports {
				for source := range reports[i].Base.Won {
					write(to, fields, &aSource{g, &reports[i], source})
				}
			}
		},
	}
}

// aCohort is one cohort in one round.
type aCohort struct {
	*game
	*sim.Report
	sim.Cohort
}

func cohortLevel() Level {
	fields := append(keyed(func(x *aCohort) *game { return x.game }),
		field[aCohort]{Column{"round", "Round", "rounds", Integer, "1 is the first that is decided; history is 0 and below.", ""}, func(to *rows, x *aCohort) { to.int(x.Report.Round) }},
		field[aCohort]{Column{"cohort", "Cohort", "rounds", Integer, "Round in which its customers were last won; the lowest is who the firm started with.", ""}, func(to *rows, x *aCohort) { to.int(x.Cohort.Round) }},
		field[aCohort]{Column{"age", "Age", "rounds", Integer, "Rounds since.", ""}, func(to *rows, x *aCohort) { to.int(x.Report.Round - x.Cohort.Round) }},
		field[aCohort]{Column{"customers", "Customers", "customers", Integer, "Of the cohort, at the round's closing.", ""}, func(to *rows, x *aCohort) { to.int(x.Active) }},
		field[aCohort]{Column{"revenue", "Revenue", "currency", Number, "Of the cohort, in the round.", ""}, func(to *rows, x *aCohort) { to.money(x.Revenue) }},
	)
	return Level{
		Table: Table{Cohorts, "One row a run, round and cohort", columns(fields), []string{"run", "round", "cohort"}},
		end: func(g *game, to *rows) {
			reports := g.world.Reports()
			for i := range reports {
				for _, c := range reports[i].Cohorts {
					write(to, fields, &aCohort{g, &reports[i], c})
				}
			}
		},
	}
}
