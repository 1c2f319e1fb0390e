"""What people brought to a ruling, in words: reasons, a likelihood, votes, conditions."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.adjudication.estimate import spoken
from ttx.model.events import Ruled
from ttx.model.records import Vote
from ttx.model.rules import Rule


def brought(rule: Rule | None, fact: Ruled) -> Iterator[str]:
    """Short parts, in the order in which they are given: ``2 for, 1 against``; ``likely, 70 %``.

    Args:
        rule: the rule as the scenario has it; None where the scenario lacks it: ids stand instead.
        fact: the ruling.
    """
    if fact.for_ or fact.against:
        yield f"{len(fact.for_)} for, {len(fact.against)} against"
    if fact.word:
        yield f"{spoken(fact.word)}, {fact.percent} %"
    if fact.votes:
        yield "votes: " + ", ".join(_vote(v) for v in fact.votes)
    if rule is not None and rule.kind == "gate" and (fact.ticks or fact.read):
        yield from _gate(rule, fact)


def reasons(fact: Ruled) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The sides of an argument that were heard: ``For`` and ``Against``, each with its reasons."""
    for side, given in (("For", fact.for_), ("Against", fact.against)):
        if given:
            yield side, tuple(str(reason) for reason in given)


def _vote(vote: Vote) -> str:
    by = f" ({vote.by})" if vote.by.strip() else ""
    return f"{vote.result.replace('_', ' ')} {vote.count}{by}"


def _gate(rule: Rule, fact: Ruled) -> Iterator[str]:
    met = dict((*fact.ticks, *fact.read))
    missed = [c.text.rstrip(".") or c.id for c in rule.conditions if not met.get(c.id, False)]
    yield f"not met: {'; '.join(missed)}" if missed else "every condition met"
