"""The quicklook of a demo is what a senior reads: two pages and no third."""

from math import ceil

import pytest

from tests.unit.scenarios.shipped import SHIPPED, played
from ttx.services import papers

LETTERS = 88
"""Letters that a line of a printed page holds, at the least."""
LINES = 94
"""Lines, a heading counted as two, that two printed pages hold with some to spare: the third began at 100."""
_RULES = ("|   |   |", "| --- ")


def lines(text):
    """Lines on paper, about: every block wrapped, a heading with the space around it."""
    found = (line.strip().replace("\\", "").replace("*", "") for line in text.splitlines())
    told = [line for line in found if line and not line.startswith(_RULES)]
    return sum(2 if line.startswith("#") else ceil(len(line) / LETTERS) for line in told)


@pytest.mark.parametrize("name", SHIPPED)
def test_the_quicklook_of_a_demo_keeps_to_two_pages(name, tmp_path):
    played(name, "demo", tmp_path)
    found = papers.report(tmp_path / "demo.ttx.jsonl", papers.Asked())
    made = papers.report_file(found, "md", part="quicklook").decode()
    assert 40 < lines(made) <= LINES
    assert "Filled in by the sponsor" not in made, "next steps come from what was agreed"
