"""What staff still owe the record: links that nobody settled, answers without a reason."""

from __future__ import annotations

from ttx.engine import standing
from ttx.model.events import AnswerRecorded, LinkSettled, LinkTagged, MoveRecorded, RecordCompleted
from ttx.model.records import Grounds
from ttx.services.session import Session


def unsettled(session: Session) -> tuple[tuple[int, str, str], ...]:
    """Links that were proposed or tagged and not settled: (record, target, bearing proposed)."""
    return session.once(_unsettled)


def _unsettled(session: Session) -> tuple[tuple[int, str, str], ...]:
    events = list(standing(session.events))
    settled = {(e.fact.of, e.fact.link.target) for e in events if isinstance(e.fact, LinkSettled)}
    found: dict[tuple[int, str], str] = {}
    for event in events:
        fact = event.fact
        if isinstance(fact, AnswerRecorded):
            for target, bearing in _proposed(session, fact):
                found.setdefault((event.seq, target), bearing)
        if isinstance(fact, AnswerRecorded | MoveRecorded):
            for link in fact.links:
                found.setdefault((event.seq, link.target), link.bearing)
        elif isinstance(fact, LinkTagged):
            found.setdefault((fact.of, fact.link.target), fact.link.bearing)
    return tuple(
        (of, target, bearing) for (of, target), bearing in found.items() if (of, target) not in settled
    )


def to_complete(session: Session) -> tuple[int, ...]:
    """Answers on record without a reason, oldest first."""
    return session.once(_to_complete)


def _to_complete(session: Session) -> tuple[int, ...]:
    events = list(standing(session.events))
    done = {e.fact.of for e in events if isinstance(e.fact, RecordCompleted)}
    return tuple(
        e.seq
        for e in events
        if isinstance(e.fact, AnswerRecorded)
        and e.fact.outcome not in ("not_put", "not_taken")
        and (e.fact.grounds == Grounds() or not e.fact.grounds.rationale)
        and e.seq not in done
    )


def _proposed(session: Session, fact: AnswerRecorded) -> list[tuple[str, str]]:
    """What the author proposed for the coded answer."""
    decision = session.script.decisions[fact.decision]
    option = decision.option(fact.coded)
    entry = next((c for c in decision.coding if c.id == fact.coded), None)
    links = option.links if option else entry.links if entry else ()
    return [(link.target, link.bearing) for link in links]
