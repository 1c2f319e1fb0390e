"""A gate: open where every condition is met, shut where one is not.

A condition with ``when`` is read by the program as the ruling is made; one without is judged by a
person and ticked (design 4.2). Nothing outweighs anything: one condition that is not met shuts it.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import product

from ttx.adjudication.fixed import check_words
from ttx.adjudication.values import Finding, Holds, Kind, Made, Refusal, RuleFault, Throw, Way
from ttx.model.rules import GateCondition, Rule

OPEN, SHUT = "open", "shut"
MOST_JUDGED = 5
"""Judged conditions of one gate: exploring takes each as a choice of two."""
MANY_JUDGED = "TTX411"
"""The problem of a gate with more of them."""


def results(_rule: Rule) -> tuple[str, ...]:
    """``open`` and ``shut``."""
    return (OPEN, SHUT)


def judged(rule: Rule) -> tuple[GateCondition, ...]:
    """The conditions that a person judges, in the rule's order."""
    return tuple(c for c in rule.conditions if c.when is None)


def read(rule: Rule, holds: Holds) -> tuple[tuple[str, bool], ...]:
    """The conditions that the program reads, in the rule's order, and whether each holds."""
    return tuple((c.id, holds(c.when)) for c in rule.conditions if c.when is not None)


def ways(rule: Rule, holds: Holds) -> tuple[Way, ...]:
    """Every way to tick the judged conditions; one way where none is judged."""
    met = all(held for _, held in read(rule, holds))
    found = []
    for ticked in product((True, False), repeat=len(judged(rule))):
        ticks = {c.id: tick for c, tick in zip(judged(rule), ticked, strict=True)}
        label = ", ".join(name for name, tick in ticks.items() if tick) or "none"
        result = OPEN if met and all(ticked) else SHUT
        found.append(Way(f"met: {label}", Made(ticks=ticks), ((result, Fraction(1)),)))
    return tuple(found)


def rule_on(rule: Rule, made: Made, holds: Holds, _throw: Throw) -> Finding | Refusal:
    """What the ticks and the record give."""
    own = {c.id for c in judged(rule)}
    strange = next((name for name in made.ticks if name not in own), None)
    if strange is not None:
        known = any(c.id == strange for c in rule.conditions)
        why = f"The program reads {strange} itself." if known else f"This gate has no condition {strange}."
        return Refusal("ticks", f"{why} Judged by a person: {', '.join(sorted(own)) or 'none'}.")
    ticks = tuple((c.id, made.ticks.get(c.id, False)) for c in judged(rule))
    found = read(rule, holds)
    met = all(held for _, held in (*ticks, *found))
    return Finding(result=OPEN if met else SHUT, ticks=ticks, read=found)


def check(rule: Rule) -> tuple[RuleFault, ...]:
    """No condition (TTX410), too many judged ones (TTX411), words for no result (TTX413)."""
    faults = check_words(rule, results(rule))
    if not rule.conditions:
        return (RuleFault("TTX410", "A gate needs conditions.", ("conditions",)), *faults)
    places = [n for n, c in enumerate(rule.conditions) if c.when is None]
    if len(places) <= MOST_JUDGED:
        return faults
    message = f"A person can judge {MOST_JUDGED} conditions of a gate; here are {len(places)}."
    return (RuleFault(MANY_JUDGED, message, ("conditions", places[MOST_JUDGED])), *faults)


KIND = Kind(
    results=results,
    ways=ways,
    rule_on=rule_on,
    check=check,
    reads=frozenset({"results", "conditions"}),
    takes=frozenset({"ticks"}),
)
