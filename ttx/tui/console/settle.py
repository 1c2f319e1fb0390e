"""Settling links as one plain list: staff say how a record bears on a commitment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from ttx.engine import Rejection
from ttx.errors import LogError
from ttx.model.catalogue import short_target
from ttx.model.parts import Bearing
from ttx.render.phrases import phrase
from ttx.services.forms import settling
from ttx.services.forms.values import Asked, Form
from ttx.services.session import Session
from ttx.tui.cells import fit
from ttx.tui.console.lines import Line, Run, bold, dim, line
from ttx.tui.console.side import label_of, unsettled
from ttx.tui.glyphs import bearing_glyph, bearing_word
from ttx.tui.keymap import SETTLE, bindings, latin
from ttx.tui.sheet import screen_for
from ttx.tui.widgets import Bar, Heading, Item, Page, Rows

_LETTERS: dict[str, Bearing] = {
    "f": "fulfils",
    "a": "advances",
    "u": "upholds",
    "d": "defers",
    "s": "strains",
    "x": "contradicts",
    "t": "touches",
    "n": "none",
}
_DIGITS: dict[str, Bearing] = {
    "1": "fulfils",
    "2": "advances",
    "3": "upholds",
    "4": "defers",
    "5": "strains",
    "6": "contradicts",
    "0": "none",
}
"""Room F29; a digit whose word does not fit the commitment is not there."""
_SETTLED = "settled"
"""Before the id of a row that is settled already."""


class SettleScreen(ModalScreen[None]):
    """One row a link, those that nobody settled first; a sign settles it, Enter says more."""

    BINDINGS = bindings(SETTLE)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def compose(self) -> ComposeResult:
        with Vertical(id="sheet"):
            heading = Heading("", "Settle links")
            heading.say("Space as proposed, or reply  Enter more  Esc back")
            yield heading
            yield Rows(id="links", surface="card")
            yield Page(id="about-link")
        yield Bar(id="said", surface="card")
        yield Bar(_foot(), id="sheet-keys")

    def on_mount(self) -> None:
        self._show()
        self.query_one("#links", Rows).focus()

    def on_key(self, event: events.Key) -> None:
        sign = latin(event.character or "").lower()
        bearing = _LETTERS.get(sign) or self._digit(sign)
        if bearing is not None:
            event.stop()
            self._settle(bearing)

    def on_rows_moved(self) -> None:
        self._about()

    def on_rows_chosen(self) -> None:
        found = self._here()
        if found is not None:
            of, target, bearing = found
            self._ask(settling.whole_form(self.session, of, target, cast(Bearing, bearing)))

    def action_proposed(self) -> None:
        """As proposed; where it is settled already, the cell's reply."""
        found, number = self._here(), self._number()
        if number:
            self._ask(settling.reply_form(self.session, number))
        elif found is not None:
            self._settle(cast(Bearing, found[2]))

    def action_close(self) -> None:
        self.dismiss(None)

    def _rows(self) -> list[tuple[str, int, str, str]]:
        """(row id, record, target, bearing) of what is not settled, then of what is."""
        left = [(f"{of}|{target}", of, target, bearing) for of, target, bearing in unsettled(self.session)]
        done = [
            (f"{_SETTLED} {number}", of, link.target, link.bearing)
            for number, of, link in settling.settled(self.session)
        ]
        return [*left, *done]

    def _here(self) -> tuple[int, str, str] | None:
        cursor = self.query_one("#links", Rows).cursor
        return next((row[1:] for row in self._rows() if row[0] == cursor), None)

    def _number(self) -> int:
        """The event that settled what the cursor is on; 0 where it is not settled."""
        word, _, number = self.query_one("#links", Rows).cursor.partition(" ")
        return int(number) if word == _SETTLED else 0

    def _ask(self, form: Form) -> None:
        self.app.push_screen(screen_for(self.session, form), lambda _event: self._show())

    def _digit(self, sign: str) -> Bearing | None:
        """What a digit means for what the cursor is on, where its word fits."""
        found, bearing = self._here(), _DIGITS.get(sign)
        return bearing if found and bearing in settling.fitting(self.session, found[1]) else None

    def _settle(self, bearing: Bearing) -> None:
        found = self._here()
        if found is None:
            return
        of, target, _ = found
        fits = settling.fitting(self.session, target)
        if bearing not in fits:
            words = ", ".join(bearing_word(each) for each in fits)
            self._say(f"{bearing_word(bearing)} does not fit {target}; it takes {words}.", "warn")
        elif bearing in settling.HARD:
            self._ask(settling.hands_form(self.session, of, target, bearing))
        elif bearing == "defers":
            self._ask(settling.until_form(self.session, of, target))
        else:
            self._done(settling.settle(self.session, of, target, bearing))

    def _done(self, asked: Asked) -> None:
        try:
            done = self.session.do(asked.command, hat=asked.hat)
        except LogError as error:
            self._say(f"NOT SAVED: {error.what} The same letter tries again.", "alarm")
            return
        self._say(
            done.reason if isinstance(done, Rejection) else f"saved #{done.seq}",
            "warn" if isinstance(done, Rejection) else "dim",
        )
        self._show()

    def _say(self, text: str, token: str) -> None:
        self.query_one("#said", Bar).put((Run(f" {text}", token),))

    def _show(self) -> None:
        rows = self._rows()
        left = [self._item(*row) for row in rows if not row[0].startswith(_SETTLED)]
        done = [self._item(*row) for row in rows if row[0].startswith(_SETTLED)]
        empty = [Item("", (dim("Every link is settled; the report is whole."),), (), takes_cursor=False)]
        under = [Item("heading", (bold("Settled"),), (), takes_cursor=False), *done] if done else []
        self.query_one("#links", Rows).put([*(left or empty), *under])
        self._about()

    def _item(self, id_: str, of: int, target: str, bearing: str) -> Item:
        record = phrase(self.session.events[of - 1], self.session.scenario)
        short = short_target(target)
        left = (
            Run(f"{bearing_glyph(bearing)} ", bearing),
            bold(f"{short:<6}"),
            *fit((Run(label_of(self.session, target)),), 18),
            Run(" "),
            dim(f"{bearing_word(bearing):<13}"),
            Run(record),
        )
        return Item(id_, left, (dim(f"#{of} "),))

    def _about(self) -> None:
        found = self._here()
        page = self.query_one("#about-link", Page)
        page.put(_passage(self.session, found[0], found[1]) if found else (), top=True)
        fits = settling.fitting(self.session, found[1]) if found else ()
        self.query_one("#sheet-keys", Bar).put(_foot(fits))


def _passage(session: Session, of: int, target: str) -> tuple[Line, ...]:
    """What the commitment says in our words, and what was recorded."""
    lines: list[Line] = [line(bold(label_of(session, target)), dim(f"  {target}"))]
    for catalogue in session.scenario.catalogues.values():
        one = catalogue.commitments.get(target)
        if one is not None:
            lines.append(line(dim("paraphrase  "), one.paraphrase))
            lines.append(
                line(
                    dim(f"{catalogue.short_title} {one.locator}, {one.duty}; bearer {', '.join(one.bearer)}")
                )
            )
    lines += [(), line(dim(f"#{of}  "), phrase(session.events[of - 1], session.scenario))]
    return tuple(lines)


def _foot(fitting: Sequence[str] = ()) -> tuple[Run, ...]:
    """The digits that fit what the cursor is on, and no others (room F42)."""
    runs = [Run(" ")]
    for sign, bearing in (*_DIGITS.items(), ("t", "touches")):
        if bearing in fitting:
            runs += [bold(sign, "accent"), Run(f" {bearing_word(bearing)}  ")]
    return tuple(runs)
