"""What the console does for the windows beside it, and for eyes that must not see it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from ttx.engine import Rejection
from ttx.errors import LogError
from ttx.model import commands as c
from ttx.model.events import Event
from ttx.services import scribing
from ttx.services.forms import answer, room
from ttx.services.session import Session
from ttx.tui.console.lines import Run, bold
from ttx.tui.console.scribe_queue import ScribeQueue
from ttx.tui.console.seen_as import SeenAs
from ttx.tui.console.status import marking_of
from ttx.tui.cover import Cover
from ttx.tui.keymap import CONSOLE, sign_of
from ttx.tui.pick import PickScreen
from ttx.tui.widgets.rows import Item

if TYPE_CHECKING:
    from textual.app import App

    from ttx.services.forms.values import Form


class Beside:
    """The verbs of the console that concern the wall, the scribe and the shield."""

    session: Session
    options_shown: bool
    app: App[Any]
    from_scribe = 0
    """Lines of the scribe that wait."""

    if TYPE_CHECKING:

        @property
        def subject(self) -> str: ...
        def do(
            self, command: c.Command, *, hat: str = "controller", true_at: int | None = None
        ) -> Event | None: ...
        def ask(self, form: Form) -> None: ...
        def action_move(self, *, cite: str = "") -> None: ...
        def say(self, words: str, token: str = "dim") -> None: ...
        def show(self) -> None: ...

    def action_commitments(self) -> None:
        """The cited text, with the find field open; what is chosen there is tagged in a move."""
        from ttx.services import citing
        from ttx.tui.commitments.screen import Explorer

        def chosen(target: str | None) -> None:
            if target is not None:
                self.action_move(cite=target)

        books = tuple(self.session.scenario.catalogues.values())
        self.app.push_screen(Explorer(books, citing.copy_of, self.session, finding=True), chosen)

    def action_wall(self) -> None:
        """Send what is on the card to the wall; where not everybody has it, ask to which one."""
        shown = self._on_card()
        if shown is None:
            self.say("Move the cursor to an inject that was released or a decision that was put.", "warn")
            return
        command, mine = shown
        if set(mine) >= set(self.session.scenario.cells) or command.kind != "inject":
            self._send(command)
        elif len(mine) == 1:
            self._send(c.ShowOnWall(kind=command.kind, what=command.what, to=mine[0]))
        else:
            self._ask_which(command, mine)

    def _on_card(self) -> tuple[c.ShowOnWall, tuple[str, ...]] | None:
        state, about = self.session.state, self.subject
        if about in state.given:
            return c.ShowOnWall(kind="inject", what=about), state.ledger.heard.get(about, ())
        if about in state.decisions:
            decision = self.session.script.decisions[about]
            kind = "options" if self.options_shown and decision.show_options != "never" else "decision"
            return c.ShowOnWall(kind=kind, what=about), decision.to  # type: ignore[arg-type]
        return None

    def _ask_which(self, command: c.ShowOnWall, mine: tuple[str, ...]) -> None:
        cells = self.session.scenario.cells
        items = [
            Item(cell, (bold(cells[cell].tag), Run(f"  the wall of {cells[cell].name}"))) for cell in mine
        ]

        def chosen(cell: str | None) -> None:
            if cell is not None:
                self._send(c.ShowOnWall(kind=command.kind, what=command.what, to=cell))

        self.app.push_screen(PickScreen("Not everybody has it. To which wall?", items, empty=""), chosen)

    def _send(self, command: c.ShowOnWall) -> None:
        try:
            done = self.session.do(command)
        except LogError as error:
            self.say(f"NOT SAVED: {error.what}", "alarm")
            return
        if isinstance(done, Rejection):
            self.say(done.reason, "warn")
            return
        self.show()
        cell, blank = self.session.scenario.cells.get(command.to), sign_of("blank", CONSOLE)
        self.say(f"{command.what} is on the wall of {cell.name if cell else 'the room'}. {blank} blanks it.")

    def action_blank(self) -> None:
        """At once and without a question."""
        if self.do(c.BlankWall()) is not None:
            self.say("The wall is blank.")

    def look_at_scribe(self) -> bool:
        """Count what the scribe wrote meanwhile; whether that changed."""
        before = self.from_scribe
        with suppress(LogError):  # t says what is wrong with the file
            self.from_scribe = len(scribing.waiting(self.session))
        return self.from_scribe != before

    def action_scribe(self) -> None:
        """The scribe's lines that nobody has taken yet."""
        self.app.push_screen(ScribeQueue(self.session), self._from_scribe)

    def _from_scribe(self, chosen: tuple[str, scribing.Waiting] | None) -> None:
        """A line that is to become a record or a contact is offered in its sheet."""
        self.look_at_scribe()
        self.show()
        if chosen is None:
            return
        kind, taken = chosen
        when = f"{taken.ms // 3_600_000}:{taken.ms // 60_000 % 60:02d}"
        typed = {"said": taken.words, "text": taken.words, "when": when, "cell": taken.cell or ""}
        typed |= {"from": taken.cell or "", "from_": taken.cell or ""}
        self.ask(self._sheet(kind, taken).filled(typed))

    def _sheet(self, kind: str, taken: scribing.Waiting) -> Form:
        if kind == "contact":
            return room.contact_form(self.session)
        slots = [s for s in self.session.state.position.open if s.split(".")[0] == taken.decision]
        mine = [s for s in slots if taken.cell and s.endswith(f".{taken.cell}")] or slots
        return answer.answer_form(self.session, mine[0]) if mine else answer.move_form(self.session)

    def action_shield(self) -> None:
        """Nothing of staff's in sight, at once; clocks and record go on."""
        self.app.push_screen(Cover(marking_of(self.session)), lambda _none: self.show())

    def ask_mirrored(self) -> None:
        """Before anything of staff's is read by the room: is this screen the wall?"""
        items = [
            Item("no", (Run("No, only staff see this screen"),)),
            Item("yes", (Run("Yes, the room sees it: cover it now"),)),
        ]

        def answered(chosen: str | None) -> None:
            if chosen == "yes":
                words = f"Show the room another window: tabletop wall {self.session.path.name}"
                self.app.push_screen(Cover(marking_of(self.session), words), lambda _none: self.show())

        title = "This screen holds staff material. Is it mirrored?"
        self.app.push_screen(PickScreen(title, items, empty=""), answered)

    def action_see_as(self) -> None:
        """What a cell sees, behind a cover of its own so that nothing flashes by."""
        cells = self.session.scenario.cells.values()
        items = [Item("room", (bold("ROOM"), Run("  what all may see")))]
        items += [Item(cell.id, (bold(cell.tag), Run(f"  {cell.name}"))) for cell in cells]

        def chosen(audience: str | None) -> None:
            if audience is not None:
                self.app.push_screen(SeenAs(self.session, audience), lambda _none: self.show())

        self.app.push_screen(PickScreen("See as whom?", items, empty=""), chosen)
