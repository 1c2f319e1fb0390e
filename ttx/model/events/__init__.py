"""What happened: one fact a line of the session file, in an envelope with number and times.

Facts are past tense and never edited. Each class carries ``V``, the version of its shape; a
changed shape gets a new number and an upcaster in ``store/codec``. ``change`` is what the act did
to the Position, worked out by ``course`` when it was accepted.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from ttx.frozen import dataclass
from ttx.model.events.clock import (
    Paused,
    PlanShifted,
    RealWorldLifted,
    RealWorldStopped,
    Resumed,
    ScenarioTimeSet,
)
from ttx.model.events.decisions import (
    AnswerRecorded,
    DecisionPut,
    FirstWritten,
    MoveRecorded,
    Overruled,
    RecordCompleted,
    Retracted,
    Ruled,
    StageReached,
)
from ttx.model.events.file import FileText, Forked, Recovered, SessionOpened, SessionResumed, Struck
from ttx.model.events.findings import (
    ActionAgreed,
    FindingMade,
    LinkSettled,
    LinkTagged,
    ObjectiveRated,
    ObservationMade,
    ReplyGiven,
)
from ttx.model.events.play import (
    AdHocReleased,
    ExerciseEnded,
    ExerciseStarted,
    InjectCorrected,
    InjectReleased,
    PhaseEntered,
    ReadOut,
    SlipTaken,
    StepDeferred,
    StepSkipped,
    TrackAdjusted,
)
from ttx.model.events.room import (
    Bookmarked,
    ContactMade,
    Disclosed,
    NoteTaken,
    QuestionAnswered,
    QuestionAsked,
    SeatTaken,
    ShownOnWall,
    WallBlanked,
)

Fact: TypeAlias = (
    SessionOpened
    | Recovered
    | Forked
    | Struck
    | SessionResumed
    | ExerciseStarted
    | InjectReleased
    | ReadOut
    | AdHocReleased
    | InjectCorrected
    | StepSkipped
    | StepDeferred
    | FirstWritten
    | DecisionPut
    | StageReached
    | AnswerRecorded
    | RecordCompleted
    | MoveRecorded
    | Ruled
    | TrackAdjusted
    | ContactMade
    | QuestionAsked
    | QuestionAnswered
    | Disclosed
    | ShownOnWall
    | WallBlanked
    | SeatTaken
    | NoteTaken
    | Retracted
    | Overruled
    | Paused
    | Resumed
    | RealWorldStopped
    | RealWorldLifted
    | PhaseEntered
    | ExerciseEnded
    | SlipTaken
    | ScenarioTimeSet
    | PlanShifted
    | ObservationMade
    | ObjectiveRated
    | FindingMade
    | ActionAgreed
    | LinkTagged
    | LinkSettled
    | ReplyGiven
    | Bookmarked
)

FACTS: Mapping[str, type[Fact]] = {cls.__name__: cls for cls in Fact.__args__}
"""Every kind of fact by its name in the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A fact with its number and times."""

    seq: int
    """1-based, the line of the file."""
    at: str
    """UTC, ISO 8601 with milliseconds."""
    ms: int
    """Exercise time in milliseconds."""
    hat: str = "controller"
    true_at: int | None = None
    """Exercise time (ms) at which it really happened, for a late entry."""
    fact: Fact


__all__ = [
    "FACTS",
    "ActionAgreed",
    "AdHocReleased",
    "AnswerRecorded",
    "Bookmarked",
    "ContactMade",
    "DecisionPut",
    "Disclosed",
    "Event",
    "ExerciseEnded",
    "ExerciseStarted",
    "Fact",
    "FileText",
    "FindingMade",
    "FirstWritten",
    "Forked",
    "InjectCorrected",
    "InjectReleased",
    "LinkSettled",
    "LinkTagged",
    "MoveRecorded",
    "NoteTaken",
    "ObjectiveRated",
    "ObservationMade",
    "Overruled",
    "Paused",
    "PhaseEntered",
    "PlanShifted",
    "QuestionAnswered",
    "QuestionAsked",
    "ReadOut",
    "RealWorldLifted",
    "RealWorldStopped",
    "RecordCompleted",
    "Recovered",
    "ReplyGiven",
    "Resumed",
    "Retracted",
    "Ruled",
    "ScenarioTimeSet",
    "SeatTaken",
    "SessionOpened",
    "SessionResumed",
    "ShownOnWall",
    "SlipTaken",
    "StageReached",
    "StepDeferred",
    "StepSkipped",
    "Struck",
    "TrackAdjusted",
    "WallBlanked",
]
