"""The authored shape of a moves file. A move's first key says which form it has."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from ttx.loader.schema.base import Authored, Texts, Truth, Whole
from ttx.model.parts import Bearing
from ttx.model.records import Outcome


class MovesFile(Authored):
    """What people choose, in play order."""

    scenario: str
    seed: str | None = None
    start: str | None = None
    moves: tuple[dict[str, Any], ...] = ()


class LinkMade(Authored):
    """A link a cell or the scribe makes."""

    commitment: str | None = None
    sentence: str | None = None
    bearing: Bearing = "touches"
    relies: Truth = False
    in_words: str = ""
    because: str = ""
    until: str = ""
    if_: str = Field("", alias="if")
    part: str = ""
    extent: Literal["whole", "part"] = "whole"
    by: Literal["word", "deed"] | None = None
    cells: Texts = ()


class OfficeHeld(Authored):
    """What one office held."""

    office: str
    said: str = ""
    option: str = ""


class CarriedBy(Authored):
    """Who carried a decision and how."""

    by: str = ""
    how: Literal["", "agreed", "ruled", "majority", "nobody"] = ""


class AnswerMove(Authored):
    """An answer, beside the key that names the decision."""

    said: str = ""
    rationale: str = ""
    dissent: str = ""
    confidence: Literal["", "low", "medium", "high"] = ""
    assumptions: str = ""
    rejected: str = ""
    positions: tuple[OfficeHeld, ...] = ()
    carried: CarriedBy = Field(default_factory=CarriedBy)
    links: tuple[LinkMade, ...] = ()
    outcome: Outcome = "decided"
    near: Truth = False
    if_: str = Field("", alias="if")
    until: str = ""


class RulingMove(Authored):
    """A ruling."""

    ruling: str
    result: str | None = None
    ticks: dict[str, Truth] = Field(default_factory=dict)
    for_: Texts = Field((), alias="for")
    against: Texts = ()
    word: str = ""
    percent: Whole | None = None
    votes: dict[str, Texts] = Field(default_factory=dict)
    umpire: Whole = 0
    faces: tuple[Whole, ...] = ()


class RollMove(Authored):
    """Faces of the next dice."""

    roll: tuple[Whole, ...]


class SlipMove(Authored):
    """A slip."""

    slip: str
    cell: str | None = None
    value: str


class InjectMove(Authored):
    """A contingency inject."""

    inject: str


class PhaseMove(Authored):
    """The next phase."""

    phase: str
    because: str = ""


class EndingMove(Authored):
    """An ending."""

    ending: str
    because: str = ""
