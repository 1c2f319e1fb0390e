"""Four sheets for the wall at the hot wash, made from the log, in this order (room F31).

No rating of a cell and no observation is on them.
"""

from __future__ import annotations

from ttx.model.times import show_exercise
from ttx.render.legal import LEGAL, PLAYERS
from ttx.render.paper.blocks import Block, Heading, NewPage, Paragraph
from ttx.render.paper.saying import listed, para, plain_numbers, quote, say, section, table, told
from ttx.report.values import Answer, DecisionLine, Report


def hotwash(report: Report) -> list[Block]:
    """The sheets, each on a page of its own."""
    sheets = (_contacts(report), _answers(report), _never_asked(report), _open(report))
    found: list[Block] = [Heading(1, f"{report.header.title}: sheets for the hot wash")]
    for number, sheet in enumerate(sheets):
        found += [NewPage(), *sheet] if number else sheet
    return [*found, Paragraph(say(PLAYERS), "fixed")]


def _contacts(report: Report) -> list[Block]:
    rows = (
        (show_exercise(c.ms), f"{c.from_} {c.act} {c.to}", c.line, plain_numbers(c.events))
        for c in report.contacts
    )
    return section(
        "1. Who told whom, when",
        table(("Exercise", "Who", "By", "Event"), rows, "No contact is on record.", (4, 9, 6, 3)),
        listed((f"First word, {told(each)}" for each in report.first_words), ""),
    )


def _answers(report: Report) -> list[Block]:
    parts = [block for each in report.decisions for block in _decision(each)]
    return section("2. The same question, answers side by side", parts or [para("No decision was put.")])


def _decision(decision: DecisionLine) -> list[Block]:
    rows = [
        (f"{b.who} ({b.kind}, beforehand)", quote(b.words), plain_numbers(b.events))
        for b in decision.beforehand
    ]
    rows += [(a.sentence, _said(a), plain_numbers(a.events)) for a in decision.answers]
    if not rows:
        return []
    return section(
        f"{decision.id} {decision.ask}", table(("Who", "Words", "Event"), rows, "", (5, 10, 3)), level=3
    )


def _said(answer: Answer) -> str:
    return quote(answer.said) if answer.said.strip() else answer.coded or "no words on record"


def _never_asked(report: Report) -> list[Block]:
    return section("3. Known to Control, never asked", listed(report.never_asked, "Nothing."))


def _open(report: Report) -> list[Block]:
    waiting = [
        (f"{k.target} ({k.place}) {k.label}".strip(), answer.who, k.bearing, plain_numbers(k.events))
        for decision in report.decisions
        for answer in decision.answers
        for k in answer.links
        if not k.settled and not k.stated
    ]
    head = ("Commitment", "Raised by the players of", "Proposed", "Event")
    return section(
        "4. Commitments raised and not settled",
        table(head, waiting, "Every link is settled.", (6, 5, 5, 3)),
        Paragraph(say(LEGAL), "fixed"),
    )
