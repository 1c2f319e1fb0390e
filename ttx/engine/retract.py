"""Taking back: visible, whole, and only where nothing later would hang in the air."""

from __future__ import annotations

from ttx.engine.case import Case, Rejection
from ttx.engine.standing import refers_to, retracted
from ttx.model.commands import Retract
from ttx.model.events import (
    AdHocReleased,
    Event,
    ExerciseStarted,
    Fact,
    Forked,
    InjectReleased,
    Paused,
    PhaseEntered,
    RealWorldLifted,
    RealWorldStopped,
    Recovered,
    Resumed,
    Retracted,
    SessionOpened,
    SessionResumed,
    Struck,
)
from ttx.model.position import Change

STAYS: tuple[type[Fact], ...] = (
    SessionOpened,
    Recovered,
    Forked,
    Struck,
    SessionResumed,
    ExerciseStarted,
    Paused,
    Resumed,
    RealWorldStopped,
    RealWorldLifted,
    Retracted,
)
"""Facts about the session itself, which nobody takes back."""


def retract(case: Case, command: Retract) -> Retracted | Rejection:
    """An event is taken back, and with it what refers to it by number."""
    events = case.record.events
    if not 1 <= command.of <= len(events):
        return Rejection("unknown", f"There is no event {command.of}.")
    event = events[command.of - 1]
    if refused := _stays(case, event):
        return refused
    released = event.fact if isinstance(event.fact, InjectReleased | AdHocReleased) else None
    if released and not command.read_out:
        return Rejection("read-out?", f"Did the room hear {released.inject}? Say so to take it back.")
    unheard: tuple[tuple[str, str], ...] = ()
    if released and command.read_out == "no":
        unheard = tuple((released.inject, cell) for cell in released.to)
    return Retracted(
        of=command.of,
        also=refers_to(events, command.of),
        read_out=command.read_out,
        unheard=unheard,
        reason=command.reason,
    )


def _stays(case: Case, event: Event) -> Rejection | None:
    if event.seq in retracted(case.record.events):
        return Rejection("retracted", f"Event {event.seq} was already taken back.")
    if isinstance(event.fact, STAYS):
        return Rejection(
            "stays", f"Event {event.seq} cannot be taken back: it says what happened to the session."
        )
    if isinstance(event.fact, PhaseEntered) and _moved_since(case, event.seq):
        return Rejection("rested", "Play went on in this phase: take back what happened in it first.")
    if case.state.ended is not None and getattr(event.fact, "change", None) not in (None, Change()):
        return _after_end(case, event)
    return None


def _moved_since(case: Case, number: int) -> bool:
    gone = retracted(case.record.events)
    later = (e for e in case.record.events[number:] if e.seq not in gone)
    return any(getattr(e.fact, "change", Change()) != Change() for e in later)


def _after_end(case: Case, event: Event) -> Rejection | None:
    """After ENDEX only the end itself comes back; what led there stands."""
    return (
        None
        if event.seq == case.state.rested
        else Rejection("ended", "The exercise has ended: take the end back first.")
    )
