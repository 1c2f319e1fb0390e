"""Which commitments some course touches, by bearing and cell, and why the rest is not touched.

Links are the author's proposals; that an option is reached says that its links can come up, not
that anybody will settle them so. An inject's links count as its cells being made aware of the text.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ttx.course import Script
from ttx.explore.reached import Key
from ttx.frozen import dataclass
from ttx.model.parts import Bearing, Decision, Link
from ttx.model.position import cell_of, decision_of
from ttx.model.scenario import Objective, Scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """One way in which a course touches a commitment, or a sentence that promises nothing."""

    target: str
    bearing: Bearing
    cell: str
    by: tuple[str, ...]
    """The options (``D-01.a``) and injects whose links say so, in file order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Untouched:
    """A commitment no course touches."""

    target: str
    named_by: tuple[str, ...]
    """Where the scenario names it all the same: objectives, options and injects no course comes to,
    and coding frames (``D-07 coding all-back``), which nobody is offered. Empty: a catalogue holds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Whether some course can give evidence of an objective.

    It can where an inject or decision that names the objective is reached, or one of the
    objective's commitments is touched.
    """

    objective: str
    by: tuple[str, ...]
    """Reached injects and decisions that name it."""
    untouched: tuple[str, ...]
    """Its commitments no course touches."""
    shown: bool


def touches(script: Script, found: Collection[Key]) -> tuple[Touch, ...]:
    """Everything the courses touch, by target in file order, then bearing and cell."""
    rows: dict[tuple[str, Bearing, str], list[str]] = {}
    for by, link, cells in _reached_links(script, found):
        for cell in cells:
            names = rows.setdefault((link.target, link.bearing, cell), [])
            if by not in names:
                names.append(by)
    return tuple(
        Touch(target=target, bearing=bearing, cell=cell, by=tuple(by))
        for (target, bearing, cell), by in rows.items()
    )


def _reached_links(script: Script, found: Collection[Key]) -> Iterator[tuple[str, Link, tuple[str, ...]]]:
    answers = [(key[1], key[2]) for key in found if key[0] == "answer"]
    for phase in script.scenario.phases:
        for inject in phase.injects:
            if ("inject", inject.id) in found:
                yield from ((inject.id, link, link.cells or inject.to) for link in inject.links)
        for decision in phase.decisions:
            for slot, value in answers:
                if decision_of(slot) == decision.id:
                    yield from _slot_links(decision, slot, value)


def _slot_links(decision: Decision, slot: str, value: str) -> Iterator[tuple[str, Link, tuple[str, ...]]]:
    option = decision.option(value)
    cell = cell_of(slot)
    for link in option.links if option else ():
        if cell is None:
            yield f"{decision.id}.{value}", link, link.cells or decision.to
        elif not link.cells or cell in link.cells:
            yield f"{decision.id}.{value}", link, (cell,)


def untouched(script: Script, touched: Collection[Touch]) -> tuple[Untouched, ...]:
    """What the scenario names and no course touches, then what its catalogues hold besides."""
    done = {touch.target for touch in touched}
    named: dict[str, list[str]] = {}
    for target, by in _authored(script.scenario):
        if target not in done:
            named.setdefault(target, []).append(by)
    for catalogue in script.scenario.catalogues.values():
        for commitment in catalogue.commitments:
            if commitment not in done:
                named.setdefault(commitment, [])
    return tuple(Untouched(target=t, named_by=tuple(dict.fromkeys(by))) for t, by in named.items())


def _authored(scenario: Scenario) -> Iterator[tuple[str, str]]:
    for objective in scenario.objectives.values():
        yield from ((target, objective.id) for target in objective.commitments)
    for phase in scenario.phases:
        for inject in phase.injects:
            yield from ((link.target, inject.id) for link in inject.links)
        for decision in phase.decisions:
            for option in decision.options:
                yield from ((link.target, f"{decision.id}.{option.id}") for link in option.links)
            for entry in decision.coding:
                yield from ((link.target, f"{decision.id} coding {entry.id}") for link in entry.links)


def objectives(script: Script, found: Collection[Key], touched: Collection[Touch]) -> tuple[Shown, ...]:
    """Every objective in file order, with whether some course can show it."""
    done = {touch.target for touch in touched}
    return tuple(_shown(script, found, done, each) for each in script.scenario.objectives.values())


def _shown(script: Script, found: Collection[Key], done: set[str], objective: Objective) -> Shown:
    injects = [i for i in script.injects.values() if objective.id in i.objectives]
    decisions = [d for d in script.decisions.values() if objective.id in d.objectives]
    by = [i.id for i in injects if ("inject", i.id) in found]
    by += [d.id for d in decisions if ("decision", d.id) in found]
    missing = tuple(c for c in objective.commitments if c not in done)
    touched = len(missing) < len(objective.commitments)
    return Shown(objective=objective.id, by=tuple(by), untouched=missing, shown=bool(by) or touched)
