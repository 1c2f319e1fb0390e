"""What each act does to a Position, as a ``Change``: the one place that works out effects.

Every function is total on ids the script knows; whether the act is allowed at this point is
the book's question (``book``) or the engine's, never this module's.
"""

from __future__ import annotations

from collections.abc import Iterable

from ttx.course.reading import holds
from ttx.course.script import Script, slots_of
from ttx.model.parts import FREE, NONE, Consequence, Decision, Effect, RulingSpec
from ttx.model.position import Change, Op, Owed, Position, apply, cell_of, decision_of


def start(script: Script) -> Position:
    """The Position before the first phase: every track at its start."""
    return Position(tracks=tuple((t.id, t.start) for t in script.scenario.tracks.values()))


def enter(script: Script, position: Position, phase_id: str, round_: int = 1) -> Change:
    """A phase begins (round 1-based): its steps lie open and ``on_enter`` takes effect."""
    phase = script.phases[phase_id]
    again = round_ > 1
    injects = {i.id: i for i in phase.injects}
    steps = tuple(s for s in script.steps[phase_id] if not again or s not in injects or injects[s].each_round)
    held = tuple(i.id for i in phase.injects if i.kind == "contingency" and (not again or i.each_round))
    slips = tuple(n for n, slip in enumerate(phase.slips) if slip.track)
    entered = Change(entered=phase_id, round=round_, steps=steps, held=held, slips=slips)
    ops: list[Op] = []
    reached = apply(position, entered)
    for guarded in phase.on_enter:
        if holds(script, reached, guarded.when):
            fresh = ops_of(script, guarded.effects)
            ops += fresh
            reached = apply(reached, Change(tracks=fresh))
    return Change(entered=phase_id, round=round_, steps=steps, held=held, slips=slips, tracks=tuple(ops))


def release(script: Script, inject_id: str, passed: Iterable[str] = ()) -> Change:
    """An inject is given: its effects, and the steps passed over on the way to it."""
    inject = script.injects[inject_id]
    return Change(
        done=(inject_id,),
        passed=tuple(passed),
        released=(inject_id,),
        tracks=ops_of(script, inject.effects),
    )


def put(script: Script, decision_id: str, passed: Iterable[str] = (), *, book: bool) -> Change:
    """A decision is opened. On the book a cell's own slot opens only where something reads it."""
    decision = script.decisions[decision_id]
    slots = slots_of(decision)
    if book and decision.mode == "each_then_joint":
        slots = tuple(s for s in slots if s == decision_id or s in script.read_slots)
    return Change(put=(decision_id,), passed=tuple(passed), opened=slots)


def offered(script: Script, position: Position, decision: Decision) -> tuple[str, ...]:
    """The values the book offers: options whose ``when`` holds, in file order, then ``free``."""
    return (*(o.id for o in decision.options if holds(script, position, o.when)), FREE)


def answer(script: Script, position: Position, slot: str, value: str, *, book: bool) -> Change:
    """An answer with its effects; ``none`` brings what ``if_not_taken`` says.

    Effects, rulings, implied contacts and ``if_not_taken`` belong to the decision's own slot; in
    mode ``each``, which has none, each answer implies its contacts and ``if_not_taken`` follows
    once every cell has left it without an answer.
    """
    decision = script.decisions[decision_of(slot)]
    if value == NONE:
        brings = decision.if_not_taken if _nobody_took_it(script, decision, position, slot) else Consequence()
        return Change(
            answers=((slot, value),),
            tracks=ops_of(script, brings.effects),
            due=_due(script, position, brings.deliver),
        )
    option = decision.option(value)
    own = cell_of(slot) is None
    spec = ruling_for(decision, value) if own else None
    chosen = option if option and (own or decision.mode == "each") else None
    told = tuple((party(c.from_), party(c.to)) for c in chosen.contacts) if chosen and book else ()
    return Change(
        answers=((slot, value),),
        tracks=ops_of(script, option.effects) if option and own else (),
        told=told,
        owed=(Owed(decision.id, value, spec.rule),) if spec else (),
    )


def _nobody_took_it(script: Script, decision: Decision, position: Position, slot: str) -> bool:
    if decision.mode != "each":
        return cell_of(slot) is None
    others = [s for s in slots_of(decision) if s != slot]
    answers = dict(position.answers)
    if script.noted is not None:
        script.noted.update(("answer", s) for s in others)
    return all(s not in position.open and answers.get(s, NONE) == NONE for s in others)


def not_put(decision: Decision) -> Change:
    """A decision nobody was asked: ``none``, and nothing follows."""
    slots = slots_of(decision)
    return Change(done=(decision.id,), answers=tuple((slot, NONE) for slot in slots))


def ruling_for(decision: Decision, value: str) -> RulingSpec | None:
    """The ruling an answer leads to: the option's own, a free answer's, else the decision's."""
    if value == NONE:
        return None
    option = decision.option(value)
    own = option.ruling if option else decision.free
    return own or decision.ruling


def rule(script: Script, position: Position, owed: Owed, result: str) -> Change:
    """A ruling and what its result brings."""
    decision = script.decisions[owed.decision]
    spec = ruling_for(decision, owed.value)
    brings = spec.outcomes.get(result, Consequence()) if spec else Consequence()
    return Change(
        ruled=(owed.decision,),
        tracks=ops_of(script, brings.effects),
        due=_due(script, position, brings.deliver),
    )


def slip(script: Script, position: Position, index: int, value: int | str | None) -> Change:
    """A slip's answer: its track takes the value; None leaves the track as it is."""
    phase = script.phases[position.phase or ""]
    track = phase.slips[index].track
    ops = ops_of(script, (Effect(track, "=", value),)) if track and value is not None else ()
    return Change(slipped=(index,), tracks=ops)


def ops_of(script: Script, effects: Iterable[Effect]) -> tuple[Op, ...]:
    """Effects as operations that carry the range of the scale they act on."""
    return tuple(_op(script, e) for e in effects)


def _op(script: Script, effect: Effect) -> Op:
    track = script.scenario.tracks[effect.track]
    if track.kind != "scale":
        return Op(effect.track, effect.op, effect.value)
    return Op(effect.track, effect.op, effect.value, track.lo, track.hi)


def _due(script: Script, position: Position, deliver: Iterable[str]) -> tuple[str, ...]:
    return tuple(i for i in deliver if _may_come(script, position, i))


def _may_come(script: Script, position: Position, inject_id: str) -> bool:
    inject = script.injects[inject_id]
    if inject_id in position.due or inject_id in position.once:
        return False
    if script.noted is not None:
        script.noted.add(("released", inject_id))
    return inject.each_round or inject_id not in position.released


def party(name: str) -> str:
    """Who a contact counts for: a seat counts as its cell (``rok/JCS operations`` as ``rok``)."""
    return name.partition("/")[0]
