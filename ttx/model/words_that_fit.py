"""Which bearings fit which commitment: nobody fulfils cooperation, and nobody defers a belief.

The table of room F42. What is asked of a commitment is its duty, whether it bears a date, and
whether it promises anything at all; ``touches`` and ``none`` fit always, and so does ``relies``.
"""

from __future__ import annotations

from collections.abc import Mapping

from ttx.model.catalogue import Commitment
from ttx.model.parts import BEARINGS, Bearing

_RESULT: frozenset[Bearing] = frozenset({"fulfils", "advances", "defers", "strains", "contradicts"})
_VIEW: frozenset[Bearing] = frozenset({"upholds", "strains", "contradicts"})
_ALWAYS: frozenset[Bearing] = frozenset({"touches", "none"})

BY_DUTY: Mapping[str, frozenset[Bearing]] = {
    "result": _RESULT,
    "expected": _RESULT,
    "conduct": frozenset({"advances", "upholds", "strains", "contradicts"}),
    "standing": frozenset({"upholds", "strains", "contradicts"}),
    "stance": _VIEW,
    "enacted": frozenset({"strains", "contradicts"}),
}
"""What fits an undated commitment, the words that fit always left out."""

IF_DATED: frozenset[Bearing] = frozenset({"fulfils", "defers"})
"""What a date adds to conduct."""

BEARER_ONLY: frozenset[Bearing] = frozenset({"fulfils", "upholds", "defers", "contradicts"})
"""What only a cell that bears the commitment can do; any cell may advance, strain or rely on it."""

_DATED = frozenset({"date", "event"})


def fits(entry: Commitment | None) -> frozenset[Bearing]:
    """The bearings a link on this commitment may have; None: on a sentence that promises nothing."""
    if entry is None:
        return _VIEW | _ALWAYS
    fitting = BY_DUTY.get(entry.duty, frozenset(BEARINGS))
    if entry.duty == "conduct" and entry.deadline.kind in _DATED:
        fitting |= IF_DATED
    return fitting | _ALWAYS


def in_order(bearings: frozenset[Bearing]) -> tuple[Bearing, ...]:
    """Those of the six bearings that are among ``bearings``, as screens list them."""
    return tuple(each for each in BEARINGS if each in bearings)
