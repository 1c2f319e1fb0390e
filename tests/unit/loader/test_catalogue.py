"""A catalogue from its text: what it says arrives, every fault is said at once, nothing breaks it."""

import copy

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ttx.checks import CODES
from ttx.diagnostics import Spans
from ttx.loader.catalogue import compile_catalogue
from ttx.loader.schema import json_schema
from ttx.loader.yaml_tree import plain_values, read_tree
from ttx.model.catalogue import Deadline, Fingerprint, Milestone

LETTERS = "0" * 64
TEXT = f"""\
format: ttx-catalogue/1
id: toy
document: TOY
title: A toy communique
short_title: Toy
date: 2021-12-02
paragraphs: 2
provenance: {{publisher: Somebody, official: no, compared_with_official: never}}
commitments:
  - id: TOY-01a
    paragraph: 1
    block: 1
    sentence: 2
    label: Build a bridge
    paraphrase: Both build a bridge.
    speaker: [Left, Right]
    bearer: Left
    verb: pledged
    class: commissive
    duty: result
    key_terms: [a bridge]
    deadline: {{words: by spring, kind: event, event: spring, rides_on: TOY-02a}}
    needs: [TOY-02a]
    units: 2
    until:
  - id: TOY-02a
    paragraph: 2
    block: 1
    sentence: 1
    label: Meet
    paraphrase: Both meet.
    speaker: [Left, Right]
    bearer: [Left, Right]
    verb: reaffirmed
    class: reaffirmation
    duty: standing
    see_also: [TOY-01a]
sentences:
  - {{at: "1.1", block: 1, acts: [process], label: They met, fingerprint: {{letters: "{LETTERS}", words: "0a1b"}}}}
  - {{at: "1.2", block: 1, acts: [commissive], fingerprint: {{letters: "{LETTERS}", words: "ff"}}}}
  - {{at: "2.1", block: 1, acts: [reaffirmation], fingerprint: {{letters: "{LETTERS}", words: "00"}}}}
tensions:
  - {{id: T1, of: [TOY-01a, "TOY:1.1"], says: They pull in practice.}}
"""


def made(text):
    read = read_tree(text, "toy.yaml")
    assert read.problems == ()
    return compile_catalogue(plain_values(read.value), read.spans)


def changed(old, new):
    assert old in TEXT, old
    return TEXT.replace(old, new, 1)


def test_what_it_says_arrives():
    catalogue, problems = made(TEXT)
    assert problems == ()
    assert (catalogue.document, catalogue.date, catalogue.paragraphs) == ("TOY", "2021-12-02", 2)
    assert catalogue.provenance.compared_with_official is None
    assert not catalogue.provenance.official
    bridge, meet = catalogue.commitments.values()
    assert bridge.bearer == ("Left",)
    assert bridge.deadline == Deadline(words="by spring", kind="event", event="spring", rides_on="TOY-02a")
    assert (bridge.units, bridge.until, bridge.locator) == (2, None, "1.2")
    assert bridge.fingerprint == Fingerprint(LETTERS, "ff")
    assert meet.deadline == Deadline()
    assert list(catalogue.sentences) == ["1.1", "1.2", "2.1"]
    assert catalogue.sentences["1.1"].acts == ("process",)
    assert catalogue.tensions[0].of == ("TOY-01a", "TOY:1.1")


def test_what_limits_an_entry_arrives():
    more = """    weak: yes
    outside: consent
    also_readable_as: look for one
    precondition: money
    until: it stands
    not_promised: a date
    milestone: {words: in May, what: They meet}
"""
    catalogue, problems = made(changed("    until:\n", more))
    assert problems == ()
    bridge, meet = catalogue.commitments.values()
    assert bridge.milestone == Milestone(words="in May", what="They meet", promised=False)
    assert (bridge.weak, bridge.outside, bridge.also_readable_as) == (True, "consent", "look for one")
    assert (bridge.precondition, bridge.until, bridge.not_promised) == ("money", "it stands", "a date")
    assert (meet.weak, meet.milestone, meet.outside) == (False, None, None)


OLD = "    deadline: {words: February 2022, kind: milestone}\n    note: They are to meet.\n    until:\n"


def with_old_deadline(own=""):
    due = "    deadline: {words: by spring, kind: event, event: spring, rides_on: TOY-02a}\n"
    assert due in TEXT
    return TEXT.replace(due, own).replace("    until:\n", OLD)


def test_a_milestone_that_was_once_a_deadline_is_read_for_ever():
    catalogue, problems = made(with_old_deadline())
    assert [(p.code, p.severity.value) for p in problems] == [("TTX213", "info")]
    assert problems[0].span.line == with_old_deadline().partition("kind: milestone")[0].count("\n") + 1
    bridge = catalogue.commitments["TOY-01a"]
    assert bridge.deadline == Deadline()
    assert bridge.milestone == Milestone(words="February 2022", what="They are to meet.")


def test_an_entry_keeps_the_milestone_it_has():
    catalogue, _ = made(with_old_deadline("    milestone: {words: in May, what: They meet}\n"))
    assert catalogue.commitments["TOY-01a"].milestone == Milestone(words="in May", what="They meet")


FAULTS = {
    "another format": ("ttx-catalogue/1", "ttx-catalogue/9", ["1:9 TTX212"]),
    "an id twice": (
        "id: TOY-02a",
        "id: TOY-01a",
        ["22:72 TTX503", "23:13 TTX503", "26:9 TTX501", "37:16 TTX503"],
    ),
    "an id of another document": (
        "id: TOY-02a\n    para",
        "id: OTHER-02a\n    para",
        ["22:72 TTX503", "23:13 TTX503", "26:9 TTX501"],
    ),
    "a tension twice": (
        "says: They pull in practice.}",
        "says: A}\n  - {id: T1, of: [TOY-01a, TOY-02a], says: B}",
        ["44:10 TTX501"],
    ),
    "a sentence not there": ("sentence: 2", "sentence: 3", ["13:15 TTX502"]),
    "another block": ("block: 1", "block: 2", ["12:12 TTX502"]),
    "a paragraph too many": ('at: "2.1"', 'at: "3.1"', ["7:13 TTX507", "29:15 TTX502", "41:10 TTX502"]),
    "no locator": ('at: "1.1"', "at: first", ["39:10 TTX502", "40:10 TTX507", "43:28 TTX503"]),
    "an unknown need": ("needs: [TOY-02a]", "needs: [TOY-02b]", ["23:13 TTX503"]),
    "an entry that names itself": ("see_also: [TOY-01a]", "part_of: TOY-02a", ["37:14 TTX503"]),
    "an unknown date to ride on": ("rides_on: TOY-02a", "rides_on: TOY-02b", ["22:72 TTX503"]),
    "an unknown tension": ('"TOY:1.1"', '"TOY:1.9"', ["43:28 TTX503"]),
    "a tension of one": ('of: [TOY-01a, "TOY:1.1"]', "of: [TOY-01a]", ["43:18 TTX503"]),
    "a long label": ("Build a bridge", "Build a long bridge", ["14:12 TTX504"]),
    "a wide label": ("They met", "한미동맹의현안검토", []),
    "a wide label too many": ("They met", "한미동맹의현안검토회", ["39:51 TTX504"]),
    "a long key term": ("[a bridge]", "[a bridge of six whole words]", ["21:17 TTX505"]),
    "long words of a date": ("words: by spring", "words: by the spring of that year", ["22:23 TTX505"]),
    "long words of a milestone": (
        "units: 2",
        "milestone: {words: in May of the same year, what: They meet}",
        ["24:24 TTX505"],
    ),
    "letters that are none": (LETTERS, "0" * 63 + "G", ["39:84 TTX506"]),
    "words that are none": ('"0a1b"', '"0a1"', ["39:159 TTX506"]),
    "words read as a number": ('"0a1b"', "0012", ["39:159 TTX203"]),
    "a sentence left out": ('"1.1"', '"1.3"', ["39:10 TTX507", "40:10 TTX507", "43:28 TTX503"]),
    "a class of another act": ("class: commissive", "class: position", ["19:12 TTX508"]),
    "an unknown class": ("class: commissive", "class: comissive", ["19:12 TTX208"]),
    "an unknown key": ("units: 2", "unit: 2", ["24:5 TTX201"]),
    "a number as text": ("label: Meet", "label: 3", ["30:12 TTX203"]),
    "text as a number": ("units: 2", "units: two", ["24:12 TTX206"]),
    "yes as a number": ("units: 2", "units: true", ["24:12 TTX206"]),
    "a missing key": ("    verb: pledged\n", "", ["10:5 TTX202"]),
}
"""What is wrong -> what is changed, into what, and where which problem is said of it."""


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_said_at_its_place(name):
    old, new, expected = FAULTS[name]
    catalogue, problems = made(changed(old, new))
    found = [f"{p.span.line}:{p.span.column} {p.code}" for p in problems]
    assert found == expected
    assert (catalogue is None) == bool(found)
    assert {p.code for p in problems} <= set(CODES)


def test_a_fingerprint_of_its_own_is_the_sentences():
    same = f'    units: 2\n    fingerprint: {{letters: "{LETTERS}", words: "ff"}}\n'
    assert made(changed("    units: 2\n", same))[1] == ()
    _, problems = made(changed("    units: 2\n", same.replace("ff", "fe")))
    assert [p.code for p in problems] == ["TTX506"]


def test_every_problem_comes_in_one_pass():
    text = changed("Build a bridge", "Build a long bridge").replace("needs: [TOY-02a]", "needs: [TOY-09]")
    text = text.replace("class: reaffirmation", "class: position").replace("title: A toy communique\n", "")
    assert [p.code for p in made(text)[1]] == ["TTX202", "TTX504", "TTX503", "TTX508"]


@pytest.mark.parametrize("values", [None, 3, "text", [], [1], {}, float("nan"), True])
def test_what_is_no_catalogue_is_said(values):
    catalogue, problems = compile_catalogue(values, Spans({}))
    assert catalogue is None
    assert problems


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner, max_size=4),
    max_leaves=12,
)
GOOD = plain_values(read_tree(TEXT, "toy.yaml").value)


def paths(value, path=()):
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from paths(inner, (*path, key))


@given(PLAIN)
def test_no_plain_value_raises(values):
    catalogue, problems = compile_catalogue(values, Spans({}))
    assert catalogue is None
    assert problems


@given(st.lists(st.tuples(st.sampled_from([p for p in paths(GOOD) if p]), PLAIN), min_size=1, max_size=3))
def test_no_part_that_is_something_else_raises(changes):
    values = copy.deepcopy(GOOD)
    for path, new in changes:
        inner = values
        try:
            for key in path[:-1]:
                inner = inner[key]
            inner[path[-1]] = new
        except (KeyError, IndexError, TypeError):
            continue  # an earlier change took it away
    before = copy.deepcopy(values)
    catalogue, problems = compile_catalogue(values, Spans({}))
    assert (catalogue is None) == bool(problems)
    assert yaml.safe_dump(values) == yaml.safe_dump(before)


def test_editors_are_given_its_shape():
    assert json_schema("catalogue")["properties"]["commitments"]
