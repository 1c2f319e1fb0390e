"""Clock and entropy: the two things a session takes from outside besides its files.

The only module that reads a clock or asks the system for randomness. Scripted ones give the same
values for the same start and seed, so that the same moves give the same bytes.
"""

from __future__ import annotations

import hashlib
import os
import time
from datetime import UTC, datetime, timedelta
from typing import Protocol

from ttx.frozen import dataclass


class Clock(Protocol):
    """Says what time it is, and how much of it passed."""

    def utc(self) -> str:
        """UTC, ISO 8601 with milliseconds and ``Z``."""
        ...

    def monotonic(self) -> int:
        """Milliseconds that never run backwards; only differences mean something."""
        ...


class Entropy(Protocol):
    """Gives bytes nobody can guess, or, seeded, the same ones every time."""

    kind: str
    """``system`` or ``seeded``."""

    def take(self, count: int) -> bytes:
        """The next ``count`` bytes."""
        ...


class SystemClock:
    """The machine's clock."""

    def utc(self) -> str:
        """The time now."""
        return stamp(datetime.fromtimestamp(time.time_ns() / 1e9, UTC))

    def monotonic(self) -> int:
        """Milliseconds since some moment of this boot."""
        return time.monotonic_ns() // 1_000_000


class ScriptedClock:
    """A clock that stands until it is moved."""

    def __init__(self, start: str) -> None:
        self._start = datetime.fromisoformat(start)
        self._ms = 0

    def utc(self) -> str:
        """The start, and what was added to it."""
        return stamp(self._start + timedelta(milliseconds=self._ms))

    def monotonic(self) -> int:
        """Milliseconds added so far."""
        return self._ms

    def advance(self, ms: int) -> None:
        """Let ``ms`` milliseconds pass."""
        self._ms += ms


class SystemEntropy:
    """The system's own randomness."""

    kind = "system"

    def take(self, count: int) -> bytes:
        """Bytes nobody can guess."""
        return os.urandom(count)


class SeededEntropy:
    """Bytes that follow from a seed: SHA-256 over the seed and a counter, in order."""

    kind = "seeded"

    def __init__(self, seed: str) -> None:
        self._seed = seed.encode("utf-8")
        self._count = 0
        self._left = b""

    def take(self, count: int) -> bytes:
        """The next bytes of the sequence."""
        while len(self._left) < count:
            self._left += hashlib.sha256(self._seed + b"\n" + str(self._count).encode()).digest()
            self._count += 1
        taken, self._left = self._left[:count], self._left[count:]
        return taken


@dataclass(frozen=True, slots=True)
class Ports:
    """What a session takes from outside."""

    clock: Clock
    entropy: Entropy

    def salt(self) -> str:
        """A salt for one stored text: 16 hex digits."""
        return self.entropy.take(8).hex()


def system() -> Ports:
    """The machine's own clock and randomness."""
    return Ports(SystemClock(), SystemEntropy())


def between(before: str, now: str) -> int:
    """Milliseconds from one stamp to another; 0 where the clock was set back."""
    passed = datetime.fromisoformat(now) - datetime.fromisoformat(before)
    return max(0, round(passed.total_seconds() * 1000))


def stamp(moment: datetime) -> str:
    """UTC with milliseconds: ``2026-03-14T08:05:00.000Z``."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
