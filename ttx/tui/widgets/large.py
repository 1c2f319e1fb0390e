"""Signs painted with cells of ground, five rows high, a dot two cells wide: no font is needed."""

from __future__ import annotations

from ttx.tui.console.lines import Line, Run

ROWS = 5
_SIGNS = {
    "S": (" ###", "#   ", " ## ", "   #", "### "),
    "T": ("###", " # ", " # ", " # ", " # "),
    "O": (" ## ", "#  #", "#  #", "#  #", " ## "),
    "P": ("### ", "#  #", "### ", "#   ", "#   "),
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": (" # ", "## ", " # ", " # ", "###"),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", "###", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", " # ", " # ", " # "),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
    ":": (" ", "#", " ", "#", " "),
    "+": ("   ", " # ", "###", " # ", "   "),
}


def large(word: str, ink: str, ground: str) -> list[Line]:
    """A word of the signs above in rows of painted cells.

    Args:
        word: of S T O P, digits, colon and plus.
        ink: token that dots are painted in.
        ground: token of what lies around them.
    """
    rows: list[Line] = []
    for y in range(ROWS):
        runs: list[Run] = []
        for sign in word:
            runs += [Run("  ", ink if dot == "#" else ground) for dot in _SIGNS[sign][y]]
            runs.append(Run("  ", ground))
        rows.append(tuple(runs))
    return rows


def middle(line: Line, cells: int, ground: str) -> Line:
    """A line in the middle of so many cells of ground."""
    used = sum(len(run.text) for run in line)
    before = max(0, (cells - used) // 2)
    return (Run(" " * before, ground), *line, Run(" " * max(0, cells - before - used), ground))
