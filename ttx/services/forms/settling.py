"""Settling how a record bears on a commitment: what fits, whose hands, until when, and the cell's reply."""

from __future__ import annotations

from typing import Literal, cast

from ttx.engine import standing
from ttx.model.catalogue import Commitment, short_target
from ttx.model.commands import Reply, SettleLink
from ttx.model.events import AnswerRecorded, LinkSettled, MoveRecorded
from ttx.model.parts import Bearing
from ttx.model.records import LinkRecord
from ttx.model.words import Words
from ttx.model.words_that_fit import fits, in_order
from ttx.services.forms.values import Asked, Choice, Field, Form, Given, several, words
from ttx.services.session import Session

HARD: tuple[Bearing, ...] = ("strains", "contradicts")
"""Bearings that two settle (room F45)."""
MOST_BECAUSE = 20
"""Most words of a reason: it is typed while people wait (room F29)."""
_SHOWN: dict[str, str] = {"contradicts": "at odds with", "none": "no bearing"}


def commitment_of(session: Session, target: str) -> Commitment | None:
    """The commitment of that id; None where it is a sentence."""
    books = session.scenario.catalogues.values()
    return next((book.commitments[target] for book in books if target in book.commitments), None)


def fitting(session: Session, target: str) -> tuple[Bearing, ...]:
    """The bearings that fit it (room F42), then ``touches`` and ``none``, which always do."""
    return (*in_order(fits(commitment_of(session, target))), "touches", "none")


def settled(session: Session) -> tuple[tuple[int, int, LinkRecord], ...]:
    """What was settled and stands: (settling event, record, link), in the order it was done."""
    facts = [(e.seq, e.fact) for e in standing(session.events) if isinstance(e.fact, LinkSettled)]
    return tuple((seq, fact.of, fact.link) for seq, fact in facts)


def settle(session: Session, of: int, target: str, bearing: Bearing) -> Asked:
    """The command that settles it with nothing but a bearing."""
    link = LinkRecord(target=target, bearing=bearing)
    return Asked(SettleLink(of=of, link=link, stage=_stage(session)), "evaluator")


def _stage(session: Session) -> Literal["phase_end", "after"]:
    return "after" if session.state.status == "ended" else "phase_end"


def hands_form(session: Session, of: int, target: str, bearing: Bearing) -> Form:
    """What pulls against a commitment is settled by two, and says why."""
    return _form(session, of, target, bearing, ("hands", "because"), needed="two hands")


def until_form(session: Session, of: int, target: str) -> Form:
    """What is put off is put off until something."""
    return _form(session, of, target, "defers", ("until",), needed="until when or what")


def whole_form(session: Session, of: int, target: str, bearing: Bearing) -> Form:
    """Everything that can be said of a link; only bearings that fit are offered."""
    keys = (
        "bearing",
        "because",
        "relies",
        "in_words",
        "until",
        "if",
        "extent",
        "part",
        "by",
        "cells",
        "hands",
    )
    return _form(session, of, target, bearing, keys, needed="a bearing")


def _form(
    session: Session, of: int, target: str, bearing: Bearing, keys: tuple[str, ...], *, needed: str
) -> Form:
    known = {field.key: field for field in _fields(session, of, target, bearing)}

    def make(given: Given) -> Asked | str:
        return _made(session, of, target, {"bearing": bearing, **given})

    word = _SHOWN.get(bearing, bearing)
    return Form(
        name=f"settle:{of}:{target}",
        title=f"{word} {target}" if "bearing" not in keys else f"#{of} on {target}",
        needed=needed,
        fields=tuple(known[key] for key in keys),
        make=make,
    )


def _fields(session: Session, of: int, target: str, bearing: Bearing) -> tuple[Field, ...]:
    offered = tuple(Choice(b, _SHOWN.get(b, b)) for b in fitting(session, target))
    record = session.events[of - 1].fact
    cells = record.cells if isinstance(record, AnswerRecorded) else ()
    cells = (record.cell,) if isinstance(record, MoveRecorded) else cells
    tags = tuple(Choice(c, session.scenario.cells[c].tag or c) for c in cells if c in session.scenario.cells)
    value = bearing if bearing in {c.value for c in offered} else ""
    return (
        Field(key="bearing", label="Bearing", kind="one", choices=offered, value=value),
        Field(key="because", label="Because", kind="text", hint=f"at most {MOST_BECAUSE} words"),
        Field(
            key="relies",
            label="Relies",
            kind="one",
            choices=(Choice("yes", "relied on"), Choice("no", "not")),
        ),
        Field(key="in_words", label="Its words", hint="the cell's own, where it gave the text as its reason"),
        Field(key="until", label="Until", hint="until when or what; without it, the word is strains"),
        Field(key="if", label="If", hint="a condition; counted apart until it is met"),
        Field(
            key="extent",
            label="Extent",
            kind="one",
            choices=(Choice("whole", "whole"), Choice("part", "in part")),
            value="whole",
        ),
        Field(key="part", label="Part", hint="one of two trainings"),
        Field(key="by", label="By", kind="one", choices=(Choice("word", "word"), Choice("deed", "deed"))),
        Field(key="cells", label="Cells", kind="many", choices=tags, hint="none chosen: all that decided"),
        Field(key="hands", label="Two hands", hint="offices, a comma between: evaluator, lead of the cell"),
    )


def _made(session: Session, of: int, target: str, given: Given) -> Asked | str:
    bearing = given.get("bearing", "")
    if not bearing:
        return "Which bearing? Choose one."
    hands = tuple(Words(h.strip()) for h in given.get("hands", "").split(",") if h.strip())
    if bearing in HARD and len(hands) < len(HARD):
        return "Two hands: type both offices, with a comma between."
    count = len(given.get("because", "").split())
    if count > MOST_BECAUSE:
        return f"A reason has at most {MOST_BECAUSE} words; this one has {count}."
    if given.get("extent") == "part" and not words(given, "part"):
        return "Which part? Fill in the row Part."
    link = LinkRecord(
        target=target,
        bearing=cast(Bearing, bearing),
        relies=given.get("relies") == "yes",
        in_words=words(given, "in_words"),
        because=words(given, "because"),
        until=words(given, "until"),
        if_=words(given, "if"),
        extent="part" if given.get("extent") == "part" else "whole",
        part=words(given, "part"),
        by=given["by"] if given.get("by") in ("word", "deed") else None,  # type: ignore[arg-type]
        cells=several(given, "cells"),
    )
    return Asked(SettleLink(of=of, link=link, hands=hands, stage=_stage(session)), "evaluator")


def reply_form(session: Session, settling: int) -> Form:
    """A cell's reply of at most 40 words to how its decision was settled (room F45)."""
    fact = session.events[settling - 1].fact
    assert isinstance(fact, LinkSettled)
    cells = tuple(Choice(c.id, c.tag or c.name) for c in session.scenario.cells.values())

    def make(given: Given) -> Asked | str:
        if not given.get("cell"):
            return "Which cell replies? Choose one."
        return Asked(Reply(of=settling, cell=given["cell"], text=words(given, "text")), "scribe")

    return Form(
        name=f"reply:{settling}",
        title=f"Reply to {_SHOWN.get(fact.link.bearing, fact.link.bearing)} {short_target(fact.link.target)}",
        needed="a cell and at most 40 words",
        fields=(
            Field(key="cell", label="Cell", kind="one", choices=cells),
            Field(key="text", label="Reply", kind="text", hint="at most 40 words, in its own"),
        ),
        make=make,
    )
