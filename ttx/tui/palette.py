"""Everything that can be done from here, found by typing a part of its words."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen

from ttx.frozen import dataclass
from ttx.tui.console.lines import Run, bold, dim
from ttx.tui.keymap import PALETTE, bindings
from ttx.tui.widgets import Bar, Heading, Item, Rows
from ttx.tui.widgets.typed import LineField

_WORD = 13
"""Cells of the first column: the longest word of the table and a gap."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be done or gone to."""

    id: str
    word: str
    says: str
    key: str = ""
    more: str = ""
    """Words it is found by as well, though its row does not show them."""

    def fits(self, typed: str) -> bool:
        """Whether every typed word stands somewhere in it."""
        text = f"{self.id} {self.word} {self.says} {self.more}".casefold()
        return all(word in text for word in typed.casefold().split())


class Palette(ModalScreen[str | None]):
    """Gives the id of what was chosen. Typing narrows the list; arrows move in it."""

    BINDINGS = [
        *bindings(PALETTE),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
    ]

    def __init__(self, entries: Sequence[Entry], *, title: str = "Do, or go to", verb: str = "Do it") -> None:
        super().__init__()
        self._entries, self._title, self._verb = entries, title, verb

    def compose(self) -> ComposeResult:
        with Vertical(id="sheet"):
            yield Heading("", self._title, id="palette-heading")
            yield LineField(id="typed")
            yield Rows(id="choices", surface="card", quiet=False)
        yield Bar(
            (
                Run(" "),
                bold("Enter", "accent"),
                Run(f" {self._verb}   "),
                bold("Esc", "accent"),
                Run(" Close"),
            ),
            id="sheet-keys",
        )

    def on_mount(self) -> None:
        self.query_one("#typed", LineField).focus()
        self._show()

    def on_input_changed(self) -> None:
        self._show()

    def on_input_submitted(self) -> None:
        self.action_choose()

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        self.dismiss(event.item)

    def action_move(self, by: int) -> None:
        self.query_one("#choices", Rows).action_cursor(by)

    def action_choose(self) -> None:
        chosen = self.query_one("#choices", Rows).cursor
        if chosen:
            self.dismiss(chosen)

    def action_close(self) -> None:
        self.dismiss(None)

    def _show(self) -> None:
        typed = self.query_one("#typed", LineField).value
        found = [entry for entry in self._entries if entry.fits(typed)]
        none = Item("", (dim("Nothing is called like that."),), (), takes_cursor=False)
        rows = [
            Item(e.id, (bold(f"{e.word:<{_WORD}}"), Run(e.says)), (dim(f"{e.key} "),) if e.key else ())
            for e in found
        ]
        self.query_one("#choices", Rows).put(rows or [none])
        self.query_one("#palette-heading", Heading).say(f"{len(found)} of {len(self._entries)}")
