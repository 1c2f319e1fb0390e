"""Commands in, one event out, and the state that events fold to (design 6)."""

from ttx.engine.case import Moment, Record, Rejection
from ttx.engine.decide import decide
from ttx.engine.evolve import evolve, extend, replay
from ttx.engine.retract import STAYS
from ttx.engine.standing import refers_to, retracted, standing
from ttx.engine.view import CODER, ROOM, Shown, View, view_for

__all__ = [
    "CODER",
    "ROOM",
    "STAYS",
    "Moment",
    "Record",
    "Rejection",
    "Shown",
    "View",
    "decide",
    "evolve",
    "extend",
    "refers_to",
    "replay",
    "retracted",
    "standing",
    "view_for",
]
