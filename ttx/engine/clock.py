"""The two clocks and the plan: pause, break, real-world stop, scenario time, shifted steps."""

from __future__ import annotations

from ttx.engine.case import Case, Rejection, no_such
from ttx.model.commands import (
    LiftStop,
    Pause,
    ResumePlay,
    ResumeSession,
    SetScenarioTime,
    ShiftRest,
    StopRealWorld,
)
from ttx.model.events import (
    Paused,
    PlanShifted,
    RealWorldLifted,
    RealWorldStopped,
    Resumed,
    ScenarioTimeSet,
    SessionResumed,
)


def pause(case: Case, command: Pause) -> Paused | Rejection:
    """The exercise clock stands."""
    if case.state.status != "running":
        return Rejection("paused", "The exercise clock already stands.")
    if command.minutes is not None and command.minutes < 1:
        return Rejection("minutes", "A break lasts at least a minute.")
    return Paused(kind=command.kind, minutes=command.minutes, reason=command.reason)


def resume(case: Case, _command: ResumePlay) -> Resumed | Rejection:
    """The exercise clock runs again."""
    if case.state.status not in ("paused", "break"):
        return Rejection("running", "The exercise clock is not paused.")
    return Resumed()


def stop(case: Case, command: StopRealWorld) -> RealWorldStopped | Rejection:
    """Play stops because of the real world."""
    if case.state.status == "stopped":
        return Rejection("stopped", "Play is already stopped.")
    return RealWorldStopped(reason=command.reason)


def lift(case: Case, command: LiftStop) -> RealWorldLifted | Rejection:
    """The stop is lifted; the clock still stands until it is resumed."""
    if case.state.status != "stopped":
        return Rejection("running", "Play is not stopped.")
    return RealWorldLifted(reason=command.reason)


def set_time(case: Case, command: SetScenarioTime) -> ScenarioTimeSet | Rejection:
    """Scenario time by hand; backwards only with a reason in words."""
    before = case.state.scenario_time
    if before is not None and command.time < before and not command.reason.strip():
        return Rejection("reason", "Scenario time goes backwards only with a reason in words.")
    return ScenarioTimeSet(time=command.time, reason=command.reason)


def shift(case: Case, command: ShiftRest) -> PlanShifted | Rejection:
    """Steps take another planned time; the script stays as it is."""
    if not command.shifts:
        return Rejection("empty", "Nothing is shifted.")
    known = {*case.script.injects, *case.script.decisions}
    for step, minute in command.shifts:
        if step not in known:
            return no_such("step", step)
        if minute < 0:
            return Rejection("minutes", "A planned time is a minute of the exercise, from 0.")
    return PlanShifted(shifts=command.shifts, how=command.how, reason=command.reason)


def reopened(_case: Case, command: ResumeSession) -> SessionResumed:
    """The file was opened again."""
    return SessionResumed(away_ms=command.away_ms, counted=command.counted)
