"""Results that a kind of rule always has: an author may only put them in words."""

from __future__ import annotations

from collections.abc import Collection

from ttx.adjudication.values import RuleFault
from ttx.model.rules import Rule


def check_words(rule: Rule, results: Collection[str]) -> tuple[RuleFault, ...]:
    """Words for anything but the results of the kind. TTX413."""
    return tuple(
        RuleFault("TTX413", f"A rule of kind {rule.kind} gives {' or '.join(results)}.", ("results", each))
        for each in rule.results
        if each not in results
    )
