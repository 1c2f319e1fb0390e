"""What starting costs: answers beside a bare interpreter, the first frame beside a minimal app.

Every pair is measured in turns in one run, so that a busy machine slows both.
"""

from __future__ import annotations

import os
import select
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

from tests.bench.installed import as_installed

_ROOT = Path(__file__).parents[2]
_MINIMAL = """\
from textual.app import App, ComposeResult
from textual.widgets import Static

class Minimal(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("Library")

Minimal().run()
"""
_FRAME = b"Library"
"""What stands in the first frame of both apps, and in nothing a terminal is sent before it."""
_SIZE = (36, 120)
_PATIENCE = 30.0


def run(times: int = 15, frames: int = 9) -> list[tuple[str, float, str]]:
    """What was measured, the ratio or the seconds, and against what."""
    with tempfile.TemporaryDirectory() as folder:
        found = _answers(folder, times)
        return found + _first_frame(folder, frames) if os.name == "posix" else found


def _answers(folder: str, times: int) -> list[tuple[str, float, str]]:
    found = []
    for option in ("--version", "--help"):
        mine, bare = _in_turns(
            lambda option=option: _call(folder, "-m", "ttx", option),  # type: ignore[misc]
            lambda: _call(folder, "-c", "pass"),
            times,
        )
        found += [
            (f"tabletop {option}", mine / bare, "times python -c pass"),
            (f"tabletop {option}", mine, "seconds"),
        ]
    return found


def _first_frame(folder: str, times: int) -> list[tuple[str, float, str]]:
    minimal = Path(folder) / "minimal.py"
    minimal.write_text(_MINIMAL, encoding="utf-8")
    mine, bare = _in_turns(lambda: _shown(folder, "-m", "ttx"), lambda: _shown(folder, str(minimal)), times)
    return [
        ("first frame of the library", mine / bare, "times that of an app with one line of text"),
        ("first frame of the library", mine, "seconds"),
    ]


def _in_turns(mine: Callable[[], float], bare: Callable[[], float], times: int) -> tuple[float, float]:
    """Medians of both, measured alternately; the first of each warms the disk and does not count."""
    pairs = [(mine(), bare()) for _ in range(times + 1)][1:]
    return statistics.median(m for m, _ in pairs), statistics.median(b for _, b in pairs)


def _call(folder: str, *arguments: str) -> float:
    start = perf_counter()
    subprocess.run([sys.executable, *arguments], env=_variables(folder), capture_output=True, check=True)
    return perf_counter() - start


def _shown(folder: str, *arguments: str) -> float:
    """Seconds until an app on a terminal of its own has drawn its first frame."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", *_SIZE, 0, 0))
    start = perf_counter()
    app = subprocess.Popen(
        [sys.executable, *arguments],
        env=_variables(folder),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    try:
        return _until_drawn(ours, start, arguments)
    finally:
        app.kill()
        app.wait()
        os.close(ours)
        os.close(theirs)


def _until_drawn(terminal: int, start: float, arguments: Sequence[str]) -> float:
    drawn = b""
    while _FRAME not in drawn:
        left = start + _PATIENCE - perf_counter()
        if left <= 0 or not select.select([terminal], [], [], left)[0]:
            raise TimeoutError(f"{' '.join(arguments)} drew nothing: {drawn[-500:]!r}")
        drawn += os.read(terminal, 65536)
    return perf_counter() - start


def _variables(folder: str) -> dict[str, str]:
    return {**as_installed(), "TTX_DATA": folder, "PYTHONPATH": str(_ROOT), "TERM": "xterm-256color"}
