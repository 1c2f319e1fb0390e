"""The scribe's lines that wait: one key takes a line, as a note, a record or a contact, at its own time."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from ttx.engine import Rejection
from ttx.errors import LogError
from ttx.model.commands import TakeNote
from ttx.model.times import show_exercise
from ttx.model.words import Words
from ttx.services import scribing
from ttx.services.scribing import Waiting
from ttx.services.session import Session
from ttx.tui.console.lines import Run, bold, dim
from ttx.tui.keymap import SCRIBE, bindings
from ttx.tui.widgets import Bar, Heading, Item, Rows

_SECONDS = 1.0


class ScribeQueue(ModalScreen[tuple[str, Waiting] | None]):
    """Leaves with a line that wants a sheet; notes are taken right here, one after the other."""

    BINDINGS = bindings(SCRIBE)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._waiting: dict[str, Waiting] = {}

    def compose(self) -> ComposeResult:
        with Vertical(id="sheet"):
            yield Heading("", "From the scribe", id="scribe-heading")
            yield Rows(id="choices", surface="card")
        yield Bar(id="said")
        keys = [part for key in SCRIBE for part in (bold(key.shown, "accent"), Run(f" {key.word}  "))]
        yield Bar((Run(" "), *keys), id="sheet-keys")

    def on_mount(self) -> None:
        self._look()
        self.set_interval(_SECONDS, self._look)
        self.query_one("#choices", Rows).focus()

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        self._take_as_note(event.item)

    def action_note(self) -> None:
        self._take_as_note(self._at)

    def action_record(self) -> None:
        self._leave("record")

    def action_contact(self) -> None:
        self._leave("contact")

    def action_aside(self) -> None:
        if self._at in self._waiting:
            self._done_with(self._waiting[self._at])

    def action_close(self) -> None:
        self.dismiss(None)

    @property
    def _at(self) -> str:
        return self.query_one("#choices", Rows).cursor or ""

    def _leave(self, kind: str) -> None:
        taken = self._waiting.get(self._at)
        if taken is not None and self._done_with(taken):
            self.dismiss((kind, taken))

    def _take_as_note(self, at: str) -> None:
        taken = self._waiting.get(at)
        if taken is None:
            return
        about = f"{taken.decision} " if taken.decision else ""
        note = TakeNote(text=Words(about + taken.words), tag=taken.tag, cell=taken.cell)
        try:
            done = self.session.do(note, hat="scribe", true_at=min(taken.ms, self.session.elapsed()))
        except LogError as error:
            self._say(f"NOT SAVED: {error.what} Enter tries again; the line waits.", "alarm")
            return
        if isinstance(done, Rejection):
            self._say(done.reason, "warn")
            return
        self._done_with(taken)

    def _done_with(self, taken: Waiting) -> bool:
        try:
            scribing.done_with(self.session, taken.line.number)
        except LogError as error:
            self._say(f"NOT SAVED: {error.what} The line will be offered again.", "alarm")
            return False
        self._look()
        return True

    def _look(self) -> None:
        try:
            found = scribing.waiting(self.session)
        except LogError as error:
            self._say(f"The scribe's file cannot be read: {error.what}", "warn")
            return
        self._waiting = {str(each.line.number): each for each in found}
        rows = [self._row(each) for each in found]
        empty = Item(
            "",
            (Run("Nothing waits. In a second window: tabletop scribe NAME", "dim"),),
            (),
            takes_cursor=False,
        )
        self.query_one("#choices", Rows).put(rows or [empty])
        self.query_one("#scribe-heading", Heading).say(f"{len(found)} waiting" if found else "")

    def _row(self, each: Waiting) -> Item:
        cell = self.session.scenario.cells.get(each.cell or "")
        head = "  ".join(part for part in (cell.tag if cell else "", each.decision or "") if part)
        words = (Run(f"{head}  ") if head else Run(""), Run(each.words))
        tag = (dim(f"#{each.tag} "),) if each.tag else ()
        return Item(str(each.line.number), (dim(f"{show_exercise(each.ms)} "), *words), tag)

    def _say(self, words: str, token: str) -> None:
        self.query_one("#said", Bar).put((Run(" "), bold(words, token)))
