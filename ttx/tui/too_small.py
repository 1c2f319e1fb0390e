"""What stands on a terminal that has no room for a screen; nothing is closed or lost behind it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.screen import Screen

from ttx.tui.console.lines import Run, bold, line
from ttx.tui.style import COLUMNS, ROWS, too_small
from ttx.tui.widgets import Bar, Page


class TooSmall(Screen[None]):
    """Goes away by itself once there is room again."""

    def __init__(self, marking: str) -> None:
        super().__init__()
        self.marking = marking

    def compose(self) -> ComposeResult:
        marking = (Run(self.marking, "mark", bold=True),)
        yield Bar(marking, centred=True)
        yield Page(id="too-small")
        yield Bar(marking, centred=True)

    def on_mount(self) -> None:
        words = line(bold(f"Too small: {COLUMNS}x{ROWS} at least; nothing is lost."))
        self.query_one("#too-small", Page).put((words,))

    def on_screen_resume(self) -> None:
        if not too_small(self.app.size.width, self.app.size.height):
            self.dismiss(None)
