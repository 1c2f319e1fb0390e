"""Words for what staff saw and how a record bears on commitments."""

from __future__ import annotations

from collections.abc import Mapping

from ttx.model.events import Event, Fact, LinkSettled, LinkTagged, ObservationMade, ReplyGiven
from ttx.model.records import LinkRecord
from ttx.render.plain import numbers, one_line
from ttx.render.wording.names import Names, Phrasing, because, quoted
from ttx.trace.targets import target_of
from ttx.trace.words import printed


def _observed(names: Names, _event: Event, fact: ObservationMade) -> str:
    marks = (fact.kind, names.tag(fact.cell) if fact.cell else "", fact.objective or "", fact.target or "")
    about = ", ".join(m for m in marks if m)
    seen = f", seen in {numbers(fact.evidence)}" if fact.evidence else ""
    return f"observed{f' ({about})' if about else ''}: {one_line(fact.text)}{seen}"


def _tagged(names: Names, _event: Event, fact: LinkTagged) -> str:
    return f"tagged #{fact.of}: {_bearing(names, fact.link)}"


def _settled(names: Names, event: Event, fact: LinkSettled) -> str:
    hands = " and ".join(one_line(h) for h in fact.hands) or f"the {event.hat.replace('_', ' ')}"
    return f"settled #{fact.of} by {hands}: {_bearing(names, fact.link)}{because(fact.link.because)}"


def _bearing(names: Names, link: LinkRecord) -> str:
    target = target_of(names.scenario, link.target)
    words = printed(link.bearing, target.act_class, target.duty, conditional=bool(link.if_))
    if link.relies:
        words = "relies on" if link.bearing == "touches" else f"{words} and relies on"
    return f"{words} {names.target(link.target)}"


def _reply(names: Names, _event: Event, fact: ReplyGiven) -> str:
    return f"{names.tag(fact.cell)} replies to #{fact.of}: {quoted(fact.text)}"


PHRASES: Mapping[type[Fact], Phrasing] = {
    ObservationMade: _observed,
    LinkTagged: _tagged,
    LinkSettled: _settled,
    ReplyGiven: _reply,
}
