"""Playing a scenario along a file of moves into a session file: what ``play`` and ``demo`` share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ttx.cli import given, out
from ttx.diagnostics import Problem, has_errors
from ttx.errors import UsageError
from ttx.frozen import dataclass

if TYPE_CHECKING:
    from ttx.model.moves import Moves
    from ttx.services.checking import Checked
    from ttx.services.ports import Ports, ScriptedClock


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came of it; ``problems`` are why it did not come to an end, empty where it did."""

    title: str
    ending: str = ""
    events: int = 0
    seal: str = ""
    problems: tuple[Problem, ...] = ()


def play_out(source: Path, moves: Path, log: Path, *, seed: str | None, start: str | None) -> Result:
    """Play a scenario along its moves into a new session file.

    Args:
        source: the scenario.
        moves: the file of moves; its seed and start hold where none are given here.
        log: the session file, which must not exist.
        seed: with it, and a start, the same moves give the same bytes.
        start: ISO 8601, the moment the session file begins.

    Raises:
        UsageError: the scenario has errors, or the moves belong to another one.
        LogError: the session file exists or cannot be written.
    """
    from ttx.loader import load_moves
    from ttx.services import checking

    checked = checking.playable(source)
    assert checked.scenario is not None
    loaded = load_moves(moves)
    if loaded.moves is None or has_errors(loaded.problems):
        return Result(title=checked.scenario.title, problems=loaded.problems)
    if loaded.moves.scenario not in ("", checked.scenario.id):
        raise UsageError(
            f"These moves belong to {loaded.moves.scenario}, not to {checked.scenario.id}.",
            where=str(moves),
            next_step="Give the scenario they were written for.",
        )
    clock, ports = _ports(loaded.moves, seed, start)
    return _play(checked, loaded.moves, log, clock, ports)


def _ports(moves: Moves, seed: str | None, start: str | None) -> tuple[ScriptedClock, Ports]:
    """A clock that the moves drive, and entropy from the seed; without one, the system's own."""
    from ttx.services.ports import Ports, ScriptedClock, SeededEntropy, SystemEntropy, system

    begin = start or moves.start or system().clock.utc()
    try:
        clock = ScriptedClock(given.in_utc(begin))
    except ValueError:
        raise UsageError(
            f"The start {begin} is no moment.", next_step="Write it like 2026-03-14T09:00Z."
        ) from None
    chosen = seed if seed is not None else moves.seed
    return clock, Ports(clock, SystemEntropy() if chosen is None else SeededEntropy(chosen))


def _play(checked: Checked, moves: Moves, log: Path, clock: ScriptedClock, ports: Ports) -> Result:
    from ttx.services import playing, session

    assert checked.scenario is not None
    running = session.begin(checked.scenario, checked.files, log, ports, book=True)
    try:
        played = playing.play(running, moves.moves, clock)
        ended = running.state.ended
        titles = {e.id: e.title for e in checked.scenario.endings}
        return Result(
            title=checked.scenario.title,
            ending=f"{ended.ending}, {titles.get(ended.ending, '')}" if ended else "",
            events=len(running.events),
            seal=running.seal,
            problems=(played.stopped,) if played.stopped else (),
        )
    finally:
        running.close()


def complain(problems: Sequence[Problem], moves: Path, name: str) -> None:
    """Say on stderr what does not fit in a file of moves, with the line it stands in.

    Args:
        problems: what does not fit.
        moves: the file.
        name: what the user called it.
    """
    from ttx.render.problems import as_text

    text = moves.read_text(encoding="utf-8", errors="replace")
    shown = out.one_line(name)
    placed = tuple(replace(p, span=replace(p.span, file=shown)) for p in problems)
    out.note(as_text(placed, {shown: text}).rstrip("\n"))
