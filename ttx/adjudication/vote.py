"""A vote: counts for each authored result.

Where the rule says what decides, the count does: ``most`` is the result with more votes than every
other, ``majority`` the one with more than half of the votes that were given; where there is none,
the authored ``tie`` stands. Where the rule says nothing, a person gives the result as in a
consensus, and the count, if there is one, stands beside it on record.
"""

from __future__ import annotations

from fractions import Fraction

from ttx.adjudication import recorded
from ttx.adjudication.values import Finding, Holds, Kind, Made, Refusal, RuleFault, Throw, Way
from ttx.model.rules import Rule

MOST_VOTES = 1000
"""Votes for one result."""


def ways(rule: Rule, holds: Holds) -> tuple[Way, ...]:
    """One way a result."""
    if not rule.decides:
        return recorded.ways(rule, holds)
    return tuple(Way(each, Made(votes={each: 1}), ((each, Fraction(1)),)) for each in rule.results)


def rule_on(rule: Rule, made: Made, holds: Holds, throw: Throw) -> Finding | Refusal:
    """What the count decides, or the result that a person gives."""
    if refused := _unfit(rule, made):
        return refused
    if not rule.decides:
        return recorded.rule_on(rule, made, holds, throw)
    if made.result is not None:
        return Refusal("result", "The count decides this vote; another result is the umpire's overrule.")
    if not sum(made.votes.values()):
        return Refusal("votes", f"How many votes for each? {', '.join(rule.results)}.")
    return Finding(result=decided(rule, made))


def decided(rule: Rule, made: Made) -> str:
    """The result the count gives; ``tie`` where it gives none."""
    leading = max(rule.results, key=lambda each: made.votes.get(each, 0))
    most = made.votes.get(leading, 0)
    others = sum(made.votes.values()) - most
    if rule.decides == "majority":
        return leading if most > others else rule.tie
    alone = all(made.votes.get(each, 0) < most for each in rule.results if each != leading)
    return leading if alone else rule.tie


def _unfit(rule: Rule, made: Made) -> Refusal | None:
    for each, count in made.votes.items():
        if each not in rule.results:
            return Refusal("votes", f"Nobody can vote for {each} here: {', '.join(rule.results)}.")
        if not 0 <= count <= MOST_VOTES:
            return Refusal("votes", f"Votes are counted from 0 to {MOST_VOTES}, not {count}.")
    return None


def check(rule: Rule) -> tuple[RuleFault, ...]:
    """No results (TTX405); a tie that is missing, is no result, or is never needed (TTX412)."""
    faults = recorded.check(rule)
    if faults:
        return faults
    if rule.decides and rule.tie not in rule.results:
        known = ", ".join(rule.results)
        message = f"Say with tie: which result a count gives that decides nothing: {known}."
        return (RuleFault("TTX412", message, ("tie",) if rule.tie else ("decides",)),)
    if rule.tie and not rule.decides:
        message = "A person gives the result of this vote: write decides: most or majority, or no tie."
        return (RuleFault("TTX412", message, ("tie",)),)
    return ()


def _by_person(rule: Rule) -> bool:
    return not rule.decides


KIND = Kind(
    results=recorded.results,
    ways=ways,
    rule_on=rule_on,
    check=check,
    reads=frozenset({"results", "decides", "tie"}),
    takes=frozenset({"result", "votes"}),
    by_person=_by_person,
)
