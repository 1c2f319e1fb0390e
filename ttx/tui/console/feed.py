"""The feed: facts of the session, each with its exercise time, its words and its number."""

from __future__ import annotations

from ttx.engine import retracted
from ttx.model.events import Event, ExerciseStarted, SessionResumed
from ttx.model.times import show_exercise
from ttx.render.phrases import phrase
from ttx.services.reviewing import Stands
from ttx.tui.console.lines import Run, bold, dim
from ttx.tui.widgets.rows import Item

_HATS = {"controller": "CTL", "white_cell": "CTL", "umpire": "UMP", "evaluator": "EVA", "scribe": "REC"}


def feed_of(session: Stands) -> tuple[Item, ...]:
    """Every event, the oldest first."""
    gone = retracted(session.events)
    return tuple(_item(session, event, back=event.seq in gone) for event in session.events)


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
