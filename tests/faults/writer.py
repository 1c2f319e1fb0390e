"""A process to be killed: appends events and prints each number once ``append`` has returned.

Arguments: the session file, and optionally at which write to die half way through, how many bytes in.
"""

import os
import signal
import sys
from itertools import count
from pathlib import Path

from ttx.model.events import Event, NoteTaken, SessionOpened
from ttx.model.words import Words
from ttx.store import create
from ttx.store.disk import Disk

NUMBERS = count()


class Dying(Disk):
    """Kills its own process in the middle of one write."""

    def __init__(self, at: int, reach: int) -> None:
        self.left = at
        self.reach = reach

    def write(self, fd: int, data: bytes) -> int:
        self.left -= 1
        if self.left == 0:
            super().write(fd, data[: self.reach])
            os.kill(os.getpid(), signal.SIGKILL)
        return super().write(fd, data)


def note(seq: int) -> Event:
    return Event(seq=seq, at="t", ms=seq, fact=NoteTaken(text=Words(f"note {seq} " + "x" * (seq * 37 % 900))))


def main(path: Path, at: int = 0, reach: int = 0) -> None:
    header = SessionOpened(version="1", scenario="s", title="t", seed="00")
    first = Event(seq=1, at="t", ms=0, fact=header)
    log = create(path, first, salts=lambda: f"{next(NUMBERS):x}", disk=Dying(at, reach))
    for seq in count(2):
        log.append(note(seq))
        sys.stdout.write(f"{seq}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
