"""Everything behind the links to one commitment, for the reader who doubts them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ttx.frozen import dataclass
from ttx.model.counting import how_many
from ttx.model.times import show_exercise
from ttx.render.legal import LEGAL
from ttx.render.plain import one_line
from ttx.trace.why import Why


@dataclass(frozen=True, slots=True)
class Sealed:
    """How the session file stands: its seal, its lines, and whether its last line is broken off."""

    seal: str
    lines: int
    torn: bool = False


def why_text(
    pages: Sequence[Why],
    sealed: Sealed | None = None,
    seconds: Mapping[int, Sequence[tuple[str, str]]] | None = None,
) -> str:
    """One part a record: the commitment, what was said, then every event in order; the file at the end.

    Args:
        pages: the records.
        sealed: how the session file stands.
        seconds: by record, (coder, bearing) of those who coded it a second time.
    """
    parts = [_head(pages[0])] if pages else []
    parts += [_record(page, (seconds or {}).get(page.links[0].record, ())) for page in pages]
    parts += [_file(sealed)] if sealed else []
    return "\n\n".join((*parts, LEGAL)) + "\n"


def _file(sealed: Sealed) -> str:
    torn = " Its last line is broken off and is not read." if sealed.torn else ""
    return (
        f"The file is whole: {how_many(sealed.lines, 'line')}, each covered by the next.{torn} "
        f"Seal: {sealed.seal}\n"
        "Compare the seal with the one written down in the room; only that shows that it is the original."
    )


def _head(page: Why) -> str:
    target = page.target
    rows = [f"{target.id} ({target.locator}) {one_line(target.label)}"]
    if target.paraphrase:
        rows.append(f"Paraphrase, not the text: {one_line(target.paraphrase)}")
    if target.letters:
        rows.append(f"Passage: sha256 {target.letters} over its letters and digits")
    if page.provenance is not None:
        from_ = page.provenance
        official = "official" if from_.official else "not the official text"
        got = f", retrieved {from_.retrieved}" if from_.retrieved else ""
        digest = f", sha256 {from_.sha256}" if from_.sha256 else ""
        compared = from_.compared_with_official or "never"
        rows.append(f"Read from: {one_line(from_.publisher)}, {official}{got}{digest}")
        rows.append(f"Compared with the official text: {compared}")
    if page.objectives:
        rows.append(f"Objectives that name it: {', '.join(page.objectives)}")
    return "\n".join(rows)


def _record(page: Why, seconds: Sequence[tuple[str, str]]) -> str:
    link = page.links[0]
    rows = [f"#{link.record} {link.decision or 'a free move'}: {'; '.join(k.standing for k in page.links)}"]
    if page.injects:
        rows.append(f"  before it  {', '.join(page.injects)}")
    for each in page.behind:
        text = f": {one_line(each.text)}" if each.text else ""
        rows.append(
            f"  #{each.event:<4} {show_exercise(each.ms):>8}  {each.hat:<11} {one_line(each.what)}{text}"
        )
    rows += [f"  second coder {coder}, blind: {bearing}" for coder, bearing in seconds]
    return "\n".join(rows)
