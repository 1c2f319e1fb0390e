"""One entry of a draft with a field for each of its parts, the passage above them."""

from __future__ import annotations

from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widgets import Input, TextArea

from ttx.sources.drafts import CLASSES, DUTIES, KINDS, Entry
from ttx.tui.cells import wrap
from ttx.tui.console.lines import Run, bold, dim, line
from ttx.tui.keymap import SHEET, bindings
from ttx.tui.widgets import Bar, Heading, Painted
from ttx.tui.widgets.painted import strip_of
from ttx.tui.widgets.typed import LineField, TextField

_FIELDS = (
    ("label", "label", "at most 18 letters, words of your own"),
    ("paraphrase", "ours", "what is undertaken, in words of your own"),
    ("act_class", "class", ", ".join(CLASSES)),
    ("verb", "verb", "as it stands in the passage"),
    ("duty", "duty", ", ".join(DUTIES)),
    ("speaker", "speaker", "short names, parted by commas"),
    ("bearer", "bearer", "who would have to act"),
    ("deadline", "due", "at most five words of the passage"),
    ("deadline_kind", "due kind", ", ".join(KINDS)),
    ("themes", "themes", "parted by commas"),
)


class EntrySheet(ModalScreen[Entry | None]):
    """Gives the entry as it was filled in; nothing where it was closed unchanged."""

    BINDINGS = bindings(SHEET)

    def __init__(self, entry: Entry, passage: str) -> None:
        super().__init__()
        self._entry = entry
        self._passage = passage

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="sheet", can_focus=False):
            yield Heading("", f"Entry {self._entry.key}")
            yield _Passage(self._passage)
            for name, label, hint in _FIELDS:
                tall = name == "paraphrase"
                with Horizontal(classes=f"field {'tall' if tall else ''}"):
                    shown = Painted(surface="card", classes="label")
                    shown.put([line(dim(label))])
                    yield shown
                    yield self._control(name, hint, tall=tall)
        yield Bar(
            (Run(" "), bold("F2", "accent"), Run(" Keep   "), bold("Tab", "accent"), Run(" Next   "),
             bold("Esc", "accent"), Run(" Close, keep what is typed")),
            id="sheet-keys",
        )  # fmt: skip

    def _control(self, name: str, hint: str, *, tall: bool) -> LineField | TextField:
        value = getattr(self._entry, name)
        if tall:
            return TextField(
                value, id=f"field-{name}", classes="control", soft_wrap=True, tab_behavior="focus",
                show_line_numbers=False, compact=True, placeholder=hint,
            )  # fmt: skip
        return LineField(value, placeholder=hint, id=f"field-{name}", classes="control", compact=True)

    def on_mount(self) -> None:
        self.query_one("#field-label").focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.focus_next()

    def action_save(self) -> None:
        given = {name: " ".join(self._typed(name).split()) for name, _, _ in _FIELDS}
        self.dismiss(replace(self._entry, **given))  # type: ignore[arg-type] # every field is text

    def action_close(self) -> None:
        self.action_save()

    def action_next(self) -> None:
        self.focus_next()

    def action_previous(self) -> None:
        self.focus_previous()

    def _typed(self, name: str) -> str:
        control = self.query_one(f"#field-{name}")
        return control.text if isinstance(control, TextArea) else str(getattr(control, "value", ""))


class _Passage(Painted):
    """The sentence, wrapped; it is the user's own copy that is shown."""

    DEFAULT_CSS = "_Passage { height: auto; margin: 0 0 1 1; }"

    def __init__(self, words: str) -> None:
        super().__init__(surface="card")
        self._words = words

    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002 - Textual's
        return len(self._wrapped(width))

    def render_line(self, y: int) -> Strip:
        rows = self._wrapped(self.size.width)
        return strip_of(self.app, rows[y] if y < len(rows) else (), self.size.width, self.surface)

    def _wrapped(self, cells: int) -> list[tuple[Run, ...]]:
        return list(wrap(line(self._words), max(8, cells)))
