"""What the record lacks: those only this room can answer first, each one key from what mends it."""

from __future__ import annotations

from typing import Final

from textual.app import ComposeResult
from textual.binding import Binding

from ttx.report.values import Gap
from ttx.services.gaps import KINDS, GapKind, gaps_of, kind_of
from ttx.services.session import Session
from ttx.tui.cells import keys_that_fit, width
from ttx.tui.console.lines import Run, bold, dim
from ttx.tui.console.mending import Mending
from ttx.tui.console.status import marking_of, phase_minutes, status_right
from ttx.tui.framed import Framed
from ttx.tui.help import HelpScreen
from ttx.tui.keymap import GAPS, bindings, sign_of
from ttx.tui.style import SMALL
from ttx.tui.widgets import Bar, Heading, Item, Rows
from ttx.tui.widgets.ruler import Ruler

_SHOWN: Final[tuple[GapKind | None, ...]] = (None, *KINDS)
"""What Left and Right go through: everything first."""


class _List(Rows):
    """Left and Right choose the kind here."""

    BINDINGS = [
        Binding("left", "screen.kind_by(-1)", show=False),
        Binding("right", "screen.kind_by(1)", show=False),
    ]


class GapsScreen(Mending, Framed[bool]):
    """Leaves with True where the exercise is to be ended, else with False."""

    BINDINGS = bindings(GAPS)
    AUTO_FOCUS = "#entries"

    def __init__(self, session: Session, *, closing: bool = False) -> None:
        super().__init__()
        self.session = session
        self._to_end = closing
        """Whether ENDEX was asked for, and waits."""
        self._gaps: tuple[Gap, ...] = ()
        """Those in sight."""
        self._kind: GapKind | None = None

    @property
    def marking(self) -> str:
        """What rows one and last say."""
        return marking_of(self.session)

    def middle(self) -> ComposeResult:
        yield Bar(id="kinds")
        yield Heading("", "What the record still lacks", id="entries-heading")
        yield _List(id="entries")

    def on_mount(self) -> None:
        self._clock()
        self.set_interval(1.0, self._clock)
        self._list()

    def on_resize(self) -> None:
        self._clock()

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        self.mend(self._gaps[int(event.item)])

    def mended(self) -> None:
        """Something was recorded: what is still missing is found anew."""
        self._list()

    def action_kind_on(self) -> None:
        self.action_kind_by(1)

    def action_kind_by(self, by: int) -> None:
        """Only gaps of the next kind, or all again."""
        self._kind = _SHOWN[(_SHOWN.index(self._kind) + by) % len(_SHOWN)]
        self.say("")
        self._list()

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
        every = gaps_of(self.session)
        kinds = [kind_of(self.session, gap) for gap in every]
        self._gaps = tuple(g for g, k in zip(every, kinds, strict=True) if self._kind in (None, k))
        self.query_one("#entries", Rows).put(items_of(self._gaps, of=self._kind))
        tabs: list[Run] = [Run(" ")]
        for kind in _SHOWN:
            tabs += _tab(kind or "all", kinds.count(kind) if kind else len(kinds), here=kind == self._kind)
        self.query_one("#kinds", Bar).put(tabs)
        only = sum(gap.room_only for gap in self._gaps)
        fact = f"{only} that only this room can say" if only else f"{len(self._gaps)}"
        self.query_one("#entries-heading", Heading).say(fact)
        self._foot()

    def _foot(self) -> None:
        on = "ENDEX" if self._to_end else "Console"
        settle = (sign_of("settle", GAPS), "Settle")
        keys = (("Enter", "Mend"), ("Space", on), settle, ("Esc", "Back"), ("Left/Right", "Kind"))
        saved = (dim(f"saved #{self.session.state.ledger.seq} "),)
        room = self.app.size.width - width(saved) - 1
        self.query_one("#keys", Bar).put(keys_that_fit((*keys, ("?", "Help")), room), saved)


def _tab(name: str, count: int, *, here: bool) -> tuple[Run, Run]:
    """A kind with how many there are; the one in sight stands in brackets."""
    return (bold(f"[{name}] ", "accent") if here else Run(f" {name} "), dim(f"{count}  "))


def items_of(gaps: tuple[Gap, ...], *, of: GapKind | None = None) -> tuple[Item, ...]:
    """One row a gap, under the two headings; the id is its place in the list.

    Args:
        gaps: those in sight.
        of: their kind, where only one kind is.
    """
    if not gaps:
        words = f"Nothing is missing here: {of}." if of else "Nothing is missing; the report is whole."
        return (Item("", (dim(words),), (), takes_cursor=False),)
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
