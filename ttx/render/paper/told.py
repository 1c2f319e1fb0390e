"""The annex on what happened: timeline, contacts, decisions, divergence, latency."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ttx.model.times import show_exercise
from ttx.render.legal import LEGAL
from ttx.render.paper.blocks import Block, Item, Items, Paragraph, Picture, Run
from ttx.render.paper.saying import (
    came_apart,
    listed,
    numbers,
    para,
    plain_numbers,
    quote,
    say,
    section,
    strong,
    table,
    told,
)
from ttx.report.played import minutes
from ttx.report.values import Answer, Beforehand, Contact, DecisionLine, LinkLine, Moment, Report

_SINCE = (
    "Exercise time, pauses left out, in whole minutes. It counts from the end of the last read-out that "
    "the decision hangs on; where none is on record, from when it was put."
)
_NOT_WORDS = ("confidence", "carried")
"""Grounds that are a choice and no words of the cell's."""


def timeline(report: Report, *pictures: Picture) -> list[Block]:
    """What happened when."""
    rows = (
        (_time(m.ms, late=m.late), m.scenario_time, m.what, plain_numbers(m.events)) for m in report.timeline
    )
    head = ("Exercise", "Scenario", "What", "Event")
    return section(
        "2. Timeline",
        table(head, rows, "Nothing was played.", (2, 3, 8, 2)),
        _late(report.timeline),
        pictures,
    )


def _time(ms: int, *, late: bool) -> str:
    return f"{show_exercise(ms)}{' (late entry)' if late else ''}"


def _late(moments: Sequence[Moment | Contact]) -> Block | None:
    if any(m.late for m in moments):
        return para("A late entry stands at the time staff gave for it, not at the time it was typed.")
    return None


def contacts(report: Report, *pictures: Picture) -> list[Block]:
    """Who told whom when."""
    rows = (
        (_time(c.ms, late=c.late), f"{c.from_} {c.act} {c.to}", _by(c), c.words, plain_numbers(c.events))
        for c in report.contacts
    )
    head = ("Exercise", "Who", "By", "Words", "Event")
    first = [f"First word, {told(each)}" for each in report.first_words]
    return section(
        "3. Who told whom, when",
        table(
            head,
            rows,
            "No contact is on record. That is not evidence that nobody spoke.",
            (3, 6, 4, 8, 2),
        ),
        listed(first, "") if first else None,
        _late(report.contacts),
        pictures,
    )


def _by(contact: Contact) -> str:
    """By which line, at which level."""
    return ", ".join(each for each in (contact.line, contact.level and f"{contact.level} level") if each)


def decisions(report: Report, *pictures: Picture) -> list[Block]:
    """Every decision with what was said, coded and decided, and the text it bears on."""
    parts: list[Block] = list(pictures)
    for each in report.decisions:
        parts += _decision(each)
    if report.moves:
        made = [block for move in report.moves for block in _answer(move)]
        parts += section("Moves beside the decisions", made, _legal(report.moves), level=3)
    return section("4. Decisions", parts or [para("No decision was put.")])


def _decision(decision: DecisionLine) -> list[Block]:
    put = f"{told(decision.put)}." if decision.put else "Not put; its answer was recorded all the same."
    before = tuple(_beforehand(each) for each in decision.beforehand)
    answers = [block for each in decision.answers for block in _answer(each)]
    return section(
        f"{decision.id} {decision.ask}",
        para(put),
        [para("Written before it was opened:"), Items(before)] if before else None,
        answers or [Paragraph(strong("No answer is on record."))],
        _legal(decision.answers),
        level=3,
    )


def _beforehand(each: Beforehand) -> Item:
    own = f"{each.who} ({each.kind}): {quote(each.words)}{numbers(each.events)}"
    return Item(say(own), tuple(say(f"by then {told(known)}") for known in each.knew))


def _answer(answer: Answer) -> list[Block]:
    said = f": {quote(answer.said)}" if answer.said.strip() else "; no words were written down"
    details = tuple(Item(say(each)) for each in _details(answer))
    own = Paragraph((*strong(answer.sentence), Run(f"{said}{numbers(answer.events)}")))
    links = [] if answer.first and not answer.links else _links(answer.links)
    return [own, *([Items(details)] if details else []), *links]


def _legal(answers: Sequence[Answer]) -> Block | None:
    """The sentence on what links are not, once under the links of a decision."""
    return Paragraph(say(LEGAL), "fixed") if any(answer.links for answer in answers) else None


def _details(answer: Answer) -> Iterator[str]:
    if answer.coded:
        yield f"Coded by staff as: {answer.coded}"
    if answer.outcome and answer.outcome != "decided" and not answer.first:
        yield f"Outcome: {answer.outcome}"
    for position in answer.positions:
        yield f"Position: {position}"
    if answer.carried:
        yield f"Carried: {answer.carried}"
    for name, words in answer.grounds:
        yield f"{name.capitalize()}: {words if name.startswith(_NOT_WORDS) else quote(words)}"
    yield from (told(ruling) for ruling in answer.rulings)
    if answer.overruled:
        yield told(answer.overruled)


def _links(links: Sequence[LinkLine]) -> list[Block]:
    if not links:
        return [para("No link to the cited text is on record.")]
    plain = [k for k in links if not k.stated]
    stated = [k for k in links if k.stated]
    rows = [link_table(plain)] if plain else []
    if stated:
        rows += [para("Stated views (nothing is promised; not counted):"), link_table(stated)]
    return rows


def link_table(links: Sequence[LinkLine]) -> Block:
    """Links as a table: place, bearing, who said so, why."""
    rows = (
        (
            f"{k.target} ({k.place}) {k.label}".strip(),
            k.who,
            k.bearing,
            k.standing,
            "; ".join((k.because, *(told(r) for r in k.replies))).strip("; "),
            plain_numbers(k.events),
        )
        for k in links
    )
    head = ("Cited text", "Players of", "Bearing", "Standing", "Because; reply", "Event")
    return table(head, rows, "None.", (12, 7, 8, 9, 15, 6))


def divergence(report: Report) -> list[Block]:
    """What was expected beside what was decided."""
    alike = [para(told(each)) for each in report.alike]
    return section("5. Where it came apart", came_apart(report.divergences), alike)


def latency(report: Report, *pictures: Picture) -> list[Block]:
    """From read-out to the record."""
    rows = (
        (each.decision, each.who, each.since, minutes(each.ms), plain_numbers(each.events))
        for each in report.latencies
    )
    return section(
        "6. How long answers took",
        table(
            ("Decision", "Cell", "Since", "To the record", "Event"),
            rows,
            "No answer is on record.",
            (2, 4, 2, 3, 2),
        ),
        para(_SINCE) if report.latencies else None,
        pictures,
    )
