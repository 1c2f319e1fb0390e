"""Closing a phase: slips, the next phase, ENDEX."""

from __future__ import annotations

from ttx.course import End, Enter, closing, ending, fork
from ttx.course import moves as course
from ttx.engine.case import Case, Rejection, no_such
from ttx.engine.steps import not_a_value
from ttx.frozen import replace
from ttx.model.commands import EndExercise, EnterPhase, TakeSlip
from ttx.model.events import ExerciseEnded, PhaseEntered, SlipTaken
from ttx.model.position import Change, decision_of


def enter(case: Case, command: EnterPhase) -> PhaseEntered | Rejection:
    """The phase closes and one begins; another than the book's takes words."""
    if refused := still_open(case, leave_open=command.leave_open):
        return refused
    on_book = closing(case.script, case.position)
    if command.phase is None and isinstance(on_book, End):
        return Rejection("last-phase", "No phase follows this one: the exercise ends here (ENDEX).")
    phase = command.phase or (on_book.phase if isinstance(on_book, Enter) else "")
    if phase not in case.script.phases:
        return no_such("phase", phase)
    off_book = not (isinstance(on_book, Enter) and on_book.phase == phase)
    if off_book and not command.because.strip():
        return Rejection(
            "because", "The book leads elsewhere from here: say in a few words why this phase is next."
        )
    again = phase == case.position.phase
    round_ = case.position.round + 1 if again else 1
    return PhaseEntered(
        phase=phase,
        round=round_,
        off_book=off_book,
        because=command.because,
        scenario_time=case.script.phases[phase].at,
        change=course.enter(case.script, case.position, phase, round_),
    )


def end(case: Case, command: EndExercise) -> ExerciseEnded | Rejection:
    """ENDEX with the ending the conditions give, or another with a reason."""
    if refused := still_open(case, leave_open=command.leave_open):
        return refused
    proposed = ending(case.script, case.position)
    chosen = command.ending or proposed
    if chosen not in {e.id for e in case.script.scenario.endings}:
        return no_such("ending", chosen)
    early = not isinstance(closing(case.script, case.position), End)
    if (chosen != proposed or early) and not command.because.strip():
        reason = "The book goes on from here" if early else f"The conditions give the ending {proposed}"
        return Rejection("because", f"{reason}: say in a few words why the exercise ends so.")
    return ExerciseEnded(
        ending=chosen, proposed=proposed, because=command.because, change=Change(ended=chosen)
    )


def still_open(case: Case, *, leave_open: bool) -> Rejection | None:
    """A refusal that names what waits for an answer or a ruling."""
    waiting = [*dict.fromkeys(decision_of(s) for s in case.position.open)]
    ruling = [o.decision for o in case.position.owed]
    if leave_open or not (waiting or ruling):
        return None
    parts = []
    if waiting:
        parts.append(f"{' and '.join(waiting)} waits for an answer")
    if ruling:
        parts.append(f"{' and '.join(ruling)} waits for a ruling")
    return Rejection("still-open", f"{'; '.join(parts)}. Record it, or say that it stays open.")


def slip(case: Case, command: TakeSlip) -> SlipTaken | Rejection:
    """A private answer is typed in; one with a track sets it."""
    phase = case.script.phases.get(case.position.phase or "")
    if phase is None or not 0 <= command.slip < len(phase.slips):
        return Rejection("unknown", "This phase has no such slip.")
    asked = phase.slips[command.slip]
    if command.cell is not None and command.cell not in asked.to:
        return Rejection("cell", f"This slip is not asked of {command.cell}.")
    if asked.track and command.value is not None:
        if refused := not_a_value(case.script.scenario.tracks[asked.track], command.value):
            return refused
    elif command.value is not None:
        return Rejection("value", "This slip is answered in words; it sets no track.")
    return SlipTaken(
        phase=phase.id,
        slip=command.slip,
        cell=command.cell,
        text=command.text,
        value=command.value,
        change=_slipped(case, command),
    )


def _slipped(case: Case, command: TakeSlip) -> Change:
    """Where the book is at its slips, the turn of every step before them is over."""
    change = course.slip(case.script, case.position, command.slip, command.value)
    found = fork(case.script, case.position)
    at_slips = found is not None and found.about == "slip"
    return replace(change, passed=case.position.steps) if at_slips else change
