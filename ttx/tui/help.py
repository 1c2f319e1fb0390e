"""Help for a place: its keys, made from the one table."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from ttx.tui.alone import mark_alone
from ttx.tui.console.lines import Line, Run, bold, dim, line
from ttx.tui.keymap import HELP, SHEET, Key, bindings
from ttx.tui.widgets import Bar, Heading, Page


class HelpScreen(ModalScreen[None]):
    """Every key of a place and what it does."""

    BINDINGS = bindings(HELP)

    def __init__(self, place: str, keys: tuple[Key, ...]) -> None:
        super().__init__()
        self._place, self._of = place, keys

    def compose(self) -> ComposeResult:
        with Vertical(id="sheet"):
            yield Heading("", f"Keys: {self._place}")
            yield Page(id="help-page")
        yield Bar(
            (Run(" "), bold("Esc", "accent"), Run(" Back   "), bold("PgDn", "accent"), Run(" More")),
            id="sheet-keys",
        )

    def on_mount(self) -> None:
        mark_alone(self)
        page = self.query_one("#help-page", Page)
        page.put(help_lines(self._of))
        page.focus()

    def action_close(self) -> None:
        self.dismiss(None)


def help_lines(keys: tuple[Key, ...]) -> tuple[Line, ...]:
    """One line a key, then those of the sheets."""
    lines = [_row(key) for key in keys]
    lines += [(), line(bold("In a sheet"))]
    lines += [_row(key) for key in SHEET]
    lines += [
        _row(Key("", "", "1-9 A-Z", "", "choose at once where a list shows its signs")),
        (),
        line(dim("The guides: tabletop guide facilitator, in another terminal.")),
    ]
    return tuple(lines)


def _row(key: Key) -> Line:
    return line(bold(f"{key.shown:<10}  ", "accent"), key.says)
