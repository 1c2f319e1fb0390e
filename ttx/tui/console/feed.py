"""The feed: facts of the session, each with its exercise time, its words and its number."""

from __future__ import annotations

from ttx.engine import retracted
from ttx.model.events import Event, ExerciseStarted, Retracted, SessionResumed
from ttx.model.times import show_exercise
from ttx.render.phrases import phrase
from ttx.services.reviewing import Stands
from ttx.tui.console.lines import Run, bold, dim
from ttx.tui.widgets.rows import Item

_HATS = {"controller": "CTL", "white_cell": "CTL", "umpire": "UMP", "evaluator": "EVA", "scribe": "REC"}


class Feed:
    """The rows of the record, oldest first; a new event costs its own row, however many stand before it."""

    def __init__(self) -> None:
        self._rows: list[Item] = []

    def rows(self, session: Stands) -> tuple[Item, ...]:
        """One row an event. Only what is taken back changes the rows of others."""
        new = session.events[len(self._rows) :]
        if any(isinstance(event.fact, Retracted) for event in new):
            self._rows, new = [], session.events
        gone = retracted(session.events) if new else frozenset()
        self._rows += [_item(session, event, back=event.seq in gone) for event in new]
        return tuple(self._rows)


def feed_of(session: Stands) -> tuple[Item, ...]:
    """Every event, the oldest first."""
    return Feed().rows(session)


def _item(session: Stands, event: Event, *, back: bool) -> Item:
    at = show_exercise(event.true_at if event.true_at is not None else event.ms, seconds=False)
    words = phrase(event, session.scenario)
    quiet = back or isinstance(event.fact, ExerciseStarted | SessionResumed)
    left = (
        dim(f"{at} "),
        bold(f"{_HATS.get(event.hat, 'CTL')} ", "ctl"),
        *((dim("late "),) if event.true_at is not None else ()),
        *((dim("taken back: "),) if back else ()),
        dim(words) if quiet else Run(words),
    )
    return Item(f"#{event.seq}", left, (dim(f"#{event.seq} "),))
