"""Blocks to paragraphs: by their numbers, in Arabic or Roman, or one for every stretch between gaps.

Only the next number begins a paragraph; a year, a date or a list inside one does not. A short line
without a stop is a heading and no sentence.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple, TypeAlias

from ttx.sources.document import Paragraph
from ttx.sources.lines import Block, Dropped, Line, Notes, Settings

Style: TypeAlias = Literal["numbered", "roman", "unnumbered"]

_ARABIC = re.compile(r"\s*([0-9]{1,4})[.)](?:\s+|$)")
_ROMAN = re.compile(r"\s*([IVXLC]{1,7})[.)](?:\s+|$)")
_STOPPED = re.compile(r"[.!?;,\u2026\u3002][\"')\]\u201d\u2019\u00bb]*\s*$")
_HEADING_WORDS = 12
_LATEST = 0.4
"""Share of the words before the first number above which the numbers are taken for a list."""
_FARTHEST = 50
"""How far the next number of an excerpt may be from the last."""
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


class _Numbered(NamedTuple):
    paragraphs: tuple[Paragraph, ...]
    head: tuple[Block, ...]
    missed: tuple[int, ...]
    """Numbers at the head of blocks that did not follow and were left in their paragraph."""
    headings: tuple[Block, ...]


def paragraphs(
    blocks: Sequence[Block], settings: Settings, notes: Notes
) -> tuple[Style, tuple[Paragraph, ...]]:
    """How a document's paragraphs are told apart, and the paragraphs."""
    if settings.numbering != "unnumbered":
        for style, pattern, value in (("numbered", _ARABIC, int), ("roman", _ROMAN, _roman)):
            found = _by_numbers(blocks, pattern, value, settings)
            if _holds(found, blocks, settings, notes):
                _tell(found, settings, notes)
                return style, found.paragraphs  # type: ignore[return-value] # one of the two just written
        if settings.numbering == "numbered":
            notes.unsure.append("No block begins with 1. or I.; every stretch between gaps is a paragraph.")
    return "unnumbered", _by_gaps(blocks, settings, notes)


def _by_numbers(
    blocks: Sequence[Block], pattern: re.Pattern[str], value: Callable[[str], int], settings: Settings
) -> _Numbered:
    found: list[tuple[int, str, str, list[str]]] = []
    head: list[Block] = []
    missed: list[int] = []
    headings: list[Block] = []
    section = ""
    for n, block in enumerate(blocks):
        number = pattern.match(block.text)
        now = value(number[1]) if number else 0
        if number and _follows(now, found[-1][0] if found else 0, settings):
            rest = block.text[number.end() :].strip()
            found.append((now, number[1], section, []))
            if not rest:
                continue
            if _is_heading(rest) and _text_follows(blocks, n, pattern) and "heading" not in settings.keep:
                found[-1] = (now, number[1], rest, [])
                headings.append(block)
            else:
                found[-1][3].append(rest)
            continue
        if number:
            missed.append(now)
        if "heading" not in settings.keep and _heads(blocks, n, pattern):
            section = block.text
            headings.append(block)
        elif found:
            found[-1][3].append(block.text)
        else:
            head.append(block)
    made = tuple(Paragraph(number, name, section, tuple(texts)) for number, name, section, texts in found)
    return _Numbered(made, tuple(head), tuple(missed), tuple(headings))


def _follows(now: int, last: int, settings: Settings) -> bool:
    if settings.excerpt:
        return now > last and (last == 0 or now - last <= _FARTHEST) and now < 1000
    return now == last + 1


def _holds(found: _Numbered, blocks: Sequence[Block], settings: Settings, notes: Notes) -> bool:
    """Whether the numbers are those of the paragraphs, not of a list inside an unnumbered text."""
    if not found.paragraphs:
        return False
    if settings.numbering == "numbered" or settings.excerpt:
        return True
    if len(found.paragraphs) < 2 and len(blocks) > 2:
        return False
    before = sum(len(block.text.split()) for block in found.head)
    if before <= _LATEST * sum(len(block.text.split()) for block in blocks):
        return True
    last = found.paragraphs[-1].name
    notes.unsure.append(
        f"Numbers 1 to {last} begin at a late place and are taken for a list; say --numbered if they "
        "number the paragraphs."
    )
    return False


def _tell(found: _Numbered, settings: Settings, notes: Notes) -> None:
    for block in found.head:
        notes.dropped.append(Dropped(Line(block.line, block.text), "head"))
    for block in found.headings:
        notes.dropped.append(Dropped(Line(block.line, block.text), "heading"))
    last = found.paragraphs[-1].number
    beyond = sorted({n for n in found.missed if last < n <= last + _FARTHEST})
    if beyond and not settings.excerpt:
        notes.unsure.append(
            f"Paragraph {last + 1} is not there, but a block begins with {beyond[0]}. If some are missing, "
            "say --excerpt."
        )
    numbers = [paragraph.number for paragraph in found.paragraphs]
    gaps = [a for a, b in itertools.pairwise(numbers) if b > a + 1]
    if gaps:
        notes.unsure.append(f"Numbers are left out after {', '.join(map(str, gaps))}.")


def _by_gaps(blocks: Sequence[Block], settings: Settings, notes: Notes) -> tuple[Paragraph, ...]:
    found: list[tuple[str, list[str]]] = []
    section = ""
    for n, block in enumerate(blocks):
        alone = block.fresh and (n + 1 == len(blocks) or blocks[n + 1].fresh)
        heading = block.hint == "heading" or (alone and n + 1 < len(blocks) and _is_heading(block.text))
        if heading and "heading" not in settings.keep:
            section = block.text
            notes.dropped.append(Dropped(Line(block.line, block.text), "heading"))
        elif block.fresh or not found:
            found.append((section, [block.text]))
        else:
            found[-1][1].append(block.text)
    return tuple(
        Paragraph(number, f"u{number}", section, tuple(texts))
        for number, (section, texts) in enumerate(found, start=1)
    )


def _heads(blocks: Sequence[Block], n: int, pattern: re.Pattern[str]) -> bool:
    """Whether a block between numbered ones is the heading of those that follow."""
    block = blocks[n]
    if block.hint == "heading":
        return True
    after = blocks[n + 1].text if n + 1 < len(blocks) else ""
    begun = any(pattern.match(each.text) for each in blocks[:n])
    return begun and block.fresh and _is_heading(block.text) and pattern.match(after) is not None


def _text_follows(blocks: Sequence[Block], n: int, pattern: re.Pattern[str]) -> bool:
    """Whether the block behind a number's heading is words without a number of their own."""
    after = blocks[n + 1] if n + 1 < len(blocks) else None
    if after is None or pattern.match(after.text) or after.text[0].islower():
        return False
    return not _is_heading(after.text)


def _is_heading(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= _HEADING_WORDS and not _STOPPED.search(text) and not text[0].islower()


def _roman(numeral: str) -> int:
    """The value of a Roman number; 0 where it is none.

    >>> _roman("XIV"), _roman("VX")
    (14, 0)
    """
    value = 0
    for n, sign in enumerate(numeral):
        worth = _VALUES[sign]
        value += -worth if any(_VALUES[s] > worth for s in numeral[n + 1 : n + 2]) else worth
    return value if _written(value) == numeral else 0


def _written(value: int) -> str:
    steps = (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    )
    text = ""
    for worth, sign in steps:
        while value >= worth:
            text, value = text + sign, value - worth
    return text
