"""Commitments over one session or several: who touched each, how far it came, and how it is covered.

States of coverage are named as OpenFastTrace names them, so that a reader who knows requirement
tracing knows them here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

from ttx.frozen import dataclass
from ttx.model.scenario import Scenario
from ttx.trace.coverage import Coverage, Covered, Touch, Trace
from ttx.trace.values import TraceLink

Item: TypeAlias = Literal["covered", "covered shallow", "covered unwanted", "covered outdated", "uncovered"]
"""``covered``: settled. ``shallow``: linked, not settled. ``unwanted``: settled, and the scenario does
not ask for it. ``outdated``: its sentence has changed since the session."""
Status: TypeAlias = Literal["covers", "unwanted", "outdated", "orphaned", "ambiguous"]
"""Of a link. ``orphaned``: no catalogue holds its target. ``ambiguous``: several do."""

_ORDER: tuple[Coverage, ...] = ("settled", "considered", "raised", "set_aside", "not_raised", "no_path")


@dataclass(frozen=True, slots=True)
class Traced:
    """One session of a series with its trace."""

    name: str
    scenario: Scenario
    trace: Trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """One commitment or sentence over all sessions."""

    target: str
    source: str
    locator: str
    label: str
    stated: bool
    state: Coverage
    """The furthest it came in any of them."""
    item: Item
    touches: tuple[tuple[str, Touch], ...]
    """Session and touch, in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What one answer or move touched."""

    session: str
    decision: str
    record: int
    links: tuple[TraceLink, ...]


def spread(sessions: Sequence[Traced], changed: frozenset[str] = frozenset()) -> tuple[Spread, ...]:
    """Every commitment and linked sentence, in the order in which the sessions name them."""
    by: dict[str, list[tuple[str, Covered]]] = {}
    for each in sessions:
        for covered in each.trace.covered:
            by.setdefault(covered.target, []).append((each.name, covered))
    return tuple(_spread(rows, changed) for rows in by.values())


def _spread(rows: Sequence[tuple[str, Covered]], changed: frozenset[str]) -> Spread:
    first = rows[0][1]
    state = min((c.state for _, c in rows), key=_ORDER.index)
    wanted = any(c.in_scenario for _, c in rows)
    return Spread(
        target=first.target,
        source=first.source,
        locator=first.locator,
        label=first.label,
        stated=first.stated,
        state=state,
        item=_item(state, wanted=wanted, changed=first.target in changed),
        touches=tuple((name, touch) for name, c in rows for touch in c.touches),
    )


def _item(state: Coverage, *, wanted: bool, changed: bool) -> Item:
    if state in ("settled", "considered"):
        if changed:
            return "covered outdated"
        return "covered" if wanted else "covered unwanted"
    return "covered shallow" if state == "raised" else "uncovered"


def link_status(link: TraceLink, session: Traced, changed: frozenset[str] = frozenset()) -> Status:
    """How a link stands to what it covers."""
    books = [
        b for b in session.scenario.catalogues.values() if _holds(b.document, b.commitments, link.target)
    ]
    if not link.locator or not books:
        return "orphaned"
    if len(books) > 1:
        return "ambiguous"
    if link.target in changed:
        return "outdated"
    named = {c.target for c in session.trace.covered if c.in_scenario}
    return "covers" if link.target in named else "unwanted"


def _holds(document: str, commitments: object, target: str) -> bool:
    return target in commitments or target.startswith(f"{document}:")  # type: ignore[operator]


def reaches(sessions: Sequence[Traced]) -> Iterator[Reach]:
    """What each answer or move touched, session by session, in the order of the record."""
    for each in sessions:
        by: dict[int, list[TraceLink]] = {}
        for link in each.trace.links:
            by.setdefault(link.record, []).append(link)
        for record, found in by.items():
            yield Reach(
                session=each.name,
                decision=found[0].decision or "move",
                record=record,
                links=tuple(found),
            )
