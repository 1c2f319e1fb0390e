"""What one rater made of a session: words with evidence, findings, what is to be mended.

Kept beside the session, one file a rater, so that two can rate without seeing each other's words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

from ttx.frozen import dataclass

Mode: TypeAlias = Literal["shown", "psmu", "none"]
"""How objectives are rated (room F34)."""
NOT_PUT: Final = "not put"
WORDS: Final[Mapping[Mode, tuple[str, ...]]] = {
    "shown": ("shown", "partly", "not shown", NOT_PUT),
    "psmu": ("P", "S", "M", "U", NOT_PUT),
    "none": (),
}
"""The words raters choose from."""
ActionState: TypeAlias = Literal["open", "under way", "closed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """How an objective came out, with the events that show it."""

    objective: str
    word: str
    evidence: tuple[int, ...]
    analysis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A strength or an area to improve, and what brought it about."""

    text: str
    kind: Literal["strength", "area"] = "area"
    objective: str = ""
    cause: str = ""
    evidence: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What is to be mended, by which office, until when, and how far it is."""

    action: str
    finding: str = ""
    element: str = ""
    """Planning, organisation, equipment, training, exercises, or the author's own word."""
    owner: str = ""
    due: str = ""
    state: ActionState = "open"
    closed_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A next step of the quicklook."""

    what: str
    who: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluated:
    """One rater's file."""

    rater: str
    ratings: tuple[Rating, ...] = ()
    findings: tuple[Finding, ...] = ()
    actions: tuple[Action, ...] = ()
    next_steps: tuple[Step, ...] = ()
    feedback: tuple[str, ...] = ()
    parking_lot: tuple[str, ...] = ()
