"""The part of a state that nothing takes back: event numbers, dice drawn, what each cell heard."""

from __future__ import annotations

from ttx.frozen import replace
from ttx.model.events import (
    AdHocReleased,
    Disclosed,
    Event,
    InjectReleased,
    QuestionAnswered,
    Retracted,
    Ruled,
)
from ttx.model.state import Ledger


def entered(ledger: Ledger, event: Event) -> Ledger:
    """The ledger after one more event."""
    fact = event.fact
    after = Ledger(seq=event.seq, dice=ledger.dice, heard=ledger.heard)
    match fact:
        case Ruled(drawn=drawn) if drawn:
            return replace(after, dice=ledger.dice + drawn)
        case InjectReleased(inject=inject, to=to) | AdHocReleased(inject=inject, to=to):
            return _heard(after, inject, to)
        case Disclosed(what=what, to=to):
            return _heard(after, what, to)
        case QuestionAnswered(fact=known, to=to) if known:
            return _heard(after, f"fact:{known}", to)
        case Retracted(unheard=unheard) if unheard:
            return _unheard(after, unheard)
        case _:
            return after


def _heard(ledger: Ledger, what: str, to: tuple[str, ...]) -> Ledger:
    before = ledger.heard.get(what, ())
    return replace(ledger, heard={**ledger.heard, what: (*before, *(c for c in to if c not in before))})


def _unheard(ledger: Ledger, pairs: tuple[tuple[str, str], ...]) -> Ledger:
    """Handed out but never read: staff say so as they take it back."""
    gone = set(pairs)
    heard = {what: tuple(c for c in cells if (what, c) not in gone) for what, cells in ledger.heard.items()}
    return replace(ledger, heard=heard)
