"""What a report costs: a long session to each format, start-up included, and whether it is linear."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from itertools import count
from pathlib import Path
from time import perf_counter

from tests.bench.installed import as_installed
from ttx.model.events import ContactMade, Event, Fact, NoteTaken, QuestionAnswered, QuestionAsked
from ttx.model.words import Words
from ttx.store import open_log

_FORMATS = ("md", "html", "docx", "xlsx")
_SIZES = (2_000, 8_000)
_FACTS: tuple[Fact | None, ...] = (
    ContactMade(
        from_="rok_defence", to="unc", act="told", line=Words("duty line"), text=Words("Shots were heard.")
    ),
    QuestionAsked(cell="us", text=Words("How far has the unit moved?")),
    None,
    NoteTaken(text=Words("The second cell waits for the first."), tag="timing"),
)


def run() -> list[tuple[str, float, str]]:
    """Seconds for each format, and what an event of the longer session costs beside one of the shorter."""
    rows: list[tuple[str, float, str]] = []
    with tempfile.TemporaryDirectory() as folder:
        logs = [_session(Path(folder) / str(size), size) for size in _SIZES]
        for form in _FORMATS:
            short, long = (_seconds(log, form) for log in logs)
            ratio = (long / _SIZES[1]) / (short / _SIZES[0])
            rows += [
                (f"report of {_SIZES[0]:,} events to {form}", short, "seconds, start-up included"),
                (
                    f"report event of {_SIZES[1]:,} beside one of {_SIZES[0]:,}, {form}",
                    ratio,
                    "times; 1 is linear",
                ),
            ]
    return rows


def _session(folder: Path, size: int) -> Path:
    """The demo's session, gone on with so that it has so many events."""
    folder.mkdir()
    subprocess.run([sys.executable, "-m", "ttx", "demo"], cwd=folder, check=True, capture_output=True)
    path = folder / "demo.ttx.jsonl"
    salts = count()
    opened = open_log(path, salts=lambda: f"{next(salts):016x}")
    last = opened.events[-1]
    with opened.log as log:
        for seq in range(last.seq + 1, size + 1):
            fact = _FACTS[seq % len(_FACTS)] or _reply(seq - 1)
            log.append(Event(seq=seq, at=last.at, ms=last.ms + seq, fact=fact))
    return path


def _reply(of: int) -> Fact:
    return QuestionAnswered(of=of, how="improvised", text=Words("Nobody of ours has seen it move."))


def _seconds(log: Path, form: str) -> float:
    """The better of two runs of the command."""
    call = [sys.executable, "-m", "ttx", "report", str(log), "-o", str(log.with_suffix(f".{form}"))]
    return min(_once(call) for _ in range(2))


def _once(call: list[str]) -> float:
    begun = perf_counter()
    subprocess.run(call, check=True, capture_output=True, env=as_installed())
    return perf_counter() - begun
