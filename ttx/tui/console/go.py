"""``g`` and one more letter: the places and records that are wanted less often."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from ttx.tui.console.lines import Run, bold
from ttx.tui.keymap import GO, GO_LIST, Key, bindings, latin, ways
from ttx.tui.widgets import Bar, Heading, Item, Rows


class GoScreen(ModalScreen[str | None]):
    """Gives the action that was chosen, by its letter or by the cursor."""

    BINDINGS = bindings(GO_LIST)

    def __init__(self, keys: tuple[Key, ...] = GO, title: str = "Go to, or note") -> None:
        super().__init__()
        self._of, self._title = keys, title
        for key in keys:  # typed at once with what opens this, a letter comes by way of the screen below
            self._bindings.bind(ways(key), f"pick('{key.action}')", show=False)

    def compose(self) -> ComposeResult:
        with Vertical(id="sheet"):
            yield Heading("", self._title)
            yield Rows(id="choices", surface="card")
        yield Bar((Run(" one letter   "), bold("Esc", "accent"), Run(" Close")), id="sheet-keys")

    def on_mount(self) -> None:
        rows = self.query_one("#choices", Rows)
        rows.put(
            [
                Item(k.action, (bold(f"{k.shown}  ", "accent"), bold(f"{k.word}  "), Run(k.says)))
                for k in self._of
            ]
        )
        rows.focus()

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        self.dismiss(event.item)

    def on_key(self, event: events.Key) -> None:
        sign = latin(event.character or "").lower()
        found = next((k.action for k in self._of if k.keys == sign), None)
        if found is not None:
            event.stop()
            self.dismiss(found)

    def action_pick(self, action: str) -> None:
        self.dismiss(action)

    def action_close(self) -> None:
        self.dismiss(None)
