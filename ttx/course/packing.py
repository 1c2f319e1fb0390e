"""What of a Position conditions can read, packed into one whole number.

Tracks, answers, releases and contacts take a few bits each. Where the exercise stands in the file
(phase, steps, what is open, owed, due) is not in the number: see ``kernel``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ttx.course.script import Field, Script, slots_of
from ttx.frozen import dataclass
from ttx.model.conditions import AnswerRef, InjectRef, Told
from ttx.model.parts import FREE, NONE
from ttx.model.position import Position

_YES: tuple[int | str, ...] = (1,)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a field's bits lie, and what each number but 0 (not there) stands for."""

    shift: int
    width: int
    values: tuple[int | str, ...]

    @property
    def mask(self) -> int:
        return ((1 << self.width) - 1) << self.shift


class Layout:
    """Where each field of one script lies; ``start`` may hold values no author wrote."""

    def __init__(self, script: Script, start: Position) -> None:
        self._places: dict[Field, _Place] = {}
        self._codes: dict[tuple[Field, int | str], int] = {}
        held = dict(_held(start))
        shift = 0
        for field, authored in _fields(script):
            strange = field in held and held[field] not in authored
            values = (*authored, held[field]) if strange else authored
            width = len(values).bit_length()
            self._places[field] = _Place(shift, width, values)
            self._codes.update(((field, value), n + 1 << shift) for n, value in enumerate(values))
            shift += width

    def mask(self, fields: Iterable[Field]) -> int:
        """The bits of these fields; one that nothing reads has none."""
        found = 0
        for field in fields:
            place = self._places.get(field)
            if place is not None:
                found |= place.mask
        return found

    def pack(self, position: Position) -> int:
        """The number of a Position that was reduced to what is read."""
        found = 0
        for each in _held(position):
            found |= self._codes[each]
        return found

    def unpack(self, number: int, place: Position) -> Position:
        """The Position that stands at ``place`` with what a number holds."""
        tracks: list[tuple[str, int | str]] = []
        answers: list[tuple[str, str]] = []
        sets: dict[str, list[tuple[str, ...]]] = {"released": [], "told": [], "before": []}
        for field, at in self._places.items():
            code = (number & at.mask) >> at.shift
            if not code:
                continue
            value = at.values[code - 1]
            if field[0] == "track":
                tracks.append((field[1], value))
            elif field[0] == "answer":
                answers.append((field[1], str(value)))
            else:
                sets[field[0]].append(field[1:])
        return Position(
            phase=place.phase,
            round=place.round,
            steps=place.steps,
            held=place.held,
            slips=place.slips,
            due=place.due,
            open=place.open,
            owed=place.owed,
            once=place.once,
            put=place.put,
            ended=place.ended,
            tracks=tuple(sorted(tracks)),
            answers=tuple(sorted(answers)),
            released=frozenset(each for (each,) in sets["released"]),
            told=frozenset((a, b) for a, b in sets["told"]),
            told_before=frozenset((a, b, d) for a, b, d in sets["before"]),
        )


def _held(position: Position) -> Iterator[tuple[Field, int | str]]:
    """Fields of a Position with their values; a release or a contact has the value 1."""
    yield from ((("track", name), value) for name, value in position.tracks)
    yield from ((("answer", slot), value) for slot, value in position.answers)
    yield from ((("released", inject), 1) for inject in position.released)
    yield from ((("told", *pair), 1) for pair in position.told)
    yield from ((("before", *triple), 1) for triple in position.told_before)


def _fields(script: Script) -> Iterator[tuple[Field, tuple[int | str, ...]]]:
    """Everything that something can read, with the values it can have."""
    for track in script.scenario.tracks.values():
        yield (
            ("track", track.id),
            tuple(range(track.lo, track.hi + 1)) if track.kind == "scale" else track.values,
        )
    read = {leaf for when in script.conditions() for leaf in script.leaves(when)}
    answers = {f"{a.decision}.{a.cell}" if a.cell else a.decision for a in read if isinstance(a, AnswerRef)}
    for decision in script.decisions.values():
        values = (NONE, *(o.id for o in decision.options), FREE)
        for slot in slots_of(decision):
            if slot in answers or decision.mode == "each":
                yield ("answer", slot), values
    injects = {leaf.inject for leaf in read if isinstance(leaf, InjectRef)} | script.delivered
    told = [leaf for leaf in read if isinstance(leaf, Told)]
    yield from ((("released", inject), _YES) for inject in sorted(injects))
    yield from ((("told", *pair), _YES) for pair in sorted({(t.teller, t.told) for t in told}))
    befores = sorted({(t.teller, t.told, t.before) for t in told if t.before})
    yield from ((("before", *triple), _YES) for triple in befores)
