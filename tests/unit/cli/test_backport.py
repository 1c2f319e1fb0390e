"""``log backport``: shown first, written only when told to, and never twice."""

import shutil

import pytest

from ttx.services.library import source_of


@pytest.fixture
def mine(tabletop):
    assert tabletop("demo").code == 0
    shutil.copytree(source_of("graduated-steps"), tabletop.folder / "mine")
    return tabletop


def _texts(folder):
    return {p.name: p.read_text("utf-8") for p in sorted(folder.rglob("*.yaml"))}


def test_what_would_change_is_shown_and_nothing_is_written(mine):
    before = _texts(mine.folder / "mine")
    answer = mine("log", "backport", "demo.ttx.jsonl", "--to", mine.folder / "mine")

    assert answer.code == 0
    assert answer.out.startswith("--- a/")
    assert "Nothing was written." in answer.err
    assert not [
        line for line in answer.out.splitlines() if line.startswith("-") and not line.startswith("---")
    ]
    assert _texts(mine.folder / "mine") == before


def test_what_was_written_is_a_scenario_without_errors_and_is_not_added_again(mine):
    call = ("log", "backport", "demo.ttx.jsonl", "--to", mine.folder / "mine")
    assert mine(*call, "--write").code == 0
    assert mine("validate", mine.folder / "mine").code == 0

    again = mine(*call)
    assert (again.code, again.out) == (0, "")
    assert "nothing that the scenario lacks" in again.err


def test_another_scenario_is_refused(mine):
    answer = mine("log", "backport", "demo.ttx.jsonl", "--to", "full-range")

    assert answer.code == 2
    assert "is one of graduated-steps, not of full-range" in answer.err
