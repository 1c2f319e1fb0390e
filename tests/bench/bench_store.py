"""What the session file costs: a durable append beside its bare primitive, opening beside reading."""

from __future__ import annotations

import os
import statistics
import tempfile
from collections.abc import Callable
from hashlib import sha256
from itertools import count
from pathlib import Path
from time import perf_counter

from ttx.model.events import (
    AnswerRecorded,
    Event,
    Fact,
    InjectReleased,
    NoteTaken,
    QuestionAsked,
    SessionOpened,
)
from ttx.model.position import Change, Op
from ttx.model.records import Grounds
from ttx.model.words import Words
from ttx.store import Log, create, open_log
from ttx.store.disk import DISK, Disk

_GROUNDS = Grounds(rationale=Words("the text says so in its third line"), confidence="medium")
_FACTS: tuple[Fact, ...] = (
    InjectReleased(inject="I-01", to=("rok", "us"), change=Change(done=("I-01",), released=("I-01",))),
    QuestionAsked(cell="rok", text=Words("How far has the unit moved?")),
    NoteTaken(text=Words("The second cell waits for the first."), tag="timing"),
    AnswerRecorded(
        decision="D-01",
        slot="D-01",
        cells=("rok",),
        said=Words("Consult first, then answer by evening."),
        coded="consult",
        value="consult",
        grounds=_GROUNDS,
        change=Change(answers=(("D-01", "consult"),), tracks=(Op("trust", "+=", 1, 0, 10),)),
    ),
)


class _Unsynced(Disk):
    """Fills large files quickly; what is measured is reading them."""

    def sync(self, fd: int) -> None:
        """Leave the bytes to the system."""


def run(appends: int = 600, sizes: tuple[int, ...] = (2_000, 100_000)) -> list[tuple[str, float, str]]:
    """What was measured, the ratio or the seconds, and against what."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        found = _append(Path(folder), appends)
        for size in sizes:
            found += _opening(Path(folder), size)
    return found


def _append(folder: Path, appends: int) -> list[tuple[str, float, str]]:
    """Median append over the median bare write and sync of the same bytes, taken in turns."""
    path = folder / "append.ttx.jsonl"
    bare = os.open(folder / "bare", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    ours: list[float] = []
    theirs: list[float] = []
    with _begun(path, DISK) as log:
        for seq in range(2, appends + 2):
            event = _event(seq)
            before = path.stat().st_size
            ours.append(_seconds(lambda event=event: log.append(event)))  # type: ignore[misc]
            line = b"x" * (path.stat().st_size - before)
            theirs.append(_seconds(lambda line=line: _write(bare, line)))  # type: ignore[misc]
    os.close(bare)
    mine, bare_one = statistics.median(ours), statistics.median(theirs)
    return [
        ("append, median", mine / bare_one, "times a bare write and fdatasync of the same bytes"),
        ("append, median, beyond the bare one", mine - bare_one, "seconds, whatever the disk"),
    ]


def _opening(folder: Path, size: int) -> list[tuple[str, float, str]]:
    path = folder / f"{size}.ttx.jsonl"
    with _begun(path, _Unsynced()) as log:
        for seq in range(2, size + 1):
            log.append(_event(seq))
    opening = min(_seconds(lambda: _open(path)) for _ in range(3))
    hashing = min(_seconds(lambda: sha256(path.read_bytes())) for _ in range(3))
    name = f"open {size:,} events verified"
    return [
        (name, opening, "seconds"),
        (name, opening / hashing, "times reading and hashing the bytes at one go"),
    ]


def _begun(path: Path, disk: Disk) -> Log:
    numbers = count()
    header = SessionOpened(version="0.1.0", scenario="bench", title="Bench", seed="00" * 32)
    first = Event(seq=1, at=_AT, ms=0, fact=header)
    return create(path, first, salts=lambda: f"{next(numbers):016x}", disk=disk)


def _event(seq: int) -> Event:
    return Event(seq=seq, at=_AT, ms=seq * 1000, fact=_FACTS[seq % len(_FACTS)])


def _open(path: Path) -> None:
    open_log(path, salts=lambda: "00").log.close()


def _write(fd: int, data: bytes) -> None:
    os.write(fd, data)
    getattr(os, "fdatasync", os.fsync)(fd)


def _seconds(job: Callable[[], object]) -> float:
    start = perf_counter()
    job()
    return perf_counter() - start


_AT = "2026-03-14T08:05:00.000Z"
