"""What became of dated commitments in scenario time.

A date comes from the catalogue (``deadline``) and is placed by the scenario's ``events:``, by its
calendar, or by the commitment it rides on. What a date did is computed and names no cell (room
F44): only settled links are read, and a date that passes in play was missed in the exercise.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

from ttx.engine.standing import standing
from ttx.frozen import dataclass
from ttx.model.catalogue import Catalogue, Commitment
from ttx.model.events import Event, ScenarioTimeSet
from ttx.model.scenario import Scenario
from ttx.model.times import parse_time, show_time
from ttx.trace.values import TraceLink

DateState: TypeAlias = Literal["done", "late", "missed", "re-agreed", "open"]
"""``late``: done after the date. ``missed``: it passed in scenario time and nothing stands against it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A dated commitment and what the record did with its date."""

    target: str
    source: str
    locator: str
    label: str
    kind: str
    """date, event or recurring."""
    words: str
    """The date as read, with what else it can be read as."""
    at: int | None
    """Scenario time at which it falls, minutes since D 00:00; None where the exercise places none."""
    state: DateState
    says: str
    """What became of it, in one sentence's worth of words."""
    in_scenario: bool
    records: tuple[int, ...] = ()
    """Answers and moves it became so by."""


def dates(
    scenario: Scenario, events: Sequence[Event], links: Sequence[TraceLink], named: frozenset[str]
) -> tuple[Due, ...]:
    """Every dated commitment of the catalogues, in their order.

    Args:
        scenario: places events and the calendar.
        events: the whole record.
        links: what ``links`` makes of it.
        named: the targets that the scenario names.
    """
    times = _times(events)
    now = max(times.values(), default=None)
    found: dict[str, Due] = {}
    for catalogue in scenario.catalogues.values():
        entries = [c for c in catalogue.commitments.values() if c.deadline.kind not in ("none", "milestone")]
        for entry in sorted(entries, key=lambda c: c.deadline.rides_on is not None):
            case = _Case(scenario, catalogue, entry, times, now, _of(entry, links), found)
            found[entry.id] = case.due(in_scenario=entry.id in named)
    order = [c for book in scenario.catalogues.values() for c in book.commitments]
    return tuple(found[each] for each in order if each in found)


def _of(entry: Commitment, links: Sequence[TraceLink]) -> tuple[TraceLink, ...]:
    return tuple(k for k in links if k.target == entry.id)


def _times(events: Sequence[Event]) -> Mapping[int, int]:
    """Scenario time at each standing event, from the first that has one; it never runs backwards."""
    now: int | None = None
    times: dict[int, int] = {}
    for event in standing(events):
        fact = event.fact
        told = fact.time if isinstance(fact, ScenarioTimeSet) else getattr(fact, "scenario_time", None)
        now = told if told is not None else now
        if now is not None:
            times[event.seq] = now
    return times


@dataclass(frozen=True, slots=True)
class _Case:
    """One commitment with everything its date is read from."""

    scenario: Scenario
    catalogue: Catalogue
    entry: Commitment
    times: Mapping[int, int]
    now: int | None
    links: tuple[TraceLink, ...]
    before: Mapping[str, Due]

    def due(self, *, in_scenario: bool) -> Due:
        at = self._placed()
        state, says, records = self._became(at)
        return Due(
            target=self.entry.id,
            source=self.catalogue.short_title,
            locator=self.entry.locator,
            label=self.entry.label,
            kind=self.entry.deadline.kind,
            words=self._words(),
            at=at,
            state=state,
            says="; ".join((says, *self._also(state))),
            in_scenario=in_scenario,
            records=records,
        )

    def _words(self) -> str:
        due = self.entry.deadline
        parts = [f'"{due.words}"' if due.words else "dated"]
        parts += [f"read as {due.latest} at the latest"] if due.latest else []
        parts += [f"also readable as {due.also_readable_as}"] if due.also_readable_as else []
        parts += [f"rides on {due.rides_on}"] if due.rides_on else []
        return ", ".join(parts)

    def _placed(self) -> int | None:
        """By name of the event or of the commitment itself, by the calendar, or with what it rides on."""
        due, placed = self.entry.deadline, self.scenario.events
        for name in (due.event, self.entry.id):
            if name is not None and name in placed:
                return placed[name]
        if due.latest and (day := self.scenario.calendar.date):
            return parse_time(f"{due.latest} 23:59", day=day)
        carrier = self.before.get(due.rides_on or "")
        return carrier.at if carrier else None

    def _became(self, at: int | None) -> tuple[DateState, str, tuple[int, ...]]:
        done = self._whole()
        if self.entry.deadline.kind == "recurring":
            return self._recurs(done)
        moved = self._moved()
        if done:
            numbers = _numbers(done)
            agreed = moved[-1][1] if moved else None
            first = min((self.times[n] for n in numbers if n in self.times), default=None)
            if at is None or first is None or first <= at:
                return "done", f"settled as fulfilled by {_by(done)}", numbers
            if agreed is not None and first <= agreed:
                says = (
                    f"settled as fulfilled by {_by(done)}, late, by the date agreed in {_by([moved[-1][0]])}"
                )
                return "late", says, numbers
            return "late", f"settled as fulfilled by {_by(done)}, after the date ({self._time(at)})", numbers
        if moved:
            return self._put_off(at, moved)
        carrier = self.before.get(self.entry.deadline.rides_on or "")
        if carrier is not None and carrier.state == "re-agreed":
            return "re-agreed", f"moved with {carrier.target}, on which it rides", carrier.records
        if at is None:
            return "open", "the exercise places no date on it", ()
        if self.now is None:
            return "open", "scenario time never ran", ()
        if self.now >= at:
            return "missed", f"the date ({self._time(at)}) passed in play: missed in the exercise", ()
        return "open", f"the date ({self._time(at)}) was not reached in play", ()

    def _whole(self) -> list[TraceLink]:
        """Settled fulfilments; parts count once there are as many as the text has units."""
        done = [k for k in self.links if k.counted and k.bearing == "fulfils"]
        parts = [k for k in done if k.now.extent == "part"]
        whole = [k for k in done if k.now.extent == "whole"]
        enough = self.entry.units is not None and len({k.now.part for k in parts}) >= self.entry.units
        return [*whole, *parts] if whole or enough else []

    def _moved(self) -> list[tuple[TraceLink, int | None]]:
        """Settled deferrals in their order, each with the scenario time it names, if it names one."""
        off = [k for k in self.links if k.counted and k.bearing == "defers"]
        day = self.scenario.calendar.date
        return [(k, _moment(self.scenario, k.now.until, day)) for k in sorted(off, key=lambda k: k.record)]

    def _put_off(
        self, at: int | None, moved: Sequence[tuple[TraceLink, int | None]]
    ) -> tuple[DateState, str, tuple[int, ...]]:
        last, agreed = moved[-1]
        numbers = _numbers([k for k, _ in moved])
        says = f"re-agreed by {_by([last])}, until {last.now.until}"
        when = self.times.get(last.record)
        if at is not None and when is not None and when > at:
            says += f", after the date ({self._time(at)}) had passed"
        if agreed is not None and self.now is not None and self.now >= agreed:
            return "missed", f"{says}; that passed in play too: missed in the exercise", numbers
        return "re-agreed", says, numbers

    def _recurs(self, done: Sequence[TraceLink]) -> tuple[DateState, str, tuple[int, ...]]:
        if done:
            return "done", f"done this time by {_by(done)}; it recurs", _numbers(done)
        if self.now is None:
            return "open", "scenario time never ran; it recurs", ()
        return "open", "it recurs, and no date of it can pass for good", ()

    def _also(self, state: DateState) -> Iterator[str]:
        """What is on record about it and does not decide what became of the date."""
        parts = [k for k in self.links if k.counted and k.bearing == "fulfils" and k.now.extent == "part"]
        if parts and state not in ("done", "late"):
            of = f" of {self.entry.units}" if self.entry.units else ""
            yield f"in part by {_by(parts)} ({len(parts)}{of})"
        waiting = [k for k in self.links if not k.settled and k.bearing in ("fulfils", "defers")]
        if waiting:
            yield f"proposed, not settled: {', '.join(f'{k.prints} #{k.record}' for k in waiting)}"
        pre = self.entry.precondition
        if pre and state in ("missed", "open"):
            yield f"waits for: {pre}"

    def _time(self, minutes: int) -> str:
        return show_time(minutes, day=self.scenario.calendar.date)


def _moment(scenario: Scenario, words: str, day: str | None) -> int | None:
    """Scenario time of a new date: one that is written as a time, or the name of a placed event."""
    words = words.strip()
    return scenario.events.get(words, parse_time(words, day=day))


def _numbers(links: Sequence[TraceLink]) -> tuple[int, ...]:
    return tuple(sorted({k.record for k in links}))


def _by(links: Sequence[TraceLink]) -> str:
    """``D-05 #41``: the decisions or moves, with their numbers."""
    ordered = sorted({(k.record, k.decision or "a move") for k in links})
    return ", ".join(f"{decision} #{record}" for record, decision in ordered)
