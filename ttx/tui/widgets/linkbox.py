"""Commitments found by a few letters: nothing is added by itself, suggestions stand in rows kept free."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from ttx.model.catalogue import short_target
from ttx.sources.finding import Found
from ttx.tui.console.lines import Line, Run, bold, dim, line
from ttx.tui.forms.values import Field
from ttx.tui.glyphs import CURSOR, RELIES, bearing_glyph
from ttx.tui.widgets.painted import Painted
from ttx.tui.widgets.typed import LineField

ROWS = 3


class LinkBox(Vertical):
    """Type, Down and Enter: adds a tag. ``<`` as the first sign: the cell gave it as its reason."""

    DEFAULT_CSS = """
    LinkBox { height: 5; }
    LinkBox Painted { height: 1; }
    LinkBox #suggested { height: 3; }
    """
    BINDINGS = [
        Binding("down", "go(1)", show=False),
        Binding("up", "go(-1)", show=False),
        Binding("ctrl+x", "drop", show=False),
    ]

    class Changed(Message):
        """Another tag stands."""

    class Done(Message):
        """Enter on an empty row: on to the next field."""

    def __init__(self, asked: Field, search: Callable[[str], Sequence[Found]]) -> None:
        super().__init__(id=f"field-{asked.key}")
        self.asked = asked
        self.value = asked.value
        self._search = search
        self._found: Sequence[Found] = ()
        self._at = 0

    def compose(self) -> ComposeResult:
        yield LineField(placeholder=self.asked.hint, id="link-words", compact=True)
        yield Painted(id="suggested", surface="card")
        yield Painted(id="added", surface="card")

    def on_mount(self) -> None:
        self._show()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._found = self._search(event.value.lstrip("< "))[:ROWS]
        self._at = 0
        self._show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if not event.value.strip():
            self.post_message(self.Done())
        elif self._found:
            flag = "relies" if event.value.lstrip().startswith("<") else "touches"
            self._add(self._found[self._at].target, flag)
            event.input.value = ""

    def action_go(self, by: int) -> None:
        if self._found:
            self._at = (self._at + by) % len(self._found)
            self._show()

    def action_drop(self) -> None:
        """The tag added last goes."""
        self.value = " ".join(self.value.split()[:-1])
        self._show()
        self.post_message(self.Changed())

    def _add(self, target: str, flag: str) -> None:
        kept = [p for p in self.value.split() if p.rpartition(":")[0] != target]
        self.value = " ".join((*kept, f"{target}:{flag}"))
        self._show()
        self.post_message(self.Changed())

    def _show(self) -> None:
        self.query_one("#suggested", Painted).put([self._row(i, f) for i, f in enumerate(self._found)])
        tags: list[Run] = []
        for part in self.value.split():
            target, _, flag = part.rpartition(":")
            short = short_target(target)
            mark = RELIES if flag == "relies" else bearing_glyph(flag)
            tags += [
                Run(f"{mark} ", "touches"),
                bold(short),
                Run(f" {'relied on' if flag == 'relies' else flag}   "),
            ]
        empty = line(dim("nothing tagged; Enter adds, < first: relied on"))
        self.query_one("#added", Painted).put([line(*tags, dim("Ctrl+X drops the last")) if tags else empty])

    def _row(self, at: int, found: Found) -> Line:
        here = at == self._at
        words = f" {found.paraphrase}"
        return line(
            Run(CURSOR if here else " ", "accent"),
            bold(f"{found.short:<5}", "accent" if here else "text"),
            Run(f"{found.label:<19}"),
            dim(words),
        )
