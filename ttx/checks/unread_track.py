"""A track that is set and that no condition reads changes nothing but the report."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.checks.walk import effects
from ttx.course import Script
from ttx.diagnostics import Problem, Severity, Spans
from ttx.model.conditions import TrackRef
from ttx.model.scenario import Scenario

CODE = "TTX260"
TITLE = "a track that is set and never read"


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """A remark for every track that effects or slips set and nothing reads."""
    script = Script(scenario)
    leaves = (leaf for when in script.conditions() for leaf in script.leaves(when))
    read = {leaf.track for leaf in leaves if isinstance(leaf, TrackRef)}
    slips = (slip.track for phase in scenario.phases for slip in phase.slips)
    written = {effect.track for effect in effects(scenario)} | {track for track in slips if track}
    for name in scenario.tracks:
        if name in written and name not in read:
            message = f"{name} is set, and no condition reads it: it only shows in reports."
            yield Problem(CODE, spans.key(("tracks", name)), message, Severity.INFO)
