"""What is always in sight: who may see the screen, where the exercise stands, both clocks, time left."""

from __future__ import annotations

from ttx.model.counting import how_many
from ttx.model.times import show_exercise, show_time
from ttx.services.session import Session
from ttx.tui.console.lines import Run, bold, dim

_WORDS = {
    "before": "not begun",
    "running": "running",
    "paused": "PAUSED",
    "break": "BREAK",
    "stopped": "STOP",
    "ended": "ended",
}


def marking_of(session: Session) -> str:
    """The marking of every row one and last; a rehearsal says so."""
    marking = session.scenario.marking or "EXERCISE"
    return f"{marking} // REHEARSAL" if session.state.practice else marking


def status_left(session: Session, *, small: bool) -> tuple[Run, ...]:
    """Chip, title and phase."""
    phases = session.scenario.phases
    here = next((n for n, p in enumerate(phases, 1) if p.id == session.state.position.phase), 0)
    phase = f"{here}/{len(phases)} {phases[here - 1].title}" if here else how_many(len(phases), "phase")
    again = f", round {session.state.position.round}" if session.state.position.round > 1 else ""
    title = () if small else (bold(session.scenario.title), Run("  "))
    return (bold(" STAFF ", "accent"), Run(" "), *title, Run(f"{phase}{again}"))


def status_right(session: Session, *, small: bool) -> tuple[Run, ...]:
    """Scenario clock, exercise clock, state, time left of the phase."""
    state = session.state
    at = state.scenario_time
    scenario = show_time(at, day=session.scenario.calendar.date) if at is not None else "D-day"
    running = state.status == "running"
    clock = Run(show_exercise(session.elapsed()), "text" if running else "dim", bold=running)
    word = bold(_WORDS[state.status], "text" if running else "warn")
    labels = ("", "") if small else ("scenario ", "exercise ")
    return (
        dim(labels[0]),
        Run(scenario),
        dim(f"   {labels[1]}"),
        clock,
        Run(" "),
        word,
        *_left(session),
        Run(" "),
    )


def _left(session: Session) -> tuple[Run, ...]:
    budget, used = phase_minutes(session)
    if not budget or session.state.status == "ended":
        return ()
    left = budget - used
    words = f"{left:>5} min left" if left >= 0 else f"{-left:>5} min over"
    return (Run(words, "text" if left >= 0 else "warn"),)


def phase_minutes(session: Session) -> tuple[int, int]:
    """Planned and used room minutes of the phase; (0, 0) where none has begun."""
    phase = session.script.phases.get(session.state.position.phase or "")
    if phase is None:
        return 0, 0
    budget = session.scenario.room_minutes(phase.minutes)
    return budget, (session.elapsed() - session.state.phase_ms) // 60_000
