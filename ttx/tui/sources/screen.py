"""The draft of a catalogue: entries at the left, one with its passage and reasons at the right."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from ttx.errors import LogError
from ttx.services import drafting
from ttx.sources import drafts
from ttx.sources.document import Document
from ttx.sources.drafts import Draft, Entry
from ttx.tui.console.lines import Line, Run, bold, dim, line
from ttx.tui.help import HelpScreen
from ttx.tui.keymap import DRAFT, bindings
from ttx.tui.sources.sheet import EntrySheet
from ttx.tui.widgets import Bar, Hair, Heading, Item, Page, Rows
from ttx.tui.widgets.ruler import Ruler

_FOOTER = ("edit", "accept", "refuse", "split", "leave", "help")
_MARKS = {"open": ("?", "warn"), "accepted": ("+", "accent"), "refused": ("-", "dim")}


class DraftScreen(Screen[None]):
    """A list and a detail; every decision is on the disk before it is shown."""

    BINDINGS = bindings(DRAFT)
    AUTO_FOCUS = "#entries"

    def __init__(self, document: Document, draft: Draft) -> None:
        super().__init__()
        self._document = document
        self._draft = draft

    @property
    def draft(self) -> Draft:
        """As it stands now, on the disk too."""
        return self._draft

    def compose(self) -> ComposeResult:
        yield Bar(id="marking-top", centred=True)
        yield Bar(id="status")
        yield Ruler(id="ruler")
        with Horizontal(id="main"):
            with Vertical(id="lists"):
                yield Rows(id="entries")
            yield Hair()
            with Vertical(id="about"):
                yield Heading("", "Entry", id="about-heading")
                yield Page(id="page")
        yield Bar(id="said")
        yield Bar(id="keys")

    def on_mount(self) -> None:
        self._draw()

    def on_rows_moved(self) -> None:
        self.say("")
        self._draw()

    def on_rows_chosen(self) -> None:
        self.action_edit()

    def say(self, words: str, token: str = "warn") -> None:
        """One line about what was done or could not be."""
        self.query_one("#said", Bar).put((Run(f" {words}", token),) if words else ())

    def action_edit(self) -> None:
        entry = self._here()
        if entry is not None:
            self.app.push_screen(EntrySheet(entry, self._words(entry)), self._edited)

    def action_accept(self) -> None:
        entry = self._here()
        if entry is None:
            return
        faults = drafts.faults(entry, self._words(entry))
        if faults:
            self.say(f"Not accepted. {faults[0]} e edits it.")
            return
        self._put(replace(entry, status="accepted"), f"{entry.key} accepted.")

    def action_refuse(self) -> None:
        entry = self._here()
        if entry is not None:
            self._put(replace(entry, status="refused"), f"{entry.key} refused.")

    def action_reopen(self) -> None:
        entry = self._here()
        if entry is not None:
            self._put(replace(entry, status="open"), f"{entry.key} is open again.")

    def action_split(self) -> None:
        entry = self._here()
        if entry is not None:
            self._keep(self._draft.split(entry.key), f"{entry.key} has a second entry below it.")

    def action_next_pane(self) -> None:
        self.focus_next()

    def action_help(self) -> None:
        self.app.push_screen(HelpScreen("the draft", DRAFT))

    def action_leave(self) -> None:
        self.app.exit(return_code=0)

    def _edited(self, entry: Entry | None) -> None:
        if entry is None:
            return
        faults = drafts.faults(entry, self._words(entry))
        status = entry.status if not faults else "open"
        said = f"Kept. {faults[0]}" if faults else "Kept. a accepts it."
        self._put(replace(entry, status=status), said)

    def _put(self, entry: Entry, said: str) -> None:
        self._keep(self._draft.put(entry), said)

    def _keep(self, draft: Draft, said: str) -> None:
        try:
            drafting.keep(draft)
        except LogError as error:
            self.say(f"NOT KEPT: {error.what}", "alarm")
            return
        self._draft = draft
        self._draw()
        self.say(said, "accent")

    def _here(self) -> Entry | None:
        return self._draft.entry(self.query_one("#entries", Rows).cursor)

    def _words(self, entry: Entry) -> str:
        return self._document.sentence(entry.at) or ""

    def _draw(self) -> None:
        self.query_one("#entries", Rows).put([_row(entry) for entry in self._draft.entries])
        entry = self._here()
        page = self._page(entry) if entry else (line(dim("The rules found no promise in this document.")),)
        self.query_one("#page", Page).put(page, top=True)
        self.query_one("#about-heading", Heading).say("", f"Entry {entry.key}" if entry else "Entry")
        counts = Counter(each.status for each in self._draft.entries)
        shown = f"{counts['accepted']} accepted  {counts['refused']} refused  {counts['open']} open "
        self.query_one("#status", Bar).put(
            (Run(" "), bold(" STAFF ", "accent"), Run(f"  Draft of {self._document.id}")), (dim(shown),)
        )
        runs: list[Run] = [Run(" ")]
        for key in DRAFT:
            if key.action in _FOOTER:
                runs += [bold(key.shown, "accent"), Run(f" {key.word}  ")]
        self.query_one("#keys", Bar).put(runs)

    def _page(self, entry: Entry) -> tuple[Line, ...]:
        due = f"{entry.deadline} ({entry.deadline_kind})" if entry.deadline else "none"
        fields = (
            ("label", entry.label or "(to be written)"),
            ("ours", entry.paraphrase or "(to be written, in words of your own)"),
            ("class", f"{entry.act_class}, {entry.verb}"),
            ("duty", entry.duty),
            ("speaker", entry.speaker),
            ("bearer", entry.bearer),
            ("due", due),
            ("themes", entry.themes or "none"),
        )
        return (
            line(bold("The passage, from your copy")),
            (),
            line(self._words(entry)),
            (),
            line(bold(f"The entry, {entry.status}")),
            (),
            *(line(dim(f"{name:<9}  "), value) for name, value in fields),
            (),
            line(bold("Why it is suggested so")),
            (),
            *(line(dim(reason)) for reason in entry.reasons.split("\n")),
        )


def _row(entry: Entry) -> Item:
    mark, token = _MARKS[entry.status]
    title = entry.label or entry.verb
    left = (Run(f" {mark} ", token), Run(f"{entry.key:<7}"), bold(title) if entry.label else dim(title))
    return Item(entry.key, left, (dim(f"{entry.act_class} "),))
