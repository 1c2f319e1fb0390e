"""The door to the engine: one command in, one event or one refusal out.

Every command of ``model/commands`` has its handler in the table below. Which commands a status
allows is decided here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ttx.course import Script
from ttx.engine import clock, decisions, findings, phases, retract, room, rulings, steps
from ttx.engine.case import Case, Moment, Record, Rejection
from ttx.model import commands as c
from ttx.model.events import Event, Fact

_Handler = Callable[[Case, Any], Fact | Rejection]

HANDLERS: Mapping[type[c.Command], _Handler] = {
    c.StartExercise: steps.start,
    c.ReleaseInject: steps.release,
    c.MarkReadOut: steps.read_out,
    c.ReleaseAdHoc: steps.ad_hoc,
    c.CorrectInject: steps.correct,
    c.SkipStep: steps.skip,
    c.DeferStep: steps.defer,
    c.AdjustTrack: steps.adjust,
    c.EnterPhase: phases.enter,
    c.EndExercise: phases.end,
    c.TakeSlip: phases.slip,
    c.RecordFirst: decisions.first,
    c.PutDecision: decisions.put,
    c.AdvanceStage: decisions.stage,
    c.RecordAnswer: decisions.answer,
    c.CompleteRecord: decisions.complete,
    c.RecordMove: decisions.move,
    c.Rule: rulings.rule,
    c.Overrule: rulings.overrule,
    c.Retract: retract.retract,
    c.RecordContact: room.contact,
    c.AskControl: room.ask,
    c.AnswerQuestion: room.reply,
    c.Disclose: room.disclose,
    c.ShowOnWall: room.show,
    c.BlankWall: room.blank,
    c.TakeSeat: room.seat,
    c.TakeNote: room.note,
    c.Bookmark: room.bookmark,
    c.Pause: clock.pause,
    c.ResumePlay: clock.resume,
    c.StopRealWorld: clock.stop,
    c.LiftStop: clock.lift,
    c.SetScenarioTime: clock.set_time,
    c.ShiftRest: clock.shift,
    c.ResumeSession: clock.reopened,
    c.Observe: findings.observe,
    c.RateObjective: findings.rate,
    c.RecordFinding: findings.finding,
    c.AgreeAction: findings.action,
    c.TagLink: findings.tag,
    c.SettleLink: findings.settle,
    c.Reply: findings.reply,
}
"""Command -> what carries it out."""

_ALWAYS = (c.TakeNote, c.Bookmark, c.Observe, c.ResumeSession, c.BlankWall)
_BEFORE = (*_ALWAYS, c.StartExercise, c.TakeSeat, c.AskControl, c.AnswerQuestion, c.ShowOnWall)
_STOPPED = (*_ALWAYS, c.LiftStop)
_JUDGING = (c.RateObjective, c.RecordFinding, c.AgreeAction)
_AFTER = (c.CompleteRecord, c.TagLink, c.SettleLink, c.Reply, c.Retract, c.ShowOnWall, c.TakeSeat)
_ENDED = (*_ALWAYS, *_AFTER, *_JUDGING)
_NOT_WHILE_PAUSED = (c.ReleaseInject, c.ReleaseAdHoc, c.PutDecision)


def decide(script: Script, record: Record, moment: Moment, command: c.Command) -> Event | Rejection:
    """The event a command becomes, or why it is refused. Pure; raises nothing on any command."""
    if refused := _not_now(record.state.status, command):
        return refused
    case = Case(script, record, moment)
    fact = HANDLERS[type(command)](case, command)
    if isinstance(fact, Rejection):
        return fact
    return Event(
        seq=record.state.ledger.seq + 1,
        at=moment.at,
        ms=moment.ms,
        hat=moment.hat,
        true_at=moment.true_at,
        fact=fact,
    )


def _not_now(status: str, command: c.Command) -> Rejection | None:
    if status == "before" and not isinstance(command, _BEFORE):
        return Rejection("before", "The exercise has not begun: start it first (STARTEX).")
    if status == "stopped" and not isinstance(command, _STOPPED):
        return Rejection("stopped", "Play is stopped because of the real world: lift the stop first.")
    if status == "ended" and not isinstance(command, _ENDED):
        return Rejection("ended", "The exercise has ended; records can still be filled in and settled.")
    if status in ("paused", "break") and isinstance(command, _NOT_WHILE_PAUSED):
        return Rejection("paused", "The exercise clock stands: resume before anything is given to the room.")
    return None
