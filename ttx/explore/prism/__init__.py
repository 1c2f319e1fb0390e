"""The same course of play in the PRISM language, for a model checker that does its own exploring.

Nothing here walks a Position: the text is made from the steps, conditions and rules as they are
written, so that a checker which agrees with ``explore`` has found the same by another way.
"""

from __future__ import annotations

from ttx.course import PLAIN, Reach, Script
from ttx.explore.prism.course import Course
from ttx.explore.prism.liveness import live
from ttx.explore.prism.writing import write

__all__ = ["prism"]


def prism(script: Script, reach: Reach = PLAIN, *, even: bool = False) -> str:
    """Book play as a PRISM model: ``mdp``, or ``dtmc`` where every choice has equal weight.

    Choices are nondeterministic, dice go by their odds, labels ``ending_<id>`` (``-`` written
    ``_``) mark the endings, which absorb. Every construct of a scenario is translated; what cannot
    be told apart in PRISM is refused, never left out.

    Raises:
        UsageError: two endings whose labels would be the same, a table with too many modifiers.
    """
    course = Course(script, reach)
    return write(script.scenario, course, live(course), even=even)
