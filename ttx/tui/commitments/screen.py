"""The explorer of commitments: a list by paragraph, theme or state, and the page of what is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input

from ttx.engine import Rejection
from ttx.errors import LogError
from ttx.model.catalogue import Catalogue
from ttx.model.commands import ShowOnWall
from ttx.model.words import Words
from ttx.services.session import Session
from ttx.tui.commitments.known import Copies, Entry, Group, Known
from ttx.tui.commitments.pages import page_of, rows_of, target_of
from ttx.tui.console.lines import Run, bold, dim
from ttx.tui.console.status import marking_of, status_right
from ttx.tui.framed import Framed, list_and_page
from ttx.tui.help import HelpScreen
from ttx.tui.keymap import EXPLORER, bindings, sign_of
from ttx.tui.style import SMALL
from ttx.tui.widgets import Bar, Heading, Page, Rows
from ttx.tui.widgets.typed import LineField

_FOOTER = ("cite", "find", "group_on", "show_on_wall", "back", "help")


class _List(Rows):
    """Left and Right belong to the grouping here, not to scrolling."""

    BINDINGS = [
        Binding("left", "screen.group_back", show=False),
        Binding("right", "screen.group_on", show=False),
    ]


class Explorer(Framed[str | None]):
    """Leaves with the target that is to be cited in a move, or with None."""

    BINDINGS = bindings(EXPLORER)
    AUTO_FOCUS = "#entries"

    def __init__(
        self,
        catalogues: Sequence[Catalogue],
        copies: Copies,
        session: Session | None = None,
        *,
        finding: bool = False,
    ) -> None:
        super().__init__()
        self.known = Known(catalogues, session, copies)
        self._groups: tuple[Group, ...] = (
            ("paragraph", "theme", "state") if session else ("paragraph", "theme")
        )
        self._group: Group = "paragraph"
        self._finding = finding

    @property
    def session(self) -> Session | None:
        """The session that is being played, where one is."""
        return self.known.session

    @property
    def marking(self) -> str:
        """What rows one and last say."""
        return marking_of(self.session) if self.session is not None else "EXERCISE"

    def middle(self) -> ComposeResult:
        find = LineField(placeholder="words, 05a, or a place: 12.3", id="find", compact=True)
        yield from list_and_page("Commitments", (find, _List(id="entries")))

    def on_mount(self) -> None:
        self.query_one("#find").display = False
        self._clock()
        self.set_interval(1.0, self._clock)
        self._list()
        first = next((t for t, e in self.known.entries.items() if e.commitment), "")
        self._list(keep=first)
        if self._finding:
            self.action_find()

    def on_resize(self) -> None:
        self._clock()
        self.call_after_refresh(self._list)

    def on_rows_moved(self) -> None:
        self._page(top=True)

    def on_rows_chosen(self) -> None:
        self.query_one("#page", Page).focus()

    def on_input_changed(self) -> None:
        if self.query_one("#find").display:  # a field that is put away has nothing to look for
            self._list(first=True)

    def on_input_submitted(self) -> None:
        self.query_one("#entries", Rows).focus()

    def action_find(self) -> None:
        field = self.query_one("#find", Input)
        field.display = True
        field.focus()

    def action_next_pane(self) -> None:
        self.focus_next()

    def action_page_down(self) -> None:
        self.query_one("#page", Page).scroll_page_down(animate=False)
        self.call_after_refresh(self._page)

    def action_page_up(self) -> None:
        self.query_one("#page", Page).scroll_page_up(animate=False)
        self.call_after_refresh(self._page)

    def action_group_on(self) -> None:
        self._regroup(1)

    def action_group_back(self) -> None:
        self._regroup(-1)

    def action_cite(self) -> None:
        """Leave with it, to be tagged in a move; where nothing is played there is no move."""
        entry = self._here()
        if entry is not None and self.session is not None:
            self.dismiss(entry.target)
        elif self.session is None:
            self.say("Open a session first: there is no move to cite it in.", "warn")

    def action_show_on_wall(self) -> None:
        """The passage where the user's copy has it, else the paraphrase, labelled as one (room F19)."""
        entry = self._here()
        if entry is None or self.session is None:
            self.say("There is no wall without a session.", "warn")
            return
        passage = self.known.passage(entry)
        words = passage or entry.what.paraphrase
        if not words:
            self.say("There is nothing to show: neither a copy nor a paraphrase.", "warn")
            return
        kind = "passage" if passage else "paraphrase"
        try:
            done = self.session.do(ShowOnWall(kind=kind, what=entry.target, text=Words(words)))  # type: ignore[arg-type]
        except LogError as error:
            self.say(f"NOT SAVED: {error.what} {sign_of('show_on_wall', EXPLORER)} tries again.", "alarm")
            return
        if isinstance(done, Rejection):
            self.say(done.reason, "warn")
        else:
            self.say(f"On the wall: {kind} of {entry.target}")

    def action_back(self) -> None:
        """From what was found to the whole list, then out."""
        field = self.query_one("#find", Input)
        if field.display:
            here = self._here()
            field.value = ""
            field.display = False
            self.query_one("#entries", Rows).focus()
            self._list(keep=self.known.standing_for(here) if here else "")
        else:
            self.dismiss(None)

    def action_help(self) -> None:
        self.app.push_screen(HelpScreen("commitments", EXPLORER))

    def _regroup(self, by: int) -> None:
        at = self._groups.index(self._group)
        self._group = self._groups[(at + by) % len(self._groups)]
        here = self._here()
        self._list(keep=here.target if here else "")

    def _here(self) -> Entry | None:
        target = target_of(self.query_one("#entries", Rows).cursor)
        found = self.known.entries.get(target)
        typed = self.query_one("#find", Input).value
        return (
            found or next((e for e in self.known.find(typed) if e.target == target), None) if target else None
        )

    def _list(self, *, first: bool = False, keep: str = "") -> None:
        field, rows = self.query_one("#find", Input), self.query_one("#entries", Rows)
        items = rows_of(self.known, self._group, field.value if field.display else "")
        free = [item.id for item in items if item.takes_cursor]
        wanted = next((i for i in free if target_of(i) == keep), None) if keep else None
        rows.put(items, free[0] if first and free else wanted)
        names = ", ".join(book.short_title for book in self.known.catalogues) or "no source"
        groups = tuple(Run(f" {g} ", "accent" if g == self._group else "dim") for g in self._groups)
        self.query_one("#entries-heading", Heading).say(
            "".join(g.text for g in groups), f"{names} by {self._group}"
        )
        self._page(top=first or bool(keep))
        self._keys()

    def _page(self, *, top: bool = False) -> None:
        entry = self._here()
        page = self.query_one("#page", Page)
        empty = ((dim("This scenario cites no source. catalogues: names one."),),)
        page.put(page_of(self.known, entry) if entry else empty if not self.known.entries else (), top=top)
        self.query_one("#about-heading", Heading).say(
            page.pages, f"{entry.short} {entry.label}" if entry else ""
        )

    def _clock(self) -> None:
        small = self.app.size.width < SMALL
        right = status_right(self.session, small=small) if self.session else (dim("no session is open "),)
        self.query_one("#status", Bar).put((Run(" "), bold(" STAFF ", "accent"), Run("  Commitments")), right)

    def _keys(self) -> None:
        runs: list[Run] = [Run(" ")]
        for action in _FOOTER:
            key = next(k for k in EXPLORER if k.action == action)
            runs += [bold(key.shown, "accent"), Run(f" {key.word}  ")]
        self.query_one("#keys", Bar).put(runs)
