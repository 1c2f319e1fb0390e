"""One or several of a few: chosen ones stand in brackets, the cursor is another mark."""

from __future__ import annotations

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from ttx.services.forms.values import Field
from ttx.tui.cells import shown, width, wrap
from ttx.tui.console.lines import Line, Run, plain
from ttx.tui.glyphs import CURSOR
from ttx.tui.keymap import latin
from ttx.tui.widgets.painted import strip_of


class Chips(Widget, can_focus=True):
    """Arrows move, Space chooses, a choice's own key chooses it at once; Enter chooses and goes on."""

    DEFAULT_CSS = "Chips { height: auto; }"
    BINDINGS = [
        Binding("left,up", "go(-1)", show=False),
        Binding("right,down", "go(1)", show=False),
        Binding("space", "choose", show=False),
        Binding("enter", "choose_and_leave", show=False),
    ]

    class Changed(Message):
        """Another choice stands."""

    class Done(Message):
        """Enter: on to the next field."""

    def __init__(self, asked: Field) -> None:
        super().__init__(id=f"field-{asked.key}")
        self.asked = asked
        self.chosen = [v for v in asked.value.split() if any(c.value == v for c in asked.choices)]
        first = next((i for i, c in enumerate(asked.choices) if c.value in self.chosen), 0)
        self.cursor = first

    @property
    def value(self) -> str:
        """What is chosen, separated by blanks, in the order of the choices."""
        return " ".join(c.value for c in self.asked.choices if c.value in self.chosen)

    def action_go(self, by: int) -> None:
        self.cursor = (self.cursor + by) % max(1, len(self.asked.choices))
        self.refresh()

    def action_choose(self) -> None:
        if not self.asked.choices:
            return
        value = self.asked.choices[self.cursor].value
        if value in self.chosen:
            self.chosen.remove(value)
        elif self.asked.kind == "many":
            self.chosen.append(value)
        else:
            self.chosen = [value]
        self._told()

    def action_choose_and_leave(self) -> None:
        if self.asked.choices and self.asked.kind != "many":
            self.chosen = [self.asked.choices[self.cursor].value]
            self._told()
        self.post_message(self.Done())

    def on_key(self, event: events.Key) -> None:
        sign = latin(event.character or "").upper()
        at = next((i for i, c in enumerate(self.asked.choices) if sign and c.key == sign), None)
        if at is None and sign.isalpha():
            at = next((i for i, c in enumerate(self.asked.choices) if c.label.upper().startswith(sign)), None)
        if at is not None:
            event.stop()
            event.prevent_default()
            self.cursor = at
            value = self.asked.choices[at].value
            if self.asked.kind == "many" or value not in self.chosen:
                self.action_choose()

    def on_click(self, event: events.Click) -> None:
        """Choose what is clicked, as Space does under the cursor; beside the choices nothing happens."""
        upright = self.asked.upright
        at = self._row_under(event.y) if upright else self._chip_under(event.x, event.y)
        if at is not None:
            self.cursor = at
            self.action_choose()

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        return max(1, len(self.rows(width)))

    def render_line(self, y: int) -> Strip:
        rows = self.rows(self.size.width)
        return strip_of(self.app, rows[y] if y < len(rows) else (), self.size.width, "card")

    def _told(self) -> None:
        self.refresh()
        self.post_message(self.Changed())

    def rows(self, cells: int) -> list[Line]:
        """The choices in rows of so many cells."""
        if self.asked.upright:
            return [row for choice in self._upright(cells) for row in choice]
        rows: list[list[Run]] = [[]]
        for i in range(len(self.asked.choices)):
            chip = self._chip(i)
            if rows[-1] and width((*rows[-1], *chip)) > cells:
                rows.append([])  # a chip is never parted from the mark before it
            rows[-1] += [*chip, Run(" ")]
        return [part for row in rows for part in wrap(tuple(row), cells, 2)]

    def _chip(self, at: int) -> tuple[Run, Run]:
        choice = self.asked.choices[at]
        label = f"{choice.key} {choice.label}" if choice.key else choice.label
        return self._mark(at), self._boxed(at, label, choice.token)

    def _row_under(self, y: int) -> int | None:
        """The choice that stands in a row of this widget; None below the last."""
        owners = [i for i, rows in enumerate(self._upright(self.size.width)) for _ in rows]
        return owners[y] if y < len(owners) else None

    def _chip_under(self, x: int, y: int) -> int | None:
        """The choice of the chip that covers a cell of this widget; None between chips.

        Wrapping moves signs and drops blanks, and loses nothing else: signs are counted.
        """
        chips = [plain(self._chip(i)) for i in range(len(self.asked.choices))]
        owners = [i for i, chip in enumerate(chips) for sign in shown(chip) if sign != " "]
        rows = [plain(row) for row in self.rows(self.size.width)]
        passed = sum(sign != " " for row in rows[:y] for sign in row)
        edge = 0
        for sign in rows[y] if y < len(rows) else "":
            edge += cell_len(sign)
            if x < edge:
                return owners[passed] if sign != " " else None
            passed += sign != " "
        return None

    def _upright(self, cells: int) -> list[list[Line]]:
        found = []
        for i, choice in enumerate(self.asked.choices):
            key = choice.key or " "
            chosen = choice.value in self.chosen
            head = (self._mark(i), Run(f"[{key.strip() or 'x'}] " if chosen else f" {key}  ", bold=True))
            found.append(list(wrap((*head, Run(choice.label, bold=chosen)), cells, 5)))
        return found

    def _mark(self, at: int) -> Run:
        return Run(CURSOR if at == self.cursor and self.has_focus else " ", "accent")

    def _boxed(self, at: int, label: str, token: str) -> Run:
        chosen = self.asked.choices[at].value in self.chosen
        text = label.replace(" ", "\u00a0")
        return Run(f"[{text}]" if chosen else f"\u00a0{text}\u00a0", token, bold=chosen)
