"""A PRISM model as text."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ttx.errors import UsageError
from ttx.explore.prism.course import Course, over
from ttx.explore.prism.liveness import Live
from ttx.explore.prism.parts import FALSE, TRUE, Branch, Choice, Key, plain_name
from ttx.model.scenario import Scenario


def write(scenario: Scenario, course: Course, live: Live, *, even: bool) -> str:
    """The model; with ``even`` every choice that may be taken has the same weight.

    Raises:
        UsageError: two endings whose labels would be the same.
    """
    return "\n".join(_Text(course, live).lines(scenario, even=even)) + "\n"


class _Text:
    def __init__(self, course: Course, live: Live) -> None:
        self._course = course
        self._live = live
        self._number = {key: n for n, key in enumerate(course.places)}
        self._kept = frozenset[str]().union(*live.values())

    def lines(self, scenario: Scenario, *, even: bool) -> Iterator[str]:
        labels = _labels(scenario)
        yield f"// {_plain(scenario.marking)}"
        yield f"// {_plain(scenario.title)}, book play, written by ttx"
        yield "dtmc" if even else "mdp"
        yield ""
        for name, term in self._course.terms.formulas.items():
            if term.reads <= self._kept:
                yield f"formula {name} = {term.text};"
        yield "module course"
        yield f"  at : [0..{len(self._number) - 1}] init {self._number[self._course.start]};"
        for v in self._course.variables.values():
            if v.name in self._kept:
                yield f"  {v.name} : [{v.lo}..{v.hi}] init {v.start};"
        for key, place in self._course.places.items():
            yield f"  // {_plain(place.about)}"
            choices = [c for c in place.choices if c.guard != FALSE]
            if even:
                yield self._even(key, choices)
            else:
                yield from dict.fromkeys(self._command(key, choice) for choice in choices)
        yield "endmodule"
        yield ""
        for ending, label in labels.items():
            yield f'label "{label}" = at={self._number[over(ending)]};'

    def _command(self, key: Key, choice: Choice) -> str:
        guard = "" if choice.guard == TRUE else f" & {choice.guard.text}"
        parts = (f"{_number(b.chance)} : {self._updates(key, b)}" for b in choice.branches)
        return f"  [] at={self._number[key]}{guard} -> {' + '.join(parts)};"

    def _even(self, key: Key, choices: list[Choice]) -> str:
        """One command: each choice weighs one where its guard holds, over how many guards hold."""
        if len(choices) == 1:
            return self._command(key, Choice(TRUE, choices[0].branches))
        ones = ["1" if c.guard == TRUE else f"({c.guard.text} ? 1 : 0)" for c in choices]
        total = str(len(ones)) if set(ones) == {"1"} else f"({' + '.join(ones)})"
        parts = [
            f"{one}/{total} * {_number(b.chance)} : {self._updates(key, b)}"
            for one, choice in zip(ones, choices, strict=True)
            for b in choice.branches
        ]
        return f"  [] at={self._number[key]} -> {' + '.join(parts)};"

    def _updates(self, key: Key, branch: Branch) -> str:
        """What is set, and what nothing reads any more put back to where it started."""
        after = self._live[branch.to]
        done = [f"(at'={self._number[branch.to]})"]
        done += [f"({name}'={term.text})" for name, term in branch.updates.items() if name in after]
        gone = sorted(self._live[key] - after)
        done += [f"({name}'={self._course.variables[name].start})" for name in gone]
        return " & ".join(done)


def _labels(scenario: Scenario) -> dict[str, str]:
    labels: dict[str, str] = {}
    for ending in scenario.endings:
        label = f"ending_{plain_name(ending.id)}"
        other = next((e for e, taken in labels.items() if taken == label), None)
        if other is not None:
            raise UsageError(
                f"The endings {other} and {ending.id} have the same label in PRISM: {label}.",
                next_step="Give one of them another id.",
            )
        labels[ending.id] = label
    return labels


def _number(chance: Fraction) -> str:
    return str(chance) if chance.denominator == 1 else f"({chance.numerator}/{chance.denominator})"


def _plain(text: str) -> str:
    """One line of ASCII, as it stands in a comment."""
    return " ".join(text.split()).encode("ascii", "backslashreplace").decode("ascii")
