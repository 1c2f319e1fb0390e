"""Rulings as choices of a PRISM model, by the kinds of design 4.2."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction

from ttx.dice import distribution, parse_spec
from ttx.errors import UsageError
from ttx.explore.prism.conditions import Terms
from ttx.explore.prism.parts import TRUE, Branch, Choice, Term
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
        case "consensus" | "umpire":
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


def _odds(rule: Rule, shift: int, branch: Callable[[str], Branch]) -> Iterator[Branch]:
    dice = parse_spec(rule.dice)
    if dice is None:
        raise ValueError(f"{rule.id} was not checked: no dice")
    chances: dict[str, Fraction] = {}
    for total, chance in distribution(dice).items():
        result = next(b.result for b in rule.bands if _in(total + shift, b.lo, b.hi))
        chances[result] = chances.get(result, Fraction()) + chance
    for result, chance in chances.items():
        yield replace(branch(result), chance=chance)


def _in(total: int, lo: int | None, hi: int | None) -> bool:
    return (lo is None or lo <= total) and (hi is None or total <= hi)
