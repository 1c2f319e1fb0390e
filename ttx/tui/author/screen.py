"""The author's view: problems at the left, the preview beside, both following the files as they are saved."""

from __future__ import annotations

from pathlib import Path

from textual import work
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.worker import get_current_worker

from ttx.course import Script
from ttx.diagnostics import Problem, Span, in_order
from ttx.errors import TtxError
from ttx.services import editing
from ttx.services.authoring import Desk, Foreseen, Proved, Reading, foreseen, proved_of
from ttx.services.explaining import explained
from ttx.tui.author.explain import ExplainScreen
from ttx.tui.author.find import to_find
from ttx.tui.author.preview import VIEWS, places
from ttx.tui.author.problems import counted, nothing_wrong, place_page, problem_items
from ttx.tui.console.lines import Line, Run, bold, dim
from ttx.tui.help import HelpScreen
from ttx.tui.keymap import AUTHOR, bindings
from ttx.tui.palette import Palette
from ttx.tui.style import SMALL
from ttx.tui.widgets import Bar, Hair, Heading, Item, Page, Rows
from ttx.tui.widgets.page import MEASURE
from ttx.tui.widgets.ruler import Ruler

_EVERY = 0.05
"""Seconds between two looks at the files."""
_SETTLED = 0.1
"""Seconds after which the new picture stands and its courses may be walked beside it."""
_FOOTER = ("explain", "edit", "find", "view_on", "rehearse", "back", "help")
_QUIET = 2.0
"""Seconds without a save after which everything that can follow is worked out as well."""
_VIEWS = tuple(VIEWS)


class _List(Rows):
    """Left and Right go from view to view here; a list does not scroll sideways."""

    BINDINGS = [
        Binding("left", "screen.view_back", show=False),
        Binding("right", "screen.view_on", show=False),
    ]


class AuthorScreen(Screen[None]):
    """Shows the last reading; where that cannot be played, the preview of the last that could."""

    BINDINGS = bindings(AUTHOR)
    AUTO_FOCUS = "#entries"

    def __init__(self, source: Path, desk: Desk | None = None) -> None:
        super().__init__()
        self.desk = desk or Desk(source)
        self._source = source
        self._reading = Reading(at="", took_ms=0)
        self._good: Reading | None = None
        self._foreseen: Foreseen | None = None
        self._proved: Proved | None = None
        self._left = ("", "")
        """The row the cursor had to leave because it is not worked out anew yet, and where it went."""
        self._problems: dict[str, Problem] = {}
        self._places: dict[str, Span] = {}
        self._cursors: dict[str, str] = {}
        """View -> the row its cursor stands on."""
        self._view = _VIEWS[0]
        self._looking = False
        self._said_stale = False

    @property
    def marking(self) -> str:
        """What rows one and last say."""
        scenario = self._good.scenario if self._good else None
        return (scenario.marking if scenario else "") or "EXERCISE"

    @property
    def reading(self) -> Reading:
        """The last reading."""
        return self._reading

    @property
    def settled(self) -> bool:
        """Whether all there is to show of the last reading is shown."""
        return bool(self._reading.at) and (self._good is None or self._foreseen is not None)

    @property
    def _file_shown(self) -> str:
        """The file with the folder it lies in."""
        file = self.desk.file
        return "/".join(file.resolve().parts[-2:])

    def compose(self) -> ComposeResult:
        yield Bar(id="marking-top", centred=True)
        yield Bar(id="status")
        yield Ruler(id="ruler")
        with Horizontal(id="main"):
            with Vertical(id="lists"):
                yield Heading("", "Problems", id="entries-heading")
                yield _List(id="entries")
                yield Heading("", "", id="page-heading")
                yield Page(id="page")
            yield Hair()
            with Vertical(id="about"):
                yield Heading("", "Preview", id="about-heading")
                yield _List(id="preview", quiet=True)
        yield Bar(id="said")
        yield Bar(id="keys")
        yield Bar(id="marking-bottom", centred=True)

    def on_mount(self) -> None:
        runs: list[Run] = [Run(" ")]
        for action in _FOOTER:
            key = next(k for k in AUTHOR if k.action == action)
            runs += [bold(key.shown, "accent"), Run(f" {key.word}  ")]
        self.query_one("#keys", Bar).put(runs)
        self._draw()
        self._look()
        self.set_interval(_EVERY, self._look)

    def on_resize(self) -> None:
        self.call_after_refresh(self._place)

    def on_rows_moved(self, event: Rows.Moved) -> None:
        if event.control.id == "preview":
            self._cursors[self._view] = event.item
        self._place(top=True)

    def on_rows_chosen(self) -> None:
        self.action_explain()

    def on_descendant_focus(self) -> None:
        self._place()

    def say(self, words: str, token: str = "warn") -> None:
        """One line about what was done or could not be."""
        self.query_one("#said", Bar).put((Run(f" {words}", token),) if words else ())

    def action_explain(self) -> None:
        """Why a problem matters; of what stands in the preview, its lines."""
        problem = self._problem
        if self._in_preview:
            self.query_one("#page", Page).focus()
        elif problem is None:
            self.say("There is no problem under the cursor to explain.", "dim")
        else:
            self.app.push_screen(ExplainScreen(explained(problem.code), self.marking))

    def action_edit(self) -> None:
        """The user's own editor on this terminal, at the line the cursor is about."""
        span = self._span
        name = span.file if span else ""
        path = Path(self._reading.paths.get(name, self.desk.file))
        try:
            with self.app.suspend():
                editing.edit(path, span.line if span else 1)
        except SuspendNotSupported:
            self.say("This terminal cannot be lent to an editor. Edit the file in another window.")
        except TtxError as error:
            self.say(_told(error))
        else:
            self.say("")
        self.app.refresh(layout=True)
        self._look()

    def action_rehearse(self) -> None:
        try:
            self.app.begin_session(self._source, practice=True)  # type: ignore[attr-defined]
        except TtxError as error:
            self.say(_told(error).replace(str(self._source), self._source.name))  # a long path hides why

    def action_find(self) -> None:
        """To a problem, an inject or a decision by its words."""
        scenario = self._good.scenario if self._good else None
        entries = tuple(to_find(self._problems, scenario))
        self.app.push_screen(Palette(entries, title="Find", verb="Go there"), self._go_to)

    def _go_to(self, found: str | None) -> None:
        if found is None:
            return
        if found in self._problems:
            self._into_preview(on=False)
            self._draw(found)
        else:
            self._view = _VIEWS[0]
            self._cursors[self._view] = found
            self._draw_preview()
            self._into_preview(on=True)
        self._place(top=True)

    def action_view_on(self) -> None:
        self._turn(1)

    def action_view_back(self) -> None:
        self._turn(-1)

    def action_next_pane(self) -> None:
        self._into_preview(on=not self._in_preview)

    def action_page_down(self) -> None:
        self.query_one("#page", Page).scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        self.query_one("#page", Page).scroll_page_up(animate=False)

    def action_back(self) -> None:
        """From the preview to the problems, then out."""
        if self._in_preview or self.focused is not self.query_one("#entries", Rows):
            self._into_preview(on=False)
        else:
            self.dismiss(None)

    def action_help(self) -> None:
        self.app.push_screen(HelpScreen("the author's view", AUTHOR))

    @property
    def _in_preview(self) -> bool:
        return self.has_class("previewing")

    def _into_preview(self, *, on: bool) -> None:
        """Let the cursor be in the preview or among the problems; a narrow screen shows only that one."""
        self.set_class(on, "previewing")
        self.query_one("#preview" if on else "#entries", Rows).focus()
        self._place(top=True)

    def _turn(self, by: int) -> None:
        """Another view; where the preview is not in sight yet, that comes first."""
        if self.app.size.width < SMALL and not self._in_preview:
            self._into_preview(on=True)
            return
        self._view = _VIEWS[(_VIEWS.index(self._view) + by) % len(_VIEWS)]
        self._draw()
        self._place(top=True)

    def _look(self) -> None:
        """Read again where a file was saved; beside the screen, one reading at a time."""
        if self._looking or getattr(self.app, "session", None) is not None:
            return
        if self._reading.at and not self.desk.changed:
            return
        self._looking = True
        self.workers.cancel_group(self, "walking")  # the reading has the machine for itself
        self._read()

    @work(thread=True, group="reading")
    def _read(self) -> None:
        worker = get_current_worker()
        found = self.desk.read()
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show, found)

    def _show(self, found: Reading) -> None:
        self._looking = False
        if not (self._reading.at and found.says_the_same(self._reading)):
            left = self.query_one("#entries", Rows).cursor
            self._reading = found
            if found.scenario is not None:
                self._good, self._foreseen, self._proved = found, None, None
                self._places = dict(places(found.scenario, found.spans))
            self._draw()
            self._left = (left, self.query_one("#entries", Rows).cursor)
            self._place()
        if self._good is not None and self._foreseen is None:
            self.set_timer(_SETTLED, self._foresee)

    def _foresee(self) -> None:
        """Walk what is on the screen, once it stands there and nothing newer is read."""
        if self._good is not None and self._foreseen is None and not self._looking:
            self._walk(self._good)

    @work(thread=True, exclusive=True, group="walking")
    def _walk(self, of: Reading) -> None:
        worker = get_current_worker()
        assert of.scenario is not None
        found = foreseen(of.scenario, lambda: worker.is_cancelled)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._walked, of, found)

    def _walked(self, of: Reading, found: Foreseen) -> None:
        if of is self._good:
            self._foreseen = found
            self._draw()
            self._place()
            if found.exact:
                self.set_timer(_QUIET, lambda: self._think(of))

    def _think(self, of: Reading) -> None:
        """Work out what follows on every course, once nothing was saved for a while."""
        if of is self._good is self._reading and self._proved is None and not self._looking:
            self._prove(of)

    @work(thread=True, exclusive=True, group="walking")
    def _prove(self, of: Reading) -> None:
        worker = get_current_worker()
        found = proved_of(of, lambda: worker.is_cancelled)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._thought, of, found)

    def _thought(self, of: Reading, found: Proved) -> None:
        if of is self._good:
            self._proved = found
            self._draw()
            row, here = self._left
            if row in self._problems and here in (self.query_one("#entries", Rows).cursor, ""):
                self._draw(row)
            self._place()

    @property
    def _all_problems(self) -> tuple[Problem, ...]:
        """Those of the reading, and what was proved of it."""
        own = self._reading.problems
        known = self._proved if self._good is self._reading else None
        return in_order((*own, *known.problems)) if known else own

    def _draw(self, cursor: str | None = None) -> None:
        marking = (Run(self.marking, "mark", bold=True),)
        self.query_one("#marking-top", Bar).put(marking)
        self.query_one("#marking-bottom", Bar).put(marking)
        at = f"read {self._reading.at}, {self._reading.took_ms / 1000:.2f} s " if self._reading.at else ""
        left = (Run(" "), bold(" STAFF ", "accent"), Run(f"  Author  {self._file_shown}"))
        self.query_one("#status", Bar).put(left, (dim(at),))
        found = problem_items(self._all_problems)
        self._problems = {item.id: problem for item, problem in found}
        words = nothing_wrong(self._reading, self._foreseen)
        none = (Item("none", (Run(words),), takes_cursor=False),)
        self.query_one("#entries", Rows).put(tuple(item for item, _ in found) or none, cursor)
        self.query_one("#entries-heading", Heading).say(counted(self._all_problems))
        self._draw_preview()
        self._stale()

    def _stale(self) -> None:
        """Say that the preview is an older one, as long as it is."""
        good = self._good
        if good is not None and good is not self._reading:
            self._said_stale = True
            self.say(f"What is saved now cannot be played. The preview is of {good.at}.")
        elif self._said_stale:
            self._said_stale = False
            self.say("")

    def _draw_preview(self) -> None:
        preview, heading = self.query_one("#preview", Rows), self.query_one("#about-heading", Heading)
        good = self._good
        stale = good is not None and good is not self._reading
        title = f"Preview of {good.at}" if good and stale else "Preview"
        views = "  ".join(f"[{v}]" if v == self._view else v for v in _VIEWS)
        heading.say((Run(views, "warn" if stale else "dim"),), title)
        if good is None or good.scenario is None:
            words = "Nothing yet: the scenario cannot be played."
            preview.put(
                (Item("none", (dim(words if self._reading.at else "reading ..."),), takes_cursor=False),)
            )
            return
        items = tuple(VIEWS[self._view](Script(good.scenario), self._foreseen))
        preview.put(items, self._cursors.get(self._view, ""))
        self._cursors[self._view] = preview.cursor

    @property
    def _problem(self) -> Problem | None:
        return None if self._in_preview else self._problems.get(self.query_one("#entries", Rows).cursor)

    @property
    def _span(self) -> Span | None:
        """The place the cursor is about."""
        problem = self._problem
        if problem is not None:
            return problem.span
        return self._places.get(self.query_one("#preview", Rows).cursor)

    def _place(self, *, top: bool = False) -> None:
        """The lines of the file that the cursor is about, and what is wrong there."""
        span, problem = self._span, self._problem
        reading = self._reading if problem is not None or self._good is None else self._good
        page, heading = self.query_one("#page", Page), self.query_one("#page-heading", Heading)
        lines: tuple[Line, ...] = ()
        if span is not None:
            cells = min(MEASURE, page.size.width - 4)
            known = {**(self._proved.why if self._proved else {}), **reading.why}
            why = known.get(problem.code, "") if problem else ""
            lines = place_page(span, reading.texts, cells, problem, why)
        page.put(lines, top=top)
        heading.say(f"{span.line}:{span.column}" if span else "", span.file if span else " ")


def _told(error: TtxError) -> str:
    return " ".join(part for part in (error.what.replace("\n", " "), error.next_step) if part)
