"""Decisions that can be open together: whether the order of their answers changes an ending."""

from tests.small import texts
from ttx.course import Script
from ttx.explore.findings import findings
from ttx.explore.graph import walk
from ttx.explore.problems import foreseen
from ttx.loader import load_texts

SCENE = """\
format: ttx/1
id: order
title: Order
marking: UNCLASSIFIED // EXERCISE
cells: {{a: {{name: A}}, b: {{name: B}}}}
tracks:
  door: {{kind: choice, values: [shut, ajar, open], start: shut}}
  heat: {{kind: scale, range: [0, 2], start: 1}}
phases:
  - id: only
    title: Only
    injects:
      - {{id: I-1, to: all, text: A knock.}}
{between}
    decisions:
      - id: D-1
        to: [a]
        after: [I-1]
        ask: One?
        options:
          x: {{text: X, effects: [{one}]}}
          y: {{text: Y}}
      - id: D-2
        to: [b]
        after: [{after}]
        ask: Two?
        options:
          x: {{text: X, effects: [{two}]}}
          y: {{text: Y}}
endings:
  wide: {{when: "{when}", title: Wide}}
  rest: {{title: Rest}}
"""


def crossed(one, two, when, *, between="", after="I-1"):
    loaded = load_texts(texts(SCENE.format(one=one, two=two, when=when, between=between, after=after)))
    assert loaded.scenario is not None, loaded.problems
    explored = findings(walk(Script(loaded.scenario)))
    problems = [p for p in foreseen(loaded.scenario, explored, loaded.spans) if p.code == "TTX705"]
    assert len(problems) == len(explored.whole.crossed)
    return explored.whole.crossed


def test_the_last_of_two_that_set_one_track_stands():
    (found,) = crossed("door = open", "door = ajar", "door == open")
    assert (found.first, found.second, found.answers, found.endings) == (
        "D-1", "D-2", ("x", "x"), ("wide", "rest"),
    )  # fmt: skip


def test_a_clamp_makes_order_matter_and_plain_sums_do_not():
    (found,) = crossed("heat += 2", "heat -= 1", "heat == 2")
    assert found.answers == ("x", "x")
    assert crossed("heat += 1", "heat -= 1", "heat == 2") == ()


def test_tracks_apart_and_an_ending_that_does_not_read_them_never_matter():
    assert crossed("door = open", "heat += 1", "door == open and heat == 2") == ()
    assert crossed("door = open", "door = ajar", "heat == 2") == ()


def test_an_inject_between_them_keeps_them_apart():
    between = "      - {id: I-2, to: all, text: Another.}"
    assert crossed("door = open", "door = ajar", "door == open", between=between, after="I-2") == ()
