"""Which variables can still be read at each place of a PRISM model.

A variable that nothing reads before it is set again is put back to its start, so that a checker
need not tell apart what has the same future. Found from the text of the places alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from ttx.explore.prism.course import Course
from ttx.explore.prism.parts import Branch, Key, Place

Live: TypeAlias = Mapping[Key, frozenset[str]]


def live(course: Course) -> Live:
    """Variables that can still be read, by place."""
    found: dict[Key, frozenset[str]] = dict.fromkeys(course.places, frozenset())
    changed = True
    while changed:
        changed = False
        for key, place in reversed(course.places.items()):
            here = _read(place, found)
            if here != found[key]:
                found[key] = here
                changed = True
    return found


def _read(place: Place, found: Live) -> frozenset[str]:
    read: set[str] = set()
    for choice in place.choices:
        read |= choice.guard.reads
        for branch in choice.branches:
            read |= _through(branch, found[branch.to])
    return frozenset(read)


def _through(branch: Branch, after: frozenset[str]) -> set[str]:
    """What a branch needs so that ``after`` is right behind it."""
    needed = set(after) - branch.updates.keys()
    for name in after & branch.updates.keys():
        needed |= branch.updates[name].reads
    return needed
