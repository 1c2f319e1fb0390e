"""What the map says: each step's state, the endings still open, what each answer closes. Values only."""

from __future__ import annotations

from ttx.model.parts import FREE, Decision
from ttx.model.position import decision_of
from ttx.services.foresight import Reached
from ttx.services.session import Session
from ttx.tui.console.lines import Line, Run, bold, dim, line
from ttx.tui.widgets.rows import Item

_TOKENS = {"here": "accent", "cannot come any more": "warn"}


def rows_of(session: Session, found: Reached | None) -> tuple[Item, ...]:
    """Phases with their steps; the word at the right says what can become of each."""
    position = session.state.position
    items: list[Item] = []
    for number, phase in enumerate(session.scenario.phases, start=1):
        here = phase.id == position.phase
        state = "here" if here else _coming(("phase", phase.id), found, over=_over(session, phase.id))
        star = "* " if here else "  "
        left = (bold(star, "accent"), bold(f"{number} {phase.title}"))
        items.append(Item(f"phase:{phase.id}", left, (Run(f"{state} ", _TOKENS.get(state, "dim")),)))
        steps = session.script.steps.get(phase.id, ())
        called = [i.id for i in phase.injects if i.id not in steps]
        items += [_step(session, found, step) for step in (*steps, *called)]
    return tuple(items)


def _step(session: Session, found: Reached | None, step: str) -> Item:
    state = state_of(session, found, step)
    decision = session.script.decisions.get(step)
    title = decision.ask if decision else session.script.injects[step].title
    token = "dim" if state in ("done", "skipped") else "text"
    left = (Run("    "), bold(f"{step} ", token), Run(title, token))
    return Item(step, left, (Run(f"{state} ", _TOKENS.get(state, "dim")),))


def state_of(session: Session, found: Reached | None, step: str) -> str:
    """``done``, ``skipped``, ``open``, or whether it can still come."""
    state = session.state
    if step in {decision_of(slot) for slot in state.position.open}:
        return "open"
    if step in state.skipped:
        return "skipped"
    if step in state.given or step in state.decisions:
        return "done"
    decision = step in session.script.decisions
    if not decision and session.script.injects[step].kind == "contingency":
        return "on call"
    return _coming(("decision" if decision else "inject", step), found, over=state.status == "ended")


def _over(session: Session, phase: str) -> bool:
    """Whether a phase lies behind the one that is played."""
    order = [p.id for p in session.scenario.phases]
    here = session.state.position.phase
    return session.state.status == "ended" or (here in order and order.index(phase) < order.index(here))


def _coming(key: tuple[str, ...], found: Reached | None, *, over: bool) -> str:
    if found is not None and key in found.keys:
        return "can come"
    if over:
        return "over"
    if found is None:
        return ""
    return "cannot come any more" if found.exact else "not seen yet"


def page_of(session: Session, found: Reached | None, cursor: str) -> tuple[Line, ...]:
    """The endings still open; for a decision its ways, and what the next answer closes."""
    lines: list[Line] = [line(bold("Endings"))]
    for ending in session.scenario.endings:
        came = session.state.ended is not None and session.state.ended.ending == ending.id
        state = "came out so" if came else _ending(session, found, ending.id)
        lines.append(line(dim(f"{state:<12}  "), Run(ending.title)))
    decision = session.script.decisions.get(cursor)
    if decision is not None:
        lines += [(), *_ways(session, found, decision)]
    lines += [(), line(dim(_caution(found)))]
    return tuple(lines)


def _ending(session: Session, found: Reached | None, ending: str) -> str:
    if session.state.status == "ended":
        return "closed"
    state = _coming(("ending", ending), found, over=False)
    return {"can come": "open", "cannot come any more": "closed", "": "working"}.get(state, state)


def _ways(session: Session, found: Reached | None, decision: Decision) -> list[Line]:
    titles = {e.id: e.title for e in session.scenario.endings}
    still = {key[1] for key in found.keys if key[0] == "ending"} if found else set()
    ways = [(o.id, f"{o.letter.upper()}  ", o.text) for o in decision.options]
    lines: list[Line] = [line(bold(f"{decision.id} "), decision.ask)]
    for value, sign, text in (*ways, (FREE, "", "in the cell's own words")):
        lines.append(line(bold(sign), text))
        after = found.after.get(f"{decision.id}.{value}") if found else None
        if found is None or not found.exact or after is None:
            continue
        gone = [titles[e] for e in titles if e in still - after]
        words = f"closes for good: {'; '.join(gone)}" if gone else "closes no ending"
        lines.append(line(dim(f"   {words}")))
    return lines


def _caution(found: Reached | None) -> str:
    if found is None:
        return "The list stands already; what can still come is being worked out."
    words = "On the book. Your room may leave it. This says what can come, never how likely it is."
    return words if found.exact else f"There are too many ways to walk them all in time. {words}"
