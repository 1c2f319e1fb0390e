"""Cases as data: a scenario text with a fault, and where which problem is said of it.

Each file of ``tests/cases`` holds a list of cases. ``change`` replaces texts of the base scenario
(each must stand in it), ``text`` is a whole file instead, ``rules`` another rule pack, ``translations`` files beside. ``problems``
are ``line:column code``, of the scenario unless a file is named, all of them and in order.
"""

from pathlib import Path

import pytest
import yaml

from tests.small import BASE, ROOM, load, placed

CASES = Path(__file__).parents[1] / "cases"


def cases():
    for path in sorted(CASES.glob("*.cases.yaml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield pytest.param(case, id=f"{path.name.partition('.')[0]}: {case['name']}")


def changed(text, changes):
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


@pytest.mark.parametrize("case", list(cases()))
def test_case(case):
    text = case.get("text") or changed(BASE, case.get("change", {}))
    rules = changed(ROOM, case.get("rules", {}))
    _, problems = load(
        text, rules=rules, include=case.get("include", {}), translations=case.get("translations", {})
    )
    assert placed(problems) == case["problems"]


def test_base_is_clean():
    scenario, problems = load(BASE)
    assert scenario is not None
    assert problems == ()
