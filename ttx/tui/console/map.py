"""The map: where the exercise is, and what can still come from here. No likelihood, on purpose."""

from __future__ import annotations

from textual import work
from textual.app import ComposeResult
from textual.worker import get_current_worker

from ttx.services.foresight import Limits, Reached, reached
from ttx.services.session import Session
from ttx.tui.console.lines import Run, bold, dim
from ttx.tui.console.map_pages import page_of, rows_of
from ttx.tui.console.status import marking_of, phase_minutes, status_right
from ttx.tui.framed import Framed, list_and_page
from ttx.tui.help import HelpScreen
from ttx.tui.keymap import MAP, bindings
from ttx.tui.style import SMALL
from ttx.tui.widgets import Bar, Heading, Page, Rows
from ttx.tui.widgets.ruler import Ruler

_LIMITS = Limits(states=100_000, seconds=20, memory=1_000)
"""A facilitator waits no longer; what was found until then is shown, and said to be not all."""
_FOOTER = ("look", "next_pane", "page_down", "back", "help")


class MapScreen(Framed[str | None]):
    """Leaves with the id of the step that is to be looked at, or with None."""

    BINDINGS = bindings(MAP)
    AUTO_FOCUS = "#entries"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._found: Reached | None = None

    @property
    def marking(self) -> str:
        """What rows one and last say."""
        return marking_of(self.session)

    def middle(self) -> ComposeResult:
        yield from list_and_page("Where we are", (Rows(id="entries"),), "From here")

    def on_mount(self) -> None:
        self.query_one("#said").display = False  # nothing is done here, and the list needs the row
        self._clock()
        self.set_interval(1.0, self._clock)
        self._show("* is here")
        runs: list[Run] = [Run(" ")]
        for action in _FOOTER:
            key = next(k for k in MAP if k.action == action)
            runs += [bold(key.shown, "accent"), Run(f" {key.word}  ")]
        self.query_one("#keys", Bar).put(runs)
        self._walk()

    def on_resize(self) -> None:
        self._clock()

    def on_rows_moved(self) -> None:
        self._page(top=True)

    def on_rows_chosen(self) -> None:
        self.action_look()

    def on_page_laid_out(self) -> None:
        self._page()

    def action_look(self) -> None:
        self.dismiss(self.query_one("#entries", Rows).cursor or None)

    def action_next_pane(self) -> None:
        self.focus_next()

    def action_page_down(self) -> None:
        self.query_one("#page", Page).scroll_page_down(animate=False)
        self.call_after_refresh(self._page)

    def action_page_up(self) -> None:
        self.query_one("#page", Page).scroll_page_up(animate=False)
        self.call_after_refresh(self._page)

    def action_back(self) -> None:
        self.dismiss(None)

    def action_help(self) -> None:
        self.app.push_screen(HelpScreen("the map", MAP))

    @work(thread=True, exclusive=True)
    def _walk(self) -> None:
        worker = get_current_worker()

        def say(words: str) -> None:
            if not worker.is_cancelled:
                self.app.call_from_thread(self._working, words)

        session = self.session
        found = reached(
            session.scenario,
            session.state.position,
            limits=_LIMITS,
            say=say,
            enough=lambda: worker.is_cancelled,
        )
        if not worker.is_cancelled:
            self.app.call_from_thread(self._walked, found)

    def _working(self, words: str) -> None:
        self.query_one("#entries-heading", Heading).say(f"working, {words}")

    def _walked(self, found: Reached) -> None:
        self._found = found
        how = "all ways walked" if found.exact else "not all ways walked"
        self._show(f"{how}, {found.states:,} states")

    def _show(self, fact: str) -> None:
        self.query_one("#entries-heading", Heading).say(fact)
        rows = self.query_one("#entries", Rows)
        here = rows.cursor or next(iter(self.session.state.position.steps), "")
        rows.put(rows_of(self.session, self._found), here)
        self._page(top=True)
        self.call_after_refresh(self._page)  # how many pages there are is known once it is laid out

    def _page(self, *, top: bool = False) -> None:
        page = self.query_one("#page", Page)
        cursor = self.query_one("#entries", Rows).cursor
        page.put(page_of(self.session, self._found, cursor), top=top)
        pages = (dim(f"{page.pages} "),) if page.pages else ()
        self.query_one("#about-heading", Heading).say(pages)

    def _clock(self) -> None:
        small = self.app.size.width < SMALL
        left = (Run(" "), bold(" STAFF ", "accent"), Run("  Map"))
        self.query_one("#status", Bar).put(left, status_right(self.session, small=small))
        self.query_one("#ruler", Ruler).put(*phase_minutes(self.session))
