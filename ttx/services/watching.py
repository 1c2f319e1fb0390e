"""Watching a session that another window writes: what the wall of the room, or of a cell, shows now.

The file is only read, nobody waits. Everything shown comes from ``view_for``: no event, state or
field of staff's leaves this module.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from ttx.course import Script
from ttx.engine import ROOM, Record, Shown, replay, view_for
from ttx.errors import LogError, UsageError
from ttx.frozen import dataclass
from ttx.model.events import Paused
from ttx.model.scenario import Calendar
from ttx.model.state import Status
from ttx.services.ports import Ports, between
from ttx.services.session import scenario_of
from ttx.store import Presence, is_held
from ttx.store.scan import Scan, scan, scan_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What stands on a wall at one moment."""

    marking: str
    title: str
    audience: str
    """``room``, or a cell's tag."""
    phase: str
    calendar: Calendar
    scenario_time: int | None
    """Minutes since D 00:00."""
    elapsed_ms: int
    """Exercise time."""
    status: Status
    back_at: str = ""
    """``13:05`` by the clock of this machine, where a break has an end."""
    shown: Shown | None = None
    asked: str = ""
    """Names of the cells that the decision shown was put to."""
    left_ms: int | None = None
    """What is left to answer it; negative beyond its minutes."""
    holding: bool = False
    """Nobody is writing the session: this is the last picture."""
    practice: bool = False


class Watch:
    """Follows one session file for one audience.

    Raises:
        LogError: the file is missing, damaged or of a later version.
        UsageError: there is no such translation; or the audience is neither ``room`` nor a cell, by id
            or tag.
    """

    def __init__(self, path: Path, audience: str, ports: Ports, lang: str | None = None) -> None:
        self._ports = ports
        self._scan = _whole(scan(path))
        self._script = Script(scenario_of(self._scan.events, str(path), lang))
        self._audience = _audience(self._script, audience)
        self._state = replay(self._scan.events)
        self._last: Picture | None = None
        self._touched: tuple[int, int, int] | None = None

    def announce(self) -> Presence:
        """Let the console know that a wall is open, until it is closed or its process is gone."""
        return Presence(self._scan.path, f"wall-{self._audience}")

    def look(self) -> Picture:
        """The picture now. What cannot be read any more leaves the last one standing, marked so."""
        try:
            self._read_on()
        except LogError:
            if self._last is None:
                raise
            return replace(self._last, holding=True)
        self._last = self._picture()
        return self._last

    def _read_on(self) -> None:
        """Read what came since; a file that nobody touched is left alone."""
        touched = _touched(self._scan.path)
        if touched == self._touched and touched is not None:
            return
        now = _whole(scan_on(self._scan))
        self._touched = touched
        if now is not self._scan:
            self._scan, self._state = now, replay(now.events)

    def _picture(self) -> Picture:
        script, state = self._script, self._state
        view = view_for(script, Record(self._scan.events, state), self._audience)
        held = is_held(self._scan.path)
        cell = script.scenario.cells.get(self._audience)
        shown = view.on_wall
        return Picture(
            marking=script.scenario.marking or "EXERCISE",
            title=script.scenario.title,
            audience=cell.tag if cell else ROOM,
            phase=str(view.phase.get("title", "")),
            calendar=script.scenario.calendar,
            scenario_time=view.scenario_time,
            elapsed_ms=self._elapsed(held=held),
            status=state.status,
            back_at=self._back_at() if state.status == "break" else "",
            shown=shown,
            asked=", ".join(script.scenario.cells[c].name for c in shown.fields.get("to", ()))
            if shown and shown.kind in ("decision", "options")
            else "",
            left_ms=self._left(shown, held=held) if shown else None,
            holding=not held and state.status != "ended",
            practice=state.practice,
        )

    def _elapsed(self, *, held: bool) -> int:
        """Exercise time; it stands where nobody is writing, as it will when the session is resumed."""
        last = self._scan.events[-1]
        running = self._state.status == "running" and held
        return last.ms + (between(last.at, self._ports.clock.utc()) if running else 0)

    def _back_at(self) -> str:
        begun = next((e for e in reversed(self._scan.events) if isinstance(e.fact, Paused)), None)
        if begun is None or self._state.break_minutes is None:
            return ""
        back = datetime.fromisoformat(begun.at) + timedelta(minutes=self._state.break_minutes)
        return f"{back.astimezone():%H:%M}"

    def _left(self, shown: Shown, *, held: bool) -> int | None:
        """Of a decision that is open: its minutes less what has passed since it was put."""
        decision = self._script.decisions.get(shown.id)
        put = self._state.decisions.get(shown.id)
        if decision is None or put is None or shown.kind not in ("decision", "options"):
            return None
        if not decision.minutes or put.stage not in ("put", "cells", "plenary"):
            return None
        minutes = self._script.scenario.room_minutes(decision.minutes)
        return minutes * 60_000 - (self._elapsed(held=held) - put.put_ms)


def _touched(path: Path) -> tuple[int, int, int] | None:
    """What changes where a file is written or replaced; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def _whole(found: Scan) -> Scan:
    """A scan that may be shown: a torn last line is a write under way."""
    damage = found.damage()
    if damage is not None:
        raise damage
    return found


def _audience(script: Script, asked: str) -> str:
    if asked.casefold() in ("", ROOM, "all"):
        return ROOM
    cells = script.scenario.cells.values()
    for cell in cells:
        if asked.casefold() in (cell.id.casefold(), cell.tag.casefold()):
            return cell.id
    raise UsageError(
        f"There is no cell {asked} in this session.",
        next_step=f"Say room, or one of: {', '.join(f'{c.tag} ({c.id})' for c in cells)}.",
    )
