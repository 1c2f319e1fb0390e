"""The record as the report reads it: what stands, what was taken back, by kind of fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Generic, TypeVar

from ttx.engine.evolve import replay
from ttx.engine.standing import retracted, standing
from ttx.frozen import dataclass
from ttx.model.events import AnswerRecorded, DecisionPut, Event, Fact, PhaseEntered
from ttx.model.scenario import Scenario
from ttx.model.state import State
from ttx.model.times import show_time
from ttx.report.who import Who

F = TypeVar("F", bound=Fact)


@dataclass(frozen=True, slots=True)
class Of(Generic[F]):
    """An event of one kind."""

    event: Event
    fact: F

    @property
    def seq(self) -> int:
        """The event's number."""
        return self.event.seq

    @property
    def ms(self) -> int:
        """Exercise time at which it happened."""
        return happened(self.event)


@dataclass(frozen=True)
class Played:
    """A session's events with what the sections of the report look up in them."""

    scenario: Scenario
    events: Sequence[Event]
    who: Who

    @cached_property
    def stands(self) -> tuple[Event, ...]:
        """What stands; an overruled answer as staff put it."""
        return tuple(standing(self.events))

    @cached_property
    def gone(self) -> frozenset[int]:
        """Numbers of what was taken back."""
        return retracted(self.events)

    @cached_property
    def state(self) -> State:
        """Where the session stands."""
        return replay(self.events)

    def all(self, kind: type[F]) -> tuple[Of[F], ...]:
        """The standing events of a kind as they were recorded: of an answer, the cell's own."""
        return self._recorded.get(kind, ())

    @cached_property
    def _recorded(self) -> Mapping[type[Any], tuple[Of[Any], ...]]:
        """By kind, sorted once: sections ask often, and a session may be long."""
        found: defaultdict[type[Any], list[Of[Any]]] = defaultdict(list)
        for event in self.events:
            if event.seq not in self.gone:
                found[type(event.fact)].append(Of(event, event.fact))
        return {kind: tuple(each) for kind, each in found.items()}

    def written_first(self, fact: AnswerRecorded) -> bool:
        """Whether it is what a cell wrote for itself before the joint answer."""
        decision = self.scenario.decision(fact.decision)
        return decision is not None and decision.is_written_first(fact.slot)

    @cached_property
    def answers(self) -> tuple[Of[AnswerRecorded], ...]:
        """The standing answers to decisions, as recorded; what was written before a joint one is none."""
        return tuple(a for a in self.all(AnswerRecorded) if not self.written_first(a.fact))

    @cached_property
    def by_slip(self) -> frozenset[str]:
        """Tracks that slips set, so that their values say what a cell wrote for Control alone."""
        return frozenset(s.track for p in self.scenario.phases for s in p.slips if s.track)

    def as_it_stands(self, kind: type[F]) -> tuple[Of[F], ...]:
        """The standing events of a kind, an overruled answer replaced."""
        return tuple(Of(e, e.fact) for e in self.stands if isinstance(e.fact, kind))

    def put_of(self, decision: str, before: int) -> Of[DecisionPut] | None:
        """The last event before ``before`` that put a decision."""
        found = [p for p in self.all(DecisionPut) if p.fact.decision == decision and p.seq <= before]
        return found[-1] if found else None

    def phase_at(self, number: int) -> str:
        """Title of the phase an event fell in; empty before STARTEX."""
        entered = [e.fact.phase for e in self.all(PhaseEntered) if e.seq <= number]
        if entered:
            return self.phase_title(entered[-1])
        started = self.state.status != "before" and self.scenario.phases
        return self.scenario.phases[0].title if started else ""

    def phase_title(self, phase: str) -> str:
        """A phase's title; its id where the scenario lacks it."""
        return next((p.title for p in self.scenario.phases if p.id == phase), phase)

    def time(self, minutes: int | None) -> str:
        """Scenario time as printed; empty where there is none."""
        return "" if minutes is None else show_time(minutes, day=self.scenario.calendar.date)

    def inject(self, inject: str) -> str:
        """An inject's id and title."""
        found = self.scenario.inject(inject)
        adhoc = self.state.adhoc.get(inject)
        title = found.title if found else str(adhoc.title) if adhoc else ""
        return f"{inject} {title}".strip()

    def result(self, rule: str, result: str) -> str:
        """A ruling's result in the rule's own words; its id where it has none."""
        used = self.scenario.rules.get(rule)
        return used.says(result) if used else result

    def coded(self, decision: str, coded: str, *, near: bool = False) -> str:
        """A coded answer in the coding frame's words; empty where nothing was coded."""
        found = self.scenario.decision(decision)
        option = found.option(coded) if found else None
        entry = next((c for c in found.coding if c.id == coded), None) if found else None
        if option:
            words = f"option {option.letter}, {option.text}"
        elif entry:
            words = f"coding {entry.id}, {entry.text}"
        else:
            words = {"free": "in its own words", "none": ""}.get(coded, coded)
        return f"nearest to {words}" if near and words else words


def happened(event: Event) -> int:
    """Exercise time (ms) at which it happened: for a late entry, not when it was typed."""
    return event.ms if event.true_at is None else event.true_at


def minutes(ms: int) -> str:
    """A length in whole minutes, rounded down; under one minute it says so."""
    return "under 1 min" if ms < 60_000 else f"{ms // 60_000} min"


def quoted(words: str) -> str:
    """Words in quotation marks; in curly ones where they hold straight ones themselves."""
    return f"\u201c{words}\u201d" if '"' in words else f'"{words}"'


def stopped(sentence: str) -> str:
    """With a full stop, unless the words quoted at its end bring one."""
    return sentence if sentence.rstrip('"\u201d').endswith((".", "!", "?", "\u2026")) else f"{sentence}."


def excerpt(words: str, most: int = 140) -> str:
    """The words on one line, cut at a blank to at most ``most`` characters."""
    text = " ".join(words.split())
    if len(text) <= most:
        return text
    head = text[: most - 5].rpartition(" ")[0] or text[: most - 5]
    return f"{head} [...]"
