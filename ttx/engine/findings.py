"""Observations, what was made of them, and links: what staff saw and how a record bears on the text.

The program never assigns a bearing (room F45): the scribe tags, staff settle, a cell may reply.
"""

from __future__ import annotations

from ttx.engine.case import Case, Rejection, no_such
from ttx.engine.standing import retracted
from ttx.engine.targets import is_target, misfit, unknown_target
from ttx.model.commands import (
    AgreeAction,
    Observe,
    RateObjective,
    RecordFinding,
    Reply,
    SettleLink,
    TagLink,
)
from ttx.model.evaluation import NOT_PUT, WORDS
from ttx.model.events import (
    ActionAgreed,
    AnswerRecorded,
    FindingMade,
    LinkSettled,
    LinkTagged,
    MoveRecorded,
    ObjectiveRated,
    ObservationMade,
    ReplyGiven,
)
from ttx.model.records import LinkRecord

REPLY_WORDS = 40
"""Most words of a cell's reply (room F45)."""
_TWO_HANDS = ("strains", "contradicts")


def observe(case: Case, command: Observe) -> ObservationMade | Rejection:
    """What an evaluator saw."""
    scenario = case.script.scenario
    if not command.text.strip():
        return Rejection("empty", "An observation needs words.")
    if command.cell is not None and command.cell not in scenario.cells:
        return no_such("cell", command.cell)
    if command.objective is not None and command.objective not in scenario.objectives:
        return no_such("objective", command.objective)
    if command.target is not None and not is_target(case, command.target):
        return no_such("commitment or sentence", command.target)
    if refused := _no_evidence(case, command.evidence):
        return refused
    return ObservationMade(
        text=command.text,
        cell=command.cell,
        objective=command.objective,
        target=command.target,
        kind=command.kind,
        evidence=command.evidence,
    )


def rate(case: Case, command: RateObjective) -> ObjectiveRated | Rejection:
    """A word on an objective: one of those agreed on, and never without evidence (field A7)."""
    scenario = case.script.scenario
    words = WORDS[scenario.evaluation]
    if command.objective not in scenario.objectives:
        return no_such("objective", command.objective)
    if not words:
        return Rejection("none", "The scenario says evaluation: none, so nothing is rated.")
    if command.word not in words:
        return Rejection("word", f"{command.word or 'Nothing'} is none of the words: {', '.join(words)}.")
    if not command.evidence and command.word != NOT_PUT:
        return Rejection("evidence", "A rating needs evidence: name at least one event by its number.")
    if refused := _no_evidence(case, command.evidence):
        return refused
    return ObjectiveRated(
        objective=command.objective,
        word=command.word,
        evidence=command.evidence,
        analysis=command.analysis,
    )


def finding(case: Case, command: RecordFinding) -> FindingMade | Rejection:
    """What was found, and what brought it about."""
    if not command.text.strip():
        return Rejection("empty", "A finding needs words.")
    if command.objective is not None and command.objective not in case.script.scenario.objectives:
        return no_such("objective", command.objective)
    if refused := _no_evidence(case, command.evidence):
        return refused
    return FindingMade(
        text=command.text,
        kind=command.kind,
        objective=command.objective,
        cause=command.cause,
        evidence=command.evidence,
    )


def action(case: Case, command: AgreeAction) -> ActionAgreed | Rejection:
    """What is to be mended; a later one may take the place of an earlier one."""
    if not command.action.strip():
        return Rejection("empty", "A corrective action needs words.")
    if command.of is not None and case.find(command.of, FindingMade) is None:
        return Rejection("unknown", f"Event {command.of} is no finding.")
    if command.instead is not None and case.find(command.instead, ActionAgreed) is None:
        return Rejection("unknown", f"Event {command.instead} is no corrective action.")
    return ActionAgreed(
        action=command.action,
        of=command.of,
        element=command.element,
        owner=command.owner,
        due=command.due,
        state=command.state,
        closed_by=command.closed_by,
        instead=command.instead,
    )


def _no_evidence(case: Case, numbers: tuple[int, ...]) -> Rejection | None:
    """Evidence is what stands on record."""
    last = case.state.ledger.seq
    if wrong := [n for n in numbers if not 1 <= n <= last]:
        return Rejection("unknown", f"There is no event #{wrong[0]}; the last one is #{last}.")
    if back := sorted(set(numbers) & retracted(case.record.events)):
        return Rejection("retracted", f"Event #{back[0]} was taken back and shows nothing.")
    return None


def tag(case: Case, command: TagLink) -> LinkTagged | Rejection:
    """That a record touches a commitment, or that the cell relies on it."""
    if refused := _unlinked(case, command.of, command.link):
        return refused
    if command.link.bearing != "touches":
        return Rejection("bearing", "In play a record is tagged; how it bears on the text is settled later.")
    return LinkTagged(of=command.of, link=command.link)


def settle(case: Case, command: SettleLink) -> LinkSettled | Rejection:
    """How a record bears on a commitment; the two hard words take two hands (room F45)."""
    if refused := _unlinked(case, command.of, command.link):
        return refused
    if refused := misfit(case, command.link):
        return refused
    if command.link.bearing in _TWO_HANDS and len(set(command.hands)) < len(_TWO_HANDS):
        return Rejection("two-hands", "This bearing is settled by two: say whose hands they are.")
    if command.link.bearing == "defers" and not command.link.until.strip():
        return Rejection("until", "Defers says until when or until what; without it, the word is strains.")
    return LinkSettled(of=command.of, link=command.link, hands=command.hands, stage=command.stage)


def reply(case: Case, command: Reply) -> ReplyGiven | Rejection:
    """A cell replies to how its decision was settled."""
    if case.find(command.of, LinkSettled) is None:
        return Rejection("unknown", f"Event {command.of} settles no link.")
    if command.cell not in case.script.scenario.cells:
        return no_such("cell", command.cell)
    words = len(command.text.split())
    if not 1 <= words <= REPLY_WORDS:
        return Rejection("words", f"A reply has 1 to {REPLY_WORDS} words; this one has {words}.")
    return ReplyGiven(of=command.of, cell=command.cell, text=command.text)


def _unlinked(case: Case, number: int, link: LinkRecord) -> Rejection | None:
    if case.find(number, AnswerRecorded) is None and case.find(number, MoveRecorded) is None:
        return Rejection("unknown", f"Event {number} is no answer and no move.")
    return unknown_target(case, (link,))
