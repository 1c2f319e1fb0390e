"""The authored shape of a rater's file."""

from __future__ import annotations

from typing import Literal

from ttx.loader.schema.base import Authored, Texts, Whole


class RatingMade(Authored):
    """How one objective came out."""

    objective: str
    word: str
    evidence: tuple[Whole, ...] = ()
    analysis: str = ""


class FindingMade(Authored):
    """A strength or an area to improve."""

    text: str
    kind: Literal["strength", "area"] = "area"
    objective: str = ""
    cause: str = ""
    evidence: tuple[Whole, ...] = ()


class ActionMade(Authored):
    """What is to be mended."""

    action: str
    finding: str = ""
    element: str = ""
    owner: str = ""
    due: str = ""
    state: Literal["open", "under way", "closed"] = "open"
    closed_by: str = ""


class StepMade(Authored):
    """A next step."""

    what: str
    who: str = ""
    by: str = ""


class EvaluationFile(Authored):
    """What one rater made of a session."""

    rater: str
    ratings: tuple[RatingMade, ...] = ()
    findings: tuple[FindingMade, ...] = ()
    actions: tuple[ActionMade, ...] = ()
    next_steps: tuple[StepMade, ...] = ()
    feedback: Texts = ()
    parking_lot: Texts = ()
