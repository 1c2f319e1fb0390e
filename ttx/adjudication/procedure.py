"""A procedure: steps that people tick; the first ``must`` left open gives the result."""

from __future__ import annotations

from fractions import Fraction

from ttx.adjudication.values import Finding, Holds, Kind, Made, Refusal, RuleFault, Throw, Way
from ttx.model.rules import Rule

COMPLETE = "complete"
SKIPPED = "skipped:"
"""Begins the result that names the first ``must`` step left open."""


def results(rule: Rule) -> tuple[str, ...]:
    """``complete``, then ``skipped:STEP`` for each step that must be taken."""
    return (COMPLETE, *(f"{SKIPPED}{step.id}" for step in rule.steps if step.must))


def ways(rule: Rule, _holds: Holds) -> tuple[Way, ...]:
    """One way a result."""
    return tuple(Way(result, _ticked(rule, result), ((result, Fraction(1)),)) for result in results(rule))


def _ticked(rule: Rule, result: str) -> Made:
    """Everything done but the step that the result names."""
    return Made(ticks={step.id: result != f"{SKIPPED}{step.id}" for step in rule.steps})


def rule_on(rule: Rule, made: Made, _holds: Holds, _throw: Throw) -> Finding | Refusal:
    """The result the ticks give."""
    known = {step.id for step in rule.steps}
    strange = [step for step in made.ticks if step not in known]
    if strange:
        return Refusal("ticks", f"This procedure has no step {strange[0]}.")
    ticks = tuple((step.id, made.ticks.get(step.id, False)) for step in rule.steps)
    must = {step.id for step in rule.steps if step.must}
    unmet = next((step for step, ticked in ticks if step in must and not ticked), None)
    return Finding(result=COMPLETE if unmet is None else f"{SKIPPED}{unmet}", ticks=ticks)


def check(rule: Rule) -> tuple[RuleFault, ...]:
    """A procedure without steps."""
    if rule.steps:
        return ()
    return (RuleFault("TTX406", "A procedure needs steps.", ("steps",)),)


KIND = Kind(
    results=results,
    ways=ways,
    rule_on=rule_on,
    check=check,
    reads=frozenset({"steps"}),
    takes=frozenset({"ticks"}),
)
