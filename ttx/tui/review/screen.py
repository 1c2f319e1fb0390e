"""The review of a session file: step, jump, filter, see as it was, fork. It writes nothing but forks."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input

from ttx.errors import LogError
from ttx.services.ports import system
from ttx.services.reviewing import Review
from ttx.tui.console.lines import Run, bold
from ttx.tui.framed import Framed, list_and_page
from ttx.tui.help import HelpScreen
from ttx.tui.keymap import REVIEW, bindings
from ttx.tui.pick import PickScreen
from ttx.tui.review.pages import eyes_of, items_of, number_of, page_of, status_of
from ttx.tui.widgets import Bar, Heading, Item, Page, Rows
from ttx.tui.widgets.typed import LineField

_FOOTER = ("fork", "find", "eyes_on", "landmark_before", "next_pane", "back", "help")


class _List(Rows):
    """Left and Right change whose eyes it is seen through."""

    BINDINGS = [
        Binding("left", "screen.eyes_back", show=False),
        Binding("right", "screen.eyes_on", show=False),
    ]


class ReviewScreen(Framed[None]):
    """One row an event; beside it, how everything stood after it."""

    BINDINGS = [*bindings(REVIEW), Binding("right_square_bracket", "landmark_after", show=False)]
    AUTO_FOCUS = "#entries"

    def __init__(self, review: Review) -> None:
        super().__init__()
        self.review = review
        self._eyes = eyes_of(review)
        self._seen = 0

    @property
    def marking(self) -> str:
        """What rows one and last say."""
        marking = self.review.script.scenario.marking or "EXERCISE"
        return f"{marking} // REHEARSAL" if self.review.at(1).state.practice else marking

    def middle(self) -> ComposeResult:
        find = LineField(placeholder="words, or the number of an event: 53", id="find", compact=True)
        yield from list_and_page("Events", (find, _List(id="entries")))

    def on_mount(self) -> None:
        self.query_one("#find").display = False
        self._list("#1")
        damage = self.review.damage
        if damage is not None:
            self.say(f"Line {damage.line} is damaged: this is what stands before it.", "warn")

    def on_resize(self) -> None:
        self.call_after_refresh(self._page)

    def on_rows_moved(self) -> None:
        self._page(top=True)

    def on_rows_chosen(self) -> None:
        self.query_one("#page", Page).focus()

    def on_descendant_focus(self) -> None:
        self._page()

    def on_input_changed(self) -> None:
        self._list()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if number_of(event.value) is not None:
            self._list(f"#{self._here}", whole=True)
        self.query_one("#entries", Rows).focus()

    def action_find(self) -> None:
        field = self.query_one("#find", Input)
        field.display = True
        field.focus()

    def action_next_pane(self) -> None:
        self.focus_next()

    def action_eyes_on(self) -> None:
        self._look(1)

    def action_eyes_back(self) -> None:
        self._look(-1)

    def action_landmark_after(self) -> None:
        self._landmark(1)

    def action_landmark_before(self) -> None:
        self._landmark(-1)

    def action_page_down(self) -> None:
        self.query_one("#page", Page).scroll_page_down(animate=False)
        self.call_after_refresh(self._page)

    def action_page_up(self) -> None:
        self.query_one("#page", Page).scroll_page_up(animate=False)
        self.call_after_refresh(self._page)

    def action_fork(self) -> None:
        """A new session from here, after a question: it makes a file."""
        number = self._here
        items = [
            Item("yes", (Run(f"Yes: a new session that holds #1 to #{number}, beside this one"),)),
            Item("no", (Run("No, leave it"),)),
        ]

        def answered(chosen: str | None) -> None:
            if chosen != "yes":
                return
            try:
                made = self.review.fork(number, system())
            except LogError as error:
                self.say(f"The fork is not written: {error.what}", "alarm")
                return
            self.say(f"{made.name} goes on from #{number}; the library resumes it.", "accent")

        self.app.push_screen(PickScreen(f"Fork from #{number}?", items, empty=""), answered)

    def action_back(self) -> None:
        """From the page to the list, from what was found to all of it, then out."""
        field = self.query_one("#find", Input)
        if self.focused is self.query_one("#page"):
            self.query_one("#entries", Rows).focus()
        elif field.display:
            field.value = ""
            field.display = False
            self.query_one("#entries", Rows).focus()
            self._list()
        elif len(self.app.screen_stack) > 2:
            self.dismiss(None)
        else:
            self.app.exit(return_code=0)

    def action_help(self) -> None:
        self.app.push_screen(HelpScreen("the review", REVIEW))

    @property
    def _here(self) -> int:
        cursor = self.query_one("#entries", Rows).cursor
        return int(cursor[1:]) if cursor else 1

    def _look(self, by: int) -> None:
        self._seen = (self._seen + by) % len(self._eyes)
        self._page(top=True)

    def _landmark(self, by: int) -> None:
        found = self.review.landmark(self._here, by)
        if found is None:
            self.say(f"No phase or bookmark {'after' if by > 0 else 'before'} this.")
            return
        self.say("")
        self._list(f"#{found}", whole=True)
        self._page(top=True)

    def _list(self, cursor: str | None = None, *, whole: bool = False) -> None:
        field, rows = self.query_one("#find", Input), self.query_one("#entries", Rows)
        if whole:
            field.value, field.display = "", False
        typed = field.value if field.display else ""
        items = items_of(self.review, typed)
        number = number_of(typed)
        if number is not None:
            cursor = f"#{min(max(1, number), len(self.review.events))}"
        empty = (Item("", (Run("No event holds these words. Esc shows them all.", "dim"),), (), False),)
        rows.put(items or empty, cursor)
        total = len(self.review.events)
        count = f"{len(items)} of {total}" if len(items) != total else f"{total}, read only"
        self.query_one("#entries-heading", Heading).say(count)
        self._page(top=True)
        self._keys()

    def _page(self, *, top: bool = False) -> None:
        page = self.query_one("#page", Page)
        self.set_class(self.focused is page, "reading")
        audience, tag = self._eyes[self._seen]
        title = f"After #{self._here}" if self._seen == 0 else f"{tag} after #{self._here}"
        page.put(page_of(self.review, self._here, audience), top=top)
        left, right = status_of(self.review.at(self._here))
        self.query_one("#status", Bar).put(left, right)
        tags = tuple(
            Run(f" {t}", "accent" if n == self._seen else "dim", bold=n == self._seen)
            for n, (_, t) in enumerate(self._eyes)
        )
        pages = (Run(f"{page.pages}  ", "dim"),) if page.pages else ()
        self.query_one("#about-heading", Heading).say((*pages, *tags), title)

    def _keys(self) -> None:
        runs: list[Run] = [Run(" ")]
        for action in _FOOTER:
            key = next(k for k in REVIEW if k.action == action)
            runs += [bold(key.shown, "accent"), Run(f" {key.word}  ")]
        self.query_one("#keys", Bar).put(runs)
