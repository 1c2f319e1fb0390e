"""Every code has a title, every check a case that fires it, and a sound scenario nothing to hear."""

import re
from pathlib import Path

from tests.small import BASE, load, placed
from ttx.checks import CHECKS, CODES, check
from ttx.diagnostics import Spans

ROOT = Path(__file__).parents[3]
CODE = re.compile(r"TTX\d{3}")


def codes_in(paths):
    return {code for path in paths for code in CODE.findall(path.read_text(encoding="utf-8"))}


def test_codes_are_given_once():
    assert len({each.CODE for each in CHECKS}) == len(CHECKS)
    assert list(CODES) == sorted(CODES)


def test_every_code_the_program_uses_has_a_title():
    titles = ROOT / "ttx" / "checks" / "codes.py"
    assert codes_in(p for p in (ROOT / "ttx").rglob("*.py") if p != titles) == set(CODES)


def test_titles_are_plain():
    for title in CODES.values():
        assert title
        assert not title.endswith(".")


def test_every_check_has_a_case():
    in_cases = codes_in((ROOT / "tests" / "cases").glob("*.yaml"))
    on_catalogues = {"TTX253"}
    assert {each.CODE for each in CHECKS} - on_catalogues <= in_cases


def test_checks_need_no_places():
    scenario, _ = load(BASE)
    assert check(scenario, Spans({})) == ()


def test_problems_come_in_file_order():
    text = BASE.replace("marking: UNCLASSIFIED // EXERCISE\n", "").replace(
        "        to: [rok]\n", "        to: []\n"
    )
    _, problems = load(text)
    assert placed(problems) == ["1:1 TTX263", "39:9 TTX271"]
