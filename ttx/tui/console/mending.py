"""From what the record lacks to what mends it: a sheet, the links to settle, the evaluation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ttx.report.values import Gap
from ttx.services.gaps import kind_of, mend_of
from ttx.services.session import Session
from ttx.services.unsettled import unsettled
from ttx.tui.console.settle import SettleScreen
from ttx.tui.evaluation.screen import EvaluationScreen
from ttx.tui.sheet import screen_for

if TYPE_CHECKING:
    from textual.app import App


class Mending:
    """What a screen that lists gaps does with one of them."""

    session: Session
    app: App[Any]

    if TYPE_CHECKING:

        def say(self, words: str, token: str = "dim") -> None: ...
        def mended(self) -> None: ...

    def mend(self, gap: Gap) -> None:
        """Open what fills a gap; where no key does, say who can."""
        form, kind = mend_of(self.session, gap), kind_of(self.session, gap)
        if form is not None:
            self.app.push_screen(screen_for(self.session, form), lambda _event: self.mended())
        elif kind == "links":
            self.action_settle()
        elif kind == "evaluation":
            self.app.push_screen(EvaluationScreen(self.session), lambda _none: self.mended())
        else:
            self.say(f"No key mends this: it waits for {gap.who}, and the report keeps its place.")

    def action_settle(self) -> None:
        """The links that nobody settled."""
        if unsettled(self.session):
            self.app.push_screen(SettleScreen(self.session), lambda _none: self.mended())
        else:
            self.say("Every link is settled.")
