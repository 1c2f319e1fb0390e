"""One thing chosen from a list: which event is taken back, which question is answered."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from ttx.tui.alone import mark_alone
from ttx.tui.console.lines import Run, bold
from ttx.tui.keymap import PICK, bindings
from ttx.tui.widgets import Bar, Heading, Item, Rows


class PickScreen(ModalScreen[str | None]):
    """Gives the id of the row that was chosen, or None."""

    BINDINGS = bindings(PICK)

    def __init__(self, title: str, items: Sequence[Item], *, empty: str) -> None:
        super().__init__()
        self._title, self._items, self._empty = title, items, empty

    def compose(self) -> ComposeResult:
        with Vertical(id="sheet"):
            yield Heading("", self._title)
            yield Rows(id="choices", surface="card")
        yield Bar(
            (Run(" "), bold("Enter", "accent"), Run(" Choose   "), bold("Esc", "accent"), Run(" Close")),
            id="sheet-keys",
        )

    def on_mount(self) -> None:
        mark_alone(self)
        for rows in self.query("#choices").results(Rows):  # none where the app is closing under it
            rows.put(self._items or (Item("", (Run(self._empty, "dim"),), (), takes_cursor=False),))
            rows.focus()

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        self.dismiss(event.item)

    def action_choose(self) -> None:
        self.query_one("#choices", Rows).action_choose()

    def action_close(self) -> None:
        self.dismiss(None)
