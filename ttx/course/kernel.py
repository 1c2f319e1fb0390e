"""The course at speed: what an act does is worked out once for all Positions it does the same to.

The meaning is ``fork``, ``carry``, ``apply`` and ``reduce``, and nothing else. At a place of the
file they read only some of what a Position holds; whatever they read is noted, and Positions that
agree in it have the same choices, with the same changes. So each is carried out once, and every
other Position is moved by two operations on a whole number. A result is checked as it is learnt:
the packed way must give the very Position that the course gave.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from fractions import Fraction
from typing import TypeAlias

from ttx.course.book import PLAIN, Act, Reach, carry, fork
from ttx.course.packing import Layout
from ttx.course.relevance import Relevance
from ttx.course.script import Field, Script, slots_of
from ttx.frozen import dataclass
from ttx.model.conditions import Told
from ttx.model.position import Change, Op, Position, apply

Rank: TypeAlias = tuple[int, ...]


@dataclass(eq=False, slots=True)
class Place:
    """A place in the file: Positions that differ only in what is packed."""

    rank: Rank
    """Every act leads to a place of a higher rank."""
    bare: Position
    """The place as a Position without tracks, answers, releases and contacts."""
    live: int
    """Bits that can still be read from here."""
    mask: int = 0
    """Bits that choosing has read here so far."""
    known: dict[int, Choices] = field(default_factory=dict)
    """What is chosen, by what is read."""
    deeds: dict[Act, Deed] = field(default_factory=dict)
    found: dict[int, Choices | None] = field(default_factory=dict)
    """For who walks: the Positions met here, and what is chosen at each."""
    even: dict[int, int] = field(default_factory=dict)
    """For who walks: the even-handed chance of coming by each."""
    rows: dict[int, int] = field(default_factory=dict)
    """For who walks: the number of what can still come at each."""
    over: int = 1
    """For who walks: what even-handed chances from here on are whole numbers over."""


Branch: TypeAlias = tuple[Place, int, int, tuple[Op, ...]]
"""Where an act leads from a number ``n``: a place, ``keep`` and ``put``, there it is ``n & keep | put``; and
what the act does to tracks on the way."""


@dataclass(eq=False, slots=True)
class Deed:
    """An act at a place, carried out once for all Positions that agree in what it reads."""

    place: Place
    act: Act
    mask: int = 0
    """Bits it has read so far."""
    known: dict[int, Branch] = field(default_factory=dict)
    """Where it leads, by what it reads; emptied when it has read more."""
    leads: set[Place] = field(default_factory=set)
    """Every place it was seen to lead to."""


@dataclass(eq=False, slots=True)
class Choices:
    """What is chosen at a place; nothing where the exercise has ended."""

    deeds: tuple[Deed, ...]
    """Every act of every way, in order."""
    shares: tuple[tuple[Deed, int, int], ...]
    """Each with its even-handed chance, as two whole numbers."""
    ways: tuple[tuple[Fraction, ...], ...]
    """The chances within each way; empty where every way has one result."""


class Kernel:
    """Places and choices of one script, learnt as they are asked for.

    ``relevance`` says what may be left out of a Position; by default what nothing later reads.
    """

    def __init__(
        self, script: Script, start: Position, reach: Reach = PLAIN, relevance: Relevance | None = None
    ) -> None:
        self._noted: set[Field] = set()
        self._script = Script(script.scenario, self._noted)
        self._reach = reach
        self._relevance = relevance or Relevance(script)
        self._places: dict[Position, Place] = {}
        self.fresh: list[Place] = []
        """Places met that nobody has taken from this list yet."""
        self._phases = {phase.id: n for n, phase in enumerate(script.scenario.phases)}
        reads = self._relevance.script
        read = {leaf for when in reads.conditions() for leaf in reads.leaves(when)}
        self._compared = [
            (leaf.teller, leaf.told, leaf.before) for leaf in read if isinstance(leaf, Told) and leaf.before
        ]
        first = self._relevance.reduce(start)
        self._layout = Layout(self._relevance.script, first)
        self.place, self.number = self._place(first), self._layout.pack(first)
        """Where it starts."""

    def position(self, place: Place, number: int) -> Position:
        """The Position, without what nothing later reads."""
        return self._layout.unpack(number, place.bare)

    def choices(self, place: Place, number: int) -> Choices:
        """What is chosen at a Position."""
        found = place.known.get(number & place.mask)
        return self.learn(place, number) if found is None else found

    def learn(self, place: Place, number: int) -> Choices:
        """What is chosen at a Position, as the course says; what was read for it is noted."""
        self._noted.clear()
        found = fork(self._script, self.position(place, number), self._reach)
        ways = found.ways if found is not None else ()
        deeds = [(self._deed(place, act), chance / len(ways)) for way in ways for chance, act in way.results]
        several = any(len(way.results) > 1 for way in ways)
        choices = Choices(
            tuple(deed for deed, _ in deeds),
            tuple((deed, chance.numerator, chance.denominator) for deed, chance in deeds),
            tuple(tuple(chance for chance, _ in way.results) for way in ways) if several else (),
        )
        read = self._layout.mask(self._noted)
        if read & ~place.mask:
            place.mask |= read
            place.known.clear()
        place.known[number & place.mask] = choices
        return choices

    @staticmethod
    def _deed(place: Place, act: Act) -> Deed:
        found = place.deeds.get(act)
        if found is None:
            found = place.deeds[act] = Deed(place, act)
        return found

    def carry_out(self, deed: Deed, number: int) -> Branch:
        """Where an act leads, as the course says; what was read for it is noted.

        Raises:
            RuntimeError: what is packed does not move as the course moves it.
        """
        self._noted.clear()
        position = self.position(deed.place, number)
        change = carry(self._script, position, deed.act)
        after = self._relevance.reduce(apply(position, change))
        to = self._place(after)
        written = self._layout.mask(self._written(change))
        packed = self._layout.pack(after)
        keep, put = to.live & ~written, packed & written
        if number & keep | put != packed or to.rank <= deed.place.rank:
            raise RuntimeError(f"{deed.act} is not what the course does at {position}")
        read = self._layout.mask(self._noted)
        if read & ~deed.mask:
            deed.mask |= read
            deed.known.clear()
        deed.leads.add(to)
        branch = deed.known[number & deed.mask] = (to, keep, put, change.tracks)
        return branch

    def _written(self, change: Change) -> Iterator[Field]:
        """Everything a change sets; what it sets it from is noted as read."""
        for op in change.tracks:
            yield ("track", op.track)
            if op.op != "=":
                self._noted.add(("track", op.track))
        yield from (("answer", slot) for slot, _ in change.answers)
        yield from (("released", inject) for inject in change.released)
        yield from (("told", *pair) for pair in change.told)
        for name in change.put:
            yield from (("answer", slot) for slot in slots_of(self._script.decisions[name]))
            for a, b, decision in self._compared:
                if decision == name:
                    yield ("before", a, b, decision)
                    self._noted.add(("told", a, b))

    def _place(self, position: Position) -> Place:
        """The place of a reduced Position."""
        bare = Position(
            phase=position.phase,
            round=position.round,
            steps=position.steps,
            held=position.held,
            slips=position.slips,
            due=position.due,
            open=position.open,
            owed=position.owed,
            once=position.once,
            put=position.put,
            ended=position.ended,
        )
        found = self._places.get(bare)
        if found is None:
            live = self._layout.mask(self._relevance.kept(position))
            found = self._places[bare] = Place(self._rank(bare), bare, live)
            self.fresh.append(found)
        return found

    def _rank(self, bare: Position) -> Rank:
        """Phases, rounds, steps still to come, then what waits within a step."""
        if bare.phase is None:
            return (len(self._phases),)
        ahead = len(bare.steps) + len(bare.held) + len(bare.slips)
        waiting = (-len(bare.open), -len(bare.owed), -len(bare.due))
        return (self._phases[bare.phase], bare.round, -ahead, *waiting)
