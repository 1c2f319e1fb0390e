"""What staff ask for: one command, one event. Imperative, and refused by the engine or carried out.

Fields mirror what a person gives; what follows from it is worked out by ``course`` and stands in
the event. Every field but the first few is optional, so that the short way stays short.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from ttx.model.commands.clock import (
    LiftStop,
    Pause,
    ResumePlay,
    ResumeSession,
    SetScenarioTime,
    ShiftRest,
    StopRealWorld,
)
from ttx.model.commands.decisions import (
    AdvanceStage,
    CompleteRecord,
    Overrule,
    PutDecision,
    RecordAnswer,
    RecordFirst,
    RecordMove,
    Retract,
    Rule,
)
from ttx.model.commands.findings import (
    AgreeAction,
    Observe,
    RateObjective,
    RecordFinding,
    Reply,
    SettleLink,
    TagLink,
)
from ttx.model.commands.play import (
    AdjustTrack,
    CorrectInject,
    DeferStep,
    EndExercise,
    EnterPhase,
    MarkReadOut,
    ReleaseAdHoc,
    ReleaseInject,
    SkipStep,
    StartExercise,
    TakeSlip,
)
from ttx.model.commands.room import (
    AnswerQuestion,
    AskControl,
    BlankWall,
    Bookmark,
    Disclose,
    RecordContact,
    ShowOnWall,
    TakeNote,
    TakeSeat,
)

Command: TypeAlias = (
    StartExercise
    | ReleaseInject
    | MarkReadOut
    | ReleaseAdHoc
    | CorrectInject
    | SkipStep
    | DeferStep
    | AdjustTrack
    | EnterPhase
    | EndExercise
    | TakeSlip
    | RecordFirst
    | PutDecision
    | AdvanceStage
    | RecordAnswer
    | CompleteRecord
    | RecordMove
    | Rule
    | Overrule
    | Retract
    | RecordContact
    | AskControl
    | AnswerQuestion
    | Disclose
    | ShowOnWall
    | BlankWall
    | TakeSeat
    | TakeNote
    | Bookmark
    | Pause
    | ResumePlay
    | StopRealWorld
    | LiftStop
    | SetScenarioTime
    | ShiftRest
    | ResumeSession
    | Observe
    | RateObjective
    | RecordFinding
    | AgreeAction
    | TagLink
    | SettleLink
    | Reply
)

COMMANDS: Mapping[str, type[Command]] = {cls.__name__: cls for cls in Command.__args__}
"""Every command by its name, as a moves file writes it after ``do``."""

__all__ = [
    "COMMANDS",
    "AdjustTrack",
    "AdvanceStage",
    "AgreeAction",
    "AnswerQuestion",
    "AskControl",
    "BlankWall",
    "Bookmark",
    "Command",
    "CompleteRecord",
    "CorrectInject",
    "DeferStep",
    "Disclose",
    "EndExercise",
    "EnterPhase",
    "LiftStop",
    "MarkReadOut",
    "Observe",
    "Overrule",
    "Pause",
    "PutDecision",
    "RateObjective",
    "RecordAnswer",
    "RecordContact",
    "RecordFinding",
    "RecordFirst",
    "RecordMove",
    "ReleaseAdHoc",
    "ReleaseInject",
    "Reply",
    "ResumePlay",
    "ResumeSession",
    "Retract",
    "Rule",
    "SetScenarioTime",
    "SettleLink",
    "ShiftRest",
    "ShowOnWall",
    "SkipStep",
    "StartExercise",
    "StopRealWorld",
    "TagLink",
    "TakeNote",
    "TakeSeat",
    "TakeSlip",
]
