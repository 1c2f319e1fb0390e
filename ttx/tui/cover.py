"""The shield: covers the screen so that nobody reads over a shoulder. Nothing stops behind it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.screen import Screen

from ttx.tui.console.lines import Run, bold, dim, line
from ttx.tui.keymap import COVER, bindings
from ttx.tui.widgets import Bar, Notice, Painted


class Cover(Screen[None]):
    """Marking, one line, nothing else."""

    BINDINGS = bindings(COVER)

    def __init__(self, marking: str, words: str = "") -> None:
        super().__init__()
        self.marking = marking
        self._words = words

    def compose(self) -> ComposeResult:
        marking = (Run(self.marking, "mark", bold=True),)
        yield Bar(marking, centred=True)
        yield Painted(id="stop")
        yield Notice(id="notice")
        yield Bar((Run(" "), bold("SHIELD", "accent"), dim("   Esc uncovers the screen.")))
        yield Bar(marking, centred=True)

    def on_mount(self) -> None:
        self.query_one("#stop", Painted).put((line(""),))
        self.query_one("#notice", Notice).put(self._words, "text")

    def action_lift(self) -> None:
        self.dismiss(None)

    def action_shield(self) -> None:
        self.dismiss(None)
