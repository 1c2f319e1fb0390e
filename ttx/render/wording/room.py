"""Words for what the room did besides deciding."""

from __future__ import annotations

from collections.abc import Mapping

from ttx.model.events import (
    Bookmarked,
    ContactMade,
    Disclosed,
    Event,
    Fact,
    NoteTaken,
    QuestionAnswered,
    QuestionAsked,
    SeatTaken,
    ShownOnWall,
    WallBlanked,
)
from ttx.render.plain import one_line
from ttx.render.wording.names import Names, Phrasing, because, quoted

_ACTS = {
    "told": "told",
    "asked": "asked",
    "agreed": "agreed with",
    "warned": "warned",
    "no_answer": "tried and did not reach",
}
_HOW = {
    "control": "was told by Control",
    "given": "was given",
    "overheard": "overheard",
    "mistake": "came to know by mistake",
}
_ANSWERS = {"not_known": "not known at this time", "later": "later"}


def _contact(names: Names, _event: Event, fact: ContactMade) -> str:
    line = f" by {one_line(fact.line)}" if fact.line.strip() else ""
    level = f", {fact.level.replace('_', ' ')} level" if fact.level else ""
    return (
        f"{names.party(fact.from_)} {_ACTS[fact.act]} {names.party(fact.to)}{line}{level}{because(fact.text)}"
    )


def _asked(names: Names, _event: Event, fact: QuestionAsked) -> str:
    return f"{names.tag(fact.cell)} asks Control: {quoted(fact.text)}"


def _answered(names: Names, _event: Event, fact: QuestionAnswered) -> str:
    how = _ANSWERS.get(fact.how) or (f"fact {fact.fact}" if fact.fact else fact.how)
    words = f", {quoted(fact.text)}" if fact.text.strip() else ""
    to = f", to {names.tags(fact.to)}" if fact.how != "later" else ""
    return f"answer to #{fact.of}: {how}{words}{to}"


def _disclosed(names: Names, _event: Event, fact: Disclosed) -> str:
    return f"{names.tags(fact.to)} {_HOW[fact.how]} {names.known(fact.what)}{because(fact.text)}"


def _shown(names: Names, _event: Event, fact: ShownOnWall) -> str:
    what = fact.what or one_line(fact.text)
    where = "the room" if fact.to == "room" else names.tag(fact.to)
    return f"wall of {where} shows {fact.kind} {what}".rstrip()


def _blanked(_names: Names, _event: Event, _fact: WallBlanked) -> str:
    return "wall blanked"


def _seat(names: Names, _event: Event, fact: SeatTaken) -> str:
    office = f", {one_line(fact.office)}" if fact.office.strip() else ""
    head = ", head of the cell" if fact.head else ""
    from_ = f", from {one_line(fact.from_)}" if fact.from_.strip() else ""
    return f"{names.tag(fact.cell)} seat {one_line(fact.seat)} taken{office}{head}{from_}"


def _note(names: Names, _event: Event, fact: NoteTaken) -> str:
    tag = f" {one_line(fact.tag)}" if fact.tag.strip() else ""
    about = f" on #{fact.of}" if fact.of else ""
    cell = f" {names.tag(fact.cell)}" if fact.cell else ""
    return f"note{tag}{cell}{about}: {one_line(fact.text)}"


def _bookmark(_names: Names, _event: Event, fact: Bookmarked) -> str:
    return f"bookmark{because(fact.text)}"


PHRASES: Mapping[type[Fact], Phrasing] = {
    ContactMade: _contact,
    QuestionAsked: _asked,
    QuestionAnswered: _answered,
    Disclosed: _disclosed,
    ShownOnWall: _shown,
    WallBlanked: _blanked,
    SeatTaken: _seat,
    NoteTaken: _note,
    Bookmarked: _bookmark,
}
