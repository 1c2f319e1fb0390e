"""Words for what staff saw and how a record bears on commitments."""

from __future__ import annotations

from collections.abc import Mapping

from ttx.model.events import (
    ActionAgreed,
    Event,
    Fact,
    FindingMade,
    LinkSettled,
    LinkTagged,
    ObjectiveRated,
    ObservationMade,
    ReplyGiven,
)
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


def _rated(_names: Names, _event: Event, fact: ObjectiveRated) -> str:
    shown = f", shown by {numbers(fact.evidence)}" if fact.evidence else ""
    return f"rated {fact.objective}: {one_line(fact.word)}{shown}{because(fact.analysis)}"


def _found(_names: Names, _event: Event, fact: FindingMade) -> str:
    about = ", ".join(m for m in (fact.kind, fact.objective or "") if m)
    cause = f"; cause: {one_line(fact.cause)}" if fact.cause.strip() else ""
    seen = f", seen in {numbers(fact.evidence)}" if fact.evidence else ""
    said = one_line(fact.text)
    return f"found ({about}): {said.removesuffix('.') if cause else said}{cause}{seen}"


def _agreed(_names: Names, _event: Event, fact: ActionAgreed) -> str:
    of = f" for #{fact.of}" if fact.of else ""
    instead = f", in place of #{fact.instead}" if fact.instead else ""
    marks = [one_line(w) for w in (fact.owner, fact.due) if w.strip()]
    return f"to mend{of}{instead}: {one_line(fact.action)} ({', '.join((*marks, fact.state))})"


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
    ObjectiveRated: _rated,
    FindingMade: _found,
    ActionAgreed: _agreed,
    LinkTagged: _tagged,
    LinkSettled: _settled,
    ReplyGiven: _reply,
}
