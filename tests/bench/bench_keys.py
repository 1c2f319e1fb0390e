"""What a key costs until its frame is drawn, on a session of many events, beside an app that does nothing.

Both run headless in one process, in turns, so that a busy machine slows both.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

from textual.app import App, ComposeResult
from textual.events import Key
from textual.widgets import Input

from ttx.loader import bundled
from ttx.model import commands as c
from ttx.model.words import Words
from ttx.services import checking
from ttx.services import session as sessions
from ttx.services.ports import Ports, ScriptedClock, SeededEntropy
from ttx.services.session import Session
from ttx.tui.app import TtxApp

_SCENARIO = bundled() / "scenarios" / "graduated-steps"
_SIZE = (120, 36)
_QUIET = 0.03
"""Seconds without a frame after which a key has had all of its frames."""
_PATIENCE = 1.0
_KEYS = (
    *(("cursor", key) for key in ("down", "down", "up", "up")),
    ("sheet opened", "m"),
    ("sheet closed", "escape"),
    ("strip opened", "n"),
    *(("letter", key) for key in "abcdef"),
    *(("letter", "backspace") for _ in range(6)),
    ("strip closed", "escape"),
)
_KINDS = tuple(dict.fromkeys(kind for kind, _ in _KEYS))


class _Bare(App[None]):
    """One field and nothing else."""

    def compose(self) -> ComposeResult:
        yield Input()


class _Frames:
    """When the frames of an app were drawn."""

    def __init__(self, app: App[Any]) -> None:
        self.app = app
        self.last = 0.0
        drawn = app._display

        def seen(*given: Any, **named: Any) -> None:
            drawn(*given, **named)
            self.last = perf_counter()

        app._display = seen  # type: ignore[method-assign]

    async def after(self, key: str) -> float:
        """Seconds from a key to the last of the frames that it brought about; 0 where it brought none."""
        begun = perf_counter()
        self.app.post_message(Key(key, key if len(key) == 1 else None))
        while self.last < begun and perf_counter() - begun < _PATIENCE:  # noqa: ASYNC110 - a frame sets no event
            await asyncio.sleep(0.0005)
        while perf_counter() - self.last < _QUIET:  # noqa: ASYNC110 - likewise
            await asyncio.sleep(0.0005)
        return max(0.0, self.last - begun)


def run(events: int = 2_000, rounds: int = 40) -> list[tuple[str, float, str]]:
    """What was measured, the seconds or the ratio, and against what."""
    with tempfile.TemporaryDirectory() as folder:
        session = long_session(Path(folder), events)
        try:
            found, bare = asyncio.run(_measured(session, rounds))
        finally:
            session.close()
    every = [each for kind in _KINDS for each in found[kind]]
    rows = []
    for name, times in (*found.items(), ("any key", every)):
        rows += [
            (f"{name}, {events:,} events", _at(times, 0.5), "seconds, median key to frame"),
            (f"{name}, {events:,} events", _at(times, 0.95), "seconds, 95th percentile"),
        ]
    rows.append(
        (f"any key, {events:,} events", _at(every, 0.95) / _at(bare, 0.95), "times that of a bare field")
    )
    return rows


def long_session(folder: Path, events: int) -> Session:
    """Graduated Steps in its first phase with so many events on record, most of them notes and moves."""
    checked = checking.playable(_SCENARIO)
    assert checked.scenario is not None
    ports = Ports(ScriptedClock("2026-03-14T09:00:00Z"), SeededEntropy("bench"))
    session = sessions.begin(checked.scenario, checked.files, folder / "long.ttx.jsonl", ports)
    session.do(c.StartExercise())
    session.do(c.ReleaseInject(inject=next(iter(session.script.injects))))
    cells = tuple(checked.scenario.cells)
    while len(session.events) < events:
        n = len(session.events)
        words = Words(f"Remark {n}: the second cell waits for the first and says so.")
        cell = cells[n % len(cells)]
        session.do(c.TakeNote(text=words) if n % 3 else c.RecordMove(cell=cell, said=words))
    return session


async def _measured(session: Session, rounds: int) -> tuple[dict[str, list[float]], list[float]]:
    """Seconds of each kind of key, and of a letter in the bare app: a third before, in the middle, and after."""
    found: dict[str, list[float]] = {kind: [] for kind in _KINDS}
    bare: list[float] = []
    for part in range(3):
        bare += await _letters(rounds * 2)
        if part == 2:
            break
        app = TtxApp(session)
        async with app.run_test(size=_SIZE) as pilot:
            await pilot.pause()
            frames = _Frames(app)
            for _ in range(rounds // 2):
                for kind, key in _KEYS:
                    found[kind].append(await frames.after(key))
    return found, bare


async def _letters(times: int) -> list[float]:
    app = _Bare()
    async with app.run_test(size=_SIZE) as pilot:
        await pilot.pause()
        frames = _Frames(app)
        return [await frames.after("x") for _ in range(times)]


def _at(times: Sequence[float], share: float) -> float:
    ordered = sorted(each for each in times if each)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0
