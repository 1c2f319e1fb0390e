"""Which commitments the record touches, by whom and how, and why the rest is untouched.

Untouched is not one thing (room F22): nothing in the scenario could raise it, nobody raised it,
or the cells set aside the decision that would have.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

from ttx.engine.standing import standing
from ttx.frozen import dataclass
from ttx.model.events import AnswerRecorded, Event
from ttx.model.parts import Bearing, Decision, Link
from ttx.model.scenario import Scenario
from ttx.trace.dates import Due, dates
from ttx.trace.links import links
from ttx.trace.meetings import Meeting, meetings
from ttx.trace.targets import Target, commitment_target, target_of
from ttx.trace.values import Decider, LinkStatus, TraceLink

Coverage: TypeAlias = Literal["settled", "considered", "raised", "set_aside", "not_raised", "no_path"]
"""``considered``: settled as having no bearing. ``raised``: linked, but nothing settled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """One record that touches a target, for one cell (empty: the answer staff put in its place)."""

    record: int
    cell: str
    on: Decider
    bearing: Bearing
    prints: str
    status: LinkStatus
    conditional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """One commitment or linked sentence and everything on record that touches it."""

    target: str
    source: str
    locator: str
    label: str
    stated: bool
    state: Coverage
    in_scenario: bool
    """An objective, inject, option or coding entry names it."""
    touches: tuple[Touch, ...] = ()

    @property
    def untouched(self) -> bool:
        """Whether no record touches it at all."""
        return not self.touches


@dataclass(frozen=True, slots=True)
class Trace:
    """The links of a record, what they cover, its dates, and the tensions and needs it met."""

    links: tuple[TraceLink, ...]
    covered: tuple[Covered, ...]
    dated: tuple[Due, ...] = ()
    met: tuple[Meeting, ...] = ()


def trace(scenario: Scenario, events: Sequence[Event]) -> Trace:
    """Every link, and every commitment of the catalogues with what touches it."""
    found = links(scenario, events)
    return Trace(
        found,
        coverage(scenario, events, found),
        dates(scenario, events, found, frozenset(authored_targets(scenario))),
        meetings(scenario, found),
    )


def coverage(scenario: Scenario, events: Sequence[Event], found: Sequence[TraceLink]) -> tuple[Covered, ...]:
    """Every commitment in catalogue order, then each linked sentence, with what touches it."""
    touches: defaultdict[str, list[Touch]] = defaultdict(list)
    for link in found:
        touches[link.target] += _touches(link)
    authored = frozenset(authored_targets(scenario))
    aside = frozenset(_set_aside(scenario, events))
    return tuple(
        Covered(
            target=target.id,
            source=target.source,
            locator=target.locator,
            label=target.label,
            stated=target.stated,
            state=_state(target.id, touches[target.id], authored, aside),
            in_scenario=target.id in authored,
            touches=tuple(touches[target.id]),
        )
        for target in _targets(scenario, found, authored)
    )


def authored_targets(scenario: Scenario) -> Iterator[str]:
    """Every target that the scenario names, in file order, repeats included."""
    for objective in scenario.objectives.values():
        yield from objective.commitments
    for phase in scenario.phases:
        for inject in phase.injects:
            yield from (link.target for link in inject.links)
        for decision in phase.decisions:
            yield from (link.target for link in decision_links(decision))


def decision_links(decision: Decision) -> Iterator[Link]:
    """Every link of a decision's options and coding frame."""
    for option in decision.options:
        yield from option.links
    for entry in decision.coding:
        yield from entry.links


def _targets(scenario: Scenario, found: Sequence[TraceLink], authored: frozenset[str]) -> Iterator[Target]:
    listed: set[str] = set()
    for catalogue in scenario.catalogues.values():
        for commitment in catalogue.commitments:
            listed.add(commitment)
            yield commitment_target(catalogue, commitment)
    others = dict.fromkeys((*(link.target for link in found), *sorted(authored)))
    yield from (target_of(scenario, each) for each in others if each not in listed)


def _touches(link: TraceLink) -> Iterator[Touch]:
    for cell in ("",) if link.on == "staff" else link.cells:
        yield Touch(
            record=link.record,
            cell=cell,
            on=link.on,
            bearing=link.bearing,
            prints=link.prints,
            status=link.status,
            conditional=link.conditional,
        )


def _set_aside(scenario: Scenario, events: Sequence[Event]) -> Iterator[str]:
    for event in standing(events):
        fact = event.fact
        if isinstance(fact, AnswerRecorded) and fact.outcome == "set_aside":
            decision = scenario.decision(fact.decision)
            if decision is not None:
                yield from (link.target for link in decision_links(decision))


def _state(
    target: str, touches: Sequence[Touch], authored: frozenset[str], aside: frozenset[str]
) -> Coverage:
    settled = [t for t in touches if t.status == "settled"]
    if settled:
        return "considered" if all(t.bearing == "none" for t in settled) else "settled"
    if touches:
        return "raised"
    if target in aside:
        return "set_aside"
    return "not_raised" if target in authored else "no_path"
