"""The screen of the wall: marking, clocks, and what was sent; it follows the session file by itself."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.screen import Screen

from ttx.services.watching import Picture, Watch
from ttx.store import Presence
from ttx.tui.cells import hang_of, wrap
from ttx.tui.console.lines import Line, Run
from ttx.tui.keymap import WALL, bindings
from ttx.tui.wall.picture import chip_and_phase, clocks, countdown, lines_of, marking_of
from ttx.tui.widgets import Bar, Painted
from ttx.tui.widgets.large import ROWS, large, middle

_SECONDS = 0.5
_MARGIN = 4
_MEASURE = 92


class Wall(Screen[None]):
    """One window for the projector or for a cell's own table."""

    BINDINGS = bindings(WALL)

    def __init__(self, watch: Watch) -> None:
        super().__init__()
        self._watch = watch
        self._picture: Picture = watch.look()
        self._here: Presence | None = None
        self._covered = False
        self._top = 0

    @property
    def marking(self) -> str:
        """What rows one and last say."""
        return marking_of(self._picture)

    def compose(self) -> ComposeResult:
        yield Bar(id="marking-top", centred=True)
        yield Bar(id="status")
        yield Painted(id="wall", surface="card")
        yield Bar(id="marking-bottom", centred=True)

    def on_mount(self) -> None:
        self._here = self._watch.announce()
        self.set_interval(_SECONDS, self.follow)
        self._draw()

    def on_unmount(self) -> None:
        if self._here is not None:
            self._here.close()

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    def follow(self) -> None:
        """Look whether something new was sent; what is new is shown from its first line."""
        before = self._picture.shown
        self._picture = self._watch.look()
        if self._picture.shown != before:
            self._top = 0
        self._draw()

    def action_cover(self) -> None:
        """Show nothing but marking and clocks here, or show again; the console does not know of it."""
        self._covered = not self._covered
        self._draw()

    def action_page_down(self) -> None:
        self._scroll(1)

    def action_page_up(self) -> None:
        self._scroll(-1)

    def action_leave(self) -> None:
        self.app.exit(return_code=0)

    def _scroll(self, by: int) -> None:
        room = self.query_one("#wall", Painted).size.height
        rows = len(self._rows())
        self._top = max(0, min(self._top + by * max(1, room - 2), rows - room))
        self._draw()

    def _draw(self) -> None:
        marking = (Run(self.marking, "mark", bold=True),)
        self.query_one("#marking-top", Bar).put(marking)
        self.query_one("#marking-bottom", Bar).put(marking)
        self.query_one("#status", Bar).put(chip_and_phase(self._picture), clocks(self._picture))
        painted = self.query_one("#wall", Painted)
        room = painted.size.height
        rows = self._rows()
        if len(rows) > room:
            shown = rows[self._top : self._top + room - 1]
            more = f"{self._top + len(shown)} of {len(rows)} lines, PgDn"
            painted.put([*shown, (Run(" " * _MARGIN), Run(more, "dim"))])
            return
        painted.put([()] * ((room - len(rows)) // 2) + rows)

    def _rows(self) -> list[Line]:
        """The picture in rows, double-spaced where there is room, the countdown painted large under it."""
        if self._covered:
            return []
        cells, room = self.size.width, self.query_one("#wall", Painted).size.height
        measure = max(8, min(_MEASURE, cells - 2 * _MARGIN))
        before = " " * max(_MARGIN, (cells - measure) // 2)
        rows: list[Line] = []
        for each in lines_of(self._picture):
            rows += [(Run(before), *row) for row in wrap(each, measure, hang_of(each))] if each else [()]
        left = countdown(self._picture)
        if room >= 2 * len(rows) + ROWS + 2:
            rows = [row for each in rows for row in (each, ())]
        if left and len(rows) + ROWS + 1 <= room:
            ground = [middle(row, cells, "text") for row in large(left, "ink", "text")]
            return [*rows, (), *ground]
        return [*rows, (Run(before), Run(left, "accent", bold=True))] if left else rows
