"""What every track can come to, and where a scale is held at the end of its range.

A track that nothing later reads is left out of a state, so its values are carried along the edges
beside the states, each state with the set of values some course brings there. That is exact: what
follows from a state depends on none of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from ttx.course import Act, Answer, Enter, Release, RuleOn, Script, TakeSlip
from ttx.explore.graph import Edge, Graph
from ttx.frozen import dataclass
from ttx.model.position import Op, Position, after
from ttx.model.scenario import Track


@dataclass(frozen=True, slots=True, kw_only=True)
class Clamp:
    """A step that would have left the scale, where some course takes it."""

    at: int
    """The end at which the scale was held."""
    by: str
    """What took the step: an inject, an option ``D-01.a``, a result ``D-02.agreed`` or a phase."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackRange:
    """The values some course brings a track to, in the order of the file, low to high on a scale."""

    track: str
    reached: tuple[int | str, ...]
    never: tuple[int | str, ...]
    clamps: tuple[Clamp, ...] = ()


class _Tracked:
    """One track's values as bits of a number."""

    def __init__(self, track: Track) -> None:
        self.track = track
        self.values = values_of(track)
        self.bits = {value: 1 << n for n, value in enumerate(self.values)}
        self.seen = 0
        self._known: dict[tuple[Op, int], tuple[int, int | None]] = {}

    def moved(self, op: Op, mask: int) -> tuple[int, int | None]:
        """The values after an operation, and the end of the scale it would have passed (None: none)."""
        found = self._known.get((op, mask))
        if found is None:
            found = self._known[op, mask] = self._move(op, mask)
        return found

    def _move(self, op: Op, mask: int) -> tuple[int, int | None]:
        result, held = 0, None
        for value, bit in self.bits.items():
            if mask & bit:
                moved = after(op, value)
                result |= self.bits[moved]
                held = _held(op, value, moved) if held is None else held
        return result, held


def _held(op: Op, before: int | str, after_: int | str) -> int | None:
    if op.op == "=" or not isinstance(op.value, int) or not isinstance(before, int):
        return None
    wanted = before + op.value if op.op == "+=" else before - op.value
    return after_ if isinstance(after_, int) and after_ != wanted else None


def values_of(track: Track) -> tuple[int | str, ...]:
    """Every value a track can be, in the order of the file."""
    return tuple(range(track.lo, track.hi + 1)) if track.kind == "scale" else track.values


def tracks(graph: Graph, start: Position) -> tuple[TrackRange, ...]:
    """Ranges and clamps of every track over all courses from the start, in file order."""
    gathered = _Gathered(graph, start)
    gathered.run()
    return tuple(gathered.ranges())


class _Gathered:
    def __init__(self, graph: Graph, start: Position) -> None:
        self.graph = graph
        self.tracked = [_Tracked(t) for t in graph.script.scenario.tracks.values()]
        self._places = {t.track.id: n for n, t in enumerate(self.tracked)}
        self._masks: dict[int, list[int]] = {0: self._exact(start, [0] * len(self.tracked))}
        self._clamps: dict[tuple[int, str, int], None] = {}

    def run(self) -> None:
        """Carry the values along every edge."""
        for node in self.graph.order:
            here = self._masks.pop(node, None)
            if here is None:
                continue
            self._exact(self.graph.positions[node], here)
            for tracked, mask in zip(self.tracked, here, strict=True):
                tracked.seen |= mask
            for way in self.graph.ways[node] or ():
                for edge in way:
                    there = self._carried(node, edge, here) if edge.ops else here
                    known = self._masks.get(edge.to)
                    self._masks[edge.to] = (
                        [a | b for a, b in zip(known, there, strict=True)] if known else there[:]
                    )

    def _exact(self, position: Position, masks: list[int]) -> list[int]:
        """What a state itself says of a track is the only value it has there."""
        for name, value in position.tracks:
            place = self._places[name]
            masks[place] = self.tracked[place].bits[value]
        return masks

    def _carried(self, node: int, edge: Edge, here: list[int]) -> list[int]:
        there = here[:]
        for op in edge.ops:
            place = self._places[op.track]
            there[place], held = self.tracked[place].moved(op, there[place])
            if held is not None:
                by = named(self.graph.script, self.graph.positions[node], edge.act)
                self._clamps[place, by, held] = None
        return there

    def ranges(self) -> Iterator[TrackRange]:
        """One for every track."""
        for place, tracked in enumerate(self.tracked):
            yield TrackRange(
                track=tracked.track.id,
                reached=tuple(v for v, bit in tracked.bits.items() if tracked.seen & bit),
                never=tuple(v for v, bit in tracked.bits.items() if not tracked.seen & bit),
                clamps=tuple(Clamp(at=at, by=by) for of, by, at in self._clamps if of == place),
            )


def named(script: Script, position: Position, act: Act) -> str:
    """An act as an author would name it."""
    match act:
        case Release(inject):
            return inject
        case Answer(slot, value):
            return f"{slot}.{value}"
        case RuleOn(owed, result):
            return f"{owed.decision}.{owed.value}.{result}"
        case Enter(phase):
            return phase
        case TakeSlip(index):
            return f"slip on {script.phases[position.phase or ''].slips[index].track}"
        case _:
            return "the close"
