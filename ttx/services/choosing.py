"""Choices of book play made by chance, or leaning to a track: what a rehearsal asks in people's place.

Even-handed as design 5 has it: every offered answer weighs the same, then every choice of a ruling
and every value of a slip; dice are left to the session's own seed.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from ttx.adjudication import Made
from ttx.course import Answer, Reach, Release, RuleOn, Script, TakeSlip, Way, brought, carry, fork
from ttx.diagnostics import Span
from ttx.errors import UsageError
from ttx.frozen import dataclass
from ttx.model.moves import Move, MoveAnswer, MoveInject, MoveRuling, MoveSlip
from ttx.model.parts import NONE
from ttx.model.position import Position, apply, cell_of, decision_of
from ttx.model.records import Vote
from ttx.model.scenario import Scenario
from ttx.services.ports import Entropy

_NOWHERE = Span("", 1, 1)


@dataclass(frozen=True, slots=True)
class Lean:
    """Choices that bring this track nearer to this value are preferred."""

    track: str
    value: int | str

    def __str__(self) -> str:
        return f"{self.track}={self.value}"

    def far(self, position: Position) -> int:
        """How far the track is from the value: steps of a scale; for words 0 there, 1 elsewhere."""
        now = dict(position.tracks)[self.track]
        if isinstance(now, int) and isinstance(self.value, int):
            return abs(now - self.value)
        return int(now != self.value)


def lean_to(scenario: Scenario, text: str) -> Lean:
    """The lean that ``TRACK=VALUE`` names.

    Raises:
        UsageError: the scenario has no such track, or the track no such value.
    """
    name, _, wanted = (part.strip() for part in text.partition("="))
    track = scenario.tracks.get(name)
    if track is None:
        raise UsageError(
            f"There is no track {name} to lean to.",
            next_step=f"Write TRACK=VALUE with one of: {', '.join(scenario.tracks) or 'none here'}.",
        )
    values = [str(v) for v in (range(track.lo, track.hi + 1) if track.kind == "scale" else track.values)]
    if wanted not in values:
        raise UsageError(
            f"{name} never is {wanted or 'nothing'}.", next_step=f"Its values are: {', '.join(values)}."
        )
    return Lean(name, int(wanted) if track.kind == "scale" else wanted)


class Choices:
    """Asked at a Position of book play, gives the move that is chosen there."""

    def __init__(self, script: Script, entropy: Entropy, reach: Reach, lean: Lean | None = None) -> None:
        self._script = script
        self._entropy = entropy
        self._reach = reach
        self._lean = lean

    def __call__(self, position: Position) -> tuple[Move, ...]:
        """The chosen move; none where the book's own step follows."""
        found = fork(self._script, position, self._reach)
        if found is None or found.about in ("due", "close"):
            return ()
        way = self._picked(position, found.ways)
        return _move(self._script, position, way)

    def _picked(self, position: Position, ways: Sequence[Way]) -> Way:
        if len(ways) > 1 and self._lean is not None:
            distances = [self._far(self._lean, position, way) for way in ways]
            nearest = min(distances)
            ways = [way for way, far in zip(ways, distances, strict=True) if far == nearest]
        return ways[int.from_bytes(self._entropy.take(8)) % len(ways)] if len(ways) > 1 else ways[0]

    def _far(self, lean: Lean, position: Position, way: Way) -> Fraction:
        """Mean distance once this is chosen and what it brings about is done."""
        script = self._script
        return sum(
            (
                chance * self._settled(lean, apply(position, carry(script, position, act)))
                for chance, act in way.results
            ),
            Fraction(),
        )

    def _settled(self, lean: Lean, position: Position) -> Fraction:
        """The least distance after the ruling and the injects that a choice brings with it."""
        found = fork(self._script, position, self._reach)
        if found is None or found.about not in ("ruling", "due"):
            return Fraction(lean.far(position))
        return min(self._far(lean, position, way) for way in found.ways)


def _move(script: Script, position: Position, way: Way) -> tuple[Move, ...]:
    """A way of the book as people would carry it out."""
    match way.results[0][1]:
        case Answer(slot, value):
            taken = value != NONE
            move: Move = MoveAnswer(
                span=_NOWHERE,
                decision=decision_of(slot),
                cell=cell_of(slot),
                coded=value,
                outcome="decided" if taken else "not_taken",
            )
        case RuleOn(owed) as act:
            move = _ruling(owed.decision, brought(script, position, act))
        case TakeSlip(index, value):
            phase = script.phases[position.phase or ""]
            move = MoveSlip(span=_NOWHERE, track=phase.slips[index].track or "", value=value)
        case Release(inject) if inject in position.held and inject not in position.due:
            move = MoveInject(span=_NOWHERE, inject=inject)
        case _:
            return ()
    return (move,)


def _ruling(decision: str, made: Made) -> MoveRuling:
    """What people bring to a ruling; dice are thrown, never set."""
    return MoveRuling(
        span=_NOWHERE,
        decision=decision,
        result=made.result,
        ticks=made.ticks,
        for_=made.for_,
        against=made.against,
        word=made.word,
        percent=made.percent,
        votes=tuple(Vote(result=result, count=count) for result, count in made.votes.items()),
        umpire=made.umpire,
    )
