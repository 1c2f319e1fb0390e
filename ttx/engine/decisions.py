"""Decisions on record: what others write first, put, stage, answer, complete; free moves."""

from __future__ import annotations

from ttx.course import moves as course
from ttx.course import slots_of
from ttx.engine.case import Case, Rejection, no_such
from ttx.engine.standing import standing as standing_events
from ttx.engine.steps import in_turn
from ttx.engine.targets import unknown_target
from ttx.frozen import replace
from ttx.model.commands import (
    AdvanceStage,
    CompleteRecord,
    PutDecision,
    RecordAnswer,
    RecordFirst,
    RecordMove,
)
from ttx.model.events import (
    AnswerRecorded,
    ContactMade,
    DecisionPut,
    FirstWritten,
    MoveRecorded,
    QuestionAsked,
    RecordCompleted,
    StageReached,
)
from ttx.model.parts import FREE, NONE, Decision
from ttx.model.position import Change, Position, apply, cell_of
from ttx.model.records import TAKEN, Grounds

_STAGES = ("put", "cells", "plenary", "recorded", "settled")


def first(case: Case, command: RecordFirst) -> FirstWritten | Rejection:
    """What a cell wrote before the decision was opened."""
    decision = case.script.decisions.get(command.decision)
    if decision is None:
        return no_such("decision", command.decision)
    asked = next((f for f in decision.first if command.cell in f.to), None)
    if asked is None:
        return Rejection("cell", f"{decision.id} asks {command.cell} for nothing in writing beforehand.")
    if not command.text.strip():
        return Rejection("empty", "There are no words to record.")
    return FirstWritten(decision=decision.id, cell=command.cell, as_=asked.as_, text=command.text)


def put(case: Case, command: PutDecision) -> DecisionPut | Rejection:
    """A decision is opened; what is not next on the book takes a reason."""
    decision = case.script.decisions.get(command.decision)
    if decision is None:
        return no_such("decision", command.decision)
    if any(slot in case.position.open for slot in slots_of(decision)):
        return Rejection("put", f"{decision.id} is already open.")
    on_book, passed = in_turn(case.script, case.position, decision.id)
    if not on_book and command.reason is None:
        return Rejection("reason", f"{decision.id} is not next on the book: give a reason to put it now.")
    return DecisionPut(
        decision=decision.id,
        to=decision.to,
        off_book=not on_book,
        reason=command.reason,
        change=_put(case, decision, passed),
    )


def _put(case: Case, decision: Decision, passed: tuple[str, ...]) -> Change:
    """Putting it, with what was told since it really was put, where that is written down late."""
    change = course.put(case.script, decision.id, passed, book=case.state.book)
    if case.moment.true_at is None:
        return change
    first: dict[tuple[str, str], int] = {}
    for event in standing_events(case.record.events):
        if isinstance(event.fact, ContactMade):
            happened = event.ms if event.true_at is None else event.true_at
            for pair in event.fact.change.told:
                first[pair] = min(happened, first.get(pair, happened))
    since = tuple(sorted(pair for pair, at in first.items() if at > case.moment.happened))
    return replace(change, told_since=since)


def stage(case: Case, command: AdvanceStage) -> StageReached | Rejection:
    """A decision goes on: to the cells, to plenary, settled."""
    standing = case.state.decisions.get(command.decision)
    if standing is None:
        return Rejection("not-put", f"{command.decision} was not put.")
    if _STAGES.index(command.stage) <= _STAGES.index(standing.stage):
        return Rejection("stage", f"{command.decision} is already at the stage {standing.stage}.")
    if command.stage == "settled" and standing.stage != "recorded":
        return Rejection("stage", f"{command.decision} is settled once its answer is on record.")
    return StageReached(decision=command.decision, stage=command.stage, of=standing.seq)


def answer(case: Case, command: RecordAnswer) -> AnswerRecorded | Rejection:
    """What became of a decision. Its outcome decides whether the coded answer takes effect."""
    decision = case.script.decisions.get(command.decision)
    if decision is None:
        return no_such("decision", command.decision)
    slot = _slot(decision, command.cell)
    if isinstance(slot, Rejection):
        return slot
    refused = _closed(case, decision, slot) or _wrong(case, decision, command)
    refused = refused or unknown_target(case, command.links)
    if refused:
        return refused
    value = value_of(decision, command.coded) if command.outcome in TAKEN else NONE
    standing = case.state.decisions.get(decision.id)
    return AnswerRecorded(
        decision=decision.id,
        slot=slot,
        cells=decision.to if command.cell is None else (command.cell,),
        of=standing.seq if standing and _was_put(case, decision) else 0,
        said=command.said,
        coded=command.coded,
        near=command.near,
        value=value,
        outcome=command.outcome,
        until=command.until,
        referred_to=command.referred_to,
        waits_for=command.waits_for,
        where=command.where,
        grounds=command.grounds,
        links=command.links,
        change=_answer_change(case, decision, slot, value, command.outcome),
    )


def _slot(decision: Decision, cell: str | None) -> str | Rejection:
    slots = slots_of(decision)
    wanted = decision.id if cell is None else f"{decision.id}.{cell}"
    if wanted in slots:
        return wanted
    if cell is None:
        return Rejection("cell", f"Each cell answers {decision.id} for itself: say which one.")
    if cell in decision.to and len(slots) == 1:
        return decision.id
    return Rejection("cell", f"{decision.id} is not put to {cell}.")


def _closed(case: Case, decision: Decision, slot: str) -> Rejection | None:
    if slot in case.position.open:
        return None
    if slot in case.state.answers and decision.id not in case.position.steps:
        return Rejection(
            "answered", f"{slot} already has an answer: take it back, overrule it, or put the decision again."
        )
    return None


def _wrong(case: Case, decision: Decision, command: RecordAnswer) -> Rejection | None:
    known = {o.id for o in decision.options} | {c.id for c in decision.coding} | {FREE, NONE}
    if command.coded not in known:
        return Rejection("coded", f"{decision.id} has no answer {command.coded}.")
    if command.outcome in TAKEN and command.coded == NONE:
        return Rejection("coded", "A decision that was taken is coded as an option or as free.")
    if command.outcome == "conditional" and not command.until.strip():
        return Rejection("until", "A conditional decision says if or until what.")
    if command.waits_for is not None and case.find(command.waits_for, QuestionAsked) is None:
        return Rejection("unknown", f"Event {command.waits_for} is no question.")
    return None


def value_of(decision: Decision, coded: str) -> str:
    """What conditions read for a coded answer: an entry of the coding frame reads as ``free``."""
    return FREE if any(c.id == coded for c in decision.coding) else coded


def _was_put(case: Case, decision: Decision) -> bool:
    """Whether it was put and no later round reopened it; its slots need not be open any more."""
    return decision.id in case.position.put and decision.id not in case.position.steps


def _answer_change(case: Case, decision: Decision, slot: str, value: str, outcome: str) -> Change:
    position = case.position
    if outcome == "not_put":
        return _with_own(decision, slot, Change(done=(decision.id,), answers=((slot, NONE),)), position)
    if _was_put(case, decision):
        change = course.answer(case.script, position, slot, value, book=case.state.book)
        return _with_own(decision, slot, change, position)
    _, passed = in_turn(case.script, position, decision.id)
    opened = _put(case, decision, passed)
    after = apply(position, opened)
    change = course.answer(case.script, after, slot, value, book=case.state.book)
    change = _with_own(decision, slot, change, after)
    return replace(
        change, put=opened.put, passed=opened.passed, opened=opened.opened, told_since=opened.told_since
    )


def _with_own(decision: Decision, slot: str, change: Change, position: Position) -> Change:
    """A joint answer closes the cells' own slots, also those nobody filled."""
    if decision.mode != "each_then_joint" or cell_of(slot) is not None:
        return change
    return replace(change, closed=tuple(s for s in slots_of(decision) if s != slot and s in position.open))


def complete(case: Case, command: CompleteRecord) -> RecordCompleted | Rejection:
    """What a record left empty is filled in."""
    if case.find(command.of, AnswerRecorded) is None and case.find(command.of, MoveRecorded) is None:
        return Rejection("unknown", f"Event {command.of} is no answer and no move.")
    if command.grounds == Grounds() and not command.not_said:
        return Rejection("empty", "There is nothing to fill in.")
    return RecordCompleted(of=command.of, grounds=command.grounds, not_said=command.not_said)


def move(case: Case, command: RecordMove) -> MoveRecorded | Rejection:
    """A free action of a cell."""
    if command.cell not in case.script.scenario.cells:
        return no_such("cell", command.cell)
    if not command.said.strip():
        return Rejection("empty", "A move needs the words of what the cell does.")
    if refused := unknown_target(case, command.links):
        return refused
    return MoveRecorded(
        cell=command.cell,
        said=command.said,
        about=command.about,
        grounds=command.grounds,
        links=command.links,
    )
