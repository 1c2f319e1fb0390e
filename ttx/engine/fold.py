"""What each kind of fact does to the state: one small function a kind, written out in a table.

A fact that changes nothing here (a note, an observation, a link) is not listed; who needs those
reads them from the record.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ttx.frozen import replace
from ttx.model.events import (
    AdHocReleased,
    AnswerRecorded,
    ContactMade,
    DecisionPut,
    Event,
    ExerciseEnded,
    ExerciseStarted,
    Fact,
    InjectCorrected,
    InjectReleased,
    Paused,
    PhaseEntered,
    PlanShifted,
    QuestionAnswered,
    QuestionAsked,
    ReadOut,
    RealWorldLifted,
    RealWorldStopped,
    Resumed,
    Ruled,
    ScenarioTimeSet,
    SeatTaken,
    SessionOpened,
    SessionResumed,
    ShownOnWall,
    SlipTaken,
    StageReached,
    StepDeferred,
    StepSkipped,
    TrackAdjusted,
    WallBlanked,
)
from ttx.model.position import apply, decision_of
from ttx.model.state import Answered, Asked, Given, Standing, State, Status


def _opened(state: State, _event: Event, fact: SessionOpened) -> State:
    return replace(state, seed=fact.seed, book=fact.book, practice=fact.practice)


def _started(state: State, event: Event, fact: ExerciseStarted) -> State:
    moved = _moved(state, event, fact)
    return replace(
        moved,
        status="running",
        status_ms=event.ms,
        phase_ms=event.ms,
        attribution=fact.attribution,
        scenario_time=fact.scenario_time,
    )


def _moved(state: State, _event: Event, fact: Any) -> State:
    return replace(state, position=apply(state.position, fact.change))


def _entered(state: State, event: Event, fact: PhaseEntered) -> State:
    time = _later(state.scenario_time, fact.scenario_time)
    return replace(_moved(state, event, fact), phase_ms=event.ms, rested=event.seq, scenario_time=time)


def _ended(state: State, event: Event, fact: ExerciseEnded) -> State:
    moved = _moved(state, event, fact)
    return replace(moved, status="ended", status_ms=event.ms, rested=event.seq, ended=fact)


def _released(state: State, event: Event, fact: InjectReleased) -> State:
    return _given(_moved(state, event, fact), event, fact.inject, fact.to, fact.scenario_time)


def _ad_hoc(state: State, event: Event, fact: AdHocReleased) -> State:
    given = _given(_moved(state, event, fact), event, fact.inject, fact.to, fact.scenario_time)
    return replace(given, adhoc={**state.adhoc, fact.inject: fact})


def _given(state: State, event: Event, inject: str, to: tuple[str, ...], time: int | None) -> State:
    given = Given(seq=event.seq, ms=event.ms, to=to, scenario_time=time)
    return replace(
        state,
        given={**state.given, inject: given},
        scenario_time=_later(state.scenario_time, time),
    )


def _later(before: int | None, time: int | None) -> int | None:
    """Scenario time never runs backwards by itself."""
    if before is None or time is None:
        return before if time is None else time
    return max(before, time)


def _read(state: State, event: Event, fact: ReadOut) -> State:
    given = state.given.get(fact.inject)
    if given is None:
        return state
    return replace(state, given={**state.given, fact.inject: replace(given, read_ms=event.ms)})


def _corrected(state: State, _event: Event, fact: InjectCorrected) -> State:
    given = state.given.get(fact.inject)
    if given is None:
        return state
    corrections = (*given.corrections, fact.text)
    return replace(state, given={**state.given, fact.inject: replace(given, corrections=corrections)})


def _skipped(state: State, event: Event, fact: StepSkipped) -> State:
    return replace(_moved(state, event, fact), skipped={**state.skipped, fact.step: fact.reason.code})


def _deferred(state: State, event: Event, fact: StepDeferred) -> State:
    return replace(_moved(state, event, fact), deferred={**state.deferred, fact.step: fact.reason.code})


def _put(state: State, event: Event, fact: DecisionPut) -> State:
    moved = _moved(state, event, fact)
    put = Standing(seq=event.seq, put_ms=_happened(event), stage_ms=event.ms)
    decisions = {**state.decisions, fact.decision: put}
    return replace(moved, decisions=decisions, answers=_others(state, fact.decision))


def _staged(state: State, event: Event, fact: StageReached) -> State:
    put = state.decisions.get(fact.decision)
    if put is None:
        return state
    return replace(
        state,
        decisions={**state.decisions, fact.decision: replace(put, stage=fact.stage, stage_ms=event.ms)},
    )


def _answered(state: State, event: Event, fact: AnswerRecorded) -> State:
    moved = _moved(state, event, fact)
    answered = Answered(seq=event.seq, ms=event.ms, fact=fact)
    put = state.decisions.get(fact.decision)
    if fact.change.put:
        put = Standing(seq=event.seq, put_ms=_happened(event))
    before = _others(state, fact.decision) if fact.change.put else state.answers
    moved = replace(moved, answers={**before, fact.slot: answered})
    if put is None:
        return moved
    waits = any(decision_of(slot) == fact.decision for slot in moved.position.open)
    if not waits:
        put = replace(put, stage="recorded", stage_ms=event.ms)
    return replace(moved, decisions={**state.decisions, fact.decision: put})


def _others(state: State, decision: str) -> dict[str, Answered]:
    """Answers to every other decision: one that is put again waits for new ones."""
    return {slot: a for slot, a in state.answers.items() if decision_of(slot) != decision}


def _ruled(state: State, event: Event, fact: Ruled) -> State:
    return replace(_moved(state, event, fact), ruled={**state.ruled, fact.decision: event.seq})


def _asked(state: State, event: Event, fact: QuestionAsked) -> State:
    asked = Asked(cell=fact.cell, ms=event.ms, text=fact.text)
    return replace(state, questions={**state.questions, event.seq: asked})


def _replied(state: State, _event: Event, fact: QuestionAnswered) -> State:
    open_ = dict(state.questions)
    asked = open_.pop(fact.of, None)
    if asked is not None and fact.how == "later":
        open_[fact.of] = replace(asked, later=True)
    return replace(state, questions=open_)


def _shown(state: State, _event: Event, fact: ShownOnWall) -> State:
    return replace(state, wall=fact)


def _blanked(state: State, _event: Event, _fact: WallBlanked) -> State:
    return replace(state, wall=None)


def _seated(state: State, _event: Event, fact: SeatTaken) -> State:
    return replace(state, seats={**state.seats, f"{fact.cell}/{fact.seat}": fact})


def _paused(state: State, event: Event, fact: Paused) -> State:
    status: Status = "paused" if fact.kind == "pause" else "break"
    return replace(state, status=status, status_ms=event.ms, break_minutes=fact.minutes)


def _resumed(state: State, event: Event, _fact: Resumed) -> State:
    return replace(state, status="running", status_ms=event.ms, break_minutes=None)


def _reopened(state: State, event: Event, _fact: SessionResumed) -> State:
    """A session is opened again with its clock standing: nothing runs before a person says so."""
    if state.status != "running":
        return state
    return replace(state, status="paused", status_ms=event.ms)


def _stopped(state: State, event: Event, _fact: RealWorldStopped) -> State:
    return replace(state, status="stopped", status_ms=event.ms)


def _lifted(state: State, event: Event, _fact: RealWorldLifted) -> State:
    return replace(state, status="paused", status_ms=event.ms)


def _timed(state: State, _event: Event, fact: ScenarioTimeSet) -> State:
    return replace(state, scenario_time=fact.time)


def _shifted(state: State, _event: Event, fact: PlanShifted) -> State:
    return replace(state, plan={**state.plan, **dict(fact.shifts)})


def _happened(event: Event) -> int:
    return event.ms if event.true_at is None else event.true_at


_TABLE: dict[type[Fact], Callable[[State, Event, Any], State]] = {
    SessionOpened: _opened,
    ExerciseStarted: _started,
    InjectReleased: _released,
    AdHocReleased: _ad_hoc,
    ReadOut: _read,
    InjectCorrected: _corrected,
    StepSkipped: _skipped,
    StepDeferred: _deferred,
    DecisionPut: _put,
    StageReached: _staged,
    AnswerRecorded: _answered,
    Ruled: _ruled,
    TrackAdjusted: _moved,
    ContactMade: _moved,
    SlipTaken: _moved,
    PhaseEntered: _entered,
    ExerciseEnded: _ended,
    QuestionAsked: _asked,
    QuestionAnswered: _replied,
    ShownOnWall: _shown,
    WallBlanked: _blanked,
    SeatTaken: _seated,
    Paused: _paused,
    Resumed: _resumed,
    SessionResumed: _reopened,
    RealWorldStopped: _stopped,
    RealWorldLifted: _lifted,
    ScenarioTimeSet: _timed,
    PlanShifted: _shifted,
}


def _bound(fold: Callable[[State, Event, Any], State]) -> Callable[[State, Event], State]:
    return lambda state, event: fold(state, event, event.fact)


FOLDS: Mapping[type[Fact], Callable[[State, Event], State]] = {k: _bound(f) for k, f in _TABLE.items()}
"""Kind of fact -> what it does to the state."""
