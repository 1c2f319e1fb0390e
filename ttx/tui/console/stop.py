"""The real-world stop: the whole screen, until a person lifts it."""

from __future__ import annotations

import contextlib

from textual.app import ComposeResult
from textual.screen import Screen

from ttx.errors import LogError
from ttx.model.commands import StopRealWorld
from ttx.model.events import Event
from ttx.services.forms.course import lift_form
from ttx.services.session import Session
from ttx.tui.console.lines import Line, Run, bold
from ttx.tui.console.status import marking_of
from ttx.tui.keymap import STOP, bindings
from ttx.tui.sheet import screen_for
from ttx.tui.widgets import Bar, Painted
from ttx.tui.widgets.large import large, middle


class StopScreen(Screen[Event | None]):
    """REAL WORLD. Play has stopped."""

    BINDINGS = bindings(STOP)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def compose(self) -> ComposeResult:
        marking = (Run(marking_of(self.session), "mark", bold=True),)
        yield Bar(marking, centred=True)
        yield Painted(id="stop", surface="bg")
        yield Bar((Run(" "), bold("F2", "accent"), Run(" Lift; the exercise stays paused")))
        yield Bar(marking, centred=True)

    def on_mount(self) -> None:
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        cells, rows = self.app.size.width, self.app.size.height - 3
        words = [
            "Real world. Play has stopped; both clocks stand.",
            "Deal with what has happened. Nothing is lost.",
        ]
        if self.session.state.status != "stopped":
            words = ["Real world. Stop play now.", "NOT SAVED: the disk refuses. F2 tries again."]
        block = large("STOP", "alarm_ink", "alarm")
        lines: list[Line] = [(Run(" " * cells, "alarm"),)] * max(0, (rows - 9) // 2)
        lines += [middle(row, cells, "alarm") for row in block]
        lines += [(Run(" " * cells, "alarm"),)]
        lines += [middle((Run(w, "alarm", bold=True),), cells, "alarm") for w in words]
        lines += [(Run(" " * cells, "alarm"),)] * max(0, rows - len(lines))
        self.query_one("#stop", Painted).put(lines)

    def action_lift(self) -> None:
        """Lift the stop; where the disk refused it, save it first."""
        if self.session.state.status != "stopped":
            with contextlib.suppress(LogError):  # said on the screen; the next F2 tries again
                self.session.do(StopRealWorld())
            self._draw()
            return

        def after(event: Event | None) -> None:
            if event is not None:
                self.dismiss(event)

        self.app.push_screen(screen_for(self.session, lift_form()), after)
