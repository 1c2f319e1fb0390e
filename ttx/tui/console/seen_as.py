"""What a cell, or the room, sees: a screen built from its view and from nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from textual.app import ComposeResult
from textual.screen import Screen

from ttx.engine import Shown, View
from ttx.model.times import show_time
from ttx.services.session import Session
from ttx.tui.console.lines import Line, Run, bold, dim, line
from ttx.tui.console.status import marking_of
from ttx.tui.keymap import SEEN_AS, bindings
from ttx.tui.widgets import Bar, Page

_BLANK: Line = ()


class SeenAs(Screen[None]):
    """Covered when it opens; Space shows, Esc covers, Esc again leaves."""

    BINDINGS = bindings(SEEN_AS)

    def __init__(self, session: Session, audience: str) -> None:
        super().__init__()
        self.marking = marking_of(session)
        self._session, self._audience = session, audience
        cell = session.scenario.cells.get(audience)
        self._tag = cell.tag if cell else "ROOM"
        self._open = False

    def compose(self) -> ComposeResult:
        marking = (Run(self.marking, "mark", bold=True),)
        yield Bar(marking, centred=True)
        yield Bar(id="status")
        yield Page(id="too-small")
        yield Bar(id="keys")
        yield Bar(marking, centred=True)

    def on_mount(self) -> None:
        self._draw()

    def action_uncover(self) -> None:
        self._open = True
        self._draw()

    def action_cover(self) -> None:
        if not self._open:
            self.dismiss(None)
            return
        self._open = False
        self._draw()

    def action_page_down(self) -> None:
        self.query_one(Page).scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        self.query_one(Page).scroll_page_up(animate=False)

    def _draw(self) -> None:
        chip = f" AS {self._tag} " if self._open else " SHIELD "
        self.query_one("#status", Bar).put(
            (bold(chip, "accent"), Run(" "), bold(self._session.scenario.title))
        )
        keys = "Esc covers   PgDn on" if self._open else f"Space shows what {self._tag} sees   Esc back"
        self.query_one("#keys", Bar).put((Run(" "), dim(keys)))
        lines = lines_of(self._session.view(self._audience), self._day) if self._open else ()
        self.query_one(Page).put(lines, top=True)

    @property
    def _day(self) -> str | None:
        return self._session.scenario.calendar.date


def lines_of(view: View, day: str | None = None) -> tuple[Line, ...]:
    """A view as a page: the exercise, the audience's own brief, then what it was given, in that order."""
    lines: list[Line] = [line(bold(str(view.page.get("title", "")))), _BLANK]
    for cell in view.cells:
        brief = [cell[key] for key in ("brief", "private") if cell.get(key)]
        if brief and cell.get("id", view.audience) == view.audience:
            lines += [line(dim(f"{cell.get('name', '')}: "), *(Run(f"{part} ") for part in brief)), _BLANK]
    for item in view.items:
        lines += [*_item(item, day), _BLANK]
    if not view.items:
        lines.append(line(dim("Nothing was given yet.")))
    return tuple(lines)


def _item(item: Shown, day: str | None) -> list[Line]:
    fields: Mapping[str, Any] = item.fields
    if item.kind in ("inject", "adhoc"):
        at = show_time(fields["at"], day=day) if fields.get("at") is not None else ""
        head = "  ".join(
            str(part) for part in (item.id, fields.get("from_"), fields.get("channel"), at) if part
        )
        body = [line(part) for part in str(fields.get("text", "")).strip().split("\n") if part]
        later = [
            line(bold(f"Correction {n}  "), str(w)) for n, w in enumerate(fields.get("corrections", ()), 1)
        ]
        return [line(dim(head)), line(bold(str(fields.get("title", "")))), *body, *later]
    if item.kind == "decision":
        return [line(dim(item.id)), line(bold(str(fields.get("ask", ""))))]
    words = fields.get("text") or fields.get("private") or fields.get("said") or ""
    return [line(dim(f"{item.kind} {item.id}")), line(str(words))]
