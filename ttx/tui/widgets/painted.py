"""Lines painted as rows of the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.app import App
from textual.geometry import Size
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip
from textual.widget import Widget

from ttx.tui.cells import fit
from ttx.tui.console.lines import Line, Run
from ttx.tui.glyphs import HAIR, UPRIGHT, drawn
from ttx.tui.theme import style


class PlainBar(ScrollBarRender):
    """A scrollbar of painted cells: the stock one draws characters of uncertain width."""

    VERTICAL_BARS = [" "]
    HORIZONTAL_BARS = [" "]


ScrollBar.renderer = PlainBar


def strip_of(app: App[object], line: Line, cells: int, surface: str = "bg") -> Strip:
    """A line as one row of exactly ``cells`` cells on a surface."""
    theme = app.theme
    return Strip(
        [
            Segment(drawn(run.text), style(theme, run.token, surface, bold=run.bold))
            for run in fit(line, cells)
        ],
        cells,
    )


class Painted(Widget):
    """Rows of text that do not scroll; what is set is shown, row by row."""

    def __init__(self, *, surface: str = "bg", id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.surface = surface
        self._lines: Sequence[Line] = ()

    def put(self, lines: Sequence[Line]) -> None:
        """Show these lines from now on."""
        if lines != self._lines:
            taller = len(lines) != len(self._lines)
            self._lines = lines
            self.refresh(layout=taller and self.styles.is_auto_height)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        return len(self._lines)

    def render_line(self, y: int) -> Strip:
        line = self._lines[y] if y < len(self._lines) else ()
        return strip_of(self.app, line, self.size.width, self.surface)


class Hair(Widget):
    """An upright hairline between two panes."""

    DEFAULT_CSS = "Hair { width: 1; height: 1fr; }"

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - every row is the same
        return strip_of(self.app, (Run(UPRIGHT, "rule"),), self.size.width)


def hairline(cells: int) -> Run:
    """A hairline so many cells long."""
    return Run(HAIR * max(0, cells), "rule")
