"""Text measured in cells: cut, wrapped and cleaned for display. The file is never changed by it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from rich.cells import cell_len, set_cell_size

from ttx.tui.console.lines import Line, Run
from ttx.tui.glyphs import CUT

_TAB = "    "
_LEAST = 4
"""Cells a row is taken to have at least; before a layout is known a pane has none."""
_LABEL = 16
"""Cells of the longest beginning of a line that is taken for a label."""
_JOINERS = {"\u200d", "\ufe0e", "\ufe0f"}


def shown(text: str) -> str:
    """Text without what moves a cursor or joins characters; tabs are four spaces; NFC."""
    return text if text.isascii() and text.isprintable() else _cleaned(text)


@lru_cache(maxsize=2048)
def _cleaned(text: str) -> str:
    """The same rows are drawn again at every key."""
    kept = "".join(_TAB if c == "\t" else c for c in text if not _unseen(c))
    return unicodedata.normalize("NFC", kept)


def _unseen(char: str) -> bool:
    return char != "\t" and (char in _JOINERS or unicodedata.category(char) in ("Cc", "Cf", "Cs"))


def width(line: Line) -> int:
    """Cells a line takes."""
    return sum(cell_len(shown(run.text)) for run in line)


def keys_that_fit(named: Iterable[tuple[str, str]], cells: int) -> Line:
    """A row of keys, each with its word: as many as have room, none of them cut."""
    runs: tuple[Run, ...] = (Run(" "),)
    for sign, word in named:
        item = (Run(sign, "accent", bold=True), Run(f" {word}  "))
        runs += item if width((*runs, *item)) <= cells else ()
    return runs


def fit(line: Line, cells: int) -> Line:
    """The line in exactly ``cells`` cells: padded with blanks, or cut with a mark in the last."""
    line = tuple(Run(shown(r.text), r.token, r.bold) for r in line)
    line = _blanks_dropped(line, width(line) - cells)
    total = width(line)
    if total <= cells:
        return (*line, Run(" " * (cells - total))) if total < cells else line
    if cells < 1:
        return ()
    kept: list[Run] = []
    left = cells - 1
    for run in line:
        size = cell_len(run.text)
        if size > left:
            kept.append(Run(set_cell_size(run.text, left), run.token, run.bold))
            break
        kept.append(run)
        left -= size
    return (*kept, Run(CUT, "dim"))


def _blanks_dropped(line: Line, over: int) -> Line:
    """The line without as many blanks at its end as it is too long by: nothing is cut for a blank."""
    if over <= 0 or not line:
        return line
    last = line[-1]
    bare = last.text.rstrip(" ")
    kept = last.text[: max(len(bare), len(last.text) - over)]
    return (*line[:-1], Run(kept, last.token, last.bold))


def wrap(line: Line, cells: int, hang: int = 0) -> Iterator[Line]:
    """The line in rows of at most ``cells`` cells, broken between words; later rows hang in.

    A word longer than a row is broken where the row ends.
    """
    cells = max(cells, hang + _LEAST)
    row: list[Run] = []
    used = 0
    for word, run in _words(line):
        size = cell_len(word)
        if used + cell_len(word.rstrip()) > cells and used > hang:
            yield tuple(row)
            row, used = ([Run(" " * hang)] if hang else []), hang
            word = word.lstrip()  # noqa: PLW2901 - what led to the break is not carried over
            size = cell_len(word)
        while used + size > cells and cell_len(word.rstrip()) > cells - used:
            head = set_cell_size(word, cells - used).rstrip() or word[:1]
            row.append(Run(head, run.token, run.bold))
            yield tuple(row)
            row, used = ([Run(" " * hang)] if hang else []), hang
            word = word[len(head) :]  # noqa: PLW2901 - the rest of it
            size = cell_len(word)
        row.append(Run(word, run.token, run.bold))
        used += size
    yield tuple(row)


def hang_of(line: Line) -> int:
    """Cells by which the later rows of a line hang in: behind the label it begins with."""
    first = line[0].text
    return len(first) if first.endswith("  ") and len(first) <= _LABEL else 0


def _words(line: Line) -> Iterator[tuple[str, Run]]:
    """Words with the white space behind them."""
    for run in line:
        text = shown(run.text)
        start = 0
        for i in range(1, len(text)):
            if text[i - 1] == " " and text[i] != " ":
                yield text[start:i], run
                start = i
        if text:
            yield text[start:], run


def ends(left: Iterable[Run], right: Iterable[Run], cells: int) -> Line:
    """One row with something at each end; what is left yields first."""
    right = tuple(right)
    room = cells - width(right)
    if not right:
        return fit(tuple(left), cells)
    return (*fit((*fit(tuple(left), max(0, room - 1)), Run(" ")), max(0, room)), *right)
