"""Tensions and needs of the catalogue: which the record met, how each side was settled, and by whom.

A tension is two commitments that pull in practice; a need is one that rests on another. Neither is
a finding: they say where to look.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

from ttx.frozen import dataclass
from ttx.model.catalogue import Catalogue
from ttx.model.scenario import Scenario
from ttx.trace.targets import Target, target_of
from ttx.trace.values import TraceLink

Met: TypeAlias = Literal["settled", "met", "one side", "not met"]
"""``settled``: each side has a settled link. ``met``: each side is linked."""


@dataclass(frozen=True, slots=True)
class Side:
    """One commitment of a tension or need, and the links to it that say something."""

    target: Target
    links: tuple[TraceLink, ...]

    @property
    def settled(self) -> bool:
        """Whether at least one of its links is settled."""
        return any(k.settled for k in self.links)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A tension, or a need (its first side rests on its second)."""

    kind: Literal["tension", "need"]
    id: str
    says: str
    seen_when: str
    sides: tuple[Side, ...]

    @property
    def state(self) -> Met:
        """How far the record met it."""
        touched = sum(bool(side.links) for side in self.sides)
        if touched == len(self.sides):
            return "settled" if all(side.settled for side in self.sides) else "met"
        return "one side" if touched else "not met"

    @property
    def at_once(self) -> tuple[int, ...]:
        """Answers and moves that bear on every side at once."""
        numbers = [{k.record for k in side.links} for side in self.sides]
        return tuple(sorted(set.intersection(*numbers))) if numbers else ()


def meetings(scenario: Scenario, links: Sequence[TraceLink]) -> tuple[Meeting, ...]:
    """Every tension and then every need of each catalogue, met or not, in their order."""
    live = [k for k in links if k.bearing != "none"]
    return tuple(m for book in scenario.catalogues.values() for m in _of(scenario, book, live))


def _of(scenario: Scenario, book: Catalogue, live: Sequence[TraceLink]) -> Iterator[Meeting]:
    for tension in book.tensions:
        yield Meeting(
            kind="tension",
            id=tension.id,
            says=tension.says,
            seen_when=tension.seen_when,
            sides=tuple(_side(scenario, each, live) for each in tension.of),
        )
    for entry in book.commitments.values():
        for need in entry.needs:
            yield Meeting(
                kind="need",
                id=f"{entry.short}-{need.rpartition('-')[2]}",
                says=f"{entry.id} {entry.label} rests on {need}.",
                seen_when="",
                sides=(_side(scenario, entry.id, live), _side(scenario, need, live)),
            )


def _side(scenario: Scenario, target: str, live: Sequence[TraceLink]) -> Side:
    return Side(target_of(scenario, target), tuple(k for k in live if k.target == target))
