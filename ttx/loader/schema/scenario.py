"""The authored shape of a scenario file and of the files it includes."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from ttx.loader.schema.base import Authored, Id, Minutes, Texts, Truth, Whole
from ttx.loader.schema.steps import Decision, Inject

FORMAT = "ttx/1"
LONGEST_TAG = 4


def _tag(value: Any) -> Any:
    if isinstance(value, str) and len(value.strip()) > LONGEST_TAG:
        raise PydanticCustomError("TTX209", f"A tag has at most {LONGEST_TAG} letters.")
    return value


class Revision(Authored):
    """Which state of the scenario this is."""

    n: Whole = 1
    date: str = ""
    by: str = ""


class AgendaLine(Authored):
    """A line of the day: one key says what, its value the minutes, or which phase."""

    open: Minutes | None = None
    phase: str | None = None
    break_: Minutes | None = Field(None, alias="break")
    lunch: Minutes | None = None
    hot_wash: Minutes | None = None
    minutes: Minutes | None = None


class Cell(Authored):
    """Players who share information."""

    name: str
    tag: Annotated[str, BeforeValidator(_tag, json_schema_input_type=str)] = ""
    seats: Texts = ()
    brief: str = ""
    private: str = ""


class Voice(Authored):
    """Somebody Control plays."""

    name: str
    channels: Texts = ()
    limits: str = ""


class Track(Authored):
    """A state variable."""

    kind: Literal["flag", "choice", "scale"]
    title: str = ""
    values: Texts = ()
    range: tuple[Whole, ...] = ()
    anchors: dict[Whole, str] = Field(default_factory=dict)
    start: str | None = None


class FactRelease(Authored):
    """When a fact may be told."""

    when: str
    to: Texts = ()
    text: str = ""


class Fact(Authored):
    """What Control knows, and from when."""

    about: Texts
    until: str = ""
    then: FactRelease | None = None


class Objective(Authored):
    """What is examined and what would show it."""

    text: str
    evidence: str = ""
    commitments: Texts = ()


class DerivedCase(Authored):
    """A word and the condition it is true under."""

    value: str
    when: str | None = None


class Question(Authored):
    """A discussion question that decides nothing."""

    to: Texts
    text: str


class Slip(Authored):
    """A private question as the phase closes."""

    ask: str
    to: Texts = ()
    track: str | None = None


class Guarded(Authored):
    """Effects that hold where ``when`` does."""

    when: str | None = None
    effects: Texts


class LeadsTo(Authored):
    """Where a phase may lead."""

    phase: str | None = None
    end: Truth = False
    when: str | None = None


class Repeat(Authored):
    """A phase that is entered again."""

    while_: str = Field(alias="while")
    at_most: Whole


class Phase(Authored):
    """A time slice of the exercise."""

    id: Id
    title: str
    at: str | None = None
    minutes: Minutes | None = None
    notes: str = ""
    on_enter: tuple[Guarded, ...] = ()
    injects: tuple[Inject, ...] = ()
    decisions: tuple[Decision, ...] = ()
    questions: tuple[Question, ...] = ()
    slips: tuple[Slip, ...] = ()
    leads_to: tuple[LeadsTo, ...] = ()
    repeat: Repeat | None = None


class Ending(Authored):
    """How it came out."""

    title: str
    text: str = ""
    when: str | None = None


class Scenario(Authored):
    """A scenario file with everything it includes."""

    format: Annotated[str, Field(json_schema_extra={"const": FORMAT})]
    id: Id
    title: str
    theme: str = ""
    marking: str = ""
    purpose: str = ""
    audience: str = ""
    scope: str = ""
    stop_line: str = ""
    assumptions: Texts = ()
    artificialities: Texts = ()
    revision: Revision = Field(default_factory=Revision)
    catalogues: Texts = ()
    rulepacks: Texts = ()
    starts: str = "D"
    calendar: Literal["assumed"] | None = None
    lang: str = "en"
    agenda: tuple[AgendaLine, ...] = ()
    interpretation: Literal["none", "simultaneous", "consecutive"] = "none"
    cells: dict[Id, Cell]
    voices: dict[Id, Voice] = Field(default_factory=dict)
    tracks: dict[Id, Track] = Field(default_factory=dict)
    facts: dict[Id, Fact] = Field(default_factory=dict)
    events: dict[Id, str] = Field(default_factory=dict)
    objectives: dict[Id, Objective] = Field(default_factory=dict)
    derived: dict[Id, tuple[DerivedCase, ...]] = Field(default_factory=dict)
    phases: tuple[Phase, ...]
    endings: dict[Id, Ending]
    hot_wash: Texts = ()
    evaluation: Literal["shown", "psmu", "none"] = "shown"
    include: Texts = ()
