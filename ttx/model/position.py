"""Where a scenario stands, and what one act does to it. Data only: no condition is read here.

A ``Position`` is complete: the course of play from it depends on nothing else. A ``Change`` is
what ``course`` worked out for one act; it is stored in the event, so that an old log folds to the
same place when the language has moved on.
"""

from __future__ import annotations

from typing import Literal, TypeVar

from ttx.frozen import dataclass

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Op:
    """One operation on a track; ``lo`` and ``hi`` are a scale's range."""

    track: str
    op: Literal["=", "+=", "-="]
    value: int | str
    lo: int | None = None
    hi: int | None = None


@dataclass(frozen=True, slots=True)
class Owed:
    """A ruling still to be made: on which decision, which answer, by which rule."""

    decision: str
    value: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one act does to a Position."""

    entered: str | None = None
    """A phase entered: resets what belonged to the phase before."""
    round: int = 1
    steps: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    slips: tuple[int, ...] = ()
    done: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()
    """Steps whose ``when`` did not hold when their turn came."""
    deferred: tuple[str, ...] = ()
    """Steps moved behind the last one."""
    released: tuple[str, ...] = ()
    put: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()
    """Slots that now wait for an answer."""
    answers: tuple[tuple[str, str], ...] = ()
    """Slot (``D-01`` or ``D-01.rok``) and value; an answered slot is closed."""
    closed: tuple[str, ...] = ()
    """Slots that wait no longer, without an answer."""
    tracks: tuple[Op, ...] = ()
    told: tuple[tuple[str, str], ...] = ()
    told_before: tuple[tuple[str, str, str], ...] = ()
    told_since: tuple[tuple[str, str], ...] = ()
    """Of a decision put down late: told by now, and not yet when it was really put."""
    due: tuple[str, ...] = ()
    owed: tuple[Owed, ...] = ()
    ruled: tuple[str, ...] = ()
    """Decisions whose owed ruling is made."""
    slipped: tuple[int, ...] = ()
    ended: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where the exercise stands on its course."""

    phase: str | None = None
    round: int = 0
    steps: tuple[str, ...] = ()
    """Steps of the phase not yet carried out or passed over, in order."""
    held: tuple[str, ...] = ()
    """Contingency injects of the phase not yet released in this round."""
    slips: tuple[int, ...] = ()
    """Slips with a track not yet taken, by 0-based index in the phase."""
    due: tuple[str, ...] = ()
    """Delivered injects that come next."""
    open: tuple[str, ...] = ()
    """Slots waiting for an answer."""
    owed: tuple[Owed, ...] = ()
    tracks: tuple[tuple[str, int | str], ...] = ()
    answers: tuple[tuple[str, str], ...] = ()
    """Sorted by slot."""
    released: frozenset[str] = frozenset()
    once: frozenset[str] = frozenset()
    """Injects released in this round of the phase."""
    put: frozenset[str] = frozenset()
    told: frozenset[tuple[str, str]] = frozenset()
    told_before: frozenset[tuple[str, str, str]] = frozenset()
    """(teller, told, decision): told already when the decision was put."""
    ended: str | None = None


def apply(position: Position, change: Change) -> Position:
    """The Position after a change; total on changes that ``course`` made."""
    base = _entered(position, change)
    return Position(
        phase=base.phase,
        round=base.round,
        steps=_steps(base.steps, change),
        held=tuple(h for h in base.held if h not in change.released),
        slips=tuple(s for s in base.slips if s not in change.slipped),
        due=tuple(d for d in base.due if d not in change.released and d not in change.passed) + change.due,
        open=_open(base.open, change),
        owed=tuple(o for o in base.owed if o.decision not in change.ruled) + change.owed,
        tracks=_tracks(base.tracks, change.tracks),
        answers=_answers(base.answers, change),
        released=_with(base.released, change.released),
        once=_with(base.once, change.released),
        put=_with(base.put, change.put),
        told=_with(base.told, change.told),
        told_before=_told_before(base, change),
        ended=change.ended if change.ended is not None else base.ended,
    )


def _with(known: frozenset[T], fresh: tuple[T, ...]) -> frozenset[T]:
    """Most changes add nothing: then the same set, not a copy of it."""
    return known.union(fresh) if fresh else known


def _entered(position: Position, change: Change) -> Position:
    if change.entered is None:
        return position
    return Position(
        phase=change.entered,
        round=change.round,
        steps=change.steps,
        held=change.held,
        slips=change.slips,
        tracks=position.tracks,
        answers=position.answers,
        released=position.released,
        put=position.put.difference(change.steps),
        told=position.told,
        told_before=position.told_before,
        ended=position.ended,
    )


def _steps(steps: tuple[str, ...], change: Change) -> tuple[str, ...]:
    gone = {*change.done, *change.passed, *change.put, *change.deferred}
    late = tuple(d for d in change.deferred if d in steps)
    return tuple(s for s in steps if s not in gone) + late


def _open(slots: tuple[str, ...], change: Change) -> tuple[str, ...]:
    gone = {slot for slot, _ in change.answers} | set(change.closed)
    fresh = tuple(s for s in change.opened if s not in slots)
    return tuple(s for s in slots + fresh if s not in gone)


def _tracks(
    tracks: tuple[tuple[str, int | str], ...], ops: tuple[Op, ...]
) -> tuple[tuple[str, int | str], ...]:
    if not ops:
        return tracks
    values = dict(tracks)
    for op in ops:
        values[op.track] = after(op, values.get(op.track, 0))
    return tuple(values.items())


def after(op: Op, before: int | str) -> int | str:
    """The track's value after one operation, a scale clamped to its range."""
    if op.op == "=" or isinstance(op.value, str) or isinstance(before, str):
        wanted: int | str = op.value
    else:
        wanted = before + op.value if op.op == "+=" else before - op.value
    if isinstance(wanted, int) and op.lo is not None and op.hi is not None:
        return min(max(wanted, op.lo), op.hi)
    return wanted


def _answers(answers: tuple[tuple[str, str], ...], change: Change) -> tuple[tuple[str, str], ...]:
    if not (change.answers or change.put):
        return answers
    kept = {slot: value for slot, value in answers if decision_of(slot) not in change.put}
    return tuple(sorted({**kept, **dict(change.answers)}.items()))


def decision_of(slot: str) -> str:
    """The decision a slot belongs to: ``D-01`` of ``D-01`` and of ``D-01.rok``."""
    return slot.partition(".")[0]


def cell_of(slot: str) -> str | None:
    """The cell a slot belongs to, or None where the slot is the decision's own."""
    return slot.partition(".")[2] or None


def _told_before(base: Position, change: Change) -> frozenset[tuple[str, str, str]]:
    if not (change.put or change.told_before):
        return base.told_before
    known = base.told.difference(change.told_since)
    fresh = {(a, b, decision) for decision in change.put for a, b in known}
    kept = {t for t in base.told_before if t[2] not in change.put}
    return frozenset(kept | fresh | set(change.told_before))
