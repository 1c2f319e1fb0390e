"""The course of the exercise: its start, injects, skipped steps, phases, slips, its end."""

from __future__ import annotations

from typing import ClassVar, Literal

from ttx.frozen import dataclass
from ttx.model.position import Change
from ttx.model.records import Reason
from ttx.model.words import Words

_NO_CHANGE = Change()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseStarted:
    """STARTEX: the opening was said and the clock runs."""

    V: ClassVar[int] = 1
    attribution: Literal["named", "role", "cell", "none"] = "cell"
    said: tuple[str, ...] = ()
    scenario_time: int | None = None
    change: Change = _NO_CHANGE


@dataclass(frozen=True, slots=True, kw_only=True)
class InjectReleased:
    """An inject was given to cells."""

    V: ClassVar[int] = 1
    inject: str
    to: tuple[str, ...] = ()
    scenario_time: int | None = None
    off_book: bool = False
    reason: Reason | None = None
    change: Change = _NO_CHANGE


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOut:
    """The inject was read to its end: latency counts from here."""

    V: ClassVar[int] = 1
    inject: str
    of: int = 0
    """Number of the event that released it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdHocReleased:
    """An inject that is not in the script was given to cells."""

    V: ClassVar[int] = 1
    inject: str
    to: tuple[str, ...]
    from_: Words = Words("")
    voice: str | None = None
    channel: Words = Words("")
    title: Words = Words("")
    text: Words = Words("")
    reason: Reason
    scenario_time: int | None = None
    change: Change = _NO_CHANGE


@dataclass(frozen=True, slots=True, kw_only=True)
class InjectCorrected:
    """Correction ``number`` (1-based) to an inject; the first text stays."""

    V: ClassVar[int] = 1
    inject: str
    of: int = 0
    """Number of the event that released it."""
    number: int
    text: Words
    read_aloud: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class StepSkipped:
    """A step of the book is left out."""

    V: ClassVar[int] = 1
    step: str
    reason: Reason
    change: Change = _NO_CHANGE


@dataclass(frozen=True, slots=True, kw_only=True)
class StepDeferred:
    """A step of the book is put off, behind the last one of its phase."""

    V: ClassVar[int] = 1
    step: str
    reason: Reason
    change: Change = _NO_CHANGE


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseEntered:
    """The phase before was closed and this one began."""

    V: ClassVar[int] = 1
    phase: str
    round: int = 1
    off_book: bool = False
    because: Words = Words("")
    scenario_time: int | None = None
    change: Change = _NO_CHANGE


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipTaken:
    """A private answer as a phase closes; ``slip`` is its 0-based index in the phase."""

    V: ClassVar[int] = 1
    phase: str
    slip: int
    cell: str | None = None
    text: Words = Words("")
    value: int | str | None = None
    change: Change = _NO_CHANGE


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseEnded:
    """ENDEX; ``proposed`` is the ending the conditions gave."""

    V: ClassVar[int] = 1
    ending: str
    proposed: str
    because: Words = Words("")
    change: Change = _NO_CHANGE


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackAdjusted:
    """Staff set a track by hand."""

    V: ClassVar[int] = 1
    track: str
    value: int | str
    of: int | None = None
    reason: Words = Words("")
    change: Change = _NO_CHANGE
