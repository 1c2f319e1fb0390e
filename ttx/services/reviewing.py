"""A session file looked through event by event: how everything stood after any of them. Writes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from ttx.course import Script
from ttx.engine import Record, View, extend, replay, view_for
from ttx.errors import LogDamagedError, LogError
from ttx.frozen import dataclass
from ttx.model.events import Bookmarked, Event, PhaseEntered
from ttx.model.scenario import Scenario
from ttx.model.state import State
from ttx.services.logs import fork_at
from ttx.services.ports import Ports
from ttx.services.session import scenario_of
from ttx.store import SUFFIX, read_whole

_EVERY = 64
"""Events between two states that are kept, so that no step has to begin at the first event."""


class Stands(Protocol):
    """What a pane reads of a session, played now or looked at afterwards."""

    @property
    def scenario(self) -> Scenario:
        """What is played."""

    @property
    def state(self) -> State:
        """Where it stands."""

    @property
    def events(self) -> Sequence[Event]:
        """What is on record, event n at index n - 1."""


@dataclass(frozen=True, slots=True)
class Then:
    """A session as it stood after one of its events."""

    script: Script
    events: Sequence[Event]
    """Up to and with that event."""
    state: State

    @property
    def scenario(self) -> Scenario:
        """The scenario as the file's first line holds it."""
        return self.script.scenario

    @property
    def last(self) -> Event:
        """The event after which it stood like this."""
        return self.events[-1]

    def view(self, audience: str) -> View:
        """What a cell or the room could see then."""
        return view_for(self.script, Record(self.events, self.state), audience)


class Review:
    """A session file that is looked through; one that is damaged, up to the line before the damage."""

    def __init__(self, path: Path) -> None:
        """Read and verify it.

        Raises:
            LogError: it is missing, of a later version, or damaged in its first line.
        """
        read = read_whole(path)
        if not read.events:
            raise read.damage or LogError(
                "This file holds no session.",
                where=str(path),
                next_step="Check that this is a session file (NAME.ttx.jsonl).",
            )
        self.path = path
        self.damage: LogDamagedError | None = read.damage
        """What is wrong with the line after the last that is shown."""
        self.script = Script(scenario_of(read.events, str(path)))
        self.events = read.events
        self._kept: dict[int, State] = {}

    def at(self, number: int) -> Then:
        """How everything stood after event ``number`` (1-based; the nearest there is)."""
        number = min(max(1, number), len(self.events))
        known = number - number % _EVERY
        state = self._state(known) if known else None
        for n in range(known + 1, number + 1):
            before = self.events[:n]
            state = extend(state, before) if state is not None else replay(before)
        assert state is not None
        return Then(self.script, self.events[:number], state)

    def landmark(self, number: int, by: int) -> int | None:
        """The phase or bookmark next after event ``number``, or before it where ``by`` is negative."""
        found = [e.seq for e in self.events if isinstance(e.fact, Bookmarked | PhaseEntered)]
        return next((n for n in found[::by] if (n - number) * by > 0), None)

    def fork(self, number: int, ports: Ports) -> Path:
        """A new session file beside this one that ends with event ``number``; gives its path.

        Raises:
            LogError: it cannot be written.
        """
        stem = self.path.name.removesuffix(SUFFIX)
        names = (f"{stem}-from-{number}{more}{SUFFIX}" for more in ("", *(f"-{n}" for n in range(2, 1000))))
        to = next(p for name in names if not (p := self.path.with_name(name)).exists())
        fork_at(self.path, number, to, ports)
        return to

    def _state(self, number: int) -> State:
        """The state after a multiple of ``_EVERY`` events."""
        if number not in self._kept:
            self._kept[number] = replay(self.events[:number])
        return self._kept[number]
