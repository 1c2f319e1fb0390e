"""What whole sessions without people came to: one at a time, and all of them counted."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from ttx.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One session as it ended."""

    number: int
    """1-based."""
    ending: str
    """Empty where something was refused before the end."""
    tracks: tuple[tuple[str, int | str], ...]
    """Final values."""
    answers: tuple[tuple[str, str], ...]
    """Slot and value of every answer, in the order recorded."""
    minutes: int
    """Exercise time."""
    events: int
    refused: str = ""
    """Why the engine took something that was chosen for no move; empty as it must be."""
    misfit: str = ""
    """Where the moves given did not fit any more, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How often an ending came, and its exact even-handed chance (None where it is not known)."""

    title: str
    count: int
    even: Fraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lengths:
    """Exercise time in minutes; the median is the lower one of two."""

    shortest: int
    median: int
    longest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """The sessions of one rehearsal, counted. Every mapping is in the order of the scenario."""

    scenario: str
    title: str
    marking: str
    """Says REHEARSAL."""
    seed: str
    """With it the same sessions come again."""
    how: str
    """How was chosen, in words."""
    asked: int
    played: int
    endings: Mapping[str, Ended]
    tracks: Mapping[str, Mapping[int | str, int]]
    """Track -> final value -> sessions."""
    decisions: Mapping[str, Mapping[str, int]]
    """Slot -> value -> answers; in a phase that repeats a slot is answered more than once."""
    lengths: Lengths
    events: int
    """On record, over all sessions."""
    refused: Mapping[str, tuple[int, ...]]
    """What was refused -> numbers of the sessions; empty as it must be."""
    misfits: Mapping[str, tuple[int, ...]]
    """Where the moves given did not fit -> numbers of the sessions."""
    unexplored: str = ""
    """Why no even-handed chances stand beside; empty where they do."""
