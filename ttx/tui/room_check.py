"""The room check as a screen: one line each, ok or MEND with what to do."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from ttx.errors import TtxError
from ttx.services.roomcheck import KOREAN, Checked, Finding, Terminal, check_room
from ttx.tui.alone import mark_alone
from ttx.tui.console.lines import Line, Run, bold, dim, line
from ttx.tui.keymap import ROOM_CHECK, bindings
from ttx.tui.widgets import Bar, Heading, Page


class CheckScreen(ModalScreen[None]):
    """Reads what is to be played beside the screen, then shows what was found."""

    BINDINGS = bindings(ROOM_CHECK)

    def __init__(self, marking: str, read: Callable[[], Checked], log: Path | None = None) -> None:
        super().__init__()
        self.marking = marking
        self._read = read
        self._log = log

    def compose(self) -> ComposeResult:
        with Vertical(id="sheet"):
            yield Heading("", "Room check", id="check-heading")
            yield Page(id="help-page")
        yield Bar(
            (Run(" "), bold("Esc", "accent"), Run(" Back   "), bold("PgDn", "accent"), Run(" More")),
            id="sheet-keys",
        )

    def on_mount(self) -> None:
        mark_alone(self)
        page = self.query_one("#help-page", Page)
        page.put((line(dim("checking ...")),))
        page.focus()
        size = self.app.size
        self._check(
            Terminal(
                encoding=sys.__stdout__.encoding if sys.__stdout__ else "",
                columns=size.width,
                rows=size.height,
            )
        )

    def action_close(self) -> None:
        self.dismiss(None)

    @work(thread=True, exclusive=True)
    def _check(self, terminal: Terminal) -> None:
        copy_to = getattr(self.app, "copy_to", None)
        try:
            checked = self._read()
        except TtxError as error:
            self.app.call_from_thread(self._show, "", (Finding(error.what, error.next_step or "See to it."),))
            return
        self.app.call_from_thread(self._show, checked.name, check_room(checked, terminal, copy_to, self._log))

    def _show(self, name: str, found: tuple[Finding, ...]) -> None:
        mend = sum(not each.ok for each in found)
        words = f"{len(found) - mend} right, {mend} to mend"
        self.query_one("#check-heading", Heading).say(words, f"Room check  {name}")
        self.query_one("#help-page", Page).put(lines_of(found), top=True)


def lines_of(found: tuple[Finding, ...]) -> tuple[Line, ...]:
    """A line each, what to mend with what to do; last two rows that show how wide Korean letters are."""
    lines: list[Line] = []
    for each in found:
        head = dim("ok    ") if each.ok else bold("MEND  ", "warn")
        lines.append(line(head, each.what))
        if each.mend:
            lines.append(line(dim("      "), each.mend))
    lines += [(), line(dim("The bars of these two rows stand under each other, or Korean will not align:"))]
    return (*lines, *(line(row) for row in KOREAN))
