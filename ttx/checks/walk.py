"""Every part of a scenario that checks ask about, with its path in the author's file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from ttx.model.conditions import When
from ttx.model.parts import Consequence, Decision, Effect, Inject, Link, RulingSpec
from ttx.model.scenario import Scenario

Path: TypeAlias = tuple[str | int, ...]


def injects(scenario: Scenario) -> Iterator[tuple[Path, Inject]]:
    """Every authored inject."""
    for p, phase in enumerate(scenario.phases):
        for n, inject in enumerate(phase.injects):
            yield ("phases", p, "injects", n), inject


def decisions(scenario: Scenario) -> Iterator[tuple[Path, Decision]]:
    """Every decision."""
    for p, phase in enumerate(scenario.phases):
        for n, decision in enumerate(phase.decisions):
            yield ("phases", p, "decisions", n), decision


def rulings(path: Path, decision: Decision) -> Iterator[tuple[Path, RulingSpec]]:
    """Every ruling a decision can lead to."""
    if decision.ruling is not None:
        yield (*path, "ruling"), decision.ruling
    if decision.free is not None:
        yield (*path, "free", "ruling"), decision.free
    for option in decision.options:
        if option.ruling is not None:
            yield (*path, "options", option.id, "ruling"), option.ruling


def consequences(scenario: Scenario) -> Iterator[tuple[Path, Consequence]]:
    """What every outcome, and every decision left open, brings."""
    for path, decision in decisions(scenario):
        yield (*path, "if_not_taken"), decision.if_not_taken
        for place, ruling in rulings(path, decision):
            for result, brings in ruling.outcomes.items():
                yield (*place, "outcomes", result), brings


def links(scenario: Scenario) -> Iterator[tuple[Path, Link]]:
    """Every authored link."""
    for path, inject in injects(scenario):
        yield from _numbered((*path, "links"), inject.links)
    for path, decision in decisions(scenario):
        for option in decision.options:
            yield from _numbered((*path, "options", option.id, "links"), option.links)
        for n, entry in enumerate(decision.coding):
            yield from _numbered((*path, "coding", n, "links"), entry.links)


def _numbered(path: Path, given: tuple[Link, ...]) -> Iterator[tuple[Path, Link]]:
    yield from (((*path, n), link) for n, link in enumerate(given))


def effects(scenario: Scenario) -> Iterator[Effect]:
    """Every effect, wherever it stands."""
    for phase in scenario.phases:
        for guarded in phase.on_enter:
            yield from guarded.effects
    for _, inject in injects(scenario):
        yield from inject.effects
    for _, decision in decisions(scenario):
        for option in decision.options:
            yield from option.effects
    for _, brings in consequences(scenario):
        yield from brings.effects


def conditions(scenario: Scenario) -> Iterator[tuple[Path, int | None, When]]:
    """Every condition of the course: its path, the number of its phase (None: endings), itself."""
    for p, phase in enumerate(scenario.phases):
        at: Path = ("phases", p)
        given = [((*at, "on_enter", n, "when"), g.when) for n, g in enumerate(phase.on_enter)]
        given += [((*at, "injects", n, "when"), i.when) for n, i in enumerate(phase.injects)]
        given += [((*at, "decisions", n, "when"), d.when) for n, d in enumerate(phase.decisions)]
        given += [
            ((*at, "decisions", n, "options", o.id, "when"), o.when)
            for n, d in enumerate(phase.decisions)
            for o in d.options
        ]
        given += [((*at, "leads_to", n, "when"), to.when) for n, to in enumerate(phase.leads_to)]
        if phase.repeat is not None:
            given.append(((*at, "repeat", "while"), phase.repeat.while_))
        yield from ((path, p, when) for path, when in given if when is not None)
    yield from ((("endings", e.id, "when"), None, e.when) for e in scenario.endings if e.when is not None)
