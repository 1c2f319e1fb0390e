"""The frame of a staff screen: marking first and last, status, ruler, what was done, keys."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen, ScreenResultType
from textual.widget import Widget

from ttx.tui.console.lines import Run
from ttx.tui.widgets import Bar, Hair, Heading, Page
from ttx.tui.widgets.ruler import Ruler


class Framed(Screen[ScreenResultType]):
    """A screen whose middle is its own and whose edges are everybody's."""

    @property
    @abstractmethod
    def marking(self) -> str:
        """What rows one and last say."""

    def compose(self) -> ComposeResult:
        yield Bar(id="marking-top", centred=True)
        yield Bar(id="status")
        yield Ruler(id="ruler")
        yield from self.middle()
        yield Bar(id="said")
        yield Bar(id="keys")
        yield Bar(id="marking-bottom", centred=True)

    @abstractmethod
    def middle(self) -> ComposeResult:
        """What stands between the ruler and the last lines."""

    def on_mount(self) -> None:
        marking = (Run(self.marking, "mark", bold=True),)
        for bar in ("#marking-top", "#marking-bottom"):
            self.query_one(bar, Bar).put(marking)

    def say(self, words: str, token: str = "dim") -> None:
        """One line about what was done or could not be."""
        self.query_one("#said", Bar).put((Run(f" {words}", token),))


def list_and_page(lists: str, entries: Iterable[Widget], about: str = "") -> ComposeResult:
    """A list at the left and what is said of its row at the right, each under a heading."""
    with Horizontal(id="main"):
        with Vertical(id="lists"):
            yield Heading("", lists, id="entries-heading")
            yield from entries
        yield Hair()
        with Vertical(id="about"):
            yield Heading("", about, id="about-heading")
            yield Page(id="page")
