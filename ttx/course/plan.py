"""When each step is planned, on the exercise clock: the phases one after the other, by their own minutes.

Planned minutes count from STARTEX and leave breaks out, as the exercise clock does. A step of a
phase stands behind those before it; what a decision needs to be recorded counts with it (room F4).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ttx.course.minutes import decision_minutes, inject_minutes
from ttx.course.script import Script


def planned(script: Script, way: Sequence[str] = ()) -> Mapping[str, int]:
    """Step -> minute of exercise time at which it begins, as written; interpretation counted.

    Args:
        script: what is played.
        way: phases as they were entered, in order. What a branch left out takes no time and has no
            step here; phases behind the last one follow as the file has them. Empty: all, as in the file.
    """
    room = script.scenario.room_minutes
    minutes: dict[str, int] = {}
    begins = 0
    for phase in (script.phases[each] for each in _in_turn(script, way)):
        at = begins
        for step in script.steps[phase.id]:
            minutes[step] = at
            at += room(step_minutes(script, step))
        begins += room(phase.minutes) or at - begins
    return minutes


def _in_turn(script: Script, way: Sequence[str]) -> tuple[str, ...]:
    """The phases one after the other: those entered, then those of the file behind the last of them."""
    order = [phase.id for phase in script.scenario.phases]
    behind = order[order.index(way[-1]) + 1 :] if way else order
    return (*way, *(each for each in behind if each not in way))


def step_minutes(script: Script, step: str) -> int:
    """Room minutes one step takes, without interpretation."""
    if step in script.decisions:
        return decision_minutes(script.decisions[step])
    return inject_minutes(script.injects[step])


def slid(plan: Mapping[str, int], steps: Iterable[str], by: int) -> tuple[tuple[str, int], ...]:
    """The steps, each planned ``by`` minutes later."""
    return tuple((step, plan[step] + by) for step in steps)


def compressed(
    plan: Mapping[str, int], steps: Iterable[str], now: int, end: int
) -> tuple[tuple[str, int], ...]:
    """The steps spread anew between ``now`` and ``end``, in proportion to how they stood.

    Args:
        plan: step -> planned minute.
        steps: those still ahead, in order.
        now: the minute it is.
        end: the minute by which the phase was to close; not before ``now``.
    """
    ahead = list(steps)
    if not ahead:
        return ()
    first = plan[ahead[0]]
    was, has = max(1, end - first), max(0, end - now)
    return tuple((step, now + (plan[step] - first) * has // was) for step in ahead)
