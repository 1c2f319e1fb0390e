"""Every check, written out, and the titles of all problem codes.

A check is a module with ``CODE``, ``TITLE`` and ``check(scenario, spans)``; it may rely on a
scenario that loads without an error, and on nothing another check asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Protocol

from ttx.checks import (
    agenda_phases,
    aimless_inject,
    bare_option,
    codes,
    delivered_kind,
    each_effects,
    endings_order,
    fitting_bearing,
    idle_cell,
    known_targets,
    leading_question,
    leads_to_order,
    link_count,
    never_due,
    no_marking,
    no_minutes,
    no_options,
    no_text,
    nobody,
    objective_answer,
    one_sided,
    outcomes,
    person_names,
    placeholders,
    read_aloud,
    reads_later,
    real_places,
    required_answer,
    room_time,
    same_minute,
    step_order,
    tag_twice,
    time_order,
    told_too_widely,
    twice_answered,
    undecided_objective,
    undelivered,
    unreachable_phase,
    unread_track,
    unused,
)
from ttx.diagnostics import Problem, Spans, in_order
from ttx.model.scenario import Scenario

MOST_PROBLEMS = 100
"""Problems taken from one check."""


class Check(Protocol):
    """A module of this package."""

    CODE: str
    TITLE: str

    def check(self, scenario: Scenario, spans: Spans) -> Iterator[Problem]:
        """Everything this check finds."""


CHECKS: tuple[Check, ...] = (
    step_order,
    no_options,
    known_targets,
    fitting_bearing,
    leads_to_order,
    unreachable_phase,
    endings_order,
    undelivered,
    delivered_kind,
    outcomes,
    unread_track,
    unused,
    idle_cell,
    no_marking,
    room_time,
    each_effects,
    tag_twice,
    reads_later,
    time_order,
    agenda_phases,
    nobody,
    leading_question,
    one_sided,
    required_answer,
    objective_answer,
    link_count,
    read_aloud,
    person_names,
    real_places,
    told_too_widely,
    aimless_inject,
    undecided_objective,
    placeholders,
    never_due,
    same_minute,
    twice_answered,
    bare_option,
    no_text,
    no_minutes,
)

_PARTS = (
    codes.READING,
    codes.SHAPE,
    codes.MEANING,
    codes.EXPRESSIONS,
    codes.RULES,
    codes.CATALOGUES,
    codes.PLAYING,
    codes.FORESEEN,
    {each.CODE: each.TITLE for each in CHECKS},
)

CODES: Mapping[str, str] = dict(sorted(title for part in _PARTS for title in part.items()))
"""Every problem code -> its title."""


def check(scenario: Scenario, spans: Spans) -> tuple[Problem, ...]:
    """What there is to say about a scenario that loads: errors, warnings, remarks, in file order."""
    return in_order(p for each in CHECKS for p in islice(each.check(scenario, spans), MOST_PROBLEMS))
