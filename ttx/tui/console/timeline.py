"""The timeline: steps of the phase in the order of the book, what became of each, phases to come."""

from __future__ import annotations

from dataclasses import replace

from ttx.course import offered_now, slots_of
from ttx.frozen import dataclass
from ttx.model.parts import Decision, Inject
from ttx.model.times import show_clock, show_exercise, show_length
from ttx.services.pacing import Pace, pace_of
from ttx.services.session import Session
from ttx.services.stepping import next_of

_OWN = {"free": "own", "none": "none"}


@dataclass(frozen=True, slots=True)
class Row:
    """One row: ``when`` is a planned time, or what became of it."""

    id: str
    when: str
    label: str
    title: str
    kind: str = "step"
    """step, now, phase, heading, blank"""
    dim: bool = False
    accent: bool = False
    """A decision not yet put, or open."""
    right: str = ""
    late: bool = False


def rows_of(session: Session) -> tuple[Row, ...]:
    """Every row of the timeline, top to bottom."""
    phase_id = session.state.position.phase
    rows: list[Row] = []
    for number, phase in enumerate(session.scenario.phases, start=1):
        here = phase.id == phase_id
        rows.append(
            Row(
                f"phase:{phase.id}",
                str(number),
                phase.title,
                "",
                "phase",
                not here,
                right=_left(session, phase.id),
            )
        )
        if here:
            rows += _steps(session, phase.id)
            rows += _held(session)
            rows.append(Row("blank", "", "", "", "blank"))
    return tuple(rows)


def _left(session: Session, phase_id: str) -> str:
    budget = session.scenario.room_minutes(session.script.phases[phase_id].minutes)
    if phase_id != session.state.position.phase:
        return show_length(budget) if budget else ""
    used = (session.elapsed() - session.state.phase_ms) // 60_000
    left = budget - used
    return f"{left} min" if left >= 0 else f"+{-left} min"


def _steps(session: Session, phase_id: str) -> list[Row]:
    step = next_of(session)
    steps = session.script.steps[phase_id]
    pace = pace_of(session)
    rows = [_overdue(_row(session, s), pace) for s in (*steps, *_extra(session))]
    place = next((i for i, row in enumerate(rows) if row.id == step.about.partition(".")[0]), None)
    if place is None:
        place = next((i for i, row in enumerate(rows) if not row.dim), len(rows))
    now = Row("now", show_exercise(session.elapsed(), seconds=False), "now", "", "now")
    return [*rows[:place], now, *rows[place:]]


def _overdue(row: Row, pace: Pace) -> Row:
    """The row with ``+11`` behind it, where its planned minute passed so long ago."""
    late = pace.overdue(row.id)
    return replace(row, right=f"+{late}", late=True) if late else row


def _extra(session: Session) -> list[str]:
    """Injects outside the plan, due or released in this round: delivered, contingency, ad hoc."""
    position = session.state.position
    planned = {s for steps in session.script.steps.values() for s in steps}
    return [*(i for i in session.state.given if i in position.once and i not in planned), *position.due]


def _row(session: Session, step: str) -> Row:
    inject = session.script.injects.get(step)
    if inject is not None:
        return _inject_row(session, inject)
    decision = session.script.decisions.get(step)
    if decision is not None:
        return _decision_row(session, decision)
    extra = session.state.adhoc[step]
    given = session.state.given[step]
    return Row(step, show_exercise(given.ms, seconds=False), step, extra.title or extra.text, dim=True)


def _inject_row(session: Session, inject: Inject) -> Row:
    state = session.state
    when = show_clock(inject.at) if inject.at is not None else ""
    gone = inject.id in state.position.once or inject.id not in (*state.position.steps, *state.position.due)
    title = inject.title or " ".join(inject.text.split())
    if inject.id in state.skipped:
        title = f"skipped {title}"
    elif inject.id in state.deferred and not gone:
        title = f"deferred {title}"
    return Row(inject.id, when, inject.id, title, dim=gone)


def _decision_row(session: Session, decision: Decision) -> Row:
    state = session.state
    slots = slots_of(decision)
    waiting = any(s in state.position.open for s in slots)
    answers = [a.fact for s in slots if (a := state.answers.get(s))]
    if decision.id in state.skipped:
        return Row(decision.id, "", decision.id, f"skipped {decision.ask}", dim=True)
    if waiting:
        return Row(decision.id, countdown(session, decision), decision.id, decision.ask, accent=True)
    if answers:
        return Row(decision.id, _letter(decision, answers[-1].value), decision.id, decision.ask, dim=True)
    ahead = decision.id in state.position.steps
    return Row(decision.id, "?" if ahead else "", decision.id, decision.ask, dim=not ahead, accent=ahead)


def countdown(session: Session, decision: Decision) -> str:
    """What is left of a decision's minutes, ``5:48``, or ``+2`` beyond them."""
    standing = session.state.decisions.get(decision.id)
    if standing is None:
        return ""
    left = session.scenario.room_minutes(decision.minutes) * 60_000 - (session.elapsed() - standing.put_ms)
    if left < 0:
        return f"+{-left // 60_000}"
    return f"{left // 60_000}:{left // 1000 % 60:02d}"


def _letter(decision: Decision, value: str) -> str:
    option = decision.option(value)
    return option.letter.upper() if option else _OWN.get(value, value)


def _held(session: Session) -> list[Row]:
    held = session.state.position.held
    if not held:
        return []
    offered = offered_now(session.script, session.state.position)
    injects = [session.script.injects[i] for i in held]
    return [
        Row("held", "", "held back", "", "heading", dim=True),
        *(
            Row(i.id, "may" if i.id in offered else "", i.id, i.title or i.text, accent=i.id in offered)
            for i in injects
        ),
    ]
