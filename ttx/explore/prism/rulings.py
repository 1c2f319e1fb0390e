"""Rulings as choices of a PRISM model, by the kinds of design 4.2."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction

from ttx.adjudication.argument import DICE, MOST_REASONS, TARGET
from ttx.adjudication.estimate import BANDS
from ttx.dice import Dice, distribution, parse_spec
from ttx.errors import UsageError
from ttx.explore.prism.conditions import Terms
from ttx.explore.prism.parts import FALSE, TRUE, Branch, Choice, Term, all_of, negated
from ttx.model.rules import Rule

MOST_SUMS = 1000
"""Sums that a table's conditional modifiers can come to."""


def choices_of(rule: Rule, terms: Terms, branch: Callable[[str], Branch]) -> Iterator[Choice]:
    """What may be chosen in a ruling; ``branch`` says what a result brings.

    Raises:
        UsageError: the table's modifiers come to more than ``MOST_SUMS`` sums.
    """
    match rule.kind:
        case "table":
            yield from _table(rule, terms, branch)
        case "procedure":
            yield Choice(TRUE, (branch("complete"),))
            yield from (Choice(TRUE, (branch(f"skipped:{s.id}"),)) for s in rule.steps if s.must)
        case "argument":
            yield from _argument(rule, branch)
        case "estimate":
            yield from _estimate(branch)
        case "gate":
            yield from _gate(rule, terms, branch)
        case "vote" | "consensus" | "umpire":
            yield from (Choice(TRUE, (branch(result),)) for result in rule.results)


def _table(rule: Rule, terms: Terms, branch: Callable[[str], Branch]) -> Iterator[Choice]:
    sums = {0}
    shift: list[Term] = []
    for modifier in rule.modifiers:
        holds = terms.truth(modifier.when)
        moved = {s + modifier.value for s in sums}
        sums = moved if holds == TRUE else sums | moved
        if len(sums) > MOST_SUMS:
            raise UsageError(
                f"The modifiers of {rule.id} come to more than {MOST_SUMS} sums: too many for PRISM.",
                next_step="Give it fewer conditional modifiers.",
            )
        shift.append(Term(f"({holds.text} ? {modifier.value} : 0)", holds.reads))
    text = " + ".join(t.text for t in shift)
    reads = frozenset[str]().union(*(t.reads for t in shift))
    least, greatest = rule.umpire
    for umpire in range(least, greatest + 1):
        for added in sorted(sums):
            guard = TRUE if len(sums) == 1 else Term(f"({text})={added}", reads)
            yield Choice(guard, tuple(_odds(rule, added + umpire, branch)))


def _argument(rule: Rule, branch: Callable[[str], Branch]) -> Iterator[Choice]:
    """Each net count of reasons is a choice; the dice are the rest."""
    target = TARGET if rule.target is None else rule.target
    for net in range(-MOST_REASONS, MOST_REASONS + 1):
        totals = distribution(_dice(rule, rule.dice or DICE))
        holds = sum((chance for total, chance in totals.items() if total + net >= target), Fraction())
        yield _sided(branch("holds"), branch("fails"), holds)


def _estimate(branch: Callable[[str], Branch]) -> Iterator[Choice]:
    """Each end of each word's band is a choice; the die is the rest."""
    for band in BANDS.values():
        for percent in band:
            yield _sided(branch("happens"), branch("not"), Fraction(percent, 100))


def _sided(yes: Branch, no: Branch, chance: Fraction) -> Choice:
    sides = ((yes, chance), (no, 1 - chance))
    return Choice(TRUE, tuple(replace(to, chance=part) for to, part in sides if part))


def _gate(rule: Rule, terms: Terms, branch: Callable[[str], Branch]) -> Iterator[Choice]:
    """Every way to tick what is judged; with all ticked, what is read decides."""
    met = all_of(*(terms.truth(c.when) for c in rule.conditions))
    judged = sum(c.when is None for c in rule.conditions)
    if met != FALSE:
        yield Choice(met, (branch("open"),))
    if met != TRUE:
        yield Choice(negated(met), (branch("shut"),))
    yield from (Choice(TRUE, (branch("shut"),)) for _ in range(2**judged - 1))


def _dice(rule: Rule, text: str) -> Dice:
    dice = parse_spec(text)
    if dice is None:
        raise ValueError(f"{rule.id} was not checked: no dice")
    return dice


def _odds(rule: Rule, shift: int, branch: Callable[[str], Branch]) -> Iterator[Branch]:
    chances: dict[str, Fraction] = {}
    for total, chance in distribution(_dice(rule, rule.dice)).items():
        result = next(b.result for b in rule.bands if _in(total + shift, b.lo, b.hi))
        chances[result] = chances.get(result, Fraction()) + chance
    for result, chance in chances.items():
        yield replace(branch(result), chance=chance)


def _in(total: int, lo: int | None, hi: int | None) -> bool:
    return (lo is None or lo <= total) and (hi is None or total <= hi)
