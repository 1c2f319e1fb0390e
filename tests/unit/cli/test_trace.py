"""``trace``: one session or a series, and what cannot be had together."""

import pytest

from ttx.cli import trace as command
from ttx.services import tracing


@pytest.fixture
def demo(tabletop):
    assert tabletop("demo").code == 0
    return tabletop


def test_the_options_are_what_the_service_knows():
    assert command._SECTIONS == tracing.SECTIONS
    assert command._FORMATS == tracing.FORMATS


def test_a_trace_ends_with_how_far_commitments_came(demo):
    answer = demo("trace", "demo.ttx.jsonl")

    assert answer.code == 0
    assert "no path could raise it" in answer.out.splitlines()[-1]
    assert "Tensions and needs met" in answer.out


def test_a_graph_goes_to_a_file(demo):
    assert demo("trace", "demo.ttx.jsonl", "--format", "dot", "-o", "links.dot").code == 0
    assert (demo.folder / "links.dot").read_text(encoding="utf-8").startswith("digraph")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--why", "05a", "--format", "csv"], "a page of its own"),
        (["--why", "99"], "No record of this session links to 99"),
        (["--rests-on", "05a", "--format", "dot"], "is a table, CSV or JSON"),
        (["--rests-on", "99"], "no commitment or sentence 99"),
        (["--show", "dated", "--format", "json"], "json always holds everything"),
        (["--show", "everything"], "is not one of"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(demo, arguments, says):
    answer = demo("trace", "demo.ttx.jsonl", *arguments)

    assert answer.code == 2
    assert says in answer.err


def test_without_a_file_the_usage_is_said(tabletop):
    assert tabletop("trace").code == 2
    assert tabletop("trace", "none.ttx.jsonl").code == 3
