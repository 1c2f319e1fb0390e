"""Words for the two clocks and the plan."""

from __future__ import annotations

from collections.abc import Mapping

from ttx.model.events import (
    Event,
    Fact,
    Paused,
    PlanShifted,
    RealWorldLifted,
    RealWorldStopped,
    Resumed,
    ScenarioTimeSet,
)
from ttx.model.times import show_exercise
from ttx.render.wording.names import Names, Phrasing, because


def _paused(_names: Names, _event: Event, fact: Paused) -> str:
    length = f" of {fact.minutes} min" if fact.minutes else ""
    return f"{fact.kind}{length}{because(fact.reason)}"


def _resumed(_names: Names, _event: Event, _fact: Resumed) -> str:
    return "clock runs again"


def _stopped(_names: Names, _event: Event, fact: RealWorldStopped) -> str:
    return f"STOP, real world{because(fact.reason)}"


def _lifted(_names: Names, _event: Event, fact: RealWorldLifted) -> str:
    return f"stop lifted{because(fact.reason)}"


def _timed(names: Names, _event: Event, fact: ScenarioTimeSet) -> str:
    return f"scenario time set to {names.time(fact.time)}{because(fact.reason)}"


def _shifted(_names: Names, _event: Event, fact: PlanShifted) -> str:
    moved = ", ".join(f"{s} to {show_exercise(m * 60_000, seconds=False)}" for s, m in fact.shifts)
    return f"plan shifted ({fact.how.replace('_', ' ')}), {moved}{because(fact.reason)}"


PHRASES: Mapping[type[Fact], Phrasing] = {
    Paused: _paused,
    Resumed: _resumed,
    RealWorldStopped: _stopped,
    RealWorldLifted: _lifted,
    ScenarioTimeSet: _timed,
    PlanShifted: _shifted,
}
