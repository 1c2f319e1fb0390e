"""Everything behind the links to one commitment, for the reader who doubts them."""

from __future__ import annotations

from collections.abc import Sequence

from ttx.model.times import show_exercise
from ttx.render.legal import LEGAL
from ttx.render.plain import one_line
from ttx.trace.why import Why


def why_text(pages: Sequence[Why]) -> str:
    """One part a record: the commitment, what was said, then every event in order."""
    parts = [_head(pages[0])] if pages else []
    parts += [_record(page) for page in pages]
    return "\n\n".join((*parts, LEGAL)) + "\n"


def _head(page: Why) -> str:
    target = page.target
    rows = [f"{target.id} ({target.locator}) {one_line(target.label)}"]
    if target.paraphrase:
        rows.append(f"Paraphrase, not the text: {one_line(target.paraphrase)}")
    if page.provenance is not None:
        official = "official" if page.provenance.official else "not the official text"
        rows.append(f"Read from: {one_line(page.provenance.publisher)}, {official}")
    if page.objectives:
        rows.append(f"Objectives that name it: {', '.join(page.objectives)}")
    return "\n".join(rows)


def _record(page: Why) -> str:
    link = page.links[0]
    rows = [f"#{link.record} {link.decision or 'a free move'}: {'; '.join(k.standing for k in page.links)}"]
    if page.injects:
        rows.append(f"  before it  {', '.join(page.injects)}")
    for each in page.behind:
        text = f": {one_line(each.text)}" if each.text else ""
        rows.append(
            f"  #{each.event:<4} {show_exercise(each.ms):>8}  {each.hat:<11} {one_line(each.what)}{text}"
        )
    return "\n".join(rows)
