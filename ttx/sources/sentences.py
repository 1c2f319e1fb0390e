"""A document's text as paragraphs, blocks and sentences, each with its place.

A paragraph is a numbered item with the unnumbered lines after it; what stands before the first
number is the document's head. In a text whose lines bear no numbers, empty lines part the
paragraphs. A block is a physical line that is not empty. Sentences count over the whole paragraph
and never run over the end of a block. All counting begins with 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ttx.frozen import dataclass

_NUMBERED = re.compile(r"\s*([0-9]{1,4})\.(?:\s+|$)")
_FOOTER = "/Public Release"
"""How the site that republishes press releases ends them; its own words follow."""

_STOPS = ".!?\u2026"
_FULL_STOPS = "\u3002\uff01\uff1f"
"""The stops of Chinese and Japanese, behind which no space is needed."""
_CLOSING = "\"')\\]\u201d\u2019\u00bb\u300d\u300f\uff09"
_OPENING = "\"'([-\u201c\u2018\u00ab\u2014\u2013"
_END = re.compile(
    rf"(?<![{_STOPS}])[{_STOPS}]++[{_CLOSING}]*+(?=\s)|(?<![{_FULL_STOPS}])[{_FULL_STOPS}]++[{_CLOSING}]*+"
)
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+")
"""``U.S.``, ``D.C.``, ``p.m.``, and the ``J.`` of a name."""


def _these(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NEVER_LAST = _these("""
    adm amb art capt cf cmdr col cpl dept dr e.g eg fig gen gov hon i.e ie lt maj messrs mr mrs ms mt nos
    para paras pp prof rep rev sec sen sgt st vol vs
""")
"""Abbreviations that something always follows."""
_BEFORE_NUMBERS = _these("no ch p approx ca jan feb mar apr jun jul aug sep sept oct nov dec")
_BEGINNERS = _these("""
    a an and as at both but by each for from he however in it its moreover on our she such that the their
    then these they this those to under we when while with
""")
"""Words that begin a sentence far more often than the name of something."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document and where it stands, all numbers 1-based."""

    paragraph: int
    block: int
    sentence: int
    text: str

    @property
    def locator(self) -> str:
        """``paragraph.sentence``, e.g. ``16.5``."""
        return f"{self.paragraph}.{self.sentence}"


def sentences(text: str) -> tuple[Sentence, ...]:
    """Every sentence of a document in its order; none of a text without words."""
    found: list[Sentence] = []
    for number, blocks in _paragraphs(text):
        count = 0
        for n, block in enumerate(blocks, start=1):
            for each in split(block):
                count += 1
                found.append(Sentence(number, n, count, each))
    return tuple(found)


def _paragraphs(text: str) -> Iterator[tuple[int, list[str]]]:
    lines: list[str] = []
    for line in text.splitlines():
        if line.startswith(_FOOTER):
            break
        lines.append(line)
    numbered = _by_numbers(lines)
    yield from numbered or _by_gaps(lines)


def _by_numbers(lines: list[str]) -> list[tuple[int, list[str]]]:
    """Only the next number begins a paragraph: a year or a list inside one does not."""
    found: list[tuple[int, list[str]]] = []
    for line in lines:
        number = _NUMBERED.match(line)
        if number and int(number[1]) == len(found) + 1:
            found.append((len(found) + 1, []))
            line = line[number.end() :]  # noqa: PLW2901 - the rest of it is the first block
        if found and line.strip():
            found[-1][1].append(line.strip())
    return found


def _by_gaps(lines: list[str]) -> list[tuple[int, list[str]]]:
    found: list[tuple[int, list[str]]] = []
    fresh = True
    for line in lines:
        if not line.strip():
            fresh = True
            continue
        if fresh:
            found.append((len(found) + 1, []))
            fresh = False
        found[-1][1].append(line.strip())
    return found


def split(block: str) -> tuple[str, ...]:
    """The sentences of one line; an abbreviation ends none.

    >>> split("Gen. Roe met the U.S. Secretary. Both spoke.")
    ('Gen. Roe met the U.S. Secretary.', 'Both spoke.')
    """
    found, begin = [], 0
    for end in _END.finditer(block):
        if _ends(block, begin, end):
            found.append(block[begin : end.end()].strip())
            begin = end.end()
    found.append(block[begin:].strip())
    return tuple(each for each in found if each)


def _ends(block: str, begin: int, end: re.Match[str]) -> bool:
    """Whether a sentence ends with this mark."""
    rest = block[end.end() : end.end() + 60].lstrip()
    following = rest.lstrip(_OPENING)
    if not following or end[0][0] in "!?" + _FULL_STOPS:
        return not following[:1].islower()
    if following[0].islower():
        return False
    if end[0][:2] in ("..", ".!", ".?") or end[0][0] != ".":
        return True
    word = _word_before(block, begin, end.start())
    if word.casefold() in _NEVER_LAST:
        return False
    if word.casefold() in _BEFORE_NUMBERS:
        return not following[0].isdecimal()
    if _DOTTED.fullmatch(f"{word.rpartition('-')[2]}."):
        next_word = re.match(r"\w+", following)
        return next_word is not None and next_word[0].casefold() in _BEGINNERS
    return True


def _word_before(block: str, begin: int, at: int) -> str:
    """The word a dot stands behind, at most 40 characters of it, without opening marks."""
    parts = block[max(begin, at - 40) : at].split()
    return parts[-1].lstrip(_OPENING) if parts else ""
