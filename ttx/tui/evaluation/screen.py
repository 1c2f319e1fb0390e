"""Evaluation and hot wash: five lists, a page beside them, and the form that each row opens."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding

from ttx.engine import retracted
from ttx.model.events import ActionAgreed, Event, FindingMade, NoteTaken, ObservationMade
from ttx.services.forms import course, evaluating, mending
from ttx.services.forms.values import Form
from ttx.services.session import Session
from ttx.tui.cells import keys_that_fit, width
from ttx.tui.console.lines import Run, bold, dim
from ttx.tui.console.status import marking_of, phase_minutes, status_right
from ttx.tui.evaluation.known import Known, known_of
from ttx.tui.evaluation.pages import page_of
from ttx.tui.evaluation.rows import TITLES, VIEWS, View, count_of, rows_of
from ttx.tui.framed import Framed, list_and_page
from ttx.tui.help import HelpScreen
from ttx.tui.keymap import EVALUATION, bindings, sign_of
from ttx.tui.sheet import screen_for
from ttx.tui.style import SMALL
from ttx.tui.widgets import Bar, Heading, Page, Rows
from ttx.tui.widgets.ruler import Ruler

_KEYS: dict[View, tuple[tuple[str, str], ...]] = {
    "objectives": (("Enter", "Rate"),),
    "seen": (("Space", "Observe"), ("Enter", "Make a finding")),
    "found": (("Space", "New finding"), ("Enter", "Say what mends it")),
    "mended": (("Space", "New action"), ("Enter", "Change")),
    "said": (("Enter", "Write down"),),
}
"""What the two keys do in each list."""


class _List(Rows):
    """Left, Right and the digits belong to the lists here, not to scrolling."""

    BINDINGS = [
        Binding("left", "screen.view_by(-1)", show=False),
        *(Binding(str(n), f"screen.view_at({n})", show=False) for n in range(1, len(VIEWS) + 1)),
    ]


class EvaluationScreen(Framed[None]):
    """Leaves with nothing: whatever is recorded here is an event of the session."""

    BINDINGS = bindings(EVALUATION)
    AUTO_FOCUS = "#entries"

    def __init__(self, session: Session, *, seen: int = 0, view: View = "objectives") -> None:
        super().__init__()
        self.session = session
        self._known: Known | None = None
        self._at = 0
        """The number of events that were known."""
        self._seen = seen
        """The event under the console's cursor; a new observation is of it."""
        self._view: View = view

    @property
    def marking(self) -> str:
        """What rows one and last say."""
        return marking_of(self.session)

    @property
    def known(self) -> Known:
        """The judgements on record, worked out anew where the session went on."""
        if self._known is None or self._at != len(self.session.events):
            self._known, self._at = known_of(self.session), len(self.session.events)
        return self._known

    def middle(self) -> ComposeResult:
        yield Bar(id="views")
        yield from list_and_page("", (_List(id="entries"),))

    def on_mount(self) -> None:
        self._clock()
        self.set_interval(1.0, self._clock)
        self._list()

    def on_rows_moved(self) -> None:
        self._page(top=True)

    def on_rows_chosen(self) -> None:
        self._open()

    def on_page_laid_out(self) -> None:
        self._page()

    def on_resize(self) -> None:
        self._clock()
        self._keys()

    def action_add(self) -> None:
        """A new one of this list; on an objective its rating, which is one each."""
        objective = self._objective()
        if self._view == "objectives" and objective:
            self._rate(objective)
        elif self._view in ("objectives", "seen"):
            self._ask(evaluating.observation_form(self.session, self._seen, objective))
        elif self._view == "found":
            self._ask(mending.finding_form(self.session))
        elif self._view == "mended":
            self._ask(mending.action_form(self.session))
        else:
            self._ask(mending.hot_wash_form(self.session, self._tag()))

    def action_note(self) -> None:
        """An observation, from whichever list: on an objective it is of that one."""
        self._ask(evaluating.observation_form(self.session, self._seen, self._objective()))

    def action_take_back(self) -> None:
        """What the cursor stands on, where it is an event."""
        number = self._number()
        if number and number not in retracted(self.session.events):
            self._ask(course.retract_form(self.session, number))
        else:
            self.say("Move the cursor to what is to be taken back.", "warn")

    def action_view_on(self) -> None:
        self.action_view_by(1)

    def action_view_by(self, by: int) -> None:
        at = [view for view, _ in VIEWS].index(self._view)
        self.action_view_at((at + by) % len(VIEWS) + 1)

    def action_view_at(self, number: int) -> None:
        self._view = VIEWS[number - 1][0]
        self.say("")
        self._list(first=True)

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
        self.app.push_screen(HelpScreen("evaluation", EVALUATION))

    def _open(self) -> None:
        """Enter: one step further with what the cursor stands on."""
        number = self._number()
        fact = self.session.events[number - 1].fact if number else None
        if isinstance(fact, ObservationMade):
            self._ask(mending.finding_form(self.session, number))
        elif isinstance(fact, FindingMade):
            self._ask(mending.action_form(self.session, of=number))
        elif isinstance(fact, ActionAgreed):
            self._ask(mending.action_form(self.session, instead=number))
        else:
            self.action_add()

    def _rate(self, objective: str) -> None:
        form = evaluating.rating_form(self.session, objective, self.known.offered(objective))
        if isinstance(form, str):
            self.say(form, "warn")
        else:
            self._ask(form)

    def _ask(self, form: Form) -> None:
        def after(event: Event | None) -> None:
            if event is not None:
                self.say(f"saved #{event.seq}")
                self._seen = 0
            self._list(keep=f"#{event.seq}" if event else "")

        self.say("")
        self.app.push_screen(screen_for(self.session, form), after)

    def _cursor(self) -> str:
        return self.query_one("#entries", Rows).cursor

    def _number(self) -> int:
        cursor = self._cursor()
        return int(cursor.removeprefix("#")) if cursor.startswith("#") else 0

    def _objective(self) -> str:
        cursor = self._cursor()
        return cursor.removeprefix("objective:") if cursor.startswith("objective:") else ""

    def _tag(self) -> str:
        """The question that the cursor stands on, or whose answer it stands on."""
        number = self._number()
        fact = self.session.events[number - 1].fact if number else None
        return fact.tag if isinstance(fact, NoteTaken) else self._cursor().removeprefix("asked:")

    def _list(self, *, first: bool = False, keep: str = "") -> None:
        rows = self.query_one("#entries", Rows)
        items = rows_of(self.known, self._view)
        free = [item.id for item in items if item.takes_cursor]
        wanted = keep if keep in free else (free[0] if first and free else None)
        rows.put(items, wanted)
        tabs: list[Run] = [Run(" ")]
        for n, (view, name) in enumerate(VIEWS, start=1):
            here = view == self._view
            words = f"{n} {name}"
            tabs += [bold(f"[{words}] ", "accent") if here else Run(f" {words} "), dim(self._count(view))]
        self.query_one("#views", Bar).put(tabs)
        self.query_one("#entries-heading", Heading).say("", TITLES[self._view], lit=True)
        self._page(top=True)
        self.call_after_refresh(self._page)
        self._keys()

    def _count(self, view: View) -> str:
        return f"{count_of(self.known, view)}  "

    def _page(self, *, top: bool = False) -> None:
        page = self.query_one("#page", Page)
        page.put(page_of(self.known, self._cursor()), top=top)
        self.query_one("#about-heading", Heading).say(page.pages, "In full")

    def _clock(self) -> None:
        small = self.app.size.width < SMALL
        left = (Run(" "), bold(" STAFF ", "accent"), Run("  Evaluation and hot wash"))
        self.query_one("#status", Bar).put(left, status_right(self.session, small=small))
        self.query_one("#ruler", Ruler).put(*phase_minutes(self.session))

    def _keys(self) -> None:
        saved = (dim(f"saved #{self.session.state.ledger.seq} "),)
        named = (
            *_KEYS[self._view],
            *(((sign_of("note", EVALUATION), "Observe"),) if self._view == "objectives" else ()),
            *(("Left/Right", "List"), ("Esc", "Back"), ("?", "Help")),
            (sign_of("take_back", EVALUATION), "Undo"),
        )
        self.query_one("#keys", Bar).put(keys_that_fit(named, self.app.size.width - width(saved) - 1), saved)
