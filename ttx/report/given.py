"""What the report is given about links, as far as it reads it.

Links are worked out by ``ttx.trace``, which stands beside this package; its values fit these
shapes, and neither package knows the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Replied(Protocol):
    """A cell's reply to a settlement."""

    @property
    def event(self) -> int:
        """Number of the reply."""

    @property
    def cell(self) -> str:
        """Who replied."""

    @property
    def text(self) -> str:
        """The reply's words."""


class Linked(Protocol):
    """How one answer or move bears on one commitment or sentence."""

    @property
    def record(self) -> int:
        """Number of the answer or move."""

    @property
    def cells(self) -> Sequence[str]:
        """The cells it speaks of."""

    @property
    def on(self) -> str:
        """``cell``: the cell's own answer; ``staff``: the one staff put in its place."""

    @property
    def target(self) -> str:
        """The commitment's or sentence's id."""

    @property
    def locator(self) -> str:
        """``paragraph.sentence``."""

    @property
    def label(self) -> str:
        """The target's label."""

    @property
    def stated(self) -> bool:
        """It states a view and promises nothing."""

    @property
    def bearing(self) -> str:
        """The bearing's own word."""

    @property
    def prints(self) -> str:
        """The bearing as it reads."""

    @property
    def detail(self) -> str:
        """What qualifies it."""

    @property
    def standing(self) -> str:
        """Proposed, tagged or settled, and by whom."""

    @property
    def because(self) -> str:
        """Why."""

    @property
    def settled(self) -> bool:
        """Whether staff settled it."""

    @property
    def conditional(self) -> bool:
        """Whether it counts apart, under a condition."""

    @property
    def counted(self) -> bool:
        """Whether it counts as a bearing on a commitment."""

    @property
    def replies(self) -> Sequence[Replied]:
        """The cells' replies."""

    @property
    def events(self) -> Sequence[int]:
        """Every event behind it."""


class CoveredTarget(Protocol):
    """A commitment and whether anything on record touches it."""

    @property
    def target(self) -> str:
        """The commitment's or sentence's id."""

    @property
    def locator(self) -> str:
        """``paragraph.sentence``."""

    @property
    def label(self) -> str:
        """Its label."""

    @property
    def stated(self) -> bool:
        """It states a view and promises nothing."""

    @property
    def state(self) -> str:
        """settled, considered, raised, set_aside, not_raised or no_path."""

    @property
    def in_scenario(self) -> bool:
        """Whether the scenario names it."""


class DatedTarget(Protocol):
    """A dated commitment and what became of its date."""

    @property
    def target(self) -> str:
        """The commitment's id."""

    @property
    def locator(self) -> str:
        """``paragraph.sentence``."""

    @property
    def label(self) -> str:
        """Its label."""

    @property
    def words(self) -> str:
        """The date as read."""

    @property
    def state(self) -> str:
        """done, late, missed, re-agreed or open."""

    @property
    def says(self) -> str:
        """What became of it."""

    @property
    def in_scenario(self) -> bool:
        """Whether the scenario names it."""

    @property
    def records(self) -> Sequence[int]:
        """Answers and moves it became so by."""


class MetSide(Protocol):
    """One side of a tension or need."""

    @property
    def target(self) -> Named:
        """The commitment or sentence."""

    @property
    def links(self) -> Sequence[Linked]:
        """The links to it that say something."""


class Named(Protocol):
    """What a link points at."""

    @property
    def id(self) -> str:
        """The commitment's or sentence's id."""

    @property
    def locator(self) -> str:
        """``paragraph.sentence``."""

    @property
    def label(self) -> str:
        """Its label."""


class MetPair(Protocol):
    """A tension, or a need whose first side rests on its second."""

    @property
    def kind(self) -> str:
        """What it is: tension or need."""

    @property
    def says(self) -> str:
        """What pulls, or what rests on what."""

    @property
    def state(self) -> str:
        """settled, met, one side or not met."""

    @property
    def sides(self) -> Sequence[MetSide]:
        """Its commitments, each with its links."""


class Traced(Protocol):
    """All links of a record, what they cover, its dates, the tensions and needs it met."""

    @property
    def links(self) -> Sequence[Linked]:
        """By record, in the order they came up."""

    @property
    def covered(self) -> Sequence[CoveredTarget]:
        """Every commitment of the catalogues, and each linked sentence."""

    @property
    def dated(self) -> Sequence[DatedTarget]:
        """Every dated commitment of the catalogues."""

    @property
    def met(self) -> Sequence[MetPair]:
        """Every tension and need of the catalogues, met or not."""
