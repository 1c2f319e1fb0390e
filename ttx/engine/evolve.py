"""Events to state: a fold that evaluates no condition and draws nothing.

``evolve`` is total on events that ``decide`` made. The ledger folds over every event, the rest
over standing ones; taking back and overruling therefore refold, everything else goes on.
"""

from __future__ import annotations

from collections.abc import Sequence

from ttx.engine.fold import FOLDS
from ttx.engine.ledger import entered
from ttx.engine.standing import standing
from ttx.frozen import replace
from ttx.model.events import Event, Overruled, Retracted
from ttx.model.state import State


def evolve(state: State, event: Event) -> State:
    """The state after one more event, which neither takes back nor overrules another."""
    folded = _folded(state, event)
    return replace(folded, ledger=entered(state.ledger, event))


def extend(state: State, events: Sequence[Event]) -> State:
    """The state after the last of ``events``; refolds where it changes what stands."""
    last = events[-1]
    if isinstance(last.fact, Retracted | Overruled):
        return replay(events)
    return evolve(state, last)


def replay(events: Sequence[Event]) -> State:
    """The state that the whole record folds to."""
    state = State()
    for event in standing(events):
        state = _folded(state, event)
    ledger = State().ledger
    for event in events:
        ledger = entered(ledger, event)
    return replace(state, ledger=ledger)


def _folded(state: State, event: Event) -> State:
    fold = FOLDS.get(type(event.fact))
    return state if fold is None else fold(state, event)
