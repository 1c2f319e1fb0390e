"""A list of rows that is scrolled; the screen is laid out anew only where its bar comes or goes."""

from __future__ import annotations

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.widget import Widget


class Tall(ScrollView, can_focus=True):
    """As wide as its room, as high as its rows.

    Textual lays out the whole screen whenever the size of what is scrolled changes, since a scroll bar
    may come or go; on a list that follows a cursor that is most of what a key costs.
    """

    DEFAULT_CSS = "Tall { overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; }"

    def has_rows(self, number: int) -> None:
        """Take it that there are so many rows now."""
        size = Size(self.size.width, number)
        if size == self.virtual_size:
            return
        bar = number > self.size.height
        if bar != self.show_vertical_scrollbar or not self.size:
            self.virtual_size = size
            return
        self.set_reactive(Widget.virtual_size, size)
        self.refresh()
        if bar:
            self.vertical_scrollbar.window_virtual_size = number
        if self.scroll_offset.y > self.max_scroll_y:
            self.scroll_to(y=self.max_scroll_y, animate=False)
