"""Commands about what else the room does: contacts, questions, disclosures, the wall, seats, notes."""

from __future__ import annotations

from typing import Literal

from ttx.frozen import dataclass
from ttx.model.records import Act, Level
from ttx.model.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordContact:
    """Who told, asked, agreed with or warned whom; ``cell`` or ``cell/seat``, or a voice."""

    from_: str
    to: str
    act: Act = "told"
    line: Words = Words("")
    level: Level = ""
    text: Words = Words("")


@dataclass(frozen=True, slots=True, kw_only=True)
class AskControl:
    """A cell asks Control."""

    cell: str
    text: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerQuestion:
    """Control answers; ``to`` empty is the asking cell alone."""

    of: int
    how: Literal["fact", "not_known", "voice", "later", "improvised"]
    fact: str | None = None
    text: Words = Words("")
    to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclose:
    """A cell came to know what was not addressed to it: an inject, ``private:CELL``, ``fact:ID``."""

    what: str
    to: tuple[str, ...]
    how: Literal["control", "given", "overheard", "mistake"]
    text: Words = Words("")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowOnWall:
    """Send something to the wall, to the whole room or to one cell's."""

    kind: Literal["inject", "decision", "options", "passage", "paraphrase", "text", "break"]
    what: str = ""
    to: str = "room"
    text: Words = Words("")


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankWall:
    """Show nothing on the wall but marking and clocks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeSeat:
    """Somebody takes a seat, or it changes hands."""

    cell: str
    seat: str
    office: Words = Words("")
    head: bool = False
    from_: Words = Words("")


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeNote:
    """A quick note."""

    text: Words
    tag: str = ""
    cell: str | None = None
    of: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark:
    """Mark this moment."""

    text: Words = Words("")
