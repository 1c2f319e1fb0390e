"""What a scenario's machinery says, in words staff read: links, effects, rulings, conditions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from ttx.model.catalogue import short_target
from ttx.model.parts import Consequence, Decision, Effect, Link, Option, RulingSpec
from ttx.model.scenario import Scenario
from ttx.render.printed.stamp import tags

_SIGNS = {"=": "becomes", "+=": "rises by", "-=": "falls by"}


def effects(scenario: Scenario, given: Iterable[Effect]) -> str:
    """``Tension rises by 1; UNC told becomes yes``."""
    tracks = scenario.tracks
    return "; ".join(
        f"{tracks[e.track].title if e.track in tracks else e.track} {_SIGNS[e.op]} {e.value}" for e in given
    )


def link(scenario: Scenario, given: Link) -> str:
    """``upholds 05a: the line was rung first``."""
    cells = f" for {tags(scenario, given.cells)}" if given.cells else ""
    more = [
        "relies on it" if given.relies else "",
        f"part: {given.part}" if given.part else "",
        f"if: {given.if_}" if given.if_ else "",
    ]
    said = "; ".join(each for each in (given.because, *more) if each)
    return f"{given.bearing} {short_target(given.target)}{cells}" + (f": {said}" if said else "")


def option(scenario: Scenario, given: Option) -> Iterator[str]:
    """What stands behind an answer of the coding frame, a sentence each."""
    if given.when:
        yield f"Only if {given.when.text}"
    if given.for_:
        yield f"For: {given.for_}"
    if given.against:
        yield f"Against: {given.against}"
    if given.effects:
        yield f"Effects: {effects(scenario, given.effects)}"
    for contact in given.contacts:
        way = f"{tags(scenario, (contact.from_,))} to {tags(scenario, (contact.to,))}"
        yield f"Contact: {way}" + (f" by {contact.line}" if contact.line else "")
    yield from (f"Proposed link: {link(scenario, each)}" for each in given.links)
    if given.ruling:
        yield from ruling(scenario, given.ruling)


def ruling(scenario: Scenario, given: RulingSpec) -> Iterator[str]:
    """Which rule is used and what each result brings."""
    rule = scenario.rules.get(given.rule)
    yield f"Ruled by: {given.rule}" + (f" ({rule.title})" if rule and rule.title else "")
    for result, brings in given.outcomes.items():
        yield f"Result {result}: {consequence(scenario, brings) or 'nothing follows'}"


def consequence(scenario: Scenario, given: Consequence) -> str:
    """What follows from a result, in one sentence."""
    parts = [given.text, effects(scenario, given.effects)]
    parts += [f"give {', '.join(given.deliver)}"] if given.deliver else []
    return "; ".join(part for part in parts if part)


def links_of(decision: Decision) -> Iterator[Link]:
    """Every link that an answer of the decision may bring."""
    return chain(
        chain.from_iterable(each.links for each in decision.options),
        chain.from_iterable(each.links for each in decision.coding),
    )
