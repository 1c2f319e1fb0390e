"""The authored exercise as a value: ids resolved, times in minutes, conditions parsed.

What ``loader/compile`` makes and every other part reads. Nothing here is ever changed in play.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from ttx.frozen import dataclass
from ttx.model.catalogue import Catalogue
from ttx.model.conditions import When
from ttx.model.evaluation import Mode
from ttx.model.parts import Decision, GuardedEffects, Inject, LeadsTo, Question, Repeat, Slip
from ttx.model.rules import Rule
from ttx.model.seen import ADDRESSEE, ALL


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Players who share information."""

    id: str = field(metadata=ALL)
    name: str = field(metadata=ALL)
    tag: str = field(metadata=ALL)
    """At most four letters, as screens show it."""
    seats: tuple[str, ...] = field(default=(), metadata=ALL)
    brief: str = field(default="", metadata=ALL)
    private: str = field(default="", metadata=ADDRESSEE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Somebody Control plays."""

    id: str
    name: str
    channels: tuple[str, ...] = ()
    limits: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """A state variable: flag (yes/no), choice of words, or scale with worded anchors."""

    id: str
    title: str
    kind: Literal["flag", "choice", "scale"]
    values: tuple[str, ...] = ()
    lo: int = 0
    hi: int = 0
    start: int | str
    anchors: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRelease:
    """When a fact may be told, to whom, in which words."""

    inject: str | None = None
    phase: str | None = None
    to: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlFact:
    """What Control knows, and from when."""

    id: str
    about: tuple[str, ...]
    until: str = ""
    then: FactRelease | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """What is examined and what would show it."""

    id: str = field(metadata=ALL)
    text: str = field(metadata=ALL)
    evidence: str = ""
    commitments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DerivedCase:
    """One word and the condition it is true under; None: otherwise."""

    value: str
    when: When | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A time slice of the exercise."""

    id: str = field(metadata=ALL)
    title: str = field(metadata=ALL)
    at: int | None = field(default=None, metadata=ALL)
    """Scenario time at which it begins, minutes since D 00:00."""
    minutes: int = 0
    """Room time."""
    notes: str = ""
    on_enter: tuple[GuardedEffects, ...] = ()
    injects: tuple[Inject, ...] = ()
    decisions: tuple[Decision, ...] = ()
    questions: tuple[Question, ...] = ()
    slips: tuple[Slip, ...] = ()
    leads_to: tuple[LeadsTo, ...] = ()
    repeat: Repeat | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """A description of how it came out; never a grade."""

    id: str
    title: str
    text: str = ""
    when: When | None = None


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A line of the day: what, how many room minutes, and which phase where it is one."""

    what: str
    """open, phase, break, lunch or hot_wash."""
    minutes: int
    phase: str | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """Which state of the scenario this is."""

    n: int = 1
    date: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """What D stands for: no calendar (``date`` None), or an assumed date, said so on every paper."""

    date: str | None = None
    assumed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A whole authored exercise with the rules and catalogues it uses."""

    id: str = field(metadata=ALL)
    title: str = field(metadata=ALL)
    marking: str = field(metadata=ALL)
    lang: str = field(default="en", metadata=ALL)
    theme: str = field(default="", metadata=ALL)
    purpose: str = field(default="", metadata=ALL)
    audience: str = field(default="", metadata=ALL)
    scope: str = field(default="", metadata=ALL)
    stop_line: str = field(default="", metadata=ALL)
    assumptions: tuple[str, ...] = field(default=(), metadata=ALL)
    artificialities: tuple[str, ...] = field(default=(), metadata=ALL)
    revision: Revision = field(default_factory=Revision, metadata=ALL)
    calendar: Calendar = field(default_factory=Calendar, metadata=ALL)
    agenda: tuple[AgendaItem, ...] = field(default=(), metadata=ALL)
    interpretation: Literal["none", "simultaneous", "consecutive"] = field(default="none", metadata=ALL)
    cells: Mapping[str, Cell] = field(metadata=ALL)
    voices: Mapping[str, Voice] = field(default_factory=dict)
    tracks: Mapping[str, Track] = field(default_factory=dict)
    facts: Mapping[str, ControlFact] = field(default_factory=dict)
    events: Mapping[str, int] = field(default_factory=dict)
    """Where dated commitments fall, minutes since D 00:00."""
    objectives: Mapping[str, Objective] = field(default_factory=dict)
    phases: tuple[Phase, ...]
    endings: tuple[Ending, ...]
    derived: Mapping[str, tuple[DerivedCase, ...]] = field(default_factory=dict)
    hot_wash: tuple[str, ...] = field(default=(), metadata=ALL)
    evaluation: Mode = "shown"
    """In which words objectives are rated (room F34)."""
    rules: Mapping[str, Rule] = field(default_factory=dict)
    """By ``pack/rule``."""
    catalogues: Mapping[str, Catalogue] = field(default_factory=dict)

    def room_minutes(self, minutes: int) -> int:
        """Room minutes as they really pass: with interpretation a tenth, or seven tenths, more (room F1)."""
        tenths = {"none": 10, "simultaneous": 11, "consecutive": 17}[self.interpretation]
        return -(-minutes * tenths // 10)

    def phase(self, phase_id: str) -> Phase:
        """The phase of that id.

        Raises:
            KeyError: there is none.
        """
        for each in self.phases:
            if each.id == phase_id:
                return each
        raise KeyError(phase_id)

    def inject(self, inject_id: str) -> Inject | None:
        """The authored inject of that id, or None."""
        return next((i for p in self.phases for i in p.injects if i.id == inject_id), None)

    def decision(self, decision_id: str) -> Decision | None:
        """The decision of that id, or None."""
        return next((d for p in self.phases for d in p.decisions if d.id == decision_id), None)
