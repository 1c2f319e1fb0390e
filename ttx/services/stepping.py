"""What Space will do now, said in full: the one place that knows the round of an exercise.

Release, read to the end, put, plenary, record, rule, next; slips and the next phase as a phase
closes; ENDEX after the last. Nothing is done here: ``Step`` names it, the screen does it.
"""

from __future__ import annotations

from typing import Literal

from ttx.course import Enter, closing, turn
from ttx.frozen import dataclass
from ttx.model.counting import how_many
from ttx.model.events import FirstWritten, SlipTaken
from ttx.model.parts import Decision
from ttx.model.position import cell_of, decision_of
from ttx.services.session import Session
from ttx.services.unsettled import unsettled

Doing = Literal[
    "start", "resume", "lift", "read", "rule", "release", "first", "put", "plenary", "record", "slip",
    "phase", "end", "settle", "report",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what is done, about what, in which words."""

    doing: Doing
    about: str
    """An inject, a decision, a slot, a phase; empty where there is none."""
    words: str
    """As the row under the card says it."""
    key: str
    """One word for the footer: Release, Put, Record."""
    cell: str = ""


def step_of(session: Session) -> Step:
    """What comes next in this session."""
    state = session.state
    by_status = {
        "before": Step("start", "", "Start the exercise (STARTEX)", "Start"),
        "stopped": Step("lift", "", "Lift the real-world stop; the exercise stays paused", "Lift"),
    }
    if state.status == "ended":
        return _after_end(session)
    if state.status in by_status:
        return by_status[state.status]
    if state.status in ("paused", "break"):
        return Step("resume", "", "Resume: the exercise clock runs again", "Resume")
    return next_of(session)


def _after_end(session: Session) -> Step:
    left = len(unsettled(session))
    if left:
        return Step("settle", "", f"Settle {how_many(left, 'link')}; e writes the report", "Settle")
    return Step("report", "", "Write the report", "Report")


def next_of(session: Session) -> Step:
    """What comes next in the play itself, also while the clock stands."""
    return _unread(session) or _waiting(session) or _ahead(session) or _closing(session)


def _unread(session: Session) -> Step | None:
    given = session.state.given
    if not given:
        return None
    inject, last = max(given.items(), key=lambda item: item[1].seq)
    authored = session.script.injects.get(inject)
    if last.read_ms is not None or (authored and authored.kind == "expected_action"):
        return None
    return Step("read", inject, f"{inject} is read to its end", "Read out")


def _waiting(session: Session) -> Step | None:
    position = session.state.position
    if position.owed:
        owed = position.owed[0].decision
        return Step("rule", owed, f"Rule on {owed}", "Rule")
    if position.due:
        return _release(session, position.due[0])
    if not position.open:
        return None
    slot = position.open[0]
    decision = session.script.decisions[decision_of(slot)]
    standing = session.state.decisions.get(decision.id)
    both = decision.cells_minutes and decision.plenary_minutes
    if both and standing is not None and standing.stage in ("put", "cells"):
        return Step("plenary", decision.id, f"{decision.id} goes to plenary", "Plenary")
    cell = cell_of(slot) or ""
    names = tags(session, (cell,) if cell else decision.to)
    return Step("record", slot, f"Record the answer of {names} to {decision.id}", "Record", cell)


def _ahead(session: Session) -> Step | None:
    following, _ = turn(session.script, session.state.position)
    if following is None:
        return None
    if following in session.script.injects:
        return _release(session, following)
    decision = session.script.decisions[following]
    waits = first_waiting(session, decision)
    if waits:
        return Step(
            "first", following, f"Write down what {tags(session, waits[:1])} says first", "First", waits[0]
        )
    return Step("put", following, f"Put {following} to {tags(session, decision.to)}", "Put")


def first_waiting(session: Session, decision: Decision) -> tuple[str, ...]:
    """Cells that still have to write something before this decision is put."""
    written = {
        e.fact.cell
        for e in session.events
        if isinstance(e.fact, FirstWritten) and e.fact.decision == decision.id
    }
    return tuple(c for first in decision.first for c in first.to if c not in written)


def _release(session: Session, inject_id: str) -> Step:
    inject = session.script.injects[inject_id]
    if inject.kind == "expected_action":
        return Step("release", inject_id, f"{inject_id}: seen, go on (staff only)", "Seen")
    return Step("release", inject_id, f"Release {inject_id} to {tags(session, inject.to)}", "Release")


def _closing(session: Session) -> Step:
    slip = slips_waiting(session)
    if slip:
        index, cell = slip[0]
        return Step("slip", str(index), f"Take the slip of {tags(session, (cell,))}", "Slip", cell)
    follows = closing(session.script, session.state.position)
    if isinstance(follows, Enter):
        title = session.script.phases[follows.phase].title
        return Step("phase", follows.phase, f"Close the phase; next: {title}", "Next phase")
    return Step("end", "", "End the exercise (ENDEX)", "End")


def slips_waiting(session: Session) -> tuple[tuple[int, str], ...]:
    """Slips (0-based index, cell) of this phase and round that nobody typed in yet."""
    phase = session.script.phases.get(session.state.position.phase or "")
    if phase is None:
        return ()
    taken = {
        (e.fact.slip, e.fact.cell)
        for e in session.events
        if isinstance(e.fact, SlipTaken) and e.fact.phase == phase.id and e.seq > session.state.rested
    }
    asked = ((n, cell) for n, slip in enumerate(phase.slips) for cell in slip.to)
    return tuple(one for one in asked if one not in taken)


def tags(session: Session, cells: tuple[str, ...]) -> str:
    """Cells by their tags as one says them: ``ROK, UNC and POL``; all of them: ``all cells``."""
    known = session.scenario.cells
    if len(cells) > 1 and set(cells) >= set(known):
        return "all cells"
    names = [known[c].tag if c in known else c for c in cells]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
