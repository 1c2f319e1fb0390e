"""Small faults in the scenarios that come with ttx: never a traceback, and each shown where it was made.

What is reported has a place within a line of the fault for 95 % of each kind. Where it cannot have one,
``WHY_NOT`` says why, and what has to be true instead.
"""

from collections import Counter
from functools import cache

import pytest

from tests.mutants import KINDS, mutants
from ttx.checks import check
from ttx.diagnostics import in_order
from ttx.loader import bundled, load_texts
from ttx.model.events import FileText
from ttx.services.checking import check_scenario

SCENARIOS = ("graduated-steps", "full-range", "conditions")
EACH = 10
GOAL = 0.95
WHY_NOT = {
    "deleted": "What is gone has no line. It is said at the entry that lacks it, or where its name is used.",
}


@cache
def beside(scenario):
    """Rule packs and catalogues that a scenario names."""
    files = check_scenario(bundled() / "scenarios" / scenario).files
    return tuple(file for file in files if file.role in ("rules", "catalogue"))


def problems_of(mutant):
    files = [
        FileText(name, "scenario" if name == "scenario.yaml" else "include", text)
        for name, text in mutant.texts.items()
    ]
    loaded = load_texts((*files, *beside(mutant.scenario)))
    more = check(loaded.scenario, loaded.spans) if loaded.scenario is not None else ()
    return in_order((*loaded.problems, *more))


@cache
def tried():
    """Kind -> how many were made, reported, shown near, and only missed elsewhere."""
    found = {kind: Counter() for kind in KINDS}
    for scenario in SCENARIOS:
        for mutant in mutants(scenario, EACH):
            count = found[mutant.kind]
            count["made"] += 1
            problems = problems_of(mutant)
            if problems:
                count["reported"] += 1
                near = any(mutant.near(p) for p in problems)
                count["near"] += near
                count["missed"] += not near and any(mutant.misses(p) for p in problems)
    return found


def test_there_are_enough_of_every_kind():
    assert sum(count["made"] for count in tried().values()) >= 200
    assert all(count["reported"] >= EACH for count in tried().values()), tried()


@pytest.mark.parametrize("kind", KINDS)
def test_a_fault_is_shown_within_a_line_of_where_it_was_made(kind):
    count = tried()[kind]
    right = count["near"] + (count["missed"] if kind in WHY_NOT else 0)
    assert right / count["reported"] >= GOAL, count


def test_only_kinds_that_miss_are_excused():
    for kind in WHY_NOT:
        assert tried()[kind]["near"] / tried()[kind]["reported"] < GOAL
