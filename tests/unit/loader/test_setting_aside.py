"""A broken block is set aside, and the lines, names and places of the rest are as before."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.small import BASE, load
from ttx.loader.yaml_tree import read_tree


def test_the_rest_keeps_its_lines():
    read = read_tree("a: 1\nb: x: y\n  more\nc: [3, 4]\n", "f")
    assert read.value == {"a": "1", "c": ["3", "4"]}
    assert read.spans.of(("c", 1)).line == 4
    assert [p.span.line for p in read.problems] == [2]
    assert ("b",) in read.broken


def test_an_entry_of_a_list_is_set_aside_alone():
    read = read_tree("list:\n- a: 1\n- b: {2\n- c: 3\n", "f")
    assert read.value == {"list": [{"a": "1"}, {"c": "3"}]}
    assert read.spans.of(("list", 1, "c")).line == 4


def test_a_key_left_with_nothing_is_broken_too():
    read = read_tree("a:\n  b: x: y\nc: 1\n", "f")
    assert read.value == {"a": "", "c": "1"}
    assert ("a",) in read.broken


def test_what_an_open_quote_swallowed_comes_back():
    read = read_tree('a: "x\nb: 1\nc: {d: "y"}\ne: 2\n', "f")
    assert read.value == {"b": "1", "c": {"d": "y"}, "e": "2"}
    assert [p.span.line for p in read.problems] == [1]


def test_a_file_broken_all_over_is_given_up():
    read = read_tree("a: x: y\n" * 20, "f")
    assert read.value is None
    assert len(read.problems) == 9


LINES = BASE.splitlines()


@settings(max_examples=150, deadline=None)
@given(
    st.integers(0, len(LINES) - 1), st.sampled_from(["{", "[", '"', "'", ": ", "\t", "- - :", "&", "%", "? "])
)
def test_a_sign_at_the_start_of_any_line_is_said_near_it_and_nothing_falls_over(line, sign):
    text = "\n".join([*LINES[:line], sign + LINES[line], *LINES[line + 1 :]]) + "\n"
    scenario, problems = load(text)
    assert (scenario is None) == any(p.severity.value == "error" for p in problems)
    assert all(1 <= p.span.line <= len(LINES) + 1 for p in problems)
