"""Coming back to a session: what stood last, how long nobody was here, what was left half done (room F28)."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from ttx.model.counting import how_many, is_are
from ttx.model.times import show_exercise
from ttx.render.phrases import phrase
from ttx.services.session import Session
from ttx.services.stepping import next_of
from ttx.tui.console.lines import Line, Run, bold, dim, line
from ttx.tui.console.side import to_do
from ttx.tui.keymap import BACK, bindings
from ttx.tui.widgets import Bar, Heading, Item, Page, Rows

_MINUTE = 60_000
_ANSWERS = (("yes", "1", "yes"), ("no", "2", "no, take it back"), ("later", "3", "decide later"))


class BackScreen(ModalScreen[str | None]):
    """Gives ``yes``, ``no`` or ``later`` about the inject that was released last, ``count``, or None."""

    BINDINGS = bindings(BACK)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def compose(self) -> ComposeResult:
        with Vertical(id="sheet"):
            yield Heading("", f"Back in {self._session.scenario.title}")
            yield Page(id="back-page")
            yield Rows(id="choices", surface="card")
        yield Bar(
            (Run(" "), bold("Enter", "accent"), Run(" Choose   "), bold("Esc", "accent"), Run(" Later")),
            id="sheet-keys",
        )

    def on_mount(self) -> None:
        self.query_one("#back-page", Page).put(lines_of(self._session))
        rows = self.query_one("#choices", Rows)
        rows.put(
            [Item(i, (bold(f"{sign}  ", "accent"), Run(words))) for i, sign, words in _choices(self._session)]
        )
        rows.focus()

    def on_key(self, event: events.Key) -> None:
        found = next((i for i, sign, _ in _choices(self._session) if sign == event.character), None)
        if found is not None:
            event.stop()
            self.dismiss(found)

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        self.dismiss(event.item)

    def action_choose(self) -> None:
        self.query_one("#choices", Rows).action_choose()

    def action_close(self) -> None:
        self.dismiss(None)


def _choices(session: Session) -> tuple[tuple[str, str, str], ...]:
    """(id, sign, words) of what can be chosen: what the room heard, whether the time away was played in."""
    answers = _ANSWERS if unheard(session) else (("later", "1", "go on where it stood"),)
    back = session.back
    if back is None or not back.ran or back.counted or back.away_ms < _MINUTE:
        return answers
    words = f"the room went on without the console: count {_ago(back.away_ms)} as exercise time"
    return (*answers, ("count", "4", words))


def unheard(session: Session) -> str:
    """The inject that was released last and not read to its end; empty where there is none."""
    following = next_of(session)
    return following.about if following.doing == "read" else ""


def where_left(session: Session) -> str:
    """Where it stood, in a sentence."""
    back = session.back
    assert back is not None
    words = f"Where you left it at #{back.last.seq}, {_ago(back.away_ms)} ago; the clock stood."
    if back.torn_bytes:
        torn = f"{how_many(back.torn_bytes, 'byte')} of a line that was never finished"
        words += f" {torn} {is_are(back.torn_bytes)} kept in {back.kept_in}."
    return words


def lines_of(session: Session) -> tuple[Line, ...]:
    """What stood last, how long ago, what is half done; then the question, where there is one."""
    back = session.back
    assert back is not None
    last = back.last
    counted = "counted as exercise time" if back.counted else "not counted as exercise time"
    at = f"{show_exercise(last.ms)}, written {last.at[11:19]} UTC"
    lines: list[Line] = [
        line("Nothing recorded was lost. ", where_left(session)),
        (),
        line(dim("last on record  "), bold(f"#{last.seq} "), phrase(last, session.scenario)),
        line(dim("exercise time   "), at),
        line(dim("away            "), f"{_ago(back.away_ms)}, {counted}"),
    ]
    lines += [line(dim("waiting         "), *each) for each in to_do(session)]
    inject = unheard(session)
    if inject:
        lines += [(), line(bold(f"Did the room hear {inject}?"))]
    return tuple(lines)


def _ago(ms: int) -> str:
    """A length as one says it: ``5 min``, ``3 h``, ``12 days``."""
    minutes = ms // 60_000
    if minutes < 120:
        return f"{minutes} min"
    hours = minutes // 60
    return f"{hours} h" if hours < 48 else f"{hours // 24} days"
