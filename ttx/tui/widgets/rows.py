"""A list that holds its cursor by id: rows may come and go, the cursor stays on its thing."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.binding import Binding
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from ttx.frozen import dataclass
from ttx.tui.cells import ends
from ttx.tui.console.lines import Line, Run
from ttx.tui.glyphs import CURSOR
from ttx.tui.widgets.painted import strip_of
from ttx.tui.widgets.tall import Tall


@dataclass(frozen=True, slots=True)
class Item:
    """One row: what yields at the left, what is never cut at the right; some rows take no cursor."""

    id: str
    left: Line
    right: Line = ()
    takes_cursor: bool = True


class Rows(Tall, can_focus=True):
    """A virtual list: only the rows in sight are drawn."""

    BINDINGS = [
        Binding("up,k,ㅏ", "cursor(-1)", show=False),
        Binding("down,j,ㅓ", "cursor(1)", show=False),
        Binding("home", "edge(0)", show=False),
        Binding("end", "edge(-1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    class Moved(Message):
        """The cursor stands on another row."""

        def __init__(self, rows: Rows, item: str) -> None:
            super().__init__()
            self.rows, self.item = rows, item

        @property
        def control(self) -> Rows:
            return self.rows

    class Chosen(Moved):
        """Enter or a click on a row."""

    def __init__(self, *, id: str | None = None, surface: str = "bg", quiet: bool = False) -> None:  # noqa: A002
        super().__init__(id=id)
        self.surface = surface
        self.items: Sequence[Item] = ()
        self.cursor = ""
        self._quiet = quiet

    def put(self, items: Sequence[Item], cursor: str | None = None) -> None:
        """Show these rows; the cursor goes to ``cursor``, stays on its thing, or on the row nearest."""
        before = self._at(self.cursor)
        changed = items != self.items
        self.items = items
        wanted = self.cursor if cursor is None else cursor
        if self._at(wanted) is None:
            there = next((i for i, item in enumerate(items) if item.id == wanted), before)
            near = there if there is not None else 0
            free = [i for i, item in enumerate(items) if item.takes_cursor]
            wanted = items[min(free, key=lambda i: abs(i - near))].id if free else ""
        if changed:
            self.has_rows(len(items))
        if changed or wanted != self.cursor:
            self.cursor = wanted
            self._in_sight()
            self.refresh()

    def on_resize(self) -> None:
        self.has_rows(len(self.items))
        self._in_sight()

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def action_cursor(self, by: int) -> None:
        free = [i for i, item in enumerate(self.items) if item.takes_cursor]
        at = self._at(self.cursor)
        if not free:
            return
        ahead = [i for i in free if at is None or (i - at) * by > 0]
        if ahead:
            self._go(ahead[0] if by > 0 else ahead[-1])

    def action_edge(self, end: int) -> None:
        free = [i for i, item in enumerate(self.items) if item.takes_cursor]
        if free:
            self._go(free[end])

    def action_choose(self) -> None:
        if self._at(self.cursor) is not None:
            self.post_message(self.Chosen(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        at = event.y + int(self.scroll_offset.y)
        if at < len(self.items) and self.items[at].takes_cursor:
            self._go(at)
            self.action_choose()

    def render_line(self, y: int) -> Strip:
        at = y + int(self.scroll_offset.y)
        cells = self.scrollable_content_region.width
        if at >= len(self.items):
            return strip_of(self.app, (), cells, self.surface)
        item = self.items[at]
        here = item.id == self.cursor and item.takes_cursor and not (self._quiet and not self.has_focus)
        mark = Run(CURSOR if here else " ", "accent")
        line = (mark, *ends(item.left, item.right, cells - 1))
        return strip_of(self.app, line, cells, "select" if here else self.surface)

    def _at(self, item: str) -> int | None:
        return next((i for i, each in enumerate(self.items) if each.id == item and each.takes_cursor), None)

    def _go(self, at: int) -> None:
        before = self._at(self.cursor)
        self.cursor = self.items[at].id
        self._in_sight()
        for row in (at, at if before is None else before):
            self.refresh_line(row)
        self.post_message(self.Moved(self, self.cursor))

    def _in_sight(self) -> None:
        at = self._at(self.cursor)
        if at is not None and self.size.height:
            self.scroll_to_region(Region(0, at, self.size.width, 1), animate=False, force=True)
