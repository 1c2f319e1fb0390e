"""Whether memory is flat through three days of play: 72 simulated hours of the console, mounted headless.

The clock is moved by a minute at a time and the console draws what its own timer would
draw; every five minutes something is recorded, every fourth time through a form that is opened, typed into and
saved by keys. The record itself grows, as it must: what the same events take without a console is
measured beside it. Caches of a fixed size fill within the first half.
"""

from __future__ import annotations

import asyncio
import gc
import tempfile
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path

from textual.pilot import Pilot

from ttx.loader import bundled
from ttx.model import commands as c
from ttx.model.words import Words
from ttx.services import checking
from ttx.services import session as sessions
from ttx.services.ports import Ports, ScriptedClock, SeededEntropy
from ttx.services.session import Session
from ttx.tui.app import TtxApp
from ttx.tui.console.screen import Console

_SCENARIO = bundled() / "scenarios" / "graduated-steps"
_SIZE = (120, 36)
_TICK = 60_000
_TICKS_OF_AN_EVENT = 5
_TICKS_OF_AN_HOUR = 60
_BY_KEYS = 4
"""Every so many events one is typed."""

Samples = list[tuple[int, int]]
"""(hour, bytes that Python holds), once an hour, after garbage is collected."""


def run(hours: int = 72) -> list[tuple[str, float, str]]:
    """What was measured, the ratio or the kilobytes, and against what."""
    tracemalloc.start()
    try:
        alone = _alone(hours)
        shown = asyncio.run(_with_console(hours))
    finally:
        tracemalloc.stop()
    name = f"{hours} simulated hours"
    first, last = shown[0][1], shown[-1][1]
    bare = slope(_second_half(alone))
    with_console = slope(_second_half(shown))
    return [
        (f"{name} of the console, at the end", last / first, "times the memory after the first"),
        (f"{name}, an hour of the second half", with_console / 1024, "kilobytes with the console"),
        (f"{name}, an hour of the second half", bare / 1024, "kilobytes of the record without it"),
        (
            f"{name}, what the console adds in an hour",
            (with_console - bare) / last,
            "of all it holds; 0 is flat",
        ),
    ]


def slope(samples: Sequence[tuple[int, int]]) -> float:
    """Bytes by which each further hour raises the line of least squares through the samples."""
    count = len(samples)
    if count < 2:
        return 0.0
    hour, held = (sum(each[at] for each in samples) / count for at in (0, 1))
    spread = sum((each[0] - hour) ** 2 for each in samples)
    return sum((each[0] - hour) * (each[1] - held) for each in samples) / spread


def _second_half(samples: Samples) -> Samples:
    return samples[len(samples) // 2 :]


def _begun(folder: Path) -> tuple[Session, ScriptedClock]:
    checked = checking.playable(_SCENARIO)
    assert checked.scenario is not None
    clock = ScriptedClock("2026-03-14T09:00:00Z")
    ports = Ports(clock, SeededEntropy("bench"))
    session = sessions.begin(checked.scenario, checked.files, folder / "hours.ttx.jsonl", ports)
    session.do(c.StartExercise())
    session.do(c.ReleaseInject(inject=next(iter(session.script.injects))))
    return session, clock


def _record(session: Session, number: int) -> None:
    """A remark, a move or a contact, in turn."""
    cells = tuple(session.scenario.cells)
    cell = cells[number % len(cells)]
    words = Words(f"Remark {number}: the second cell waits for the first and says so.")
    commands: tuple[Callable[[], c.Command], ...] = (
        lambda: c.TakeNote(text=words),
        lambda: c.RecordMove(cell=cell, said=words),
        lambda: c.Observe(text=words, cell=cell),
    )
    session.do(commands[number % len(commands)]())


def _held() -> int:
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


def _alone(hours: int) -> Samples:
    """The same events on a session that nobody looks at."""
    samples: Samples = []
    with tempfile.TemporaryDirectory() as folder:
        session, clock = _begun(Path(folder))
        for tick in range(1, hours * _TICKS_OF_AN_HOUR + 1):
            clock.advance(_TICK)
            if tick % _TICKS_OF_AN_EVENT == 0:
                _record(session, tick // _TICKS_OF_AN_EVENT)
            if tick % _TICKS_OF_AN_HOUR == 0:
                samples.append((tick // _TICKS_OF_AN_HOUR, _held()))
        session.close()
    return samples


async def _with_console(hours: int) -> Samples:
    samples: Samples = []
    with tempfile.TemporaryDirectory() as folder:
        session, clock = _begun(Path(folder))
        app = TtxApp(session)
        async with app.run_test(size=_SIZE) as pilot:
            await pilot.pause()
            console = next(screen for screen in app.screen_stack if isinstance(screen, Console))
            for tick in range(1, hours * _TICKS_OF_AN_HOUR + 1):
                clock.advance(_TICK)
                if tick % _TICKS_OF_AN_EVENT == 0:
                    await _something(pilot, console, tick // _TICKS_OF_AN_EVENT)
                console.tick()
                await asyncio.sleep(0)
                if tick % _TICKS_OF_AN_HOUR == 0:
                    await pilot.pause()
                    samples.append((tick // _TICKS_OF_AN_HOUR, _held()))
        session.close()
    return samples


async def _something(pilot: Pilot[None], console: Console, number: int) -> None:
    if number % _BY_KEYS:
        _record(console.session, number)
        console.show()
        return
    await pilot.press("n", *"waits", "enter")
    await pilot.pause()
