"""What staff note of the room itself, from the console: seats, disclosures, corrections, clocks, the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ttx.services import roomcheck
from ttx.services.evaluating import event_of
from ttx.services.forms import evaluating, staff
from ttx.services.session import Session
from ttx.tui.console.gaps import GapsScreen
from ttx.tui.console.go import GoScreen
from ttx.tui.console.map import MapScreen
from ttx.tui.console.status import marking_of
from ttx.tui.evaluation.screen import EvaluationScreen
from ttx.tui.evaluation.sheets import SheetsScreen
from ttx.tui.evaluation.so_far import SoFar
from ttx.tui.keymap import CONSOLE, GO
from ttx.tui.palette import Entry, Palette
from ttx.tui.room_check import CheckScreen

if TYPE_CHECKING:
    from textual.app import App

    from ttx.services.forms.values import Form

_NOT_LISTED = ("palette", "page_down", "page_up", "now")


class Staff:
    """The verbs of the console behind ``g``, and ``l``."""

    session: Session
    about: str
    app: App[Any]

    if TYPE_CHECKING:

        @property
        def subject(self) -> str: ...
        def ask(self, form: Form) -> None: ...
        def show(self) -> None: ...
        def say(self, words: str, token: str = "dim") -> None: ...

    def action_go(self) -> None:
        """One letter more."""

        def chosen(action: str | None) -> None:
            if action is not None:
                getattr(self, f"action_{action}")()

        self.app.push_screen(GoScreen(), chosen)

    def action_palette(self) -> None:
        """Every action, and every step to go to, found by its words."""
        keys = [Entry(k.action, k.word, k.says, k.shown) for k in CONSOLE if k.action not in _NOT_LISTED]
        keys += [Entry(k.action, k.word, k.says, f"g {k.shown}") for k in GO]
        script = self.session.script
        steps = [Entry(f"to:{i.id}", i.id, i.title or i.text[:60]) for i in script.injects.values()]
        steps += [Entry(f"to:{d.id}", d.id, d.ask) for d in script.decisions.values()]

        def chosen(wanted: str | None) -> None:
            if wanted is None:
                return
            if wanted.startswith("to:"):
                self.about = wanted.removeprefix("to:")
                self.show()
            else:
                getattr(self, f"action_{wanted}")()

        self.app.push_screen(Palette([*keys, *steps]), chosen)

    def action_seats(self) -> None:
        self.ask(staff.seat_form(self.session))

    def action_disclosed(self) -> None:
        self.ask(staff.disclose_form(self.session, self.subject))

    def action_correct(self) -> None:
        if self.subject in self.session.state.given:
            self.ask(staff.correct_form(self.session, self.subject))
        else:
            self.say("Move the cursor to an inject that was released.", "warn")

    def action_clock(self) -> None:
        self.ask(staff.clock_form(self.session))

    def action_gaps(self) -> None:
        """What the record lacks, while those who know it are here."""
        self.app.push_screen(GapsScreen(self.session), lambda _done: self.show())

    def action_map(self) -> None:
        """What can still come from here; what is chosen there is looked at on the card."""

        def chosen(step: str | None) -> None:
            if step is not None:
                self.about = step
            self.show()

        self.app.push_screen(MapScreen(self.session), chosen)

    def action_evaluate(self) -> None:
        """Evaluation and hot wash, with the event under the cursor for a new observation."""
        seen = event_of(self.session, self.about)
        self.app.push_screen(EvaluationScreen(self.session, seen=seen), lambda _none: self.show())

    def action_observe(self) -> None:
        """What was seen in the event under the cursor, at its time."""
        self.ask(evaluating.observation_form(self.session, event_of(self.session, self.about)))

    def action_so_far(self) -> None:
        """What the report will say now, and what it still lacks."""
        self.app.push_screen(SoFar(self.session), lambda _none: self.show())

    def action_hot_wash(self) -> None:
        """The sheets of the hot wash; they hold what Control alone knows until ENDEX."""
        if self.session.state.status == "ended":
            self.app.push_screen(SheetsScreen(self.session), lambda _none: self.show())
        else:
            self.say("The sheets of the hot wash say what Control knew: they open after ENDEX.", "warn")

    def action_room(self) -> None:
        """What must be right before a room is let in, of the scenario that is being played."""
        checked = roomcheck.Checked.of(self.session.scenario)
        self.app.push_screen(CheckScreen(marking_of(self.session), lambda: checked, self.session.path))

    def action_late(self) -> None:
        if self.session.state.position.steps:
            self.ask(staff.late_form(self.session))
        else:
            self.say("Nothing of this phase is still to come.", "warn")
