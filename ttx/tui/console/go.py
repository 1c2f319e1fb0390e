"""``g`` and one more letter: the places and records that are wanted less often."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from ttx.tui.console.lines import Run, bold
from ttx.tui.keymap import GO, Key, bindings
from ttx.tui.widgets import Bar, Heading, Item, Rows

_LEAVE = Key("close", "escape", "Esc", "Close", "close")


class GoScreen(ModalScreen[str | None]):
    """Gives the action that was chosen, by its letter or by the cursor."""

    BINDINGS = [
        *bindings(tuple(Key(f"go('{k.action}')", k.keys, k.shown, k.word, k.says) for k in GO)),
        *bindings((_LEAVE,)),
    ]

    def compose(self) -> ComposeResult:
        with Vertical(id="sheet"):
            yield Heading("", "Go to, or note")
            yield Rows(id="choices", surface="card")
        yield Bar((Run(" one letter   "), bold("Esc", "accent"), Run(" Close")), id="sheet-keys")

    def on_mount(self) -> None:
        rows = self.query_one("#choices", Rows)
        rows.put(
            [Item(k.action, (bold(f"{k.shown}  ", "accent"), bold(f"{k.word}  "), Run(k.says))) for k in GO]
        )
        rows.focus()

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        self.dismiss(event.item)

    def action_go(self, action: str) -> None:
        self.dismiss(action)

    def action_close(self) -> None:
        self.dismiss(None)
