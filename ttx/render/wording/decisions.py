"""Words for decisions: put, answered, ruled, taken back, overruled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

from ttx.model.events import (
    AnswerRecorded,
    DecisionPut,
    Event,
    Fact,
    FirstWritten,
    MoveRecorded,
    Overruled,
    RecordCompleted,
    Retracted,
    Ruled,
    StageReached,
)
from ttx.model.records import TAKEN, Grounds
from ttx.render.plain import numbers, one_line
from ttx.render.wording.names import OUTCOME_WORDS, Names, Phrasing, because, quoted
from ttx.report.brought import brought, reasons

_STAGES = {"cells": "goes to the cells", "plenary": "goes to plenary", "settled": "is settled"}
_HEARD = {
    "no": ", not read out",
    "aloud": ", withdrawn aloud after reading",
    "stands": ", read out and left standing",
}


def _first(names: Names, _event: Event, fact: FirstWritten) -> str:
    return f"{names.tag(fact.cell)} wrote first on {fact.decision} ({fact.as_}): {quoted(fact.text)}"


def _put(names: Names, _event: Event, fact: DecisionPut) -> str:
    found = names.scenario.decision(fact.decision)
    ask = f": {found.ask}" if found else ""
    off = f" (out of turn{because(fact.reason)})" if fact.off_book else ""
    return f"put {fact.decision} to {names.tags(fact.to)}{ask}{off}"


def _stage(_names: Names, _event: Event, fact: StageReached) -> str:
    return f"{fact.decision} {_STAGES[fact.stage]}"


def _answer(names: Names, _event: Event, fact: AnswerRecorded) -> str:
    parts = [] if fact.outcome == "decided" else [OUTCOME_WORDS[fact.outcome]]
    if fact.until.strip():
        parts[-1:] = [f"{OUTCOME_WORDS[fact.outcome]} ({one_line(fact.until)})"]
    if fact.referred_to.strip():
        parts[-1:] = [f"{OUTCOME_WORDS[fact.outcome]} to {one_line(fact.referred_to)}"]
    if fact.outcome in TAKEN:
        parts.append(names.coded(fact.decision, fact.coded, near=fact.near))
    parts += [quoted(fact.said)] if fact.said.strip() else []
    return f"{names.slot(fact.slot, fact.cells)}: {', '.join(parts)}"


def _completed(_names: Names, _event: Event, fact: RecordCompleted) -> str:
    filled = [f.name for f in fields(Grounds) if getattr(fact.grounds, f.name) != getattr(Grounds(), f.name)]
    left = f"; not said: {', '.join(fact.not_said)}" if fact.not_said else ""
    return f"filled in #{fact.of}: {', '.join(filled) or 'nothing'}{left}"


def _move(names: Names, _event: Event, fact: MoveRecorded) -> str:
    about = f" on {fact.about}" if fact.about else ""
    return f"{names.tag(fact.cell)} move{about}: {quoted(fact.said)}"


def _ruled(names: Names, _event: Event, fact: Ruled) -> str:
    rule = names.scenario.rules.get(fact.rule)
    had = "".join(f", {part}" for part in brought(rule, fact))
    heard = "".join(f"; {side.lower()} {' '.join(map(quoted, given))}" for side, given in reasons(fact))
    thrown = f", dice {' '.join(str(f) for f in fact.faces)}" if fact.faces else ""
    total = f", total {fact.total}" if fact.total is not None else ""
    other = (
        f", where the rule gave {names.result(fact.rule, fact.by_rule)}"
        if fact.by_rule not in ("", fact.result)
        else ""
    )
    result = names.result(fact.rule, fact.result)
    result = result.rstrip(".") if had or thrown or other or heard else result
    return f"ruling on {fact.decision}: {result}{had}{thrown}{total}{other}{heard}{because(fact.reason)}"


def _overruled(names: Names, _event: Event, fact: Overruled) -> str:
    answer = names.coded(fact.decision, fact.value) if fact.outcome in TAKEN else OUTCOME_WORDS[fact.outcome]
    return f"staff put in place of #{fact.of} ({fact.slot}): {answer}{because(fact.reason)}"


def _retracted(_names: Names, _event: Event, fact: Retracted) -> str:
    also = f" with {numbers(fact.also)}" if fact.also else ""
    return f"took back #{fact.of}{also}{_HEARD.get(fact.read_out, '')}{because(fact.reason)}"


PHRASES: Mapping[type[Fact], Phrasing] = {
    FirstWritten: _first,
    DecisionPut: _put,
    StageReached: _stage,
    AnswerRecorded: _answer,
    RecordCompleted: _completed,
    MoveRecorded: _move,
    Ruled: _ruled,
    Overruled: _overruled,
    Retracted: _retracted,
}
