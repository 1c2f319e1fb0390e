"""Consensus: the room says whether it agrees, in one of the authored results."""

from __future__ import annotations

from ttx.adjudication import recorded
from ttx.adjudication.values import Kind

KIND = Kind(
    results=recorded.results,
    ways=recorded.ways,
    rule_on=recorded.rule_on,
    check=recorded.check,
    reads=frozenset({"results"}),
    takes=frozenset({"result"}),
    by_person=recorded.by_person,
)
