"""The sheets of the hot wash, one at a time, for the eyes of the room: nothing of staff's is on them."""

from __future__ import annotations

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.worker import get_current_worker

from ttx.engine import Rejection
from ttx.errors import LogError, TtxError
from ttx.model.commands import BlankWall, ShowOnWall
from ttx.model.words import Words
from ttx.services import papers
from ttx.services.session import Session
from ttx.tui.console.lines import Line, Run, bold, dim, line, plain
from ttx.tui.console.status import marking_of
from ttx.tui.evaluation.paper_lines import lines_of
from ttx.tui.help import HelpScreen
from ttx.tui.keymap import SHEETS, bindings, sign_of
from ttx.tui.widgets import Bar, Page


class _Sheet(Page):
    """Left and Right turn the sheets here."""

    BINDINGS = [
        Binding("left", "screen.turn(-1)", show=False),
        Binding("right", "screen.turn(1)", show=False),
        *(Binding(str(n), f"screen.turn_to({n})", show=False) for n in range(1, 5)),
    ]


class SheetsScreen(Screen[None]):
    """After ENDEX only: before it, what Control knew and nobody asked is staff's."""

    BINDINGS = bindings(SHEETS)
    AUTO_FOCUS = "#page"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._sheets: tuple[papers.Sheet, ...] = ()
        self._at = 0

    @property
    def marking(self) -> str:
        """What rows one and last say."""
        return marking_of(self.session)

    def compose(self) -> ComposeResult:
        marking = (Run(self.marking, "mark", bold=True),)
        yield Bar(marking, centred=True)
        yield Bar(id="status")
        yield _Sheet(id="page")
        yield Bar(id="said")
        yield Bar(id="keys")
        yield Bar(marking, centred=True)

    def on_mount(self) -> None:
        wall, blank = (sign_of(action, SHEETS) for action in ("wall", "blank"))
        keys = (("Left/Right", "Sheet"), (wall, "Wall"), (blank, "Blank"), ("PgDn", "Down"), ("Esc", "Back"))
        runs: list[Run] = [Run(" ")]
        for shown, word in keys:
            runs += [bold(shown, "accent"), Run(f" {word}  ")]
        self.query_one("#keys", Bar).put(runs)
        self._status("working")
        self._make()

    def say(self, words: str, token: str = "dim") -> None:
        """One line about what was done or could not be."""
        self.query_one("#said", Bar).put((Run(f" {words}", token),))

    def on_page_laid_out(self) -> None:
        self._pages()

    def action_turn_on(self) -> None:
        self.action_turn(1)

    def action_turn(self, by: int) -> None:
        if self._sheets:
            self.action_turn_to((self._at + by) % len(self._sheets) + 1)

    def action_turn_to(self, number: int) -> None:
        if 1 <= number <= len(self._sheets):
            self._at = number - 1
            self._draw()

    def action_wall(self) -> None:
        """Send this sheet to the wall of the room; the window that shows it is another."""
        if not self._sheets:
            return
        sheet = self._sheets[self._at]
        words = "\n".join(plain(each) for each in self._lines(sheet))
        command = ShowOnWall(kind="text", what=f"hot wash {self._at + 1}", text=Words(words))
        self._do(command, f"This sheet is on the wall of the room. {sign_of('blank', SHEETS)} blanks it.")

    def action_blank(self) -> None:
        """At once and without a question."""
        self._do(BlankWall(), "The wall is blank.")

    def action_page_down(self) -> None:
        self.query_one("#page", Page).scroll_page_down(animate=False)
        self.call_after_refresh(self._pages)

    def action_page_up(self) -> None:
        self.query_one("#page", Page).scroll_page_up(animate=False)
        self.call_after_refresh(self._pages)

    def action_back(self) -> None:
        self.dismiss(None)

    def action_help(self) -> None:
        self.app.push_screen(HelpScreen("the hot wash", SHEETS))

    def _do(self, command: ShowOnWall | BlankWall, words: str) -> None:
        try:
            done = self.session.do(command)
        except LogError as error:
            self.say(f"NOT SAVED: {error.what}", "alarm")
            return
        if isinstance(done, Rejection):
            self.say(done.reason, "warn")
        else:
            self.say(words)

    @work(thread=True, exclusive=True)
    def _make(self) -> None:
        worker = get_current_worker()
        try:
            found = papers.hot_wash_sheets(self.session.path)
        except TtxError as error:
            if not worker.is_cancelled:
                self.app.call_from_thread(self.say, f"The sheets cannot be made: {error.what}", "warn")
            return
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show, found)

    def _show(self, found: tuple[papers.Sheet, ...]) -> None:
        self._sheets = found
        self._draw()

    def _draw(self) -> None:
        self.query_one("#page", Page).put(self._lines(self._sheets[self._at]), top=True)
        self.call_after_refresh(self._pages)

    @staticmethod
    def _lines(sheet: papers.Sheet) -> tuple[Line, ...]:
        return (line(bold(sheet.title)), (), *lines_of(sheet.blocks))

    def _pages(self) -> None:
        if not self._sheets:
            return
        pages = self.query_one("#page", Page).pages
        of = f"sheet {self._at + 1} of {len(self._sheets)}"
        self._status(f"{pages}   {of}" if pages else of)

    def _status(self, fact: str) -> None:
        title = (Run(" "), bold(" ROOM ", "accent"), Run(" "), bold(self.session.scenario.title))
        self.query_one("#status", Bar).put((*title, Run("  Hot wash")), (dim(f"{fact} "),))
