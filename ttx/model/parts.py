"""The small parts a scenario is made of: links, effects, outcomes, injects, decisions, options.

All are values with ids resolved and times in minutes. ``Seen`` marks say who may see a field;
an unmarked one is staff's. Room time and scenario time are never mixed: ``minutes`` is room time,
``at`` is scenario time, whole minutes since D 00:00.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal, TypeAlias

from ttx.frozen import dataclass
from ttx.model.conditions import When
from ttx.model.seen import ADDRESSEE, ALL

Bearing: TypeAlias = Literal[
    "fulfils", "advances", "upholds", "defers", "strains", "contradicts", "touches", "none"
]
BEARINGS: tuple[Bearing, ...] = ("fulfils", "advances", "upholds", "defers", "strains", "contradicts")
"""The six bearings in their order on screens; the tag ``touches`` and ``none`` stand apart."""

FREE = "free"
"""The value of a decision answered in the cell's own words."""
NONE = "none"
"""The value of a decision that was not answered, or not put."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A proposed bearing on a commitment, or on a sentence that promises nothing."""

    target: str
    """A commitment's id (``SCM53-05a``) or a sentence (``SCM53:16.5``)."""
    bearing: Bearing = "touches"
    relies: bool = False
    cells: tuple[str, ...] = ()
    if_: str = ""
    part: str = ""
    extent: Literal["whole", "part"] = "whole"
    by: Literal["word", "deed"] | None = None
    contested: bool = False
    because: str = ""


@dataclass(frozen=True, slots=True)
class Effect:
    """``track = value``, or a step up or down a scale."""

    track: str
    op: Literal["=", "+=", "-="]
    value: int | str


@dataclass(frozen=True, slots=True)
class GuardedEffects:
    """Effects that hold where ``when`` does (always, where it is None)."""

    when: When | None
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """What follows from a result: effects, then injects that become due."""

    effects: tuple[Effect, ...] = ()
    deliver: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class RulingSpec:
    """Which rule is used and what each of its results brings."""

    rule: str
    """``pack/rule``."""
    outcomes: Mapping[str, Consequence]


@dataclass(frozen=True, slots=True)
class ImpliedContact:
    """A contact that choosing an option implies on the book."""

    from_: str
    to: str
    line: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """An authored answer: part of the scribe's coding frame."""

    id: str
    letter: str = field(metadata=ADDRESSEE)
    """a, b, c, ... in file order."""
    text: str = field(metadata=ADDRESSEE)
    for_: str = ""
    against: str = ""
    links: tuple[Link, ...] = ()
    contacts: tuple[ImpliedContact, ...] = ()
    effects: tuple[Effect, ...] = ()
    ruling: RulingSpec | None = None
    when: When | None = None


@dataclass(frozen=True, slots=True)
class CodingEntry:
    """Something the scribe may code though nobody is offered it; never explored."""

    id: str
    text: str
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteFirst:
    """What others write before a decision is opened; never a value."""

    to: tuple[str, ...]
    ask: str = field(metadata=ADDRESSEE)
    as_: Literal["expectation", "sentence", "advice"] = "expectation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A question put to a cell or cells, with the frame its answers are coded in."""

    id: str
    phase: str
    to: tuple[str, ...] = field(metadata=ALL)
    ask: str = field(metadata=ADDRESSEE)
    mode: Literal["single", "each", "joint", "each_then_joint", "lead"] = "single"
    lead: str | None = None
    """The cell that leads, in mode ``lead``; the others concur."""
    first: tuple[WriteFirst, ...] = ()
    after: tuple[str, ...] = ()
    cells_minutes: int | None = None
    plenary_minutes: int | None = None
    drop: int | None = None
    show_options: Literal["never", "after", "yes"] = "after"
    probes: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    notes: str = ""
    free: RulingSpec | None = None
    """How a free answer is ruled; None: it stands as said."""
    coding: tuple[CodingEntry, ...] = ()
    options: tuple[Option, ...]
    ruling: RulingSpec | None = None
    """How every answer is ruled that names no ruling of its own."""
    if_not_taken: Consequence = field(default_factory=Consequence)
    when: When | None = None

    def option(self, value: str) -> Option | None:
        """The option of that id, or None (``free`` and ``none`` are no options)."""
        return next((o for o in self.options if o.id == value), None)

    def is_written_first(self, slot: str) -> bool:
        """Whether a slot holds what a cell writes before the joint answer, which alone decides."""
        return self.mode == "each_then_joint" and slot != self.id

    @property
    def minutes(self) -> int:
        """Room minutes planned: cells and plenary."""
        return (self.cells_minutes or 0) + (self.plenary_minutes or 0)


InjectKind: TypeAlias = Literal["contextual", "delivered", "contingency", "expected_action", "adhoc"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inject:
    """What is fed to cells."""

    id: str
    phase: str
    kind: InjectKind = "contextual"
    at: int | None = field(default=None, metadata=ADDRESSEE)
    """Scenario time, minutes since D 00:00."""
    minutes: int = 0
    to: tuple[str, ...] = field(default=(), metadata=ADDRESSEE)
    from_: str = field(default="", metadata=ADDRESSEE)
    voice: str | None = None
    """The voice Control plays it in, where one is named."""
    channel: str = field(default="", metadata=ADDRESSEE)
    title: str = field(default="", metadata=ADDRESSEE)
    text: str = field(default="", metadata=ADDRESSEE)
    handling: str = field(default="", metadata=ADDRESSEE)
    expected: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    notes: str = ""
    links: tuple[Link, ...] = ()
    effects: tuple[Effect, ...] = ()
    when: When | None = None
    optional: bool = False
    each_round: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A discussion question that decides nothing."""

    to: tuple[str, ...] = field(metadata=ALL)
    text: str = field(metadata=ADDRESSEE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A private question as the phase closes; staff type the answer."""

    ask: str = field(metadata=ADDRESSEE)
    to: tuple[str, ...] = ()
    track: str | None = None
    """The track it sets; None: plain text."""


@dataclass(frozen=True, slots=True)
class LeadsTo:
    """Where a phase may lead; ``phase`` None ends the exercise."""

    phase: str | None
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Repeat:
    """A phase that is entered again while a condition holds, ``at_most`` rounds in all."""

    while_: When
    at_most: int
