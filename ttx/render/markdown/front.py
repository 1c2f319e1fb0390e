"""The first pages: what this paper is, and the quicklook."""

from __future__ import annotations

from collections.abc import Mapping

from ttx.render.legal import PLAYERS
from ttx.render.markdown.marks import bullets, line, section, table, text
from ttx.report.values import Header, Quicklook, Report

STATUS: Mapping[str, str] = {
    "draft": "DRAFT - not agreed",
    "for_comment": "FOR COMMENT - not agreed",
    "agreed": "AGREED",
}
_KIND: Mapping[str, str] = {
    "exercise": "Exercise",
    "rehearsal": "Rehearsal: it does not count as an exercise",
    "book play": "Book play: played from a file of moves, without a room",
}
_ATTRIBUTION: Mapping[str, str] = {
    "named": "by office; the names of persons are kept in a file of their own",
    "role": "by office",
    "cell": "by cell; no seats, no persons",
    "none": "none: neither cells nor persons",
}


def title(report: Report) -> list[str]:
    """Title and the table of what this paper is."""
    head = report.header
    rows = [
        ("Status", f"**{STATUS[head.status]}**"),
        ("Kind", _KIND[head.kind]),
        ("Session", text(f"{head.session or '(unnamed)'}, opened {head.opened} UTC")),
        ("Scenario", text(f"{head.scenario}, revision {head.revision}")),
        ("Attribution", _ATTRIBUTION[head.attribution]),
        ("Record", f"{_events(report.last_event)}{_head(report.head)}"),
        ("Made by", text(f"ttx {head.version}")),
    ]
    how = (
        "A number such as #12 is an event of the session file. Sentences with numbers were made from the "
        "file; blanks are for people. A cell's name stands for the players who sat in it. Quoted words "
        "stand as they were typed. " + _whose(head)
    )
    return [
        f"# {text(head.title)}: quicklook and after-action report",
        "",
        *table(("", ""), rows, ""),
        "",
        how,
        "",
    ]


def _whose(head: Header) -> str:
    if head.status == "draft":
        return "This draft is the staff's own: it holds proposed links that nobody has settled."
    return "Links that nobody settled are marked; their hard words are withheld until two have settled them."


def _events(last: int) -> str:
    return f"events #1 to #{last}" if last > 1 else "event #1"


def _head(head: str) -> str:
    return f", last line {head[:12]}" if head else ""


def quicklook(found: Quicklook) -> list[str]:
    """Two pages for those who read no more."""
    more = [f"{found.more_divergences} more stand in section 5."] if found.more_divergences else []
    facts = [f"{n}. {line(each)}" for n, each in enumerate(found.facts, 1)] or ["None: nothing was played."]
    open_ = [f"{n}. {line(each)}" for n, each in enumerate(found.questions, 1)] or ["None from the record."]
    return section(
        "Quicklook",
        section("What was played", bullets(found.played, "Nothing."), level=3)[:-1],
        section("Facts", facts, level=3)[:-1],
        section("Where it came apart", bullets(found.divergences, "Nothing on record."), more, level=3)[:-1],
        section("Open questions", open_, level=3)[:-1],
        section("Next steps", table(("What", "Who", "By when"), [("", "", "")] * 3, ""), level=3)[:-1],
        [PLAYERS],
    )
