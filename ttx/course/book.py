"""Book play: what is chosen at a Position, and what follows as a phase closes.

One order of choice, design 5: a ruling owed, an inject due, a slot to answer, the next step, a
slip, then the close of the phase. Exploring, rehearsal and ``play`` walk it; the console shows
what it says comes next.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Literal, TypeAlias

from ttx.adjudication import Made
from ttx.adjudication import ways as ways_of
from ttx.course import moves
from ttx.course.reading import holds
from ttx.course.script import Script
from ttx.frozen import dataclass, replace
from ttx.model.conditions import When
from ttx.model.parts import NONE
from ttx.model.position import Change, Owed, Position, apply, decision_of


@dataclass(frozen=True, slots=True)
class Release:
    """Give an inject."""

    inject: str


@dataclass(frozen=True, slots=True)
class Put:
    """Open a decision."""

    decision: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Answer in a slot."""

    slot: str
    value: str


@dataclass(frozen=True, slots=True)
class RuleOn:
    """A ruling gives this result; ``way`` is its place among the rule's ways, 0-based."""

    owed: Owed
    result: str
    way: int = 0


@dataclass(frozen=True, slots=True)
class TakeSlip:
    """A slip (0-based index in the phase) sets its track."""

    index: int
    value: int | str


@dataclass(frozen=True, slots=True)
class Enter:
    """The phase closes and this one begins, in this round (1-based)."""

    phase: str
    round: int = 1


@dataclass(frozen=True, slots=True)
class End:
    """The exercise ends so."""

    ending: str


Act: TypeAlias = Release | Put | Answer | RuleOn | TakeSlip | Enter | End


@dataclass(frozen=True, slots=True)
class Way:
    """One choice: what may come of it, with its chance. Chances sum to 1."""

    results: tuple[tuple[Fraction, Act], ...]


@dataclass(frozen=True, slots=True)
class Fork:
    """What is chosen at a Position; ``forced`` where there is one way only."""

    about: Literal["ruling", "due", "answer", "step", "slip", "close"]
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """How wide book play is taken: ``silence`` adds ``none``, ``contingency`` offers those injects."""

    silence: bool = False
    contingency: bool = False


PLAIN = Reach()
_SURE = Fraction(1)


def fork(script: Script, position: Position, reach: Reach = PLAIN) -> Fork | None:
    """What is chosen next at a Position; None once the exercise has ended or not begun."""
    if position.ended is not None or position.phase is None:
        return None
    if position.owed:
        return Fork("ruling", _rulings(script, position, position.owed[0]))
    if position.due:
        return Fork("due", (_sure(Release(position.due[0])),))
    if position.open:
        return Fork("answer", _answers(script, position, position.open[0], reach))
    step, _ = turn(script, position)
    if step is not None:
        return Fork("step", _step(script, position, step, reach))
    if position.slips:
        return Fork("slip", _slips(script, position, position.slips[0]))
    return Fork("close", (_sure(closing(script, position)),))


def carry(script: Script, position: Position, act: Act) -> Change:
    """What an act of the book does at a Position where the book offers it."""
    match act:
        case Release(inject):
            return moves.release(script, inject, () if inject in position.due else _passed(script, position))
        case Put(decision):
            return moves.put(script, decision, _passed(script, position), book=True)
        case Answer(slot, value):
            return moves.answer(script, position, slot, value, book=True)
        case RuleOn(owed, result):
            return moves.rule(script, position, owed, result)
        case TakeSlip(index, value):
            return replace(moves.slip(script, position, index, value), passed=position.steps)
        case Enter(phase, round_):
            return moves.enter(script, position, phase, round_)
        case End(ending):
            return Change(ended=ending)


def turn(script: Script, position: Position) -> tuple[str | None, tuple[str, ...]]:
    """The next step whose ``when`` holds, and the steps before it whose ``when`` does not."""
    passed: list[str] = []
    for step in position.steps:
        item = script.injects.get(step) or script.decisions[step]
        if holds(script, position, item.when):
            return step, tuple(passed)
        passed.append(step)
    return None, tuple(passed)


def offered_now(script: Script, position: Position) -> tuple[str, ...]:
    """Contingency injects of the phase whose ``when`` holds, in file order."""
    return tuple(i for i in position.held if holds(script, position, script.injects[i].when))


def closing(script: Script, position: Position) -> Enter | End:
    """What follows as the phase closes: another round, the next phase, or an ending."""
    phase = script.phases[position.phase or ""]
    repeat = phase.repeat
    if repeat and position.round < repeat.at_most and holds(script, position, repeat.while_):
        return Enter(phase.id, position.round + 1)
    for to in phase.leads_to:
        if holds(script, position, to.when):
            return End(ending(script, position)) if to.phase is None else Enter(to.phase)
    return End(ending(script, position))


def ending(script: Script, position: Position) -> str:
    """The first ending whose condition holds."""
    found = (e.id for e in script.scenario.endings if holds(script, position, e.when))
    return next(found, script.scenario.endings[-1].id)


def begin(script: Script) -> Position:
    """The Position as the first phase begins."""
    before = moves.start(script)
    return apply(before, moves.enter(script, before, script.scenario.phases[0].id))


def reader(script: Script, position: Position) -> Callable[[When], bool]:
    """A function that says whether a condition holds at this Position."""
    return lambda when: holds(script, position, when)


def brought(script: Script, position: Position, act: RuleOn) -> Made:
    """What people bring to a ruling of the book; dice are left to be thrown."""
    rule = script.scenario.rules[act.owed.rule]
    return ways_of(rule, reader(script, position))[act.way].made


def _sure(act: Act) -> Way:
    return Way(((_SURE, act),))


def _passed(script: Script, position: Position) -> tuple[str, ...]:
    return turn(script, position)[1]


def _rulings(script: Script, position: Position, owed: Owed) -> tuple[Way, ...]:
    rule = script.scenario.rules[owed.rule]
    return tuple(
        Way(tuple((chance, RuleOn(owed, result, n)) for result, chance in way.odds))
        for n, way in enumerate(ways_of(rule, reader(script, position)))
    )


def _answers(script: Script, position: Position, slot: str, reach: Reach) -> tuple[Way, ...]:
    values = moves.offered(script, position, script.decisions[decision_of(slot)])
    if reach.silence:
        values = (*values, NONE)
    return tuple(_sure(Answer(slot, value)) for value in values)


def _step(script: Script, position: Position, step: str, reach: Reach) -> tuple[Way, ...]:
    if step in script.injects:
        return (_sure(Release(step)),)
    ways = [_sure(Put(step))]
    if reach.contingency:
        ways += [_sure(Release(inject)) for inject in offered_now(script, position)]
    return tuple(ways)


def _slips(script: Script, position: Position, index: int) -> tuple[Way, ...]:
    phase = script.phases[position.phase or ""]
    track = script.scenario.tracks[phase.slips[index].track or ""]
    values: tuple[int | str, ...] = (
        tuple(range(track.lo, track.hi + 1)) if track.kind == "scale" else track.values
    )
    return tuple(_sure(TakeSlip(index, value)) for value in values)
