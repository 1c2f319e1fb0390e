"""Courses drawn at random, even-handed, where there are too many to walk: estimates, said as such.

Every choice is drawn with equal weight and dice by their odds. An estimate comes with the interval
of E. B. Wilson (1927) for 95 in 100; what was never drawn is not known to be out of reach.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import field
from math import lcm, sqrt

from ttx.course import PLAIN, Act, Reach, Script, Way, carry, fork
from ttx.explore.graph import Stopped, Watch, start_of, sure
from ttx.explore.reached import Key, key_of
from ttx.explore.times import Costs
from ttx.explore.witness import MoveEntry, Step, moves_of
from ttx.frozen import dataclass
from ttx.model.position import Position, apply

SAMPLES = 4_000
"""Courses drawn, unless another number is given."""
_Z = 1.959963984540054
"""Of the normal distribution, 95 in 100 lie within so many standard deviations."""

Draw = Callable[[int], int]
"""A whole number from 0 up to, not including, the one given, each as likely."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A share of courses, and the interval that holds the true one 95 times in 100."""

    hits: int
    of: int
    low: float
    high: float

    @property
    def share(self) -> float:
        """What was counted, 0 to 1; 0 where nothing was drawn."""
        return self.hits / self.of if self.of else 0.0


@dataclass(slots=True)
class Sampled:
    """What was drawn."""

    runs: int = 0
    endings: Counter[str] = field(default_factory=Counter)
    places: dict[Key, tuple[MoveEntry, ...]] = field(default_factory=dict)
    """What some drawn course did, with the moves of the first that did it."""
    minutes: list[int] = field(default_factory=list)
    """Room minutes of each course."""
    hits: int = 0
    """Courses on which what was asked for held at some point."""
    hit_moves: tuple[MoveEntry, ...] | None = None
    stopped: Stopped = ""

    def ending(self, name: str) -> Estimate:
        """How likely an ending is, even-handed."""
        return wilson(min(self.endings[name], self.runs), self.runs)


def wilson(hits: int, of: int) -> Estimate:
    """The score interval for ``hits`` of ``of`` independent draws, 95 in 100."""
    if of == 0:
        return Estimate(0, 0, 0.0, 1.0)
    share, z2 = hits / of, _Z * _Z
    middle = (share + z2 / (2 * of)) / (1 + z2 / of)
    half = _Z * sqrt(share * (1 - share) / of + z2 / (4 * of * of)) / (1 + z2 / of)
    low = 0.0 if hits == 0 else max(0.0, middle - half)
    return Estimate(hits, of, low, 1.0 if hits == of else min(1.0, middle + half))


def sample(
    script: Script,
    start: Position | None = None,
    reach: Reach = PLAIN,
    *,
    samples: int = SAMPLES,
    draw: Draw,
    watch: Watch = sure,
    asked: Callable[[Position], bool] | None = None,
) -> Sampled:
    """Draw courses from ``start``; a watch may end it early, and so may an interruption."""
    found = Sampled()
    costs = Costs(script)
    first = start_of(script, start)
    try:
        while found.runs < samples:
            found.stopped = watch(found.runs)
            if found.stopped:
                break
            _take(script, costs, _course(script, first, reach, draw), found, asked)
    except KeyboardInterrupt:
        found.stopped = "interrupted"
    return found


def _course(script: Script, first: Position, reach: Reach, draw: Draw) -> tuple[list[Step], Position]:
    steps: list[Step] = []
    position = first
    while (choice := fork(script, position, reach)) is not None and choice.ways:
        act = _drawn(choice.ways[draw(len(choice.ways))] if len(choice.ways) > 1 else choice.ways[0], draw)
        steps.append((position, act))
        position = apply(position, carry(script, position, act))
    return steps, position


def _drawn(way: Way, draw: Draw) -> Act:
    if len(way.results) == 1:
        return way.results[0][1]
    whole = lcm(*(chance.denominator for chance, _ in way.results))
    left = draw(whole)
    for chance, act in way.results:
        left -= int(chance * whole)
        if left < 0:
            return act
    return way.results[-1][1]


def _take(
    script: Script,
    costs: Costs,
    course: tuple[list[Step], Position],
    found: Sampled,
    asked: Callable[[Position], bool] | None,
) -> None:
    steps, last = course
    for n, (_, act) in enumerate(steps):
        key = key_of(act)
        if key is not None and key not in found.places:
            found.places[key] = moves_of(script, steps[: n + 1])
    if asked is not None:
        at = next((n for n, (position, _) in enumerate(steps) if asked(position)), None)
        if at is not None:
            found.hits += 1
            found.hit_moves = found.hit_moves or moves_of(script, steps[:at])
    found.minutes.append(costs.minutes(act for _, act in steps))
    if last.ended is not None:
        found.endings[last.ended] += 1
    found.runs += 1
