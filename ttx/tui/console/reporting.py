"""After ENDEX: the report in the formats that are asked for, written beside the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ttx.errors import TtxError
from ttx.services import papers
from ttx.services.session import Session
from ttx.services.stepping import Step
from ttx.tui.console.lines import Run, bold, dim
from ttx.tui.pick import PickScreen
from ttx.tui.widgets.rows import Item

if TYPE_CHECKING:
    from textual.app import App

_OFFERED: Final = (
    ("md html", "Markdown and HTML", "to be read and filled in, and to be opened in a browser"),
    ("docx", "Word", "with headings, tables, header and footer"),
    ("xlsx", "Excel", "MSEL as played, decisions, links, contacts, improvement plan"),
    ("md html docx xlsx", "All four", ""),
    ("md", "Markdown alone", ""),
    ("html", "HTML alone", ""),
)
"""Formats, what they are called, what is in them; Enter takes the first."""


class Reporting:
    """The verbs of the console that hand something out."""

    session: Session
    app: App[Any]

    if TYPE_CHECKING:

        def say(self, words: str, token: str = "dim") -> None: ...

    def _do_report(self, _step: Step) -> None:
        """Ask for the formats; a report that somebody filled in is never overwritten."""
        items = [
            Item(forms, (bold(f"{name}  "), Run(about)), (dim(f"{_lacks(forms)} "),) if _lacks(forms) else ())
            for forms, name, about in _OFFERED
        ]
        self.app.push_screen(PickScreen("The report, as", items, empty=""), self._write)

    def _write(self, chosen: str | None) -> None:
        if chosen is None:
            return
        self.say("Writing the report ...")
        self.app.run_worker(lambda: self._written(chosen.split()), thread=True, exclusive=True)

    def _written(self, forms: list[str]) -> None:
        """Every format by itself: one that cannot be written leaves the others alone."""
        done, refused = [], []
        for form in forms:
            try:
                done.append(papers.write_report(self.session.path, form).name)
            except TtxError as error:
                refused.append(f"{error.what} {error.next_step}".strip())
        words = f"The report: {', '.join(done)} in {self.session.path.parent}" if done else ""
        if refused:
            words = f"{words}  Not written: {' '.join(refused)}".strip()
        self.app.call_from_thread(self.say, words, "warn" if refused else "accent")


def _lacks(forms: str) -> str:
    """What must be installed first, of any of the formats."""
    return next((words for form in forms.split() if (words := papers.lacking_for(form))), "")
