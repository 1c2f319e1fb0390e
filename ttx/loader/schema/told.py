"""What the author's guide says of each key, for editors to show beside it: one text, told in two places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import ttx

_TABLES: Mapping[str, tuple[str, ...]] = {
    "## The scenario": ("Scenario",),
    "| Of a cell ": ("Cell",),
    "| Of a voice ": ("Voice",),
    "| Of a track ": ("Track",),
    "| Of a fact ": ("Fact",),
    "| Of an objective ": ("Objective",),
    "## A phase": ("Phase",),
    "## An inject": ("Inject",),
    "## A decision": ("Decision",),
    "| Of an option ": ("Option",),
    "| Of a link ": ("Link", "LinkMade"),
    "| Key of a rule ": ("Rule",),
    "## Endings": ("Ending",),
    "| Of an entry of ": ("Commitment",),
}
"""How a heading or the head of a table begins -> the shapes it tells of."""
_ROW = re.compile(r"\| ((?:`\w+`(?:, | or )?)+) \| (.+) \|$")


def told_of_keys() -> Mapping[tuple[str, str], str]:
    """Shape and key -> what the guide says of it, in Markdown."""
    guide = Path(ttx.__file__).parent / "guide" / "author.md"
    return dict(_rows(guide.read_text(encoding="utf-8")))


def _rows(text: str) -> Iterator[tuple[tuple[str, str], str]]:
    shapes: tuple[str, ...] = ()
    for line in text.splitlines():
        if line.startswith(("#", "| Of ", "| Key of ", "| Mode")):
            shapes = next((s for begins, s in _TABLES.items() if line.startswith(begins)), ())
        elif found := _ROW.match(line):
            for key in re.findall(r"\w+", found[1].replace(" or ", " ")):
                yield from (((shape, key), found[2]) for shape in shapes)
