"""The first screen: open, pick, go. What is heavy is read after it stands."""

from __future__ import annotations

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.worker import get_current_worker

from ttx.errors import TtxError
from ttx.services import library
from ttx.tui.console.lines import Line, Run, bold, dim, line
from ttx.tui.help import HelpScreen
from ttx.tui.keymap import LIBRARY, LIBRARY_GO, bindings, sign_of
from ttx.tui.library.entries import Entry, Known, items_of, scenarios, session_page, study
from ttx.tui.widgets import Bar, Hair, Heading, Notice, Page, Rows
from ttx.tui.widgets.ruler import Ruler

_SETTLED = 0.1
"""Seconds after which the first frame stands and what is heavy may be read beside it."""
_OF_A_SESSION = ("step", "review", "leave", "help")
_OF_A_SCENARIO = ("step", "rehearse", "author", "leave", "help")
"""What the last row names: what can be done with the row under the cursor."""


class Library(Screen[None]):
    """Sessions to resume and scenarios to run."""

    BINDINGS = bindings(LIBRARY)
    AUTO_FOCUS = "#entries"

    def __init__(self) -> None:
        super().__init__()
        self._begun: tuple[library.Begun, ...] = ()
        self._entries: tuple[Entry, ...] = ()
        self._known: dict[str, Known] = {}

    def compose(self) -> ComposeResult:
        yield Bar(id="marking-top", centred=True)
        yield Bar(
            (Run(" "), bold(" STAFF ", "accent"), Run("  Library")),
            (dim("no session is open "),),
            id="status",
        )
        yield Ruler(id="ruler")
        with Horizontal(id="main"):
            with Vertical(id="lists"):
                yield Rows(id="entries")
            yield Hair()
            with Vertical(id="about"):
                yield Heading("", "About", id="about-heading")
                yield Page(id="page")
                yield Bar(id="step", surface="raise")
        yield Notice(id="notice")
        yield Bar(id="said")
        yield Bar(id="keys")
        yield Bar(id="marking-bottom", centred=True)

    def on_mount(self) -> None:
        self._read()
        self._draw()
        self.set_timer(_SETTLED, self._study)

    def on_screen_resume(self) -> None:
        """Back from a console: its session is in the list now."""
        self._read()
        self._draw()

    def on_rows_moved(self) -> None:
        self.query_one("#notice", Notice).put("", "warn")
        self._draw()

    def on_rows_chosen(self) -> None:
        self.action_step()

    def say(self, words: str, token: str = "warn") -> None:
        """One line about what could not be done."""
        self.query_one("#said", Bar).put((Run(f" {words}", token),))

    def tell(self, words: str) -> None:
        """What somebody should read whole; it goes away with the next thing looked at."""
        self.query_one("#notice", Notice).put(words, "warn")

    def action_step(self) -> None:
        self._open(practice=False)

    def action_rehearse(self) -> None:
        self._open(practice=True)

    def action_next_pane(self) -> None:
        self.focus_next()

    def action_commitments(self) -> None:
        from ttx.services import citing
        from ttx.tui.commitments.screen import Explorer

        try:
            books = tuple(citing.catalogue_of(name) for name in citing.bundled_catalogues())
        except TtxError as error:
            self.say(error.what)
            return
        self.app.push_screen(Explorer(books, citing.copy_of))

    def action_go(self) -> None:
        """One letter more."""
        from ttx.tui.console.go import GoScreen

        def chosen(action: str | None) -> None:
            if action is not None:
                getattr(self, f"action_{action}")()

        self.app.push_screen(GoScreen(LIBRARY_GO, "Go to"), chosen)

    def action_room(self) -> None:
        """What must be right before a room is let in."""
        from ttx.services import roomcheck
        from ttx.tui.room_check import CheckScreen

        _, entry = self._here()
        if entry is None:
            self.say("Move the cursor to a scenario: the room check is about what will be run.")
            return
        known = self._known.get(entry.id)
        marking = known.marking if known else "EXERCISE"
        self.app.push_screen(CheckScreen(marking, lambda: roomcheck.Checked.read(entry.path)))

    def action_author(self) -> None:
        """Problems and preview of a scenario while it is written; what was known of it is asked anew."""
        from ttx.tui.author.screen import AuthorScreen

        _, entry = self._here()
        if entry is None:
            self.say("Move the cursor to a scenario: a shows its problems and a preview while you write it.")
            return
        self._known.pop(entry.id, None)
        self.app.push_screen(AuthorScreen(entry.path), self._authored)

    def action_review(self) -> None:
        """A session event by event; only here, so that nobody opens the future in front of the room."""
        from ttx.services.reviewing import Review
        from ttx.tui.review.screen import ReviewScreen

        session, _ = self._here()
        if session is None:
            self.say(f"Move the cursor to a session: {sign_of('review', LIBRARY)} looks through it.")
            return
        try:
            review = Review(session.path)
        except TtxError as error:
            self.say(" ".join(part for part in (error.what, error.next_step) if part))
            return
        self.app.push_screen(ReviewScreen(review))

    def action_help(self) -> None:
        self.app.push_screen(HelpScreen("the library", LIBRARY))

    def action_leave(self) -> None:
        self.app.exit(return_code=0)

    def _read(self) -> None:
        self._begun = library.begun()
        self._entries = scenarios()

    def _open(self, *, practice: bool) -> None:
        session, entry = self._here()
        try:
            if session is not None:
                self.app.resume_session(session.path)  # type: ignore[attr-defined]
            elif entry is not None:
                self.app.begin_session(entry.path, practice=practice)  # type: ignore[attr-defined]
        except TtxError as error:
            self.say(" ".join(part for part in (error.what.replace("\n", " "), error.next_step) if part))

    def _here(self) -> tuple[library.Begun | None, Entry | None]:
        kind, _, name = self.query_one("#entries", Rows).cursor.partition(":")
        session = next((b for b in self._begun if kind == "session" and str(b.path) == name), None)
        entry = next((e for e in self._entries if kind == "scenario" and e.id == name), None)
        return session, entry

    def _draw(self) -> None:
        rows = self.query_one("#entries", Rows)
        rows.put(items_of(self._begun, self._entries, self._known))
        session, entry = self._here()
        known = self._known.get(entry.id) if entry else None
        page: tuple[Line, ...] = (
            session_page(session) if session else known.page if known else (line(dim("reading ...")),)
        )
        self.query_one("#page", Page).put(page, top=True)
        title = session.title if session else entry.title if entry else "About"
        self.query_one("#about-heading", Heading).say("", title)
        words = "Resume, paused" if session else "Open" if entry else "nothing to open"
        self.query_one("#step", Bar).put((Run(" "), bold("Space", "accent"), Run(f"  {words}")))
        marked = (session.marking if session else known.marking if known else "") or "EXERCISE"
        marking = (Run(marked, "mark", bold=True),)
        self.query_one("#marking-top", Bar).put(marking)
        self.query_one("#marking-bottom", Bar).put(marking)
        runs: list[Run] = [Run(" ")]
        for key in LIBRARY:
            if key.action in (_OF_A_SESSION if session else _OF_A_SCENARIO):
                runs += [bold(key.shown, "accent"), Run(f" {words if key.action == 'step' else key.word}  ")]
        self.query_one("#keys", Bar).put(runs)

    @work(thread=True, exclusive=True)
    def _study(self) -> None:
        """Read every scenario whole, one after the other, while the list already stands."""
        worker = get_current_worker()
        for entry in self._entries:
            if worker.is_cancelled:
                return
            if entry.id in self._known:
                continue
            try:
                known = study(entry)
            except TtxError as error:
                page = (line(bold(entry.title)), (), line(error.what))
                known = Known("EXERCISE", "! cannot be read", playable=False, page=page)
            self.app.call_from_thread(self._studied, entry.id, known)

    def _authored(self, _: None) -> None:
        self._study()

    def _studied(self, entry: str, known: Known) -> None:
        self._known[entry] = known
        self._draw()
