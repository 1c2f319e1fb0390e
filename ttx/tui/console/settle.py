"""Settling links as one plain list: staff say how a record bears on a commitment."""

from __future__ import annotations

from typing import cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from ttx.engine import Rejection
from ttx.errors import LogError
from ttx.model.catalogue import short_target
from ttx.model.commands import SettleLink
from ttx.model.parts import Bearing
from ttx.model.records import LinkRecord
from ttx.model.words import Words
from ttx.render.phrases import phrase
from ttx.services.forms.values import Asked, Field, Form, Given, words
from ttx.services.session import Session
from ttx.tui.cells import fit
from ttx.tui.console.lines import Line, Run, bold, dim, line
from ttx.tui.console.side import label_of, unsettled
from ttx.tui.glyphs import bearing_glyph, bearing_word
from ttx.tui.keymap import Key, bindings, latin
from ttx.tui.sheet import screen_for
from ttx.tui.widgets import Bar, Heading, Item, Page, Rows

_KEYS = (
    Key("proposed", "f2,ctrl+j,space", "Space", "As proposed", "settle as proposed"),
    Key("close", "escape,q", "Esc", "Back", "back"),
)
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
_TWO_HANDS = ("strains", "contradicts")


class SettleScreen(ModalScreen[None]):
    """One row a link that nobody settled; a letter settles it."""

    BINDINGS = bindings(_KEYS)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def compose(self) -> ComposeResult:
        with Vertical(id="sheet"):
            heading = Heading("", "Settle links")
            heading.say("a letter sets the bearing; Space as proposed")
            yield heading
            yield Rows(id="links", surface="card")
            yield Page(id="about-link")
        yield Bar(id="said", surface="card")
        yield Bar(_foot(), id="sheet-keys")

    def on_mount(self) -> None:
        self._show()
        self.query_one("#links", Rows).focus()

    def on_key(self, event: events.Key) -> None:
        bearing = _LETTERS.get(latin(event.character or "").lower())
        if bearing is not None:
            event.stop()
            self._settle(bearing)

    def on_rows_moved(self) -> None:
        self._about()

    def action_proposed(self) -> None:
        found = self._here()
        if found is not None:
            self._settle(cast(Bearing, found[2]))

    def action_close(self) -> None:
        self.dismiss(None)

    def _here(self) -> tuple[int, str, str] | None:
        cursor = self.query_one("#links", Rows).cursor
        return next((u for u in unsettled(self.session) if f"{u[0]}|{u[1]}" == cursor), None)

    def _settle(self, bearing: Bearing) -> None:
        found = self._here()
        if found is None:
            return
        of, target, _ = found
        if bearing in (*_TWO_HANDS, "defers"):
            form = _hands_form(of, target, bearing) if bearing in _TWO_HANDS else _until_form(of, target)
            self.app.push_screen(screen_for(self.session, form), lambda _event: self._show())
            return
        try:
            done = self.session.do(
                SettleLink(of=of, link=LinkRecord(target=target, bearing=bearing)), hat="evaluator"
            )
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
        left = unsettled(self.session)
        items = [self._item(*each) for each in left]
        empty = [Item("", (dim("Every link is settled; the report is whole."),), (), takes_cursor=False)]
        self.query_one("#links", Rows).put(items or empty)
        self._about()

    def _item(self, of: int, target: str, bearing: str) -> Item:
        record = phrase(self.session.events[of - 1], self.session.scenario)
        short = short_target(target)
        left = (
            Run(f"{bearing_glyph(bearing)} ", bearing),
            bold(f"{short:<5}"),
            *fit((Run(label_of(self.session, target)),), 18),
            Run(" "),
            dim(f"{bearing_word(bearing):<13}"),
            Run(record),
        )
        return Item(f"{of}|{target}", left, (dim(f"#{of} "),))

    def _about(self) -> None:
        found = self._here()
        page = self.query_one("#about-link", Page)
        page.put(_passage(self.session, found[0], found[1]) if found else (), top=True)


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


def _hands_form(of: int, target: str, bearing: Bearing) -> Form:
    """What pulls against a commitment is settled by two, and says why."""

    def make(given: Given) -> Asked | str:
        hands = tuple(Words(h.strip()) for h in given.get("hands", "").split(",") if h.strip())
        if len(hands) < 2:
            return "Two hands: type both offices, with a comma between."
        link = LinkRecord(target=target, bearing=bearing, because=words(given, "because"))
        return Asked(SettleLink(of=of, link=link, hands=hands), "evaluator")

    return Form(
        name=f"settle:{of}:{target}",
        title=f"{bearing_word(bearing)} {target}",
        needed="two hands",
        fields=(
            Field(key="hands", label="Two hands", hint="two offices: evaluator, lead of the cell"),
            Field(key="because", label="Because", kind="text"),
        ),
        make=make,
    )


def _until_form(of: int, target: str) -> Form:
    """What is put off is put off until something."""

    def make(given: Given) -> Asked | str:
        link = LinkRecord(target=target, bearing="defers", until=words(given, "until"))
        return Asked(SettleLink(of=of, link=link), "evaluator")

    field = Field(key="until", label="Until", hint="until when or what; without it, the word is strains")
    name = f"settle:{of}:{target}"
    return Form(name=name, title=f"defers {target}", needed="", fields=(field,), make=make)


def _foot() -> tuple[Run, ...]:
    runs = [Run(" ")]
    for letter, bearing in _LETTERS.items():
        runs += [bold(letter, "accent"), Run(f" {bearing_word(bearing)}  ")]
    return (*runs, bold("Esc", "accent"), Run(" Back"))
