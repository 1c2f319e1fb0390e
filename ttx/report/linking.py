"""Links as the report prints them, by record; hard words wait for two hands (room F45)."""

from __future__ import annotations

from collections.abc import Sequence

from ttx.report.given import Linked
from ttx.report.played import quoted
from ttx.report.values import Line, LinkLine, Status
from ttx.report.who import Who

HARD = ("strains", "contradicts")
WITHHELD = "a bearing that needs two hands"


def link_line(link: Linked, who: Who, status: Status) -> LinkLine:
    """One link as a line.

    A draft is staff's own paper and shows proposals whole. In a paper for others ``strains`` and
    ``contradicts`` stand only where they are settled.
    """
    withheld = status != "draft" and not link.settled and link.bearing in HARD
    detail = f" ({link.detail})" if link.detail else ""
    return LinkLine(
        record=link.record,
        who="staff, in a cell's place" if link.on == "staff" else who.cells(link.cells),
        target=link.target,
        place=link.locator,
        label=link.label,
        bearing=WITHHELD if withheld else f"{link.prints}{detail}",
        standing=link.standing,
        because="" if withheld else link.because,
        conditional=link.conditional,
        stated=link.stated,
        settled=link.settled,
        replies=tuple(
            Line(f"{who.players((r.cell,))} replied: {quoted(r.text)}", (r.event,)) for r in link.replies
        ),
        events=tuple(link.events),
    )


def lines_of(record: int, links: Sequence[Linked], who: Who, status: Status) -> tuple[LinkLine, ...]:
    """The links of one answer or move."""
    return tuple(link_line(k, who, status) for k in links if k.record == record)
