"""Several session files of one scenario, side by side. The files are only read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from ttx.errors import UsageError
from ttx.report.rooms import Room, SideBySide, side_by_side
from ttx.services import tracing


def compare(paths: Sequence[Path], *, also_practice: bool = False) -> tuple[SideBySide, tuple[str, ...]]:
    """The sessions side by side, and the names of rehearsals that were left out.

    Args:
        paths: session files, at least two.
        also_practice: rehearsals are compared too.

    Raises:
        LogError: a file is missing, damaged or of a later version.
        UsageError: they are not of one scenario, or fewer than two are left.
    """
    series = [tracing.read([path]) for path in paths] if also_practice else [tracing.read(paths)]
    seen = [each for one in series for each in one.seen]
    traced = [each for one in series for each in one.traced]
    left_out = tuple(name for one in series for name in one.practice)
    ids = dict.fromkeys(each.scenario.id for each in seen)
    if len(ids) > 1:
        raise UsageError(
            f"These are sessions of different scenarios: {', '.join(ids)}.",
            next_step="Compare sessions of one scenario; tabletop trace takes several.",
        )
    if len(seen) < 2:
        raise UsageError(
            "There are fewer than two sessions to compare.", next_step="Rehearsals do not count."
        )
    rooms = [
        Room(t.name, s.scenario, s.events, Counter(link.bearing for link in t.trace.links))
        for t, s in zip(traced, seen, strict=True)
    ]
    return side_by_side(rooms), left_out
