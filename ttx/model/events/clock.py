"""The two clocks: pauses, the real-world stop, scenario time set by hand, the plan shifted."""

from __future__ import annotations

from typing import ClassVar, Literal

from ttx.frozen import dataclass
from ttx.model.records import Reason
from ttx.model.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Paused:
    """The exercise clock stands."""

    V: ClassVar[int] = 1
    kind: Literal["pause", "break"] = "pause"
    minutes: int | None = None
    reason: Reason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed:
    """The exercise clock runs again."""

    V: ClassVar[int] = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RealWorldStopped:
    """Play stopped because of the real world."""

    V: ClassVar[int] = 1
    reason: Words = Words("")


@dataclass(frozen=True, slots=True, kw_only=True)
class RealWorldLifted:
    """The stop was lifted; the session is then paused."""

    V: ClassVar[int] = 1
    reason: Words = Words("")


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioTimeSet:
    """Staff set scenario time by hand, minutes since D 00:00."""

    V: ClassVar[int] = 1
    time: int
    reason: Words = Words("")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanShifted:
    """Steps have another planned time; the script in the header is untouched."""

    V: ClassVar[int] = 1
    shifts: tuple[tuple[str, int], ...]
    """Step and its planned minute of exercise time."""
    how: Literal["slide", "compress", "drop", "by_hand"] = "slide"
    reason: Reason
