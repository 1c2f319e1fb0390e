"""A paper as lines of a page: headings, sentences, lists; a table row by row, its columns named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ttx.render.paper.blocks import Block, Heading, Items, Paragraph, Table, Verbatim
from ttx.render.paper.blocks import Words as PaperWords
from ttx.tui.console.lines import Line, Run, bold, dim, line

_BLANK: Line = ()


def lines_of(blocks: Iterable[Block]) -> tuple[Line, ...]:
    """Everything that can be read in it; pictures and page breaks are left out."""
    lines: list[Line] = []
    for block in blocks:
        new = tuple(_lines(block))
        if new and lines and isinstance(block, Heading | Table):
            lines.append(_BLANK)
        lines += new
    return tuple(lines)


def _lines(block: Block) -> Iterator[Line]:
    if isinstance(block, Heading):
        yield line(bold(block.words, "accent" if block.level < 3 else "text"))
    elif isinstance(block, Paragraph):
        yield tuple(Run(r.text, "dim") for r in _runs(block.words)) if block.kind else _runs(block.words)
    elif isinstance(block, Items):
        for number, item in enumerate(block.items, start=1):
            yield line(dim(f"{number}.  " if block.numbered else "-   "), *_runs(item.words))
            yield from (line(dim("    - "), *_runs(under)) for under in item.under)
    elif isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Verbatim):
        yield line(block.words)


def _runs(words: PaperWords) -> tuple[Run, ...]:
    return tuple(Run(r.words, "dim" if r.mark == "blank" else "text", bold=r.mark == "strong") for r in words)


def _table(table: Table) -> Iterator[Line]:
    """A row a line: its first cell stands out; a long second one reads on, the others follow, named."""
    if not any(_text(cell) for row in table.rows for cell in row):
        yield line(dim("Nothing is filled in yet."))
        return
    for row in table.rows:
        yield tuple(_row(table.head, row))


def _row(head: Sequence[str], row: Sequence[PaperWords]) -> Iterator[Run]:
    for n, cell in enumerate(row):
        text = _text(cell)
        if not text:
            continue
        if n == 0:
            yield bold(f"{text}  ")
        elif n < len(head) and head[n] in ("Event", "Evidence"):
            yield dim(f"{text} ")
        else:
            yield Run(f"{text}  ")


def _text(cell: PaperWords) -> str:
    return "".join(run.words for run in cell).strip()
