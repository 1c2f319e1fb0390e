"""Observations and links: what staff saw and how a record bears on a commitment.

The program never assigns a bearing (room F45): the scribe tags, staff settle, a cell may reply.
"""

from __future__ import annotations

from ttx.engine.case import Case, Rejection, no_such
from ttx.engine.targets import is_target, misfit, unknown_target
from ttx.model.commands import Observe, Reply, SettleLink, TagLink
from ttx.model.events import (
    AnswerRecorded,
    LinkSettled,
    LinkTagged,
    MoveRecorded,
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
    return ObservationMade(
        text=command.text,
        cell=command.cell,
        objective=command.objective,
        target=command.target,
        kind=command.kind,
        evidence=command.evidence,
    )


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
