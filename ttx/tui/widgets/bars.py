"""Rows of one line: marking, status, ruler, headings, keys."""

from __future__ import annotations

from collections.abc import Sequence

from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from ttx.tui.cells import ends, width, wrap
from ttx.tui.console.lines import Line, Run
from ttx.tui.widgets.painted import hairline, strip_of


class Bar(Widget):
    """One row with something at its left and right end, or in its middle."""

    DEFAULT_CSS = "Bar { height: 1; }"

    def __init__(
        self,
        left: Sequence[Run] = (),
        right: Sequence[Run] = (),
        *,
        centred: bool = False,
        surface: str = "bg",
        id: str | None = None,  # noqa: A002 - Textual's name
    ) -> None:
        super().__init__(id=id)
        self.surface = surface
        self._centred = centred
        self._left, self._right = tuple(left), tuple(right)

    def put(self, left: Sequence[Run], right: Sequence[Run] = ()) -> None:
        """Show these from now on."""
        if (tuple(left), tuple(right)) != (self._left, self._right):
            self._left, self._right = tuple(left), tuple(right)
            self.refresh()

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one row
        return strip_of(self.app, self._line(self.size.width), self.size.width, self.surface)

    def _line(self, cells: int) -> Line:
        if not self._centred:
            return ends(self._left, self._right, cells)
        token = self._left[0].token if self._left else "text"
        before = max(0, (cells - width(self._left)) // 2)
        after = max(0, cells - before - width(self._left))
        return (Run(" " * before, token), *self._left, Run(" " * after, token))


class Heading(Bar):
    """``number Title ╌╌╌╌ fact``: names a pane; the number is the key that goes there."""

    def __init__(self, number: str, title: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.number, self.title = number, title
        self.fact: Line = ()
        self.lit = False

    def say(self, fact: str | Line, title: str | None = None, *, lit: bool = False) -> None:
        """Set what stands at its end, its title, and whether its pane has the focus."""
        runs = (Run(fact, "dim"),) if isinstance(fact, str) and fact else fact or ()
        new = (tuple(runs), title or self.title, lit)
        if new != (self.fact, self.title, self.lit):
            self.fact, self.title, self.lit = tuple(r for r in runs if isinstance(r, Run)), new[1], lit
            self.refresh()

    def _line(self, cells: int) -> Line:
        token = "accent" if self.lit else "text"
        number = (Run(f" {self.number} ", "dim"),) if self.number else (Run(" "),)
        name = (*number, Run(f"{self.title} ", token, bold=True))
        tail = (*self.fact, Run(" ")) if self.fact else ()
        return ends((*name, hairline(cells - width(name) - width(tail) - bool(tail))), tail, cells)


class Notice(Widget):
    """What staff must read whole: wrapped, over the last rows of what is least, until it is taken away."""

    DEFAULT_CSS = "Notice { dock: bottom; layer: above; height: auto; margin: 0 0 2 0; display: none; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._line: Line = ()

    def put(self, words: str, token: str) -> None:
        """Show these words; empty ones take the notice away."""
        self._line = (Run(words, token, bold=True),) if words else ()
        self.display = bool(words)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        return len(self._rows(width))

    def render_line(self, y: int) -> Strip:
        rows = self._rows(self.size.width)
        row = (Run(" "), *rows[y]) if y < len(rows) else ()
        return strip_of(self.app, row, self.size.width, "raise")

    def _rows(self, cells: int) -> list[Line]:
        return list(wrap(self._line, cells - 2)) if self._line else []
