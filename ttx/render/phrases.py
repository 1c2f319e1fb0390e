"""One fact, one line in plain words: the console's feed and ``log show`` both read it here."""

from __future__ import annotations

from collections.abc import Mapping

from ttx.model.events import Event, Fact
from ttx.model.scenario import Scenario
from ttx.render.plain import one_line
from ttx.render.wording import clock, decisions, file, findings, play, room
from ttx.render.wording.names import Names, Phrasing

PHRASES: Mapping[type[Fact], Phrasing] = {
    **file.PHRASES,
    **play.PHRASES,
    **decisions.PHRASES,
    **room.PHRASES,
    **clock.PHRASES,
    **findings.PHRASES,
}
"""Kind of fact -> its words."""


def phrase(event: Event, scenario: Scenario) -> str:
    """The event in a few words, on one line, without control characters."""
    return one_line(PHRASES[type(event.fact)](Names(scenario), event, event.fact))
