"""What an audience may see: an allow-list, built from nothing but what was given to it.

A cell's view holds the public page, its own brief, what was released or disclosed to it and what
was put to it. The room's view holds what every cell has heard. Fields pass only by their ``Seen``
mark; one that carries none stays with staff. Links, effects, options, notes and probes carry none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any, TypeAlias

from ttx.course import Script
from ttx.engine.case import Record
from ttx.engine.standing import standing
from ttx.frozen import dataclass
from ttx.model.events import (
    AdHocReleased,
    AnswerRecorded,
    Disclosed,
    Event,
    ExerciseStarted,
    Fact,
    InjectReleased,
    PhaseEntered,
    QuestionAnswered,
    QuestionAsked,
    ShownOnWall,
)
from ttx.model.scenario import ControlFact, FactRelease
from ttx.model.seen import Seen, seen_by

Audience: TypeAlias = str
"""A cell's id, ``room`` (what all may see), or ``coder`` (a second coder, blind to codes)."""

ROOM = "room"
CODER = "coder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One thing an audience may see, its fields by name."""

    kind: str
    """inject, adhoc, decision, fact, private, question, answer, said"""
    id: str
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What one audience may see at this moment."""

    audience: Audience
    page: Mapping[str, Any]
    """The scenario's public fields."""
    cells: tuple[Mapping[str, Any], ...]
    phase: Mapping[str, Any]
    scenario_time: int | None
    status: str
    items: tuple[Shown, ...]
    """In the order they were given."""
    on_wall: Shown | None
    """What was sent to this audience's wall; None where it is blank, or what it showed was taken back."""


def view_for(script: Script, record: Record, audience: Audience) -> View:
    """What ``audience`` may see.

    Raises:
        KeyError: the audience is neither a cell of the scenario, ``room`` nor ``coder``.
    """
    if audience not in (ROOM, CODER):
        script.scenario.cells[audience]
    state = record.state
    phase = script.phases.get(state.position.phase or "")
    return View(
        audience=audience,
        page=public(script.scenario),
        cells=tuple(_cell(script, cell, audience) for cell in script.scenario.cells),
        phase=public(phase) if phase else {},
        scenario_time=state.scenario_time,
        status=state.status,
        items=tuple(_items(script, record, audience)),
        on_wall=_on_wall(script, record, audience),
    )


def public(thing: Any) -> dict[str, Any]:
    """The fields of a model value that everybody may see; nested values are stripped alike."""
    return _stripped(thing, addressed=False)


def addressed(thing: Any) -> dict[str, Any]:
    """The fields that everybody may see, and those for whom it is addressed to."""
    return _stripped(thing, addressed=True)


def _stripped(thing: Any, *, addressed: bool) -> dict[str, Any]:
    allowed = (Seen.ALL, Seen.ADDRESSEE) if addressed else (Seen.ALL,)
    names = [f.name for f in fields(thing) if seen_by(type(thing), f.name) in allowed]
    # The cells are listed on their own, each with what this audience may know of it.
    return {name: getattr(thing, name) for name in names if name != "cells"}


def _cell(script: Script, cell_id: str, audience: Audience) -> dict[str, Any]:
    return _stripped(script.scenario.cells[cell_id], addressed=cell_id == audience)


def _items(script: Script, record: Record, audience: Audience) -> list[Shown]:
    state = record.state
    items = [item for what in state.ledger.heard if (item := _heard(script, record, audience, what))]
    for decision_id in state.decisions:
        decision = script.decisions.get(decision_id)
        if decision and (audience in decision.to or _all_of(script, decision.to, audience)):
            items.append(Shown(kind="decision", id=decision_id, fields=addressed(decision)))
    return [*items, *_said(record, audience)]


def _all_of(script: Script, cells: tuple[str, ...], audience: Audience) -> bool:
    """Whether the room as a whole, or the coder, may see what went to these cells."""
    if audience == CODER:
        return True
    return audience == ROOM and set(script.scenario.cells) <= set(cells)


def _heard(script: Script, record: Record, audience: Audience, what: str) -> Shown | None:
    cells = record.state.ledger.heard[what]
    if audience not in cells and not _all_of(script, cells, audience):
        return None
    kind, _, name = what.partition(":")
    if kind == "private" and name in script.scenario.cells:
        return Shown(kind="private", id=name, fields={"private": script.scenario.cells[name].private})
    if kind == "fact" and name in script.scenario.facts:
        hearers = (audience,) if audience in cells else cells
        words = _known_then(script.scenario.facts[name], record.events, hearers)
        return Shown(kind="fact", id=name, fields={"text": words})
    return _inject(script, record, what)


def _known_then(fact: ControlFact, events: Sequence[Event], hearers: tuple[str, ...]) -> str:
    """What could be said of a fact when each of the hearers was last told."""
    if fact.then is None:
        return fact.until
    due = next((e.seq for e in events if _brings(fact.then, e.fact)), None)
    told = [max((e.seq for e in events if _tells(fact.id, cell, e.fact)), default=0) for cell in hearers]
    return fact.then.text if due is not None and due < min(told, default=0) else fact.until


def _brings(then: FactRelease, by: Fact) -> bool:
    if then.inject is not None:
        return isinstance(by, InjectReleased) and by.inject == then.inject
    return isinstance(by, ExerciseStarted | PhaseEntered) and by.change.entered == then.phase


def _tells(fact: str, cell: str, by: Fact) -> bool:
    if isinstance(by, QuestionAnswered):
        return by.fact == fact and cell in by.to
    return isinstance(by, Disclosed) and by.what == f"fact:{fact}" and cell in by.to


def _inject(script: Script, record: Record, what: str) -> Shown | None:
    given = record.state.given.get(what)
    corrections = given.corrections if given else ()
    # Taken back or not, what was heard is known: the record still has it.
    extras = (e.fact for e in record.events if isinstance(e.fact, AdHocReleased))
    extra = next((each for each in extras if each.inject == what), None)
    if extra is not None:
        shown = {
            "from_": extra.from_,
            "channel": extra.channel,
            "title": extra.title,
            "text": extra.text,
            "to": extra.to,
        }
        return Shown(kind="adhoc", id=what, fields={**shown, "corrections": corrections})
    inject = script.injects.get(what)
    if inject is None or inject.kind == "expected_action":
        return None
    return Shown(kind="inject", id=what, fields={**addressed(inject), "corrections": corrections})


def _on_wall(script: Script, record: Record, audience: Audience) -> Shown | None:
    """What staff sent to the wall of the room, or to this cell's; never more than was sent."""
    state = record.state
    sent = state.wall
    if sent is None or sent.to not in (ROOM, audience):
        return None
    if sent.kind == "inject":
        return _heard(script, record, audience, sent.what) if sent.what in state.given else None
    if sent.kind in ("decision", "options"):
        return _asked_on_wall(script, record, sent)
    return Shown(kind=sent.kind, id=sent.what, fields={"text": sent.text})


def _asked_on_wall(script: Script, record: Record, sent: ShownOnWall) -> Shown | None:
    decision = script.decisions.get(sent.what)
    if decision is None or sent.what not in record.state.decisions:
        return None
    options = tuple(addressed(o) for o in decision.options) if sent.kind == "options" else ()
    shown = {"to": decision.to, "ask": decision.ask, "options": options}
    return Shown(kind=sent.kind, id=decision.id, fields=shown)


def _said(record: Record, audience: Audience) -> list[Shown]:
    """Questions with their answers for the cells concerned; for the coder, what was said."""
    shown = []
    for event in standing(record.events):
        fact = event.fact
        if isinstance(fact, QuestionAsked) and audience == fact.cell:
            shown.append(Shown(kind="question", id=str(event.seq), fields={"text": fact.text}))
        elif isinstance(fact, QuestionAnswered) and audience in fact.to and fact.text:
            shown.append(Shown(kind="answer", id=str(fact.of), fields={"text": fact.text}))
        elif isinstance(fact, AnswerRecorded) and audience == CODER:
            words = {"said": fact.said, "slot": fact.slot}
            shown.append(Shown(kind="said", id=str(event.seq), fields=words))
    return shown
