"""Voices, objectives and tracks that nothing in the scenario comes back to."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.checks.walk import decisions, effects, injects
from ttx.course import Script
from ttx.diagnostics import Problem, Severity, Spans
from ttx.model.conditions import Told, TrackRef
from ttx.model.scenario import Scenario

CODE = "TTX261"
TITLE = "a voice, objective or track that nothing uses"


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """A remark for everything that is declared and never named again."""
    used = {"voices": _voices(scenario), "objectives": _objectives(scenario), "tracks": _tracks(scenario)}
    for kind, names in used.items():
        for name in getattr(scenario, kind):
            if name not in names:
                message = f"Nothing in the scenario uses {name}."
                yield Problem(CODE, spans.key((kind, name)), message, Severity.INFO)


def _voices(scenario: Scenario) -> set[str]:
    script = Script(scenario)
    told = [leaf for when in script.conditions() for leaf in script.leaves(when) if isinstance(leaf, Told)]
    contacts = [c for _, d in decisions(scenario) for option in d.options for c in option.contacts]
    return {
        *(inject.voice for _, inject in injects(scenario) if inject.voice),
        *(party for leaf in told for party in (leaf.teller, leaf.told)),
        *(party for contact in contacts for party in (contact.from_, contact.to)),
    }


def _objectives(scenario: Scenario) -> set[str]:
    named = {o for _, inject in injects(scenario) for o in inject.objectives}
    return named | {o for _, decision in decisions(scenario) for o in decision.objectives}


def _tracks(scenario: Scenario) -> set[str]:
    script = Script(scenario)
    leaves = (leaf for when in script.conditions() for leaf in script.leaves(when))
    slips = {slip.track for phase in scenario.phases for slip in phase.slips if slip.track}
    read = {leaf.track for leaf in leaves if isinstance(leaf, TrackRef)}
    return read | slips | {effect.track for effect in effects(scenario)}
