"""Commitments found by a few letters: nothing is added by itself, suggestions stand in rows kept free."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from ttx.checks.link_count import MOST as MOST_LINKS
from ttx.model.catalogue import short_target
from ttx.services.forms.values import Field
from ttx.sources.ranking import Suggested
from ttx.tui.console.lines import Line, Run, bold, dim, line
from ttx.tui.glyphs import CURSOR, RELIES, bearing_glyph
from ttx.tui.widgets.painted import Painted
from ttx.tui.widgets.typed import LineField

ROWS = 3
TALL_ROWS = 8
"""On a screen of at least 50 rows."""
_TALL = 50
_NOWHERE = -1
"""No suggestion is pointed at: Enter goes on instead of adding one."""


class LinkBox(Vertical):
    """Type, Down and Enter: adds a tag. ``<`` as the first sign: the cell gave it as its reason.

    While nothing is typed here it offers what the record's own words may bear on; Down points at
    one, so that Enter alone never adds any (room F45). Behind each stand the bearings that fit it.
    """

    DEFAULT_CSS = """
    LinkBox { height: 5; }
    LinkBox Painted { height: 1; }
    LinkBox #suggested { height: 3; }
    LinkBox.-tall { height: 10; }
    LinkBox.-tall #suggested { height: 8; }
    """
    BINDINGS = [
        Binding("down", "go(1)", show=False),
        Binding("up", "go(-1)", show=False),
        Binding("ctrl+x", "drop", show=False, priority=True),  # the field would cut what is marked in it
    ]

    class Changed(Message):
        """Another tag stands."""

    class Done(Message):
        """Enter on an empty row: on to the next field."""

    def __init__(self, asked: Field, search: Callable[[str], Sequence[Suggested]]) -> None:
        super().__init__(id=f"field-{asked.key}")
        self.asked = asked
        self.value = asked.value
        self._search = search
        self._found: Sequence[Suggested] = ()
        self._heard = ""
        self._at = _NOWHERE

    def compose(self) -> ComposeResult:
        yield LineField(placeholder=self.asked.hint, id="link-words", compact=True)
        yield Painted(id="suggested", surface="card")
        yield Painted(id="added", surface="card")

    def on_mount(self) -> None:
        self.set_class(self.app.size.height >= _TALL, "-tall")
        self._show()

    def hear(self, said: str) -> None:
        """What the record may bear on, from the words typed elsewhere; only while none are typed here."""
        self._heard = said
        if not self._typed():
            self._suggest("")

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._suggest(event.value)

    def _suggest(self, typed: str) -> None:
        own = typed.lstrip("< ")
        most = TALL_ROWS if self.has_class("-tall") else ROWS
        words = own or self._heard
        self._found = self._search(words)[:most] if words.strip() else ()
        self._at = 0 if own else _NOWHERE
        self._show()

    def _typed(self) -> str:
        return self.query_one("#link-words", Input).value.lstrip("< ")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self._found and self._at != _NOWHERE:
            self._take()
        elif not event.value.strip():
            self.post_message(self.Done())

    def on_click(self, event: events.Click) -> None:
        """Add the suggestion that is clicked, as Down and Enter do."""
        shown = self.query_one("#suggested", Painted)
        at = event.screen_y - shown.region.y
        if event.widget is shown and at < len(self._found):
            self._at = at
            self._take()

    def _take(self) -> None:
        """Add the suggestion the cursor is on; the field is empty again."""
        words = self.query_one("#link-words", Input)
        flag = "relies" if words.value.lstrip().startswith("<") else "touches"
        self._add(self._found[self._at].found.target, flag)
        words.value = ""
        words.focus()
        self._suggest("")

    def action_go(self, by: int) -> None:
        if self._found:
            self._at = max(self._at + by, -1 if by < 0 else 0) % len(self._found)
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
        self.query_one("#added", Painted).put([self._added(tags)])

    def _added(self, tags: Sequence[Run]) -> Line:
        """The tags, with a quiet word where there are so many that none says much (room F47)."""
        if not tags:
            return line(dim(" nothing tagged; Down and Enter add, < first: relied on"))
        count = len(self.value.split())
        if count > MOST_LINKS:
            warning = f" {count} links, more than {MOST_LINKS} say little; Ctrl+X drops the last  "
            return line(Run(warning, "warn"), *tags)
        return line(Run(" "), *tags, dim("Ctrl+X drops the last"))

    def _row(self, at: int, each: Suggested) -> Line:
        here = at == self._at
        fits = "".join(bearing_glyph(bearing) for bearing in each.bearings)
        return line(
            Run(CURSOR if here else " ", "accent"),
            bold(f"{each.found.short:<6}", "accent" if here else "text"),
            Run(f"{each.found.label:<19}"),
            dim(f"{fits:<7}"),
            Run(f"{' '.join(each.words)}  ", "accent"),
            dim(each.found.paraphrase),
        )
