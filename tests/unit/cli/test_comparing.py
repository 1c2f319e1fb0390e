"""``compare`` and ``log diff``: session files of one scenario side by side."""

import csv
import io
import shutil

import pytest


@pytest.fixture
def demo(tabletop):
    assert tabletop("demo").code == 0
    assert tabletop("log", "fork", "demo.ttx.jsonl", "20", "--to", "other.ttx.jsonl").code == 0
    return tabletop


def test_a_fork_is_the_same_up_to_its_line(demo):
    answer = demo("log", "diff", "demo.ttx.jsonl", "other.ttx.jsonl")

    assert answer.code == 0
    assert answer.out.startswith("The files are the same to line 20.\nFirst answered differently: D-")
    assert "not ended" in answer.out


def test_several_rooms_stand_in_one_table(demo):
    shutil.copy(demo.folder / "demo.ttx.jsonl", demo.folder / "third.ttx.jsonl")
    files = ("demo.ttx.jsonl", "other.ttx.jsonl", "third.ttx.jsonl")
    rows = list(csv.reader(io.StringIO(demo("compare", *files, "--format", "csv").out)))

    assert rows[0] == ["Section", "What", "Parted", "demo", "other", "third"]
    assert all((row[2] == "yes") == (len(set(row[3:])) > 1) for row in rows[1:])
    assert demo("compare", *files).out.startswith("The files are the same to line 20.")


def test_one_session_is_compared_with_nothing(demo):
    answer = demo("compare", "demo.ttx.jsonl")

    assert answer.code == 2
    assert "fewer than two" in answer.err


def test_sessions_of_different_scenarios_are_not_compared(demo):
    from ttx.services.library import source_of

    moves = source_of("full-range") / "moves" / "demo.yaml"
    assert demo("play", "full-range", "--moves", moves, "--log", "full.ttx.jsonl").code == 0
    answer = demo("log", "diff", "demo.ttx.jsonl", "full.ttx.jsonl")

    assert answer.code == 2
    assert "different scenarios: graduated-steps, full-range" in answer.err
