"""How the sections of a paper are put together from sentences and their event numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ttx.render.paper.blocks import Block, Heading, Item, Items, Paragraph, Run, Table, Words
from ttx.render.plain import one_line
from ttx.report.played import quoted
from ttx.report.values import Apart, Line

_MOST_NUMBERS = 8
_BLANK = "________"


def say(words: str) -> Words:
    """Plain words."""
    return (Run(words),)


def strong(words: str) -> Words:
    """Words that stand out."""
    return (Run(words, "strong"),)


def blank(before: str, who: str) -> Words:
    """A blank to fill in, and who can: ``Analysis: ________ (lead evaluator)``."""
    return (Run(f"{before}: "), Run(_BLANK, "blank"), Run(f" ({who})"))


def numbers(events: Sequence[int]) -> str:
    """`` (#12, #40)`` behind a sentence; of many the first eight and how many more."""
    if not events:
        return ""
    shown = ", ".join(f"#{n}" for n in events[:_MOST_NUMBERS])
    more = f" and {len(events) - _MOST_NUMBERS} more" if len(events) > _MOST_NUMBERS else ""
    return f" ({shown}{more})"


def plain_numbers(events: Sequence[int]) -> str:
    """``#12, #40``: for a column of a table."""
    return ", ".join(f"#{n}" for n in events)


def told(line: Line) -> str:
    """A sentence with the events it rests on."""
    return f"{one_line(line.text)}{numbers(line.events)}"


def quote(words: str) -> str:
    """Words as said, in quotation marks."""
    return quoted(one_line(words))


def para(words: str) -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph(say(words))


def bullets(lines: Iterable[Line], empty: str) -> Block:
    """A list, or the sentence that says there is nothing."""
    return listed((told(each) for each in lines), empty)


def came_apart(found: Sequence[Apart]) -> Block:
    """Each decision over which people were not of one mind, with its sides under it."""
    items = tuple(Item(strong(one_line(a.asked)), tuple(say(told(s)) for s in a.sides)) for a in found)
    return Items(items) if items else para("Nothing on record.")


def listed(sentences: Iterable[str], empty: str, *, numbered: bool = False) -> Block:
    """As ``bullets``, of sentences that carry their numbers already."""
    items = tuple(Item(say(each)) for each in sentences)
    return Items(items, numbered) if items else para(empty)


def table(
    head: Sequence[str], rows: Iterable[Sequence[str | Words]], empty: str, shares: Sequence[int] = ()
) -> Block:
    """A table, or the sentence that says there is nothing."""
    made = tuple(tuple(say(c) if isinstance(c, str) else c for c in row) for row in rows)
    return Table(tuple(head), made, tuple(shares)) if made else para(empty)


def section(title: str, *parts: Block | Sequence[Block] | None, level: int = 2) -> list[Block]:
    """A heading and its parts; None stands for a part that is not there."""
    found: list[Block] = [Heading(level, title)]
    for part in parts:
        if isinstance(part, Sequence):
            found += part
        elif part is not None:
            found.append(part)
    return found
