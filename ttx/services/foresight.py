"""What a scenario can do before anyone plays it."""

from __future__ import annotations

from ttx.course import PLAIN, Reach, Script
from ttx.errors import UsageError
from ttx.explore.endings import LIMIT, Endings, TooMany, explore
from ttx.model.position import Position
from ttx.model.scenario import Scenario


def endings(
    scenario: Scenario, *, start: Position | None = None, reach: Reach = PLAIN, limit: int = LIMIT
) -> Endings:
    """Which endings can happen, and how likely at least, at most and even-handed.

    Raises:
        UsageError: the scenario has more states than the limit.
    """
    found = explore(Script(scenario), start=start, reach=reach, limit=limit)
    if isinstance(found, TooMany):
        raise UsageError(
            f"{scenario.title} has more than {found.limit:,} states; nothing exact is known within that.",
            next_step="Give a higher one with --limit.",
        )
    return found
