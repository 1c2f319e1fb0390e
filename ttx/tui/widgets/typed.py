"""Fields to type in, drawn like everything else: what would move a cursor is kept, and not shown.

A paste can hold escape sequences, joiners and marks of direction. They stay in the value as they
came; the stock fields would send them to the terminal.
"""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip
from textual.widgets import Input, TextArea

from ttx.tui.cells import shown


class LineField(Input):
    """One line."""

    def render_line(self, y: int) -> Strip:
        return _harmless(super().render_line(y))


class TextField(TextArea):
    """Several lines."""

    def render_line(self, y: int) -> Strip:
        return _harmless(super().render_line(y))


def _harmless(strip: Strip) -> Strip:
    if shown(strip.text) == strip.text:
        return strip
    segments = [Segment(shown(segment.text), segment.style) for segment in strip]
    return Strip(segments).adjust_cell_length(strip.cell_length)
