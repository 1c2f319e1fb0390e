"""Commands of the course: start, injects, skipped steps, tracks, phases, slips, the end."""

from __future__ import annotations

from typing import Literal

from ttx.frozen import dataclass
from ttx.model.records import Reason
from ttx.model.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class StartExercise:
    """STARTEX: the first phase begins and the clock runs."""

    attribution: Literal["named", "role", "cell", "none"] = "cell"
    said: tuple[str, ...] = ()
    """Which parts of the opening were said, by their ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseInject:
    """Give an inject; out of its turn it takes a reason."""

    inject: str
    reason: Reason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkReadOut:
    """The inject was read to its end."""

    inject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseAdHoc:
    """Give an inject that is not in the script."""

    to: tuple[str, ...]
    text: Words
    title: Words = Words("")
    from_: Words = Words("")
    voice: str | None = None
    channel: Words = Words("")
    reason: Reason = Reason()
    scenario_time: int | None = None
    """Minutes since D 00:00; None leaves scenario time as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectInject:
    """Correct the text of an inject that was released; the first text stays on record."""

    inject: str
    text: Words
    read_aloud: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SkipStep:
    """Leave a step out."""

    step: str
    reason: Reason = Reason()


@dataclass(frozen=True, slots=True, kw_only=True)
class DeferStep:
    """Put a step off, behind the last one of its phase."""

    step: str
    reason: Reason = Reason()


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjustTrack:
    """Set a track by hand."""

    track: str
    value: int | str
    reason: Words
    of: int | None = None
    """The event it follows from, where there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterPhase:
    """Close this phase and begin one; None is the one that follows on the book."""

    phase: str | None = None
    because: Words = Words("")
    leave_open: bool = False
    """Go on although decisions wait for an answer or a ruling."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndExercise:
    """ENDEX; None is the ending the conditions give."""

    ending: str | None = None
    because: Words = Words("")
    leave_open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeSlip:
    """Type in a slip; ``slip`` is its 0-based index in the phase."""

    slip: int
    cell: str | None = None
    text: Words = Words("")
    value: int | str | None = None
