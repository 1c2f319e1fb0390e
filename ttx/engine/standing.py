"""Which events stand: what was taken back is left out, what was overruled is replaced in place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ttx.frozen import replace
from ttx.model.events import (
    ActionAgreed,
    AnswerRecorded,
    Event,
    InjectCorrected,
    LinkSettled,
    LinkTagged,
    NoteTaken,
    Overruled,
    QuestionAnswered,
    ReadOut,
    RecordCompleted,
    ReplyGiven,
    Retracted,
    Ruled,
    StageReached,
    TrackAdjusted,
)

_REFERS = (
    ActionAgreed,
    AnswerRecorded,
    InjectCorrected,
    LinkSettled,
    LinkTagged,
    NoteTaken,
    Overruled,
    QuestionAnswered,
    ReadOut,
    RecordCompleted,
    ReplyGiven,
    Ruled,
    StageReached,
    TrackAdjusted,
)


def retracted(events: Iterable[Event]) -> frozenset[int]:
    """Numbers of the events that were taken back, with those that went with them."""
    gone: set[int] = set()
    for event in events:
        if isinstance(event.fact, Retracted):
            gone |= {event.fact.of, *event.fact.also}
    return frozenset(gone)


def standing(events: Iterable[Event]) -> Iterator[Event]:
    """The events that stand, in order, each overruled answer with what staff put in its place."""
    events = list(events)
    gone = retracted(events)
    overruled = {
        e.fact.of: (e.seq, e.fact) for e in events if isinstance(e.fact, Overruled) and e.seq not in gone
    }
    for event in events:
        if event.seq in gone:
            continue
        found = overruled.get(event.seq)
        yield event if found is None else _replaced(event, *found)


def _replaced(event: Event, number: int, by: Overruled) -> Event:
    fact = event.fact
    if not isinstance(fact, AnswerRecorded):
        return event
    stands = replace(
        fact,
        coded=by.value,
        value=dict(by.change.answers)[by.slot],
        outcome=by.outcome,
        change=by.change,
        overruled_by=number,
    )
    return replace(event, fact=stands)


def refers_to(events: Sequence[Event], number: int) -> tuple[int, ...]:
    """Standing events that refer to event ``number``, or to one that does, in order."""
    gone = retracted(events)
    taken = {number}
    for event in events[number:]:
        fact = event.fact
        if event.seq not in gone and isinstance(fact, _REFERS) and fact.of in taken:
            taken.add(event.seq)
    return tuple(sorted(taken - {number}))
