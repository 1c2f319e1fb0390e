"""Several sessions of one scenario side by side: where they parted, and how each came out.

A room is compared by what stands of it: answers by slot, tracks, what cells came to know, how long
answers took. Nothing is ranked; that two rooms answered differently is what an exercise is for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from ttx.frozen import dataclass
from ttx.model.events import Event
from ttx.model.parts import BEARINGS, Decision
from ttx.model.position import cell_of
from ttx.model.scenario import Scenario, Track
from ttx.model.times import show_exercise
from ttx.report.divergence import latencies
from ttx.report.played import Played, excerpt, quoted
from ttx.report.who import Who

_OWN = "in its own words"
_NOT = "-"
"""Nothing on record."""


@dataclass(frozen=True, slots=True)
class Room:
    """One session: its name, what was played, its record, bearing -> number of links."""

    name: str
    scenario: Scenario
    events: Sequence[Event]
    bearings: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Row:
    """One thing, in the words of each room, in the order of the rooms."""

    what: str
    values: tuple[str, ...]

    @property
    def parted(self) -> bool:
        """Whether it is not the same in every room."""
        return len(set(self.values)) > 1


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Rooms beside one another; sections by name, in the order they are read."""

    names: tuple[str, ...]
    same_lines: int
    """Lines at the beginning that are the same in every file; more than one where one was forked."""
    parted: str
    """The first decision of the book that not all answered alike; empty where there is none."""
    sections: Mapping[str, tuple[Row, ...]]


def side_by_side(rooms: Sequence[Room]) -> SideBySide:
    """Compare sessions of one scenario; the first room's scenario gives names and order."""
    played = [Played(r.scenario, r.events, Who(r.scenario, "cell")) for r in rooms]
    answers = _answers(played)
    return SideBySide(
        names=tuple(r.name for r in rooms),
        same_lines=_same_lines(rooms),
        parted=next((row.what for row in answers if row.parted), ""),
        sections={
            "how it came out": _outcome(played),
            "answers": answers,
            "tracks": _tracks(played),
            "injects": _injects(played),
            "what cells came to know": _known(played),
            "bearings": _bearings(rooms),
            "minutes to the record": _latency(played),
        },
    )


def _same_lines(rooms: Sequence[Room]) -> int:
    for number, events in enumerate(zip(*(r.events for r in rooms), strict=False)):
        if any(each != events[0] for each in events):
            return number
    return min(len(r.events) for r in rooms)


def _each(what: str, played: Iterable[Played], value: Callable[[Played], str]) -> Row:
    return Row(what, tuple(value(each) for each in played))


def _outcome(played: Sequence[Played]) -> tuple[Row, ...]:
    return (
        _each("Ending", played, _ending),
        _each("Exercise time", played, lambda p: show_exercise(max((e.ms for e in p.events), default=0))),
        _each("Answers on record", played, lambda p: str(len(p.answers))),
        _each("Taken back", played, lambda p: str(len(p.gone))),
    )


def _ending(played: Played) -> str:
    ended = played.state.position.ended
    if ended is None:
        return "not ended"
    return next((e.title for e in played.scenario.endings if e.id == ended), ended)


def _answers(played: Sequence[Played]) -> tuple[Row, ...]:
    rows: list[Row] = []
    for decision in _decisions(played[0].scenario):
        slots = dict.fromkeys(
            slot for p in played for slot, a in p.state.answers.items() if a.fact.decision == decision.id
        )
        ask = excerpt(decision.ask, 60)
        rows += [
            _each(f"{_named(played[0].scenario, decision, slot)} {ask}", played, partial(_answer, slot))
            for slot in slots or (decision.id,)
        ]
    return tuple(rows)


def _named(scenario: Scenario, decision: Decision, slot: str) -> str:
    """``D-01``; of a cell's own answer ``D-01 ROK``, or ``D-01 ROK first`` before a joint one."""
    own = cell_of(slot)
    if own is None:
        return decision.id
    tag = scenario.cells[own].tag if own in scenario.cells else own
    return f"{decision.id} {tag}{' first' if decision.is_written_first(slot) else ''}"


def _answer(slot: str, played: Played) -> str:
    answered = played.state.answers.get(slot)
    if answered is None:
        return _NOT
    fact = answered.fact
    words = played.coded(fact.decision, fact.coded) or fact.outcome.replace("_", " ")
    if fact.coded == "free":
        words = f"{_OWN}: {quoted(excerpt(str(fact.said), 80))}"
    return words if fact.outcome == "decided" else f"{words} ({fact.outcome.replace('_', ' ')})"


def _decisions(scenario: Scenario) -> list[Decision]:
    return [d for p in scenario.phases for d in p.decisions]


def _tracks(played: Sequence[Played]) -> tuple[Row, ...]:
    tracks = played[0].scenario.tracks.values()
    return tuple(_each(t.title, played, partial(_track, t)) for t in tracks)


def _track(track: Track, played: Played) -> str:
    return str(dict(played.state.position.tracks).get(track.id, track.start))


def _injects(played: Sequence[Played]) -> tuple[Row, ...]:
    injects = [i for p in played[0].scenario.phases for i in p.injects]
    rows = [_each(f"{i.id} {i.title}".strip(), played, partial(_given, i.id)) for i in injects]
    return (*rows, _each("Not written beforehand", played, lambda p: str(len(p.state.adhoc))))


def _given(inject: str, played: Played) -> str:
    return "given" if inject in played.state.given else _NOT


def _known(played: Sequence[Played]) -> tuple[Row, ...]:
    """Facts, and private briefs of other cells, with the cells that came to know them."""
    scenario = played[0].scenario
    what = [f"fact:{f}" for f in scenario.facts] + [f"private:{c}" for c in scenario.cells]
    rows = [_each(_known_as(scenario, each), played, partial(_told, each)) for each in what]
    return tuple(row for row in rows if set(row.values) != {_NOT})


def _known_as(scenario: Scenario, what: str) -> str:
    """``fact F-02 special measures``; ``private brief of ROK``."""
    kind, _, name = what.partition(":")
    if kind == "private":
        return f"private brief of {scenario.cells[name].tag}"
    about = scenario.facts[name].about
    return f"fact {name} {about[0] if about else ''}".strip()


def _told(what: str, played: Played) -> str:
    owner = what.removeprefix("private:")
    cells = played.scenario.cells
    tags = [cells[c].tag if c in cells else c for c in played.state.ledger.heard.get(what, ()) if c != owner]
    return ", ".join(tags) or _NOT


def _bearings(rooms: Sequence[Room]) -> tuple[Row, ...]:
    return tuple(
        Row(word, tuple(str(r.bearings.get(word, 0)) for r in rooms))
        for word in (*BEARINGS, "touches")
        if any(r.bearings.get(word) for r in rooms)
    )


def _latency(played: Sequence[Played]) -> tuple[Row, ...]:
    found = [latencies(p) for p in played]
    last = [{(each.decision, each.who): each.ms for each in own} for own in found]
    return tuple(
        Row(
            f"{decision}, {who}",
            tuple(str(own[decision, who] // 60_000) if (decision, who) in own else _NOT for own in last),
        )
        for decision, who in sorted({key for own in last for key in own})
    )
