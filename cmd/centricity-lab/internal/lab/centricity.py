"""Plays Centricity's scenarios from Python, through centricity-lab env.

    import centricity

    with centricity.Lab() as lab:                  # or Lab("path/to/centricity-lab")
        game = lab.reset("roastery", seed=7)
        while not game.over:
            third = game.available // 3
            report = game.step(spend={"acquisition": third, "retention": third, "experience": third})
            print(report["round"], report["base"]["closing"], report["books"]["revenue"] / 100)
        print(game.value["company"] / 100)

It needs nothing beyond Python 3.8. Money is in cents. A program sees what a
player sees; centricity-lab env --help describes the protocol below.
"""

import json
import subprocess


class Error(Exception):
    """What the lab says is wrong. The game is as it was."""


class Lab:
    """A running centricity-lab env. Use it in a with statement, or close it."""

    def __init__(self, program="centricity-lab"):
        self._process = subprocess.Popen(
            [program, "env"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")

    def ask(self, **request):
        """Sends one request and returns the answer."""
        try:
            self._process.stdin.write(json.dumps(request) + "\n")
            self._process.stdin.flush()
            line = self._process.stdout.readline()
        except (BrokenPipeError, ValueError):
            line = ""
        if not line:
            raise Error("the lab has ended")
        answer = json.loads(line)
        if "error" in answer:
            raise Error(answer["error"])
        return answer

    def reset(self, scenario, seed=1, **set):
        """A new game of a scenario, by its name or file. set are fields of it
        that are different, by path: reset("roastery", **{"people": 2000})."""
        text = {k: v if isinstance(v, str) else json.dumps(v) for k, v in set.items()}
        return Game(self, self.ask(do="reset", scenario=scenario, seed=seed, set=text))

    def close(self):
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class Game:
    """One game. scenario is what is known before the first round; reports are
    all rounds so far, history (round 0 and below) first."""

    def __init__(self, lab, answer, scenario=None, reports=None):
        self._lab, self.id = lab, answer["game"]
        self._observation = answer["observation"]
        self.scenario = answer.get("scenario", scenario)
        self.reports = answer.get("reports", reports)

    @property
    def round(self):
        """The round to be decided next, or the last."""
        return self._observation["round"]

    @property
    def rounds(self):
        return self._observation["rounds"]

    @property
    def over(self):
        return self._observation["over"]

    @property
    def available(self):
        """What the next decision may spend [cents]."""
        return self._observation["available"]

    @property
    def price(self):
        """The list price in force [cents]."""
        return self._observation["price"]

    @property
    def value(self):
        """Cash, customer_equity and company [cents] when the game is over, or
        None before."""
        return self._observation.get("value")

    def check(self, **decision):
        """Why a decision would be refused; empty if it would not."""
        return self._lab.ask(do="check", game=self.id, decision=decision)["refused"]

    def step(self, **decision):
        """Plays a round and returns its report."""
        answer = self._lab.ask(do="step", game=self.id, decision=decision)
        self._observation = answer["observation"]
        self.reports.append(answer["report"])
        return answer["report"]

    def clone(self):
        """The same game from here on: same customers, same luck."""
        return Game(self._lab, self._lab.ask(do="clone", game=self.id), self.scenario, list(self.reports))

    def close(self):
        """Frees the game's memory."""
        self._lab.ask(do="close", game=self.id)
