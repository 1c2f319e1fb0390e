"""What the record offers those who evaluate, while they do it."""

from __future__ import annotations

from ttx.model.events import Event
from ttx.report.objectives import objectives
from ttx.report.played import Played
from ttx.report.values import ObjectiveLine
from ttx.report.who import Who
from ttx.services.reviewing import Stands


def objective_lines(session: Stands) -> tuple[ObjectiveLine, ...]:
    """Every objective with the events that the record offers as evidence."""
    from ttx.trace import trace  # noqa: PLC0415 - networkx loads only where links are followed

    played = Played(session.scenario, session.events, Who(session.scenario, "cell"))
    return objectives(played, trace(session.scenario, session.events))


def event_of(session: Stands, about: str) -> int:
    """The event the cursor stands on: ``#61``, else the last one about a step; 0 where there is none."""
    if about.startswith("#"):
        number = int(about.removeprefix("#"))
        return number if 1 <= number <= len(session.events) else 0
    found = (e.seq for e in reversed(session.events) if _is_about(e, about))
    return next(found, 0) if about else 0


def _is_about(event: Event, about: str) -> bool:
    return about in (getattr(event.fact, "inject", None), getattr(event.fact, "decision", None))
