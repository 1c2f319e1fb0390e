"""A page that is read: lines wrapped to a measure, scrolled by rows, never cut."""

from __future__ import annotations

from collections.abc import Sequence

from textual.message import Message
from textual.strip import Strip

from ttx.tui.cells import hang_of, wrap
from ttx.tui.console.lines import Line, Run, dim
from ttx.tui.glyphs import UPRIGHT
from ttx.tui.widgets.painted import strip_of
from ttx.tui.widgets.tall import Tall

MEASURE = 76
"""Most cells of a line that is read aloud."""
_MARGIN = 2
_LABEL = 9


class Page(Tall, can_focus=True):
    """The brightest surface: what is read aloud, then staff's lines behind a rail."""

    def __init__(self, *, id: str | None = None, surface: str = "card") -> None:  # noqa: A002
        super().__init__(id=id)
        self.surface = surface
        self._lines: Sequence[Line] = ()
        self._staff: Sequence[tuple[str, str]] = ()
        self._rows: list[Line] = []

    def put(self, lines: Sequence[Line], staff: Sequence[tuple[str, str]] = (), *, top: bool = False) -> None:
        """Show these lines; ``top`` scrolls back to the first."""
        if (lines, staff) != (self._lines, self._staff):
            self._lines, self._staff = lines, staff
            self._lay_out()
            self.refresh()
        if top:
            self.scroll_home(animate=False)

    class LaidOut(Message):
        """The page has another size: how many pages it takes is known now."""

    def on_resize(self) -> None:
        self._lay_out()
        self.post_message(self.LaidOut())

    @property
    def pages(self) -> str:
        """``1 of 2, PgDn`` where the page is longer than its room; else empty."""
        height = max(1, self.size.height)
        total = -(-len(self._rows) // height)
        if total <= 1:
            return ""
        at = min(total, int(self.scroll_offset.y) // height + 1)
        if int(self.scroll_offset.y) + height >= len(self._rows):
            at = total
        return f"{at} of {total}, {'PgUp' if at == total else 'PgDn'}"

    def _lay_out(self) -> None:
        cells = min(MEASURE, self.size.width - 2 * _MARGIN)
        if cells < 8:
            return
        tight = self.app.size.height < 30
        rows: list[Line] = []
        for line in self._lines:
            if not line:
                rows += [] if tight and () in rows else [()]
                continue
            rows += wrap(line, cells, hang_of(line))
        if self._staff:
            rows.append(())
            rows += self._rail(cells)
        self._rows = rows
        self.has_rows(len(rows))

    def _rail(self, cells: int) -> list[Line]:
        rows: list[Line] = []
        before = ""
        for label, words in self._staff:
            name = label if label != before else ""
            before = label
            text = f"{name:<{_LABEL}}{' '.join(words.split())}"
            rows += [(Run(f"{UPRIGHT} ", "rule"), *row) for row in wrap((dim(text),), cells - 2, _LABEL)]
        return rows

    def render_line(self, y: int) -> Strip:
        at = y + int(self.scroll_offset.y)
        line = self._rows[at] if at < len(self._rows) else ()
        cells = self.scrollable_content_region.width
        return strip_of(self.app, (Run(" " * _MARGIN), *line), cells, self.surface)
