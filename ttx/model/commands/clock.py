"""Commands about the two clocks and the plan."""

from __future__ import annotations

from typing import Literal

from ttx.frozen import dataclass
from ttx.model.records import Reason
from ttx.model.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """Stop the exercise clock; a break may name its minutes."""

    kind: Literal["pause", "break"] = "pause"
    minutes: int | None = None
    reason: Reason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumePlay:
    """The exercise clock runs again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StopRealWorld:
    """Stop play because of the real world."""

    reason: Words = Words("")


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftStop:
    """Lift the stop; the session is then paused."""

    reason: Words = Words("")


@dataclass(frozen=True, slots=True, kw_only=True)
class SetScenarioTime:
    """Set scenario time by hand, minutes since D 00:00."""

    time: int
    reason: Words = Words("")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftRest:
    """Give steps another planned time; the script stays as it is."""

    shifts: tuple[tuple[str, int], ...]
    """Step and its planned minute of exercise time."""
    how: Literal["slide", "compress", "drop", "by_hand"] = "slide"
    reason: Reason = Reason()


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeSession:
    """The file was opened again after ``away_ms``."""

    away_ms: int = 0
    counted: bool = False
