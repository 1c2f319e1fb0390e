"""A paper written with the few marks of Markdown; everything typed is escaped, so that it stays text.

Only this module writes markup. What comes in is plain text; a backslash goes before every sign
that could begin a mark, a link, a table cell or HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ttx.render.paper.blocks import Block, Heading, Items, NewPage, Paper, Paragraph, Run, Table, Verbatim
from ttx.render.paper.blocks import Words as Line
from ttx.render.plain import one_line

_SIGNS = re.compile(r"([\\`*_\[\]<>|~&$]|#(?!\d))")
_START = re.compile(r"^([+\-=]|\d{1,9}(?=[.)]))")
_WEB = re.compile(r"(?i)(https?|ftp)(:)(?=//)|\b(www)(\.)")


def text(words: str) -> str:
    """Plain words on one line, escaped so that no sign of them is markup.

    An event number (``#12``) needs no escape and gets none.
    """
    return _START.sub(_started, _inside(words))


def _inside(words: str) -> str:
    """As ``text``, where no list or heading can begin: behind the sign of a heading."""
    escaped = _SIGNS.sub(r"\\\1", one_line(words))
    if "://" not in escaped and "ww." not in escaped.lower():
        return escaped
    return _WEB.sub(lambda m: f"{m[1] or m[3]}\\{m[2] or m[4]}", escaped)


def _started(found: re.Match[str]) -> str:
    """A sign that would begin a list or heading; a number keeps its digits, its dot is escaped."""
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"


def written(paper: Paper) -> str:
    """The paper as Markdown (CommonMark with tables), marking and status first, last and at each part."""
    marking = f"**{text(paper.marking)}** *{text(paper.status)}*"
    lines = [marking, ""]
    for number, block in enumerate(paper.blocks):
        lines += [*_block(block), ""]
        if isinstance(block, Heading) and block.level == 1 and number:
            lines += [marking, ""]
    return "\n".join((*lines, marking)) + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, words):
            yield f"{'#' * level} {_inside(words)}"
        case Paragraph(words):
            yield _line(words)
        case Items():
            yield from _items(block)
        case Table(head, rows):
            yield _row([text(each) for each in head])
            yield _row(["---"] * len(head))
            yield from (_row([_line(cell) for cell in row]) for row in rows)
        case Verbatim(words):
            yield f"    {one_line(words)}"
        case NewPage():
            yield "---"


def _items(items: Items) -> Iterator[str]:
    for number, item in enumerate(items.items, 1):
        sign = f"{number}." if items.numbered else "-"
        yield f"{sign} {_line(item.words)}"
        yield from (f"{' ' * len(sign)} - {_line(each)}" for each in item.under)


def _line(words: Line) -> str:
    return "".join(_run(run) for run in words).strip()


def _run(run: Run) -> str:
    if not run.mark and run.words and not (run.words[0].isspace() or run.words[-1].isspace()):
        return text(run.words)
    if run.mark == "code":
        return f"`{run.words}`"
    if run.mark == "blank":
        return run.words
    before = " " if run.words[:1].isspace() else ""
    after = " " if run.words[-1:].isspace() and run.words.strip() else ""
    sign = {"strong": "**", "em": "*"}.get(run.mark, "")
    return f"{before}{sign}{text(run.words)}{sign}{after}"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell or ' ' for cell in cells)} |"
