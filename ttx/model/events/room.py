"""What the room did besides deciding: contacts, questions, disclosures, the wall, seats, notes."""

from __future__ import annotations

from typing import ClassVar, Literal

from ttx.frozen import dataclass
from ttx.model.position import Change
from ttx.model.records import Act, Level
from ttx.model.words import Words

_NO_CHANGE = Change()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactMade:
    """Who told, asked, agreed with or warned whom; ``cell`` or ``cell/seat``."""

    V: ClassVar[int] = 1
    from_: str
    to: str
    act: Act = "told"
    line: Words = Words("")
    level: Level = ""
    text: Words = Words("")
    change: Change = _NO_CHANGE


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionAsked:
    """A cell asks Control."""

    V: ClassVar[int] = 1
    cell: str
    text: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionAnswered:
    """Control's answer; ``to`` is the asking cell alone unless staff said otherwise."""

    V: ClassVar[int] = 1
    of: int
    how: Literal["fact", "not_known", "voice", "later", "improvised"]
    fact: str | None = None
    text: Words = Words("")
    to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosed:
    """A cell came to know something that was not addressed to it."""

    V: ClassVar[int] = 1
    what: str
    """An inject's id, ``private:CELL`` for a brief, or ``fact:ID``."""
    to: tuple[str, ...]
    how: Literal["control", "given", "overheard", "mistake"]
    text: Words = Words("")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownOnWall:
    """Something was sent to the wall."""

    V: ClassVar[int] = 1
    kind: Literal["inject", "decision", "options", "passage", "paraphrase", "text", "break"]
    what: str = ""
    to: str = "room"
    text: Words = Words("")


@dataclass(frozen=True, slots=True, kw_only=True)
class WallBlanked:
    """The wall shows nothing but marking and clocks."""

    V: ClassVar[int] = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatTaken:
    """Somebody takes a seat, or it changes hands; person names stay in the people file."""

    V: ClassVar[int] = 1
    cell: str
    seat: str
    office: Words = Words("")
    head: bool = False
    from_: Words = Words("")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteTaken:
    """A quick note with a tag."""

    V: ClassVar[int] = 1
    text: Words
    tag: str = ""
    cell: str | None = None
    of: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmarked:
    """A moment somebody wants to find again."""

    V: ClassVar[int] = 1
    text: Words = Words("")
