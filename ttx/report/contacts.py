"""Who told whom, when, by which line and at what level; the first word in each phase (room F16)."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.model.events import AnswerRecorded, ContactMade, SeatTaken
from ttx.model.times import show_exercise
from ttx.report.played import Of, Played
from ttx.report.values import Contact, Line

ACTS = {
    "told": "told",
    "asked": "asked",
    "agreed": "agreed with",
    "warned": "warned",
    "no_answer": "tried to reach",
}
_OWN_WORD = ("across ", "at ", "by ", "from ", "in ", "on ", "over ", "through ", "via ")
"""A line that begins so needs no ``by``: in person, over coffee."""
IMPLIED = "implied by the answer, not recorded"


def contacts(played: Played) -> tuple[Contact, ...]:
    """Every contact on record, in the order it happened; in book play also those that answers imply.

    An implied one is left out where the same call stands on record in that phase.
    """
    rows = [_recorded(played, each) for each in played.all(ContactMade)]
    if played.state.book:
        recorded = {(row.from_, row.to, row.phase) for row in rows}
        rows += [row for row in _implied(played) if (row.from_, row.to, row.phase) not in recorded]
    return tuple(sorted(rows, key=lambda c: (c.ms, c.events[0])))


def _recorded(played: Played, each: Of[ContactMade]) -> Contact:
    fact = each.fact
    return Contact(
        ms=each.ms,
        late=each.event.true_at is not None,
        phase=played.phase_at(each.seq),
        from_=played.who.party(fact.from_),
        act=ACTS[fact.act],
        to=played.who.party(fact.to),
        line=str(fact.line),
        level=fact.level.replace("_", " "),
        words=str(fact.text),
        implied=False,
        events=(each.seq,),
    )


def _implied(played: Played) -> Iterator[Contact]:
    for each in played.as_it_stands(AnswerRecorded):
        for teller, told in each.fact.change.told:
            yield Contact(
                ms=each.ms,
                late=False,
                phase=played.phase_at(each.seq),
                from_=played.who.party(teller),
                act="told",
                to=played.who.party(told),
                line="",
                level="",
                words=IMPLIED,
                implied=True,
                events=(each.seq,),
            )


def sentence(contact: Contact) -> str:
    """``ROK defence told UNC by duty line, working level``."""
    own = contact.line.startswith(_OWN_WORD)
    line = f" {'' if own else 'by '}{contact.line}" if contact.line else ""
    level = f", {contact.level} level" if contact.level else ""
    return f"{contact.from_} {contact.act} {contact.to}{line}{level}"


def first_words(found: tuple[Contact, ...]) -> tuple[Line, ...]:
    """The first contact of each phase that reached the other side."""
    seen: dict[str, Contact] = {}
    for contact in found:
        if contact.act != ACTS["no_answer"]:
            seen.setdefault(contact.phase, contact)
    return tuple(
        Line(f"{phase or 'Before STARTEX'}: {sentence(c)} at {show_exercise(c.ms)}", c.events)
        for phase, c in seen.items()
    )


def seats(played: Played) -> tuple[Line, ...]:
    """Who sat where, by office; empty where offices are not to be named."""
    if not played.who.offices:
        return ()
    return tuple(_seat(played, each) for each in played.all(SeatTaken))


def _seat(played: Played, each: Of[SeatTaken]) -> Line:
    fact = each.fact
    office = f" ({fact.office})" if fact.office.strip() else ""
    head = ", head of the cell" if fact.head else ""
    since = f", from {fact.from_}" if fact.from_.strip() else ""
    seat = played.who.seat(fact.seat, fact.cell)
    return Line(f"{played.who.cell(fact.cell)}: {seat}{office}{head}{since}", (each.seq,))
