"""Rulings: what the rule gave, what the umpire let stand, and staff answers in place of a cell's."""

from __future__ import annotations

from ttx.adjudication import Finding, Made, Refusal, by_person, results, rule_on
from ttx.course import moves as course
from ttx.course import reader
from ttx.engine.case import Case, Rejection, no_such
from ttx.engine.decisions import value_of
from ttx.engine.evolve import replay
from ttx.engine.standing import standing
from ttx.frozen import replace
from ttx.model.commands import Overrule
from ttx.model.commands import Rule as RuleCommand
from ttx.model.events import AnswerRecorded, Overruled, Ruled
from ttx.model.parts import FREE, NONE
from ttx.model.position import Change, Owed, decision_of
from ttx.model.records import TAKEN
from ttx.model.rules import Rule


def rule(case: Case, command: RuleCommand) -> Ruled | Rejection:
    """One ruling on the answer that waits for it."""
    owed = next((o for o in case.position.owed if o.decision == command.decision), None)
    if owed is None:
        return Rejection("not-owed", f"No ruling is due on {command.decision}.")
    used = case.script.scenario.rules[owed.rule]
    if command.result is not None and command.result not in results(used):
        return Rejection("result", f"{used.title or used.id} has no result {command.result}.")
    found = _found(case, command, used)
    if isinstance(found, Refusal):
        return Rejection(found.code, found.reason)
    stands = command.result or (found.result if found else "")
    by_rule = found.result if found else ""
    if by_rule and stands != by_rule and not command.reason.strip():
        return Rejection("reason", f"The rule gives {by_rule}: another result takes a reason in words.")
    return _ruled(case, command, owed, stands, found)


def _found(case: Case, command: RuleCommand, used: Rule) -> Finding | Refusal | None:
    """What the rule gives; None where a person's result stands and nothing was thrown or ticked."""
    recorded = by_person(used)
    if command.result is not None and not recorded and not _brings(command):
        return None
    made = Made(
        result=command.result if recorded else None,
        ticks=dict(command.ticks),
        for_=command.for_,
        against=command.against,
        word=command.word,
        percent=command.percent,
        votes=_counted(command),
        umpire=command.umpire,
        faces=command.faces,
    )
    seed = bytes.fromhex(case.state.seed)
    return rule_on(used, made, reader(case.script, case.position), seed, case.state.ledger.dice)


def _brings(command: RuleCommand) -> bool:
    """Whether anything was thrown, ticked, argued, estimated or counted beside a result."""
    thrown = command.faces or command.ticks or command.for_ or command.against
    return bool(thrown or command.word or command.votes) or command.percent is not None


def _counted(command: RuleCommand) -> dict[str, int]:
    votes: dict[str, int] = {}
    for vote in command.votes:
        votes[vote.result] = votes.get(vote.result, 0) + vote.count
    return votes


def _ruled(case: Case, command: RuleCommand, owed: Owed, stands: str, found: Finding | None) -> Ruled:
    answered = case.state.answers.get(owed.decision)
    return Ruled(
        decision=owed.decision,
        of=answered.seq if answered else 0,
        value=owed.value,
        rule=owed.rule,
        result=stands,
        by_rule=found.result if found else "",
        faces=found.faces if found else (),
        typed=found.typed if found else False,
        first_index=case.state.ledger.dice,
        drawn=found.drawn if found else 0,
        total=found.total if found else None,
        umpire=command.umpire,
        ticks=found.ticks if found else command.ticks,
        read=found.read if found else (),
        for_=command.for_,
        against=command.against,
        word=command.word,
        percent=command.percent,
        votes=command.votes,
        odds=tuple((r, str(chance)) for r, chance in found.odds) if found else (),
        reason=command.reason,
        change=course.rule(case.script, case.position, owed, stands),
    )


def overrule(case: Case, command: Overrule) -> Overruled | Rejection:
    """Another answer where the cell's stood; refused once something rests on that answer."""
    found = case.find(command.of, AnswerRecorded)
    if found is None:
        return Rejection("unknown", f"Event {command.of} is no answer that stands.")
    if command.of < case.state.rested:
        return Rejection("rested", "A phase began since this answer: fork the session at it instead.")
    if case.state.ruled.get(found.decision, 0) > command.of:
        return Rejection("rested", "This answer was ruled on: take the ruling back first.")
    if refused := _unfit(case, command, found):
        return refused
    before = replay([e for e in standing(case.record.events) if e.seq < command.of]).position
    decision = case.script.decisions[found.decision]
    value = value_of(decision, command.value) if command.outcome in TAKEN else NONE
    change = (
        Change(done=(decision.id,))
        if command.outcome == "not_put"
        else course.answer(case.script, before, found.slot, value, book=case.state.book)
    )
    return Overruled(
        of=command.of,
        decision=found.decision,
        slot=found.slot,
        value=command.value,
        outcome=command.outcome,
        reason=command.reason,
        change=_as_it_stood(found, change, value),
    )


def _unfit(case: Case, command: Overrule, found: AnswerRecorded) -> Rejection | None:
    decision = case.script.decisions.get(decision_of(found.slot))
    if decision is None:
        return no_such("decision", found.decision)
    known = {o.id for o in decision.options} | {c.id for c in decision.coding} | {FREE, NONE}
    if command.value not in known:
        return Rejection("coded", f"{decision.id} has no answer {command.value}.")
    if command.outcome in TAKEN and command.value == NONE:
        return Rejection("coded", "A decision that was taken is coded as an option or as free.")
    if not command.reason.strip():
        return Rejection("reason", "Putting another answer in a cell's place takes a reason in words.")
    return None


def _as_it_stood(found: AnswerRecorded, change: Change, value: str) -> Change:
    """The new answer's change with what the first one did besides: put, opened, closed, passed."""
    first = found.change
    return replace(
        change,
        answers=((found.slot, value),),
        put=first.put,
        passed=first.passed,
        opened=first.opened,
        closed=first.closed,
    )
