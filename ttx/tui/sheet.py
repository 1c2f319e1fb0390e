"""A form in front of a person: a sheet for several fields, a strip for one. Drafts are kept."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, TextArea

from ttx.engine import Rejection
from ttx.errors import LogError
from ttx.model.events import Event
from ttx.services.forms.values import Asked, Field, Form
from ttx.services.session import Session
from ttx.sources.ranking import Ranker, Suggested
from ttx.tui.alone import mark_alone
from ttx.tui.cells import wrap
from ttx.tui.console.lines import Run, bold, dim, line
from ttx.tui.keymap import SHEET, bindings
from ttx.tui.widgets import Bar, Heading, Painted
from ttx.tui.widgets.chips import Chips
from ttx.tui.widgets.linkbox import LinkBox
from ttx.tui.widgets.painted import strip_of
from ttx.tui.widgets.typed import LineField, TextField

_DRAFT_SECONDS = 2.0
_HEAR_SECONDS = 0.15
"""How long nobody types before the words are looked at."""
_SAID = "field-said"
_ROOMY = 50
"""Rows of a screen that has room for more lines of words and for a blank row between fields."""
_NAMES = 3
"""Up to so many words may name a commitment; more are what somebody said."""


class FormScreen(ModalScreen[Event | None]):
    """Fills a form in, asks the session, and leaves with the event that came of it."""

    BINDINGS = bindings(SHEET)

    def __init__(self, session: Session, form: Form) -> None:
        super().__init__()
        self.session = session
        draft = session.draft(form.name)
        self.blank = {field.key: field.value for field in form.fields}
        self.form = form.filled(draft) if draft else form
        self._drafted = bool(draft)
        self._dirty = False
        self._hearing: Timer | None = None

    def on_mount(self) -> None:
        self.set_interval(_DRAFT_SECONDS, self.keep)
        first = next(iter(self.query(".control").results(Widget)), None)
        if first is not None:
            (first.query_one(Input) if isinstance(first, LinkBox) else first).focus()
        if self._drafted:
            self.say("What was typed before is here again.", "accent")
            self._hear()

    def given(self) -> Mapping[str, str]:
        """What stands in the fields now."""
        return {field.key: _value(self.query_one(f"#field-{field.key}")) for field in self.form.fields}

    def say(self, words: str, token: str = "warn") -> None:
        """One line to the person who types."""
        self.query_one("#said", Bar).put((Run(" "), bold(words, token)))

    def action_save(self) -> None:
        made = self.form.make(self.given())
        if isinstance(made, Asked):
            self._do(made)
        else:
            self.say(made)

    def _do(self, asked: Asked) -> None:
        try:
            done = self.session.do(asked.command, hat=asked.hat, true_at=asked.true_at)
        except LogError as error:
            self.keep()
            self.say(f"NOT SAVED: {error.what} F2 tries again; what you typed stays.", "alarm")
            return
        if isinstance(done, Rejection):
            self.say(done.reason)
            return
        self._forget()
        self.dismiss(done)

    def action_close(self) -> None:
        self._dirty = True
        self.keep()
        self.dismiss(None)

    def action_next(self) -> None:
        self.focus_next()

    def action_previous(self) -> None:
        self.focus_previous()

    def on_input_changed(self) -> None:
        self._dirty = True

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        self._dirty = True
        if event.text_area.id == _SAID:
            if self._hearing is not None:
                self._hearing.stop()
            self._hearing = self.set_timer(_HEAR_SECONDS, self._hear)

    def _hear(self) -> None:
        """Offer what the words may bear on; nothing is tagged by itself."""
        for area in self.query(f"#{_SAID}").results(TextArea):
            for box in self.query(LinkBox):
                box.hear(area.text)

    def on_chips_changed(self) -> None:
        self._dirty = True

    def on_link_box_changed(self) -> None:
        self._dirty = True

    def on_chips_done(self) -> None:
        self.focus_next()

    def on_link_box_done(self) -> None:
        self.focus_next()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if len(self.form.fields) == 1:
            self.action_save()
        else:
            self.focus_next()

    def keep(self) -> None:
        """Keep what is typed beside the session; a full disk does not disturb who types."""
        if not self._dirty:
            return
        self._dirty = False
        typed = {key: value for key, value in self.given().items() if value != self.blank[key]}
        try:
            self.session.keep_draft(self.form.name, typed)
        except LogError as error:
            self.say(f"The draft is not kept: {error.what}")

    def _forget(self) -> None:
        self._dirty = False
        try:
            self.session.keep_draft(self.form.name, {})
        except LogError:
            self._dirty = False  # the record stands; a left-over draft is only offered once more


class SheetScreen(FormScreen):
    """Takes the place of card and side."""

    _ranker: Ranker | None = None
    """Laid out at the first letter, not before: most sheets are saved without one."""

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="sheet", can_focus=False):
            heading = Heading("", self.form.title)
            heading.say(self.form.needed)
            yield heading
            if self.form.notes:
                notes = _Notes(self.form.notes)
                yield notes
            for asked in self.form.fields:
                with Horizontal(classes=f"field {'tall' if asked.kind == 'text' else ''}"):
                    label = Painted(surface="card", classes="label")
                    label.put([line(dim(asked.label))])
                    yield label
                    yield self._control(asked)
        yield Bar(id="said", surface="card")
        yield Bar(self._keys(), id="sheet-keys")

    def on_resize(self) -> None:
        self.set_class(self.size.height >= _ROOMY, "roomy")
        mark_alone(self)

    def _control(self, asked: Field) -> Widget:
        control = _control(asked, self._search)
        control.add_class("control")
        return control

    def _search(self, typed: str) -> tuple[Suggested, ...]:
        if self._ranker is None:
            self._ranker = Ranker(self.session.scenario.catalogues.values())
        return self._ranker.search(typed) if len(typed.split()) <= _NAMES else self._ranker.rank(typed)

    def _keys(self) -> tuple[Run, ...]:
        runs = [Run(" ")]
        for key, word in (
            ("F2", self.form.save),
            ("Tab", "Next"),
            ("Space", "Choose"),
            ("Esc", "Close, keep draft"),
        ):
            runs += [bold(key, "accent"), Run(f" {word}   ")]
        return tuple(runs)


class StripScreen(FormScreen):
    """Three rows above the keys, for one line."""

    def compose(self) -> ComposeResult:
        asked = self.form.fields[0]
        with VerticalScroll(id="strip", can_focus=False):
            heading = Heading("", self.form.title)
            heading.say(asked.hint)
            yield heading
            box = LineField(asked.value, id=f"field-{asked.key}", classes="control", compact=True)
            yield box
            yield Bar(id="said", surface="raise")
        yield Bar(
            (
                Run(" "),
                bold("Enter", "accent"),
                Run(f" {self.form.save}   "),
                bold("Esc", "accent"),
                Run(" Close, keep draft"),
            ),
            id="sheet-keys",
        )


class _Notes(Painted):
    """Lines above the fields, wrapped; what an author broke into lines flows, a row of a table stands."""

    DEFAULT_CSS = "_Notes { height: auto; margin: 0 0 1 1; }"

    def __init__(self, notes: tuple[str, ...]) -> None:
        super().__init__(surface="card")
        self._notes = notes

    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002 - Textual's
        return len(self._wrapped(width))

    def render_line(self, y: int) -> Strip:
        rows = self._wrapped(self.size.width)
        return strip_of(self.app, rows[y] if y < len(rows) else (), self.size.width, self.surface)

    def _wrapped(self, cells: int) -> list[tuple[Run, ...]]:
        rows = [note if "\n" not in note else " ".join(note.split()) for note in self._notes]
        return [part for row in rows for part in wrap(line(row), max(8, cells))]


def _control(asked: Field, search: object) -> Widget:
    if asked.kind in ("one", "many"):
        return Chips(asked)
    if asked.kind == "links":
        return LinkBox(asked, search)  # type: ignore[arg-type]
    if asked.kind == "text":
        return TextField(
            asked.value,
            id=f"field-{asked.key}",
            soft_wrap=True,
            tab_behavior="focus",
            show_line_numbers=False,
            compact=True,
            placeholder=asked.hint,
        )
    return LineField(asked.value, placeholder=asked.hint, id=f"field-{asked.key}", compact=True)


def _value(control: Widget) -> str:
    if isinstance(control, TextArea):
        return control.text
    return str(getattr(control, "value", ""))


def screen_for(session: Session, form: Form) -> FormScreen:
    """A strip for one line, a sheet for more."""
    if len(form.fields) == 1 and form.fields[0].kind == "line" and not form.notes:
        return StripScreen(session, form)
    return SheetScreen(session, form)
