"""The console: where a room is run. It draws what the presenters give and owns no rule of play."""

from __future__ import annotations

from time import monotonic

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widget import Widget

from ttx.services.session import Session
from ttx.services.stepping import Step, next_of, step_of
from ttx.tui.cells import keys_that_fit, width
from ttx.tui.console.actions import Actions
from ttx.tui.console.beside import Beside
from ttx.tui.console.card import card_of, options_of
from ttx.tui.console.feed import Feed
from ttx.tui.console.lines import Line, Run, bold, dim, line
from ttx.tui.console.reporting import Reporting
from ttx.tui.console.side import SIDE, commitments_of, counts, to_do, tracks_of
from ttx.tui.console.staff import Staff
from ttx.tui.console.status import marking_of, phase_minutes, status_left, status_right
from ttx.tui.console.timeline import Row, rows_of
from ttx.tui.keymap import CONSOLE, FOOTER, bindings, sign_of
from ttx.tui.style import SMALL
from ttx.tui.widgets import Bar, Hair, Heading, Item, Notice, Page, Painted, Rows
from ttx.tui.widgets.painted import hairline
from ttx.tui.widgets.ruler import Ruler

_GUARD_SECONDS = 0.6
"""Longer than a keyboard waits before it repeats a held key."""
_SIDES = {"4": "tracks", "5": "commitments", "6": "to-do"}
_FIGURES = 25
"""Cells of a track's line under the timeline of a small screen."""
_NOTHING = {
    "4": "This scenario keeps no tracks.",
    "5": "None yet: {move}, then Bears on.",
    "6": "nothing",
}
"""What an empty pane says."""


class Console(Actions, Beside, Reporting, Staff, Screen[None]):
    """One session in front of staff."""

    BINDINGS = bindings(CONSOLE)
    AUTO_FOCUS = "#timeline"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.about = ""
        """What the card shows; empty follows the step named under it."""
        self.options_shown = False
        self._left = "1"
        self._stepped = 0.0
        self._rows_of_feed = Feed()
        self._said = ""

    def compose(self) -> ComposeResult:
        yield Bar(id="marking-top", centred=True)
        yield Bar(id="status")
        yield Ruler(id="ruler")
        with Horizontal(id="main"):
            with Vertical(id="left"):
                yield Heading("1", "Timeline", id="timeline-heading")
                yield Rows(id="timeline")
                yield Painted(id="instead")
                yield Painted(id="figures")
            yield Hair()
            with Vertical(id="centre"):
                with Horizontal(id="upper"):
                    with Vertical(id="card-pane"):
                        yield Heading("2", "Card", id="card-heading")
                        yield Page(id="card")
                        yield Bar(id="step", surface="raise")
                    yield Hair(id="side-hair")
                    with Vertical(id="side"):
                        for number, name in (("4", "Tracks"), ("5", "Commitments"), ("6", "To do")):
                            kind = _SIDES[number]
                            yield Heading(number, name, id=f"{kind}-heading")
                            yield Painted(id=kind)
                with Vertical(id="feed-pane"):
                    yield Heading("3", "Feed", id="feed-heading")
                    yield Rows(id="feed", quiet=True)
        yield Notice(id="notice")
        yield Bar(id="keys")
        yield Bar(id="marking-bottom", centred=True)

    def on_mount(self) -> None:
        self.set_interval(1.0, self.tick)
        self.welcome()
        self.show()
        if self.session.state.status == "stopped":
            self.call_after_refresh(self.cover_with_stop)

    def on_resize(self) -> None:
        self.call_after_refresh(self.show)

    @property
    def marking(self) -> str:
        """What rows one and last say."""
        return marking_of(self.session)

    @property
    def small(self) -> bool:
        """Whether there is no room for the side panes."""
        return self.app.size.width < SMALL

    @property
    def step(self) -> Step:
        """What Space does now."""
        return step_of(self.session)

    @property
    def subject(self) -> str:
        """The inject, decision or phase that the card shows."""
        if self.about or self.session.state.status not in ("paused", "break"):
            return self.about or self.step.about.partition(".")[0]
        return next_of(self.session).about.partition(".")[0]

    def say(self, words: str, token: str = "dim") -> None:
        """Tell staff something about the app itself; an error stays until Esc or the next thing done."""
        self._said = words
        self.query_one("#notice", Notice).put(words, "text" if token == "dim" else token)
        if token == "dim" and words:
            self.set_timer(6, lambda: self._unsay(words))

    def tell(self, words: str) -> None:
        """What staff should know of their settings; it stays until Esc or the next thing done."""
        self.say(words, "warn")

    def tick(self) -> None:
        """A second has passed: clocks, countdown, lateness."""
        if self.session.state.status == "running":
            self._clocks()
            self._timeline()
            self._card()
        if self.look_at_scribe():
            self._keys()

    def show(self) -> None:
        """Draw everything anew from the session."""
        marking = (Run(marking_of(self.session), "mark", bold=True),)
        self.query_one("#marking-top", Bar).put(marking)
        self.query_one("#marking-bottom", Bar).put(marking)
        self._clocks()
        self._timeline()
        self._card()
        self._side()
        self._feed()
        self._keys()

    def refused_so_soon(self) -> bool:
        """Whether a step was asked for within a breath of the last time: a held key does one thing."""
        now = monotonic()
        soon = now - self._stepped < _GUARD_SECONDS
        self._stepped = now
        return soon

    def on_rows_moved(self, event: Rows.Moved) -> None:
        self.about = event.item
        self._card(top=True)

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        self.on_rows_moved(event)

    def action_now(self) -> None:
        self.about = ""
        self.say("")
        self._left = "1"
        self.query_one("#timeline", Rows).focus()
        self.show()

    def action_options(self) -> None:
        self.options_shown = not self.options_shown
        self._card()

    def action_page_down(self) -> None:
        self.query_one("#card", Page).scroll_page_down(animate=False)
        self.call_after_refresh(self._card)

    def action_page_up(self) -> None:
        self.query_one("#card", Page).scroll_page_up(animate=False)
        self.call_after_refresh(self._card)

    def action_pane_1(self) -> None:
        self._go_left("1", "#timeline")

    def action_pane_2(self) -> None:
        self.query_one("#card", Page).focus()

    def action_pane_3(self) -> None:
        self.query_one("#feed", Rows).focus()

    def action_pane_4(self) -> None:
        self._go_left("4", "#card")

    def action_pane_5(self) -> None:
        self._go_left("5", "#card")

    def action_pane_6(self) -> None:
        self._go_left("6", "#card")

    def _go_left(self, number: str, focus: str) -> None:
        self._left = number if self.small or number == "1" else "1"
        self.query_one(focus, Widget).focus()
        self.show()

    def _unsay(self, words: str) -> None:
        if self._said == words:
            self.say("")

    def _clocks(self) -> None:
        small = self.small
        left, right = status_left(self.session, small=small), status_right(self.session, small=small)
        self.query_one("#status", Bar).put(left, right)
        self.query_one("#ruler", Ruler).put(*phase_minutes(self.session))

    def _timeline(self) -> None:
        heading = self.query_one("#timeline-heading", Heading)
        rows, instead = self.query_one("#timeline", Rows), self.query_one("#instead", Painted)
        other = self._left != "1" and self.small
        rows.display, instead.display = not other, other
        if other:
            heading.number = self._left
            name = {"4": "Tracks", "5": "Commitments", "6": "To do"}[self._left]
            heading.say(counts(self.session) if self._left == "5" else "", name)
            instead.put(self._lines_of(self._left, instead.size.width - 1))
        else:
            heading.number = "1"
            heading.say(self._used(), "Timeline", lit=rows.has_focus)
            found = rows_of(self.session)
            at = self.about if not self.about.startswith("#") else None
            cells = rows.scrollable_content_region.width
            rows.put([_item(r, cells) for r in found], at or self.subject or "now")
        figures = self.query_one("#figures", Painted)
        figures.display = self.small
        if self.small:
            figures.put(self._figures())

    def _used(self) -> str:
        phase = self.session.state.position.phase
        steps = self.session.script.steps.get(phase or "", ())
        left = self.session.state.position.steps
        return f"{len([s for s in steps if s not in left])} of {len(steps)} used" if steps else ""

    def _lines_of(self, number: str, cells: int) -> tuple[Line, ...]:
        if number == "6":
            lines = to_do(self.session)
        else:
            lines = (tracks_of if number == "4" else commitments_of)(self.session, cells or SIDE)
        lines = lines or (line(dim(_NOTHING[number].format(move=sign_of("move", CONSOLE)))),)
        return tuple((Run(" "), *each) for each in lines)

    def _figures(self) -> list[Line]:
        tracks = tracks_of(self.session, _FIGURES, 2)
        rows: list[Line] = [(Run(" "), bold("4 "), *t) for t in tracks]
        rows.append(line(" ", bold("5 "), f"Touched  {counts(self.session).removesuffix(' touched')}"))
        rows.append(line(" ", bold("6 "), f"To do    {len(to_do(self.session)) or 'nothing'}"))
        return rows

    def _card(self, *, top: bool = False) -> None:
        card = card_of(self.session, self.subject)
        lines = card.lines
        decision = self.session.script.decisions.get(self.subject)
        if decision is not None and self.options_shown:
            lines = (*lines, (), *options_of(decision))
        page = self.query_one("#card", Page)
        before = getattr(page, "about", None)
        page.put(lines, card.staff, top=top or before != card.about)
        page.about = card.about  # type: ignore[attr-defined]
        fact = "  ".join(f for f in (page.pages, card.fact) if f)
        self.query_one("#card-heading", Heading).say(fact, lit=page.has_focus)
        step = self.step
        away = self.about not in ("", step.about.partition(".")[0])
        words = f"Back to {step.about.partition('.')[0] or 'now'}" if away else step.words
        bar = self.query_one("#step", Bar)
        named = (Run(" "), bold("Space", "accent"), Run(f"  {words}"))
        aside: Line = (dim(f"{sign_of('defer', CONSOLE)} defer  {sign_of('skip', CONSOLE)} skip "),)
        ahead = self.subject in self.session.state.position.steps
        fits = width(named) + width(aside) < bar.size.width
        bar.put(named, aside if ahead and fits else ())

    def _side(self) -> None:
        if self.small:
            return
        for number, kind in _SIDES.items():
            pane = self.query_one(f"#{kind}", Painted)
            pane.put(self._lines_of(number, pane.size.width - 1))
        self.query_one("#commitments-heading", Heading).say(counts(self.session))

    def _feed(self) -> None:
        feed = self.query_one("#feed", Rows)
        items = self._rows_of_feed.rows(self.session)
        feed.put(items, None if feed.has_focus else items[-1].id)
        self.query_one("#feed-heading", Heading).say("", lit=feed.has_focus)

    def _keys(self) -> None:
        by_action = {k.action: k for k in CONSOLE}
        saved: Line = (dim(f"saved #{self.session.state.ledger.seq} "),)
        if self.from_scribe:
            saved = (
                bold(f"{by_action['scribe'].shown} {self.from_scribe} from scribe", "accent"),
                Run("  "),
                *saved,
            )
        if self.unsaved is not None:
            saved = (bold(" NOT SAVED ", "alarm"), Run(" "))
        *first, help_ = (
            (by_action[action].shown, self.step.key if action == "step" else by_action[action].word)
            for action in FOOTER
        )
        last = (bold(help_[0], "accent"), Run(f" {help_[1]}  "))  # never what yields to a long word
        room = self.app.size.width - width(saved) - 1 - width(last)
        self.query_one("#keys", Bar).put((*keys_that_fit(first, room), *last), saved)


def _item(row: Row, cells: int) -> Item:
    right = (Run(f"{row.right} ", "warn" if row.late else "dim"),) if row.right else ()
    if row.kind == "now":
        return Item("now", (dim(f"{row.when:>6} now "), hairline(cells - 12)), takes_cursor=False)
    if row.kind in ("heading", "blank"):
        return Item(row.id, (dim(row.title or row.label),), takes_cursor=False)
    if row.kind == "phase":
        words = f"{row.when} {row.label}"
        return Item(row.id, (dim(words) if row.dim else bold(words),), right)
    token = "accent" if row.accent else "dim" if row.dim else "text"
    left = (
        Run(f"{row.when:>6} ", token),
        Run(f"{row.label} ", token, bold=not row.dim),
        Run(row.title, "dim" if row.dim else "text"),
    )
    return Item(row.id, left, right)
