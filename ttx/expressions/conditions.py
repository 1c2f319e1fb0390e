"""Conditions from text to a checked tree."""

from __future__ import annotations

from ttx.expressions.check import Checker
from ttx.expressions.scope import Fault, Scope
from ttx.expressions.syntax import read
from ttx.model.conditions import When


def parse(text: str, scope: Scope) -> When | tuple[Fault, ...]:
    """The condition a text names, or everything wrong with it (offsets 0-based in ``text``)."""
    raw = read(text)
    if isinstance(raw, tuple):
        return raw
    checker = Checker(scope)
    tree = checker.truth(raw)
    faults = checker.faults.in_order()
    if faults or tree is None:
        return faults
    return When(text, tree)
