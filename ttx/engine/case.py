"""What a decision of the engine rests on: the script, the record so far, the moment.

Refused moves are values: a code that programs read and a reason in the user's words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from ttx.course import Script
from ttx.engine.standing import retracted
from ttx.frozen import dataclass
from ttx.model.events import Event, Fact
from ttx.model.position import Position
from ttx.model.state import State

F = TypeVar("F", bound=Fact)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When and in which hat something is done."""

    at: str
    """UTC, ISO 8601 with milliseconds."""
    ms: int
    """Exercise time in milliseconds."""
    hat: str = "controller"
    true_at: int | None = None
    """Exercise time (ms) at which it really happened, for a late entry."""

    @property
    def happened(self) -> int:
        """Exercise time (ms) at which it happened."""
        return self.ms if self.true_at is None else self.true_at


@dataclass(frozen=True, slots=True)
class Rejection:
    """A move that is refused; the reason is a sentence for the person who asked."""

    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Record:
    """A session so far: its events, numbered from 1 without a gap, and what they fold to."""

    events: Sequence[Event]
    state: State


@dataclass(frozen=True, slots=True)
class Case:
    """One command's surroundings."""

    script: Script
    record: Record
    moment: Moment

    @property
    def state(self) -> State:
        """The state the command meets."""
        return self.record.state

    @property
    def position(self) -> Position:
        """Where the exercise stands on its course."""
        return self.record.state.position

    def find(self, number: int, kind: type[F]) -> F | None:
        """The standing fact of that number, if it is of that kind.

        A number that does not exist, was taken back or names another kind gives None.
        """
        if not 1 <= number <= len(self.record.events):
            return None
        fact = self.record.events[number - 1].fact
        if not isinstance(fact, kind) or number in retracted(self.record.events):
            return None
        return fact

    def unknown_cells(self, cells: Sequence[str]) -> tuple[str, ...]:
        """Those names that are no cell of this scenario."""
        return tuple(c for c in cells if c not in self.script.scenario.cells)


def no_such(what: str, name: str) -> Rejection:
    """There is nothing of that name."""
    return Rejection("unknown", f"There is no {what} {name} in this scenario.")
