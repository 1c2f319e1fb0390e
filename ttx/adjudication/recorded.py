"""Results that people give and the program records: what vote, consensus and umpire have in common."""

from __future__ import annotations

from fractions import Fraction

from ttx.adjudication.values import Finding, Holds, Made, Refusal, RuleFault, Throw, Way
from ttx.model.rules import Rule


def results(rule: Rule) -> tuple[str, ...]:
    """The authored results in file order."""
    return tuple(rule.results)


def ways(rule: Rule, _holds: Holds) -> tuple[Way, ...]:
    """One way a result."""
    return tuple(Way(each, Made(result=each), ((each, Fraction(1)),)) for each in results(rule))


def rule_on(rule: Rule, made: Made, _holds: Holds, _throw: Throw) -> Finding | Refusal:
    """The result that was given, where the rule has it."""
    if made.result is None:
        return Refusal("result", f"A person gives the result: {', '.join(results(rule))}.")
    if made.result not in rule.results:
        return Refusal("result", f"This rule has no result {made.result}: {', '.join(results(rule))}.")
    return Finding(result=made.result)


def by_person(_rule: Rule) -> bool:
    """Always."""
    return True


def check(rule: Rule) -> tuple[RuleFault, ...]:
    """A rule that leaves nothing to give."""
    if rule.results:
        return ()
    return (RuleFault("TTX405", f"A rule of kind {rule.kind} needs results.", ("results",)),)
