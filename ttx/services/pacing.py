"""Plan against actual: which steps are late, by how much, and what shifting the rest would give."""

from __future__ import annotations

from collections.abc import Mapping

from ttx.course.plan import compressed, planned, slid, step_minutes
from ttx.engine import standing
from ttx.frozen import dataclass
from ttx.model.events import ExerciseStarted, PhaseEntered
from ttx.services.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How the session stands against its plan, in whole minutes of exercise time."""

    now: int
    plan: Mapping[str, int]
    """Step -> planned minute, with what was shifted."""
    ahead: tuple[str, ...]
    """Steps of the phase still to come, in order."""
    end: int
    """Minute by which the phase was to close."""

    @property
    def late(self) -> int:
        """Minutes behind, by the next step; 0 where it is on time or early."""
        return max(0, self.now - self.plan[self.ahead[0]]) if self.ahead else 0

    def overdue(self, step: str) -> int:
        """Minutes since a step ahead was to begin; 0 where it is not due yet or not ahead."""
        return max(0, self.now - self.plan[step]) if step in self.ahead else 0

    def slide(self, by: int) -> tuple[tuple[str, int], ...]:
        """Every step still to come ``by`` minutes later."""
        return slid(self.plan, self.ahead, by)

    def compress(self) -> tuple[tuple[str, int], ...]:
        """The steps still to come spread over what is left of the phase."""
        return compressed(self.plan, self.ahead, self.now, self.end)


def pace_of(session: Session) -> Pace:
    """How the session stands against its plan now."""
    script, state = session.script, session.state
    plan = {**planned(script, _way(session)), **state.plan}
    phase = script.phases.get(state.position.phase or "")
    begins = plan[script.steps[phase.id][0]] if phase and script.steps[phase.id] else 0
    end = begins + script.scenario.room_minutes(phase.minutes) if phase else 0
    ahead = tuple(step for step in state.position.steps if step in plan)
    return Pace(now=session.elapsed() // 60_000, plan=plan, ahead=ahead, end=end)


def _way(session: Session) -> tuple[str, ...]:
    """Phases as they were entered, one that was played again as often as it was."""
    facts = (e.fact for e in standing(session.events))
    entered = (f.change.entered for f in facts if isinstance(f, ExerciseStarted | PhaseEntered))
    return tuple(phase for phase in entered if phase is not None)


def to_drop(session: Session) -> tuple[str, int] | None:
    """The decision ahead that its author lets go first, and the room minutes it gives back."""
    ahead = [d for s in session.state.position.steps if (d := session.script.decisions.get(s))]
    first = min((d for d in ahead if d.drop is not None), key=lambda d: d.drop or 0, default=None)
    if first is None:
        return None
    return first.id, session.scenario.room_minutes(step_minutes(session.script, first.id))
