"""Every link of every standing answer and move, each shown as what it is.

The program assigns nothing and promotes nothing (room F45): a proposal stays one until staff
settle it. Where staff put an answer in a cell's place, both answers keep their own links.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ttx.engine.standing import standing
from ttx.frozen import dataclass
from ttx.model.events import (
    AnswerRecorded,
    Event,
    LinkSettled,
    LinkTagged,
    MoveRecorded,
    ReplyGiven,
)
from ttx.model.parts import Link
from ttx.model.position import cell_of
from ttx.model.records import TAKEN, LinkRecord
from ttx.model.scenario import Scenario
from ttx.trace.targets import Target, target_of
from ttx.trace.values import Decider, ReplyLine, Step, TraceLink
from ttx.trace.words import printed


def links(scenario: Scenario, events: Sequence[Event]) -> tuple[TraceLink, ...]:
    """All links, by record and then in the order in which they first came up."""
    book = _Book(scenario, events)
    return tuple(link for record in book.records for link in book.links_of(record))


@dataclass(frozen=True, slots=True)
class _Named:
    """A step on the way: which target of which answer it is about."""

    target: str
    on: Decider
    step: Step


class _Book:
    """The record laid out by what its events refer to."""

    def __init__(self, scenario: Scenario, events: Sequence[Event]) -> None:
        self.scenario = scenario
        self.first = {e.seq: e for e in events}
        self.records: list[Event] = []
        self.acts: defaultdict[int, list[Event]] = defaultdict(list)
        self.replies: defaultdict[int, list[ReplyLine]] = defaultdict(list)
        for event in standing(events):
            fact = event.fact
            if isinstance(fact, AnswerRecorded | MoveRecorded):
                self.records.append(event)
            elif isinstance(fact, LinkTagged | LinkSettled):
                self.acts[fact.of].append(event)
            elif isinstance(fact, ReplyGiven):
                self.replies[fact.of].append(ReplyLine(event.seq, fact.cell, str(fact.text)))

    def links_of(self, record: Event) -> Iterator[TraceLink]:
        """The links of one answer or move."""
        named: defaultdict[tuple[str, Decider], list[Step]] = defaultdict(list)
        for each in (*self._proposed(record), *self._tagged(record), *self._acted(record)):
            named[each.target, each.on].append(each.step)
        for (target, on), steps in named.items():
            for now, history in _rows(steps):
                yield self._link(record, target_of(self.scenario, target), on, now, history)

    def _link(
        self, record: Event, target: Target, on: Decider, now: Step, history: tuple[Step, ...]
    ) -> TraceLink:
        fact = record.fact
        assert isinstance(fact, AnswerRecorded | MoveRecorded)
        answer = fact if isinstance(fact, AnswerRecorded) else None
        return TraceLink(
            record=record.seq,
            decision=answer.decision if answer else None,
            slot=answer.slot if answer else "",
            cells=now.cells or _cells(fact),
            on=on,
            overruled_by=answer.overruled_by if answer else None,
            target=target.id,
            source=target.source,
            locator=target.locator,
            label=target.label,
            act_class=target.act_class,
            duty=target.duty,
            stated=target.stated,
            now=now,
            history=history,
        )

    def _proposed(self, record: Event) -> Iterator[_Named]:
        """What the author proposes for the answer as coded.

        Nothing where none was taken, and nothing for what a cell wrote before the joint answer.
        """
        own = self.first[record.seq]
        if isinstance(own.fact, AnswerRecorded):
            yield from self._authored(own, own.fact, "cell")
        stands = record.fact
        if isinstance(stands, AnswerRecorded) and stands.overruled_by is not None:
            yield from self._authored(record, stands, "staff")

    def _authored(self, event: Event, answer: AnswerRecorded, on: Decider) -> Iterator[_Named]:
        if answer.outcome not in TAKEN:
            return
        basis, authored = self._frame(answer)
        cell = cell_of(answer.slot)
        under = str(answer.until) if answer.outcome == "conditional" else ""
        for link in authored:
            if cell is None or not link.cells or cell in link.cells:
                yield _Named(link.target, on, self._proposal(event, link, basis, under))

    def _frame(self, answer: AnswerRecorded) -> tuple[str, tuple[Link, ...]]:
        decision = self.scenario.decision(answer.decision)
        if decision is None or decision.is_written_first(answer.slot):
            return "", ()
        nearest = "nearest to " if answer.near else ""
        if option := decision.option(answer.coded):
            return f"{nearest}option {option.letter}", option.links
        entry = next((c for c in decision.coding if c.id == answer.coded), None)
        return (f"{nearest}coding {entry.id}", entry.links) if entry else ("", ())

    def _proposal(self, event: Event, link: Link, basis: str, under: str) -> Step:
        target = target_of(self.scenario, link.target)
        condition = link.if_ or under
        return Step(
            status="proposed",
            event=event.seq,
            ms=_happened(event),
            bearing=link.bearing,
            prints=printed(link.bearing, target.act_class, target.duty, conditional=bool(condition)),
            relies=link.relies,
            because=link.because,
            if_=condition,
            extent=link.extent,
            part=link.part,
            by=link.by or "",
            contested=link.contested,
            cells=link.cells,
            who=f"the author, {basis}",
        )

    def _tagged(self, record: Event) -> Iterator[_Named]:
        fact = record.fact
        assert isinstance(fact, AnswerRecorded | MoveRecorded)
        for link in fact.links:
            yield _Named(link.target, "cell", self._said(record, link))

    def _acted(self, record: Event) -> Iterator[_Named]:
        answer = record.fact
        overruled = answer.overruled_by if isinstance(answer, AnswerRecorded) else None
        for event in self.acts[record.seq]:
            fact = event.fact
            assert isinstance(fact, LinkTagged | LinkSettled)
            on: Decider = "staff" if overruled is not None and event.seq > overruled else "cell"
            step = self._said(event, fact.link)
            if isinstance(fact, LinkSettled):
                step = _by_hands(step, fact, event, tuple(self.replies[event.seq]))
            yield _Named(fact.link.target, on, step)

    def _said(self, event: Event, link: LinkRecord) -> Step:
        target = target_of(self.scenario, link.target)
        return Step(
            status="tagged",
            event=event.seq,
            ms=_happened(event),
            bearing=link.bearing,
            prints=printed(link.bearing, target.act_class, target.duty, conditional=bool(link.if_)),
            relies=link.relies,
            in_words=str(link.in_words),
            because=str(link.because),
            until=str(link.until),
            if_=str(link.if_),
            extent=link.extent,
            part=str(link.part),
            by=link.by or "",
            cells=link.cells,
            who=f"the {event.hat.replace('_', ' ')}",
        )


def _by_hands(step: Step, fact: LinkSettled, event: Event, replies: tuple[ReplyLine, ...]) -> Step:
    hands = tuple(str(h) for h in fact.hands)
    who = " and ".join(hands) if hands else f"the {event.hat.replace('_', ' ')}"
    return replace(step, status="settled", who=who, hands=hands, stage=fact.stage, replies=replies)


def _rows(steps: Sequence[Step]) -> Iterator[tuple[Step, tuple[Step, ...]]]:
    """What stands of one target on one answer: each with what came before it.

    A settlement replaces the one before unless they speak of different things (word and deed, or
    other cells). Where something is settled, proposals and tags are its history.
    """
    settled = [s for s in steps if s.status == "settled"]
    if settled:
        standing_ones = _last(settled)
        before = [s for s in steps if s.status != "settled"]
        for now in standing_ones:
            earlier = [s for s in settled if s.event < now.event and _same(s, now)]
            yield now, tuple(sorted((*before, *earlier), key=lambda s: s.event))
        return
    for proposal in (s for s in steps if s.status == "proposed"):
        yield proposal, ()
    tags = [s for s in steps if s.status == "tagged"]
    for now in _last(tags):
        same = [t for t in tags if t is not now and _same(t, now)]
        yield _summed(now, same), tuple(same)


def _last(steps: Sequence[Step]) -> list[Step]:
    kept: list[Step] = []
    for step in steps:
        kept = [*(k for k in kept if not _same(k, step)), step]
    return kept


def _same(one: Step, other: Step) -> bool:
    cells = not one.cells or not other.cells or bool(set(one.cells) & set(other.cells))
    return cells and (one.by == other.by or not one.by or not other.by)


def _summed(now: Step, earlier: Iterable[Step]) -> Step:
    """A tag that a cell relies on the text is not lost by a later tag that does not repeat it."""
    for step in earlier:
        if step.relies and not now.relies:
            now = replace(now, relies=True, in_words=now.in_words or step.in_words)
    return now


def _cells(fact: AnswerRecorded | MoveRecorded) -> tuple[str, ...]:
    return fact.cells if isinstance(fact, AnswerRecorded) else (fact.cell,)


def _happened(event: Event) -> int:
    return event.ms if event.true_at is None else event.true_at
