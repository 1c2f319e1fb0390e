"""The session file as people read it: a line an event."""

from __future__ import annotations

from collections.abc import Sequence

from ttx.engine.standing import retracted
from ttx.model.events import Event, Overruled, Retracted
from ttx.model.scenario import Scenario
from ttx.model.times import show_exercise
from ttx.render.phrases import phrase
from ttx.render.plain import pad

_HAT = 10


def log_rows(events: Sequence[Event], scenario: Scenario) -> str:
    """One line an event: number, exercise time, hat, words; what was taken back says so.

    A late entry shows the time at which it really happened, with ``<`` behind it.
    """
    marks = _marks(events)
    wide = len(str(events[-1].seq)) + 1 if events else 2
    lines = [
        f"{f'#{e.seq}':>{wide}}  {_time(e)}  {pad(e.hat.replace('_', ' '), _HAT)}  "
        f"{phrase(e, scenario)}{marks.get(e.seq, '')}"
        for e in events
    ]
    return "".join(f"{line}\n" for line in lines)


def _time(event: Event) -> str:
    late = event.true_at is not None
    ms = event.ms if event.true_at is None else event.true_at
    return f"{show_exercise(ms):>8}{'<' if late else ' '}"


def _marks(events: Sequence[Event]) -> dict[int, str]:
    marks: dict[int, str] = {}
    gone = retracted(events)
    for event in events:
        fact = event.fact
        if isinstance(fact, Retracted):
            marks |= dict.fromkeys((fact.of, *fact.also), f" [taken back by #{event.seq}]")
        elif isinstance(fact, Overruled) and event.seq not in gone:
            marks[fact.of] = f" [overruled by #{event.seq}]"
    return marks
