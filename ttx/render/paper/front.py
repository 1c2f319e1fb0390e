"""The first pages: what this paper is, and the quicklook."""

from __future__ import annotations

from collections.abc import Mapping

from ttx.render.legal import LEGAL, PLAYERS
from ttx.render.paper.blocks import Block, Heading, Paragraph
from ttx.render.paper.saying import bullets, came_apart, listed, para, say, section, strong, table, told
from ttx.report.values import Header, Report

STATUS: Mapping[str, str] = {
    "draft": "DRAFT - not agreed",
    "for_comment": "FOR COMMENT - not agreed",
    "agreed": "AGREED",
}
_STEPS = 6
"""Next steps that two pages have room for."""
_KIND: Mapping[str, str] = {
    "exercise": "Exercise",
    "rehearsal": "Rehearsal: it does not count as an exercise",
    "book play": "Book play: played from a file of moves, without a room",
}
_ATTRIBUTION: Mapping[str, str] = {
    "named": "by office and by name",
    "role": "by office, no persons",
    "cell": "by cell; no seats, no persons",
    "none": "none: neither cells nor persons",
}


def name(report: Report, *, whole: bool) -> str:
    """The paper's title."""
    kind = "quicklook and after-action report" if whole else "quicklook"
    return f"{report.header.title}: {kind}"


def title(report: Report, *, whole: bool) -> list[Block]:
    """Title and the table of what this paper is."""
    head = report.header
    session = f"{head.session}, opened" if head.session else "opened"
    rows = [
        ("Status", strong(STATUS[head.status])),
        ("Kind", say(_KIND[head.kind])),
        ("Session", say(f"{session} {head.opened} UTC; scenario {head.scenario}, revision {head.revision}")),
        ("Names", say(_attribution(head))),
        ("Made from", say(f"{_events(report.last_event)}{_head(report.head)}, by ttx {head.version}")),
    ]
    how = (
        "A number such as #12 is an event of the session file. Sentences with numbers were made from the "
        "file; blanks are for people. Quoted words stand as they were typed. " + _whose(head)
    )
    return [
        Heading(1, name(report, whole=whole)),
        table(("", ""), rows, "", (1, 5)),
        Paragraph(say(how), "note"),
    ]


def _attribution(head: Header) -> str:
    """How people are named; said where it is more than the room was promised (field A10)."""
    words = _ATTRIBUTION[head.attribution]
    if head.attribution == "named" and not head.names:
        words = f"{_ATTRIBUTION['role']}: no file of names was given"
    if names_more(head):
        words += f". The room was promised less: {_ATTRIBUTION[head.promised]}"
    return words


def names_more(head: Header) -> bool:
    """Whether the paper names more than the room was promised at STARTEX."""
    order = tuple(_ATTRIBUTION)
    return order.index(head.attribution) < order.index(head.promised)


def _whose(head: Header) -> str:
    if head.status == "draft":
        return "This draft is the staff's own: it holds proposed links that nobody has settled."
    return "Links that nobody settled are marked; their hard words are withheld until two have settled them."


def _events(last: int) -> str:
    return f"events #1 to #{last}" if last > 1 else "event #1"


def _head(head: str) -> str:
    return f", last line {head[:12]}" if head else ""


def quicklook(report: Report, *, whole: bool) -> list[Block]:
    """Two pages for those who read no more."""
    found = report.quicklook
    where = "in section 5." if whole else "in the after-action report."
    stand = "stands" if found.more_divergences == 1 else "stand"
    more = para(f"{found.more_divergences} more {stand} {where}") if found.more_divergences else None
    facts = listed((told(f) for f in found.facts), "None: nothing was played.", numbered=True)
    asked = listed((told(q) for q in found.questions), "None from the record.", numbered=True)
    steps_made = [(s.what, s.who, s.by) for s in report.judged.next_steps]
    made = steps_made[:_STEPS]
    rest = len(steps_made) - len(made)
    steps = table(("What", "Who", "By when"), made or [("", "", "")] * 3, "", (6, 3, 2))
    return section(
        "Quicklook",
        section("What was played", bullets(found.played, "Nothing."), level=3),
        section("Facts", facts, level=3),
        section("Where it came apart", came_apart(found.divergences), more, level=3),
        section("Open questions", asked, level=3),
        section(
            "Next steps",
            steps,
            None if made else Paragraph(say("Filled in by the sponsor and the lead evaluator."), "note"),
            para(f"{rest} more {'stands' if rest == 1 else 'stand'} with those who wrote them down.")
            if rest
            else None,
            level=3,
        ),
        Paragraph(say(f"{PLAYERS} {LEGAL}" if report.commitments.borne else PLAYERS), "fixed"),
    )
