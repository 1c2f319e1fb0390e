"""One pass from text to a tree with places; nothing in a text can execute, hang or fill memory."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ttx.loader import yaml_tree
from ttx.loader.yaml_tree import Plain, plain_values, read_tree


def codes(text):
    return [p.code for p in read_tree(text, "f").problems]


def test_scalars_stay_as_written():
    value = read_tree("a: 3.10\nb: 10:30\nc: NO\nd: on\ne: 0x1F\nf: '7'\ng:\nh: null\n", "f").value
    assert value == {
        "a": "3.10",
        "b": "10:30",
        "c": "NO",
        "d": "on",
        "e": "0x1F",
        "f": "7",
        "g": "",
        "h": "null",
    }
    assert isinstance(value["a"], Plain)
    assert not isinstance(value["f"], Plain)


def test_core_rules_where_a_reader_asks_for_them():
    text = (
        "[1, -2, 0x1F, 0o17, 1.5, 1e3, true, FALSE, null, ~, '', '1', no, on, 10:30, 1_000, 2022-03-14, .inf]"
    )
    assert plain_values(read_tree(text, "f").value) == [
        1, -2, 31, 15, 1.5, 1000.0, True, False, None, None, "", "1", "no", "on", "10:30", "1_000", "2022-03-14", ".inf",
    ]  # fmt: skip


def test_places_count_characters():
    spans = read_tree("이름: [가나, {b: 'x y'}]\n", "f").spans
    assert (spans.of(("이름", 0)).column, spans.of(("이름", 0)).length) == (6, 2)
    assert (spans.of(("이름", 1, "b")).column, spans.of(("이름", 1, "b")).length) == (14, 5)
    assert spans.key(("이름", 1, "b")).column == 11


def test_a_key_without_a_value_stands_for_it():
    assert read_tree("a:\n  b:\nc: 1\n", "f").spans.of(("a", "b")).line == 2


def test_decomposed_text_is_composed():
    value = read_tree("e\u0301: e\u0301\n", "f").value
    assert value == {"\u00e9": "\u00e9"}


def test_a_refused_node_is_still_read_for_problems():
    assert codes("a: 1\na: {b: *x, b: 2}\n[c]: !t d\n") == ["TTX106", "TTX103", "TTX106", "TTX110", "TTX105"]


HOSTILE = {
    "deep flow": "[" * 1_000_000,
    "deep blocks": "- " * 1_000_000,
    "deep mappings": "{a: " * 1_000_000,
    "deep keys": "? " * 1_000_000,
    "aliases": "a: &a [x, x]\n" + "".join(f"k{n}: &k{n} [*a, *a, *a]\n" for n in range(1000)),
    "one key many times": "a: 1\n" * 200_000,
    "many values": "- \n" * 500_000,
    "a huge key": "? " + "k" * 2_000_000 + "\n: 1\n",
    "a huge plain key": "k" * 2_000_000 + ": 1\n",
    "hidden characters": "\x07" * 1_000_000,
    "surrogates": "a: \ud800\n",
    "NUL": "a: \0\0\n" * 1000,
    "fifty megabytes": "x" * 50_000_000,
    "tags": "a: !!python/object/apply:os.system [rm]\n" * 10_000,
    "a quote": '"' + "x\n" * 500_000,
    "directives": "%TAG !a! tag:a\n" * 10_000 + "---\n",
    "brackets and commas": "[" + "," * 100_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_refused_soon(text):
    began = time.process_time()
    read = read_tree(text, "f")
    assert time.process_time() - began < 10
    assert 0 < len(read.problems) <= 1 + yaml_tree.MOST_PROBLEMS


def test_line_ends_of_other_systems():
    for end in ("\n", "\r\n", "\r"):
        read = read_tree(f"a: 1{end}b: \x07{end}c: 2{end}", "f")
        assert [(p.span.line, p.span.column) for p in read.problems] == [(2, 4)]
        assert read.spans.of(("c",)).line == 3


@given(st.text(alphabet=st.characters(), max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_a_tree_or_problems(text):
    read = read_tree(text, "f")
    assert read.value is not None or read.problems


@given(st.text(alphabet="ab:-[]{}&*!|>'\"#%@`, \n\t?<", max_size=80))
@settings(max_examples=500, deadline=None)
def test_any_signs_give_a_tree_or_problems_within_the_text(text):
    read = read_tree(text, "f")
    assert read.value is not None or read.problems
    lines = text.count("\n") + 1
    assert all(1 <= p.span.line <= lines and p.span.column >= 1 for p in read.problems)


def test_both_parsers_place_problems_alike(monkeypatch):
    import yaml

    texts = ["a: b: c\n", "a: [1\n", "a: *x\nb: &y z\n", "- a\n- {b: 'x}\n", "a:\n  - b\n c: d\n"]
    fast = [[(p.code, p.span.line) for p in read_tree(t, "f").problems] for t in texts]
    monkeypatch.setattr(yaml_tree, "_PARSER", yaml.SafeLoader)
    slow = [[(p.code, p.span.line) for p in read_tree(t, "f").problems] for t in texts]
    assert fast == slow
