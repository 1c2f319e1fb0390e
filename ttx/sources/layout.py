"""Lines to blocks: what the width of a page tore apart is put together, and that is said.

No word is corrected. A hyphen at a line's end goes only where the whole word stands elsewhere in
the document.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from statistics import median, quantiles

from ttx.sources.lines import Block, Line, Mended, Notes, Settings

_NUMBER = re.compile(r"\s*(?:[0-9]{1,4}|[IVXLC]{1,7})[.)](?:\s+|$)")
_BULLET = re.compile(r"\s*[-*\u2022\u2013\u25cf\u25e6]\s+")
_ORDINAL = re.compile(r"\s*(st|nd|rd|th)\s*$")
_SPACED_ORDINAL = re.compile(r"(?<![\d.,])(\d{1,3}) (st|nd|rd|th)\b(?=[\s,.;)])")
_ENDED = re.compile(r"[.!?:;\u2026\u3002][\"')\]\u201d\u2019\u00bb]*\s*$")
_HYPHENS = "-\u2010\u00ad"
_WIDEST = 130
"""Characters of a line above which no page's width ended it."""
_SHORT = 0.75
"""Share of the usual width below which a line that ends a sentence ends its block."""
_SPACES = dict.fromkeys(
    map(ord, "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t"), " "
)
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_NOTHING = dict.fromkeys(map(ord, "\u200b\u2060\ufeff"))
_FOLDED = {**_SPACES, **_LIGATURES, **_NOTHING}


def plain(text: str) -> str:
    """A line in composed letters, with plain spaces and without ligatures; soft hyphens stay at its end."""
    folded = unicodedata.normalize("NFC", text).translate(_FOLDED).rstrip()
    return folded[:-1].replace("\u00ad", "") + folded[-1:]


def superscripts(lines: Sequence[Line], settings: Settings, notes: Notes) -> tuple[Line, ...]:
    """Ends of ordinal numbers that stand on lines of their own, or after a space, put back."""
    if "superscript" in settings.keep:
        return tuple(lines)
    done: list[Line] = []
    rest = list(lines)
    while rest:
        line = rest.pop(0)
        torn = _ORDINAL.match(line.text)
        before = next((n for n in range(len(done) - 1, -1, -1) if not done[n].empty), None)
        if torn and before is not None and _takes(done[before].text, torn[1]):
            after = rest.pop(0) if rest and not rest[0].empty else None
            tail = f" {_closed(after, notes).text.strip()}" if after else ""
            notes.mended.append(
                Mended("superscript", line.number, f"{done[before].text.split()[-1]}{torn[1]}")
            )
            held = done[before]
            done[before:] = [Line(held.number, f"{held.text.rstrip()}{torn[1]}{tail}", held.page, held.hint)]
            continue
        done.append(_closed(line, notes))
    return tuple(done)


def _closed(line: Line, notes: Notes) -> Line:
    def close(found: re.Match[str]) -> str:
        if not _takes(found[1], found[2]):
            return found[0]
        notes.mended.append(Mended("superscript", line.number, found[1] + found[2]))
        return found[1] + found[2]

    return Line(line.number, _SPACED_ORDINAL.sub(close, line.text), line.page, line.hint)


def _takes(text: str, ending: str) -> bool:
    """Whether a text ends in a number that this ending belongs to."""
    digits = re.search(r"(\d+)\s*$", text)
    if digits is None:
        return False
    number = int(digits[1])
    usual = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return ending == usual


def blocks(lines: Sequence[Line], settings: Settings, notes: Notes) -> tuple[Block, ...]:
    """The blocks of a document in order."""
    wrapped = settings.wrapped == "join" or (settings.wrapped == "auto" and _is_wrapped(lines, notes))
    if "wrap" in settings.keep:
        wrapped = False
    groups = _groups(lines, _width(lines) if wrapped else 0.0)
    joiner = _Joiner(lines, settings, notes)
    made = []
    for fresh, group in groups:
        text = joiner.join(group)
        if len(group) > 1:
            notes.mended.append(Mended("wrap", group[0].number, " ".join(text.split()[:4])))
        made.append(Block(text, group[0].number, fresh, group[0].hint))
    return tuple(block for block in made if block.text)


def _is_wrapped(lines: Sequence[Line], notes: Notes) -> bool:
    """Whether most lines that another follows end in the middle of a sentence."""
    pairs = [
        line
        for line, after in itertools.pairwise(lines)
        if not line.empty and not after.empty and not line.hint and not after.hint
    ]
    if len(pairs) < 3 or median(len(line.text) for line in pairs) > _WIDEST:
        return False
    share = sum(not _ENDED.search(line.text) for line in pairs) / len(pairs)
    if 0.25 <= share < 0.75:
        what = "put together" if share >= 0.5 else "left as they are"
        notes.unsure.append(
            f"About {round(share * 100)} of 100 lines end in the middle of a sentence; they are {what}. "
            f"Say {'--no-join' if share >= 0.5 else '--join'} if that is wrong."
        )
    return share >= 0.5


def _width(lines: Iterable[Line]) -> float:
    """The usual length of a full line, in characters."""
    lengths = [len(line.text) for line in lines if not line.empty]
    return quantiles(lengths, n=10)[-2] if len(lengths) > 1 else 80.0


def _groups(lines: Sequence[Line], width: float) -> Iterator[tuple[bool, list[Line]]]:
    """Lines that make one block together, each group with whether a gap stands before it.

    ``width`` 0: every line is a block.
    """
    group: list[Line] = []
    fresh, gap, number = True, False, 0
    for line in lines:
        if line.empty:
            gap = True
            continue
        begins = _number(line.text) == number + 1
        number += begins
        if group and (width == 0.0 or begins or not _goes_on(group[-1], line, width, gap=gap)):
            yield fresh, group
            group, fresh = [], gap or line.page != group[-1].page
        elif not group:
            fresh = True
        group.append(line)
        gap = False
    if group:
        yield fresh, group


def _goes_on(last: Line, line: Line, width: float, *, gap: bool) -> bool:
    """Whether a line goes on with the block of the one before it."""
    if line.hint or last.hint or _BULLET.match(line.text):
        return False
    ended = _ENDED.search(last.text) is not None
    parted = gap or last.page != line.page
    if _NUMBER.match(line.text) and (ended or parted):
        return False
    if parted:
        lower = line.text.lstrip()[:1].islower()
        return not ended and (lower or last.page != line.page) and len(last.text) >= _SHORT * width
    return not (ended and len(last.text) < _SHORT * width)


def _number(text: str) -> int:
    found = re.match(r"\s*([0-9]{1,4})[.)](?:\s+|$)", text)
    return int(found[1]) if found else 0


class _Joiner:
    """Puts the lines of a block together, by what a document's whole words say of its hyphens."""

    def __init__(self, lines: Iterable[Line], settings: Settings, notes: Notes) -> None:
        self._known = _words(lines)
        self._keeps_hyphens = "hyphen" in settings.keep
        self._notes = notes

    def join(self, group: Sequence[Line]) -> str:
        text = _BULLET.sub("", group[0].text).strip()
        for line in group[1:]:
            following = line.text.strip()
            if text.endswith(tuple(_HYPHENS)) and text[-2:-1].isalnum():
                text = self._over_hyphen(text, following, line.number)
            elif text.endswith("\u2014"):
                text += following
            else:
                text = f"{text} {following}"
        return re.sub(r" {2,}", " ", text.replace("\u00ad", ""))

    def _over_hyphen(self, text: str, following: str, line: int) -> str:
        head = re.search(r"[^\W\d_]+$", text[:-1])
        tail = re.match(r"[^\W\d_]+", following)
        whole = f"{head[0]}{tail[0]}" if head and tail else ""
        if text[-1] == "\u00ad" or (not self._keeps_hyphens and whole.casefold() in self._known):
            self._notes.mended.append(Mended("hyphen", line, whole or following.split(maxsplit=1)[0]))
            return text[:-1] + following
        pair = f"{head[0]}-{tail[0]}" if head and tail else ""
        if (
            whole
            and following[0].islower()
            and pair.casefold() not in self._known
            and not self._keeps_hyphens
        ):
            self._notes.unsure.append(f"Line {line}: {pair} keeps its hyphen; {whole} stands nowhere else.")
        return text + following


def _words(lines: Iterable[Line]) -> frozenset[str]:
    """Every whole word of the document, hyphenated ones as such too; none that a line's end parted."""
    found: set[str] = set()
    for line in lines:
        words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*-?", line.text.casefold())
        found.update(word for word in words if not word.endswith("-"))
    return frozenset(found)
