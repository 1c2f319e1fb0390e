"""A problem code explained: why it matters in the room, with a bad and a good example."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from ttx.services.explaining import PLACES, Explanation
from ttx.tui.alone import mark_alone
from ttx.tui.console.lines import Line, Run, bold, dim, line
from ttx.tui.keymap import EXPLAIN, bindings
from ttx.tui.widgets import Bar, Heading, Page


class ExplainScreen(ModalScreen[None]):
    """What ``tabletop explain`` says, beside the problem it is about."""

    BINDINGS = bindings(EXPLAIN)

    def __init__(self, found: Explanation, marking: str) -> None:
        super().__init__()
        self.marking = marking
        self._found = found

    def compose(self) -> ComposeResult:
        with Vertical(id="sheet"):
            yield Heading("", f"{self._found.code}: {self._found.title}")
            yield Page(id="help-page")
        yield Bar(
            (Run(" "), bold("Esc", "accent"), Run(" Back   "), bold("PgDn", "accent"), Run(" More")),
            id="sheet-keys",
        )

    def on_mount(self) -> None:
        mark_alone(self)
        page = self.query_one("#help-page", Page)
        page.put(explained_lines(self._found))
        page.focus()

    def action_close(self) -> None:
        self.dismiss(None)


def explained_lines(found: Explanation) -> tuple[Line, ...]:
    """Why it matters, then both examples."""
    lines: list[Line] = [line(found.why), (), line(bold(f"{PLACES[found.where]}, not:")), ()]
    lines += [*_example(found.bad), (), line(bold("but:")), (), *_example(found.good)]
    if found.beside:
        lines += [(), line(bold("with more.yaml:")), (), *_example(found.beside)]
    return tuple(lines)


def _example(text: str) -> Iterator[Line]:
    for each in text.rstrip("\n").split("\n"):
        yield line(dim("    "), each) if each else ()
