"""The tutorial tells the truth: it is done here as a reader does it."""

import pytest

from tests.tutorial import LOG, Reader, keys
from tests.written import Block, agrees, blocks, edited
from ttx.cli.guide import read
from ttx.errors import Exit


def test_whoever_does_what_it_says_sees_what_it_shows(tabletop):
    reader = Reader()
    reader.follow(read("tutorial"))

    for block, said in reader.shown:
        assert agrees(block.text, said), f"line {block.line} shows something else than:\n{said}"
    assert [block.kind for block, _ in reader.shown].count("screen") == 1
    assert {code for _, code in reader.codes} == {Exit.FINE, Exit.PROBLEMS}
    assert tabletop("validate", "--deep", "--strict", "park-gate").out == "park-gate: no problems\n"
    assert "ENDEX: Both sides name the same day" in tabletop("log", "show", LOG).out
    assert (tabletop.folder / "report.html").exists()


def test_the_keys_of_the_table_are_read_as_they_stand():
    assert keys(read("tutorial"))[:8] == ["space"] * 6 + ["b", "f2"]


def test_a_block_is_put_where_its_first_line_says():
    text = "a:\n  - b\n  - c\nd: e\n"

    def put(how, block):
        return edited(text, Block("yaml", how, block, 1))

    assert put("whole", "x: y\n") == "x: y\n"
    assert put("end", "x: y\n") == text + "x: y\n"
    assert put("under", "  - b\n  - x\n") == "a:\n  - b\n  - x\n  - c\nd: e\n"
    assert put("over", "a:\nx: y\n") == "x: y\nd: e\n"
    with pytest.raises(AssertionError, match="stands 0 times"):
        put("under", "f:\n  g\n")


def test_lines_that_are_left_out_are_any_lines_and_nothing_else_is():
    assert agrees("...\nb\n...\n", "a\nb\nc\n")
    assert agrees("a\n...\n", "a\n")
    assert not agrees("a\n...\n", "b\na\n")
    assert not agrees("a\n", "a\nb\n")
    with pytest.raises(AssertionError, match="is not closed"):
        blocks("```\na\n")
