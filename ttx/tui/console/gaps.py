"""What the record lacks: those only this room can answer first, each one key from what mends it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.screen import Screen

from ttx.report.values import Gap
from ttx.services.gaps import gaps_of, is_settling, mend_of
from ttx.services.session import Session
from ttx.services.unsettled import unsettled
from ttx.tui.console.lines import Run, bold, dim
from ttx.tui.console.settle import SettleScreen
from ttx.tui.console.status import marking_of, phase_minutes, status_right
from ttx.tui.help import HelpScreen
from ttx.tui.keymap import GAPS, bindings, sign_of
from ttx.tui.sheet import screen_for
from ttx.tui.style import SMALL
from ttx.tui.widgets import Bar, Heading, Item, Rows
from ttx.tui.widgets.ruler import Ruler


class GapsScreen(Screen[bool]):
    """Leaves with True where the exercise is to be ended, else with False."""

    BINDINGS = bindings(GAPS)
    AUTO_FOCUS = "#entries"

    def __init__(self, session: Session, *, closing: bool = False) -> None:
        super().__init__()
        self.session = session
        self._to_end = closing
        """Whether ENDEX was asked for, and waits."""
        self._gaps: tuple[Gap, ...] = ()

    @property
    def marking(self) -> str:
        """What rows one and last say."""
        return marking_of(self.session)

    def compose(self) -> ComposeResult:
        yield Bar(id="marking-top", centred=True)
        yield Bar(id="status")
        yield Ruler(id="ruler")
        yield Heading("", "What the record still lacks", id="entries-heading")
        yield Rows(id="entries")
        yield Bar(id="said")
        yield Bar(id="keys")
        yield Bar(id="marking-bottom", centred=True)

    def on_mount(self) -> None:
        marking = (Run(self.marking, "mark", bold=True),)
        self.query_one("#marking-top", Bar).put(marking)
        self.query_one("#marking-bottom", Bar).put(marking)
        self._clock()
        self.set_interval(1.0, self._clock)
        self._list()

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        gap = self._gaps[int(event.item)]
        form = mend_of(self.session, gap)
        if form is not None:
            self.app.push_screen(screen_for(self.session, form), lambda _event: self._list())
        elif is_settling(self.session, gap):
            self.action_settle()
        else:
            self.say(f"No key mends this: it waits for {gap.who}, and the report keeps its place.")

    def action_settle(self) -> None:
        if unsettled(self.session):
            self.app.push_screen(SettleScreen(self.session), lambda _none: self._list())
        else:
            self.say("Every link is settled.")

    def say(self, words: str, token: str = "dim") -> None:
        """One line about what was done or could not be."""
        self.query_one("#said", Bar).put((Run(f" {words}", token),))

    def action_go_on(self) -> None:
        self.dismiss(self._to_end)

    def action_back(self) -> None:
        self.dismiss(result=False)

    def action_help(self) -> None:
        self.app.push_screen(HelpScreen("gaps", GAPS))

    def _clock(self) -> None:
        small = self.app.size.width < SMALL
        left = (Run(" "), bold(" STAFF ", "accent"), Run("  Gaps"))
        self.query_one("#status", Bar).put(left, status_right(self.session, small=small))
        self.query_one("#ruler", Ruler).put(*phase_minutes(self.session))

    def _list(self) -> None:
        self._gaps = gaps_of(self.session)
        self.query_one("#entries", Rows).put(items_of(self._gaps))
        only = sum(gap.room_only for gap in self._gaps)
        fact = f"{only} that only this room can say" if only else f"{len(self._gaps)}"
        self.query_one("#entries-heading", Heading).say(fact)
        on = "ENDEX" if self._to_end else "Back to the console"
        keys = (
            ("Enter", "Mend"),
            ("Space", on),
            (sign_of("settle", GAPS), "Settle"),
            ("Esc", "Back"),
            ("?", "Help"),
        )
        runs: list[Run] = [Run(" ")]
        for shown, word in keys:
            runs += [bold(shown, "accent"), Run(f" {word}  ")]
        self.query_one("#keys", Bar).put(runs, (dim(f"saved #{self.session.state.ledger.seq} "),))


def items_of(gaps: tuple[Gap, ...]) -> tuple[Item, ...]:
    """One row a gap, under the two headings; the id is its place in the list."""
    if not gaps:
        return (Item("", (dim("Nothing is missing; the report is whole."),), (), takes_cursor=False),)
    rows = [(n, gap) for n, gap in enumerate(gaps)]
    items: list[Item] = []
    for title, room_only in (
        ("Only this room can say: ask before anybody leaves", True),
        ("Staff can say it later", False),
    ):
        under = [(n, gap) for n, gap in rows if gap.room_only == room_only]
        if under:
            items.append(Item(f"heading:{room_only}", (bold(title),), (), takes_cursor=False))
            items += [_item(n, gap) for n, gap in under]
            items.append(Item(f"blank:{room_only}", (), (), takes_cursor=False))
    return tuple(items)


def _item(n: int, gap: Gap) -> Item:
    at = f"#{gap.events[0]} " if gap.events else ""
    # The heading has said already that it is the players, and before they leave.
    who = "   " + gap.who.removeprefix("the players of the ").removesuffix(", before they leave")
    return Item(str(n), (Run(f" {gap.what}"), dim(who)), (dim(at),))
