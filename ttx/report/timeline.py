"""The course of the exercise as a timeline, in the order in which things happened."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ttx.model.events import (
    AdHocReleased,
    AnswerRecorded,
    DecisionPut,
    Event,
    ExerciseEnded,
    ExerciseStarted,
    Fact,
    InjectReleased,
    MoveRecorded,
    Paused,
    PhaseEntered,
    ReadOut,
    RealWorldLifted,
    RealWorldStopped,
    Ruled,
    ScenarioTimeSet,
)
from ttx.model.position import cell_of
from ttx.model.times import show_exercise
from ttx.report.outcomes import OUTCOME_WORDS, reason
from ttx.report.played import Played, happened
from ttx.report.values import Moment


def timeline(played: Played) -> tuple[Moment, ...]:
    """What happened when, in the order it happened; what was taken back is left to the changes."""
    rows = list(_moments(played))
    return tuple(sorted(rows, key=lambda m: (m.ms, m.events[0])))


def _moments(played: Played) -> Iterator[Moment]:
    now: int | None = None
    read = {r.fact.of or r.fact.inject: r for r in played.all(ReadOut)}
    for event in played.stands:
        time = getattr(event.fact, "scenario_time", None)
        if isinstance(event.fact, ScenarioTimeSet):
            now = event.fact.time
        elif time is not None:
            now = time if now is None else max(now, time)
        words = _WHAT.get(type(event.fact))
        if words is None:
            continue
        what = words(played, event, event.fact)
        numbers: tuple[int, ...] = (event.seq,)
        aloud = read.get(event.seq)
        if aloud is not None:
            what += f"; read to its end at {show_exercise(aloud.ms)}"
            numbers += (aloud.seq,)
        yield Moment(
            ms=happened(event),
            late=event.true_at is not None,
            scenario_time=played.time(now),
            what=what,
            events=numbers,
        )


def _released(played: Played, _event: Event, fact: InjectReleased) -> str:
    return f"Inject {played.inject(fact.inject)}, to {played.who.cells(fact.to)}"


def _ad_hoc(played: Played, _event: Event, fact: AdHocReleased) -> str:
    return f"Ad-hoc inject {played.inject(fact.inject)}, to {played.who.cells(fact.to)}"


def _put(played: Played, _event: Event, fact: DecisionPut) -> str:
    return f"{fact.decision} put to {played.who.cells(fact.to)}"


def _answer(played: Played, _event: Event, fact: AnswerRecorded) -> str:
    own = cell_of(fact.slot)
    cells = (own,) if own else fact.cells
    if played.written_first(fact):
        return f"{fact.decision}: {played.who.cells(cells)} wrote first, for themselves"
    return f"{fact.decision} recorded for {played.who.cells(cells)}: {OUTCOME_WORDS[fact.outcome]}"


def _move(played: Played, _event: Event, fact: MoveRecorded) -> str:
    return f"Move of {played.who.players((fact.cell,))}"


def _ruled(played: Played, _event: Event, fact: Ruled) -> str:
    return f"{fact.decision} ruled: {played.result(fact.rule, fact.result)}"


def _entered(played: Played, _event: Event, fact: PhaseEntered) -> str:
    round_ = f", round {fact.round}" if fact.round > 1 else ""
    return f"Phase {played.phase_title(fact.phase)}{round_}{_why(fact.because)}"


def _ended(played: Played, _event: Event, fact: ExerciseEnded) -> str:
    return f"ENDEX: {ending_title(played, fact.ending)}{_why(fact.because)}"


def _why(because: str) -> str:
    """The words somebody gave for it, on the book or off it."""
    return f" ({because.strip()})" if because.strip() else ""


def _started(played: Played, _event: Event, _fact: ExerciseStarted) -> str:
    title = played.scenario.phases[0].title if played.scenario.phases else ""
    return f"STARTEX, phase {title}"


def _paused(_played: Played, _event: Event, fact: Paused) -> str:
    why = f" ({reason(fact.reason)})" if fact.reason is not None else ""
    return f"Break{why}" if fact.kind == "break" else f"Pause{why}"


def _stopped(_played: Played, _event: Event, fact: RealWorldStopped) -> str:
    return f"Stopped for a real-world reason ({reason(fact.reason)})"


def _lifted(_played: Played, _event: Event, fact: RealWorldLifted) -> str:
    return f"Play went on after the stop{_why(fact.reason)}"


_WHAT: Mapping[type[Fact], Callable[[Played, Event, Any], str]] = {
    ExerciseStarted: _started,
    InjectReleased: _released,
    AdHocReleased: _ad_hoc,
    DecisionPut: _put,
    AnswerRecorded: _answer,
    MoveRecorded: _move,
    Ruled: _ruled,
    PhaseEntered: _entered,
    ExerciseEnded: _ended,
    Paused: _paused,
    RealWorldStopped: _stopped,
    RealWorldLifted: _lifted,
}


def ending_title(played: Played, ending: str) -> str:
    """An ending's title; its id where the scenario lacks it."""
    return next((e.title for e in played.scenario.endings if e.id == ending), ending)
