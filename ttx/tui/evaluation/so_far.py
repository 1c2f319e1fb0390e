"""The report as it stands while the session runs: what it lacks, and its two pages to be read."""

from __future__ import annotations

from textual import work
from textual.app import ComposeResult
from textual.worker import get_current_worker

from ttx.errors import TtxError
from ttx.render.paper.blocks import Heading as BlockHeading
from ttx.report.values import Gap, Report
from ttx.services import papers
from ttx.services.gaps import lacks_of
from ttx.services.session import Session
from ttx.tui.cells import keys_that_fit, width
from ttx.tui.console.gaps import items_of
from ttx.tui.console.lines import Run, bold, dim
from ttx.tui.console.mending import Mending
from ttx.tui.console.status import marking_of, phase_minutes, status_right
from ttx.tui.evaluation.paper_lines import lines_of
from ttx.tui.framed import Framed, list_and_page
from ttx.tui.help import HelpScreen
from ttx.tui.keymap import SO_FAR, bindings, sign_of
from ttx.tui.style import SMALL
from ttx.tui.widgets import Bar, Heading, Page, Rows
from ttx.tui.widgets.ruler import Ruler


class SoFar(Mending, Framed[None]):
    """Made anew whenever the session has gone on; nothing is written to a file."""

    BINDINGS = bindings(SO_FAR)
    AUTO_FOCUS = "#entries"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._lacks: tuple[Gap, ...] = ()
        self._at = 0
        """The number of events of which the report was made."""

    @property
    def marking(self) -> str:
        """What rows one and last say."""
        return marking_of(self.session)

    def middle(self) -> ComposeResult:
        yield from list_and_page("What it still lacks", (Rows(id="entries"),), "The report as it stands")

    def on_mount(self) -> None:
        self.set_interval(1.0, self.follow)
        self.follow()

    def on_resize(self) -> None:
        self.follow()

    def follow(self) -> None:
        """A second has passed: clocks, and the report where something was recorded meanwhile."""
        small = self.app.size.width < SMALL
        left = (Run(" "), bold(" STAFF ", "accent"), Run("  Report so far"))
        self.query_one("#status", Bar).put(left, status_right(self.session, small=small))
        self.query_one("#ruler", Ruler).put(*phase_minutes(self.session))
        if self._at != len(self.session.events):
            self._at = len(self.session.events)
            self.query_one("#about-heading", Heading).say("working")
            self._make()
        self._keys()

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        self.mend(self._lacks[int(event.item)])

    def on_page_laid_out(self) -> None:
        self._pages()

    def mended(self) -> None:
        """Something was recorded here: the report is made anew."""
        self.follow()

    def action_next_pane(self) -> None:
        self.focus_next()

    def action_page_down(self) -> None:
        self.query_one("#page", Page).scroll_page_down(animate=False)
        self.call_after_refresh(self._pages)

    def action_page_up(self) -> None:
        self.query_one("#page", Page).scroll_page_up(animate=False)
        self.call_after_refresh(self._pages)

    def action_back(self) -> None:
        self.dismiss(None)

    def action_help(self) -> None:
        self.app.push_screen(HelpScreen("the report so far", SO_FAR))

    @work(thread=True, exclusive=True)
    def _make(self) -> None:
        worker = get_current_worker()
        try:
            found = papers.report(self.session.path, papers.Asked())
        except TtxError as error:
            if not worker.is_cancelled:
                self.app.call_from_thread(self.say, f"The report cannot be made: {error.what}", "warn")
            return
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show, found)

    def _show(self, found: Report) -> None:
        self._lacks = lacks_of(found)
        self.query_one("#entries", Rows).put(items_of(self._lacks))
        only = sum(gap.room_only for gap in self._lacks)
        fact = f"{len(self._lacks)}, {only} only this room can say" if only else str(len(self._lacks))
        self.query_one("#entries-heading", Heading).say(fact, lit=True)
        blocks = papers.paper_of(found, "quicklook").blocks
        begins = next(n for n, b in enumerate(blocks) if isinstance(b, BlockHeading) and b.level > 1)
        self.query_one("#page", Page).put(lines_of(blocks[begins:]))
        self.call_after_refresh(self._pages)

    def _pages(self) -> None:
        made_of = f"of #1 to #{self._at}"
        pages = self.query_one("#page", Page).pages
        self.query_one("#about-heading", Heading).say("  ".join(p for p in (pages, made_of) if p))

    def _keys(self) -> None:
        saved = (dim(f"saved #{self.session.state.ledger.seq} "),)
        settle = (sign_of("settle", SO_FAR), "Settle")
        named = (("Enter", "Mend"), ("Tab", "Read on"), ("PgDn", "Down"), settle, ("Esc", "Back"))
        keys = keys_that_fit((*named, ("?", "Help")), self.app.size.width - width(saved) - 1)
        self.query_one("#keys", Bar).put(keys, saved)
