"""What an answer does besides moving endings: whom it tells, what it sets, whether it is asked for."""

from tests.unit.course.scenes import script
from ttx.explore.deeds import Deeds

PHASES = """\
- id: one
  title: One
  injects: [{id: I-1, to: rok, text: a}, {id: I-2, kind: delivered, to: rok, text: b}]
  decisions:
  - id: D-1
    to: rok
    ask: w
    options:
      a: {text: A, contacts: [{from: rok, to: us, line: telephone}], effects: [heat = 4, mood = tense]}
      b: {text: B, ruling: {rule: room/dice, outcomes: {low: {deliver: [I-2]}, high: {effects: [heat += 1]}}}}
      c: {text: C}
  - {id: D-2, to: rok, ask: w, when: "heat > 3 and not D-1 in [c, free]", options: {a: {text: A}}}
"""


def deeds():
    scene = script(PHASES, endings="{loud: {when: alarm or D-1 == b, title: L}, quiet: {title: Q}}")
    decision = scene.decisions["D-1"]
    return {option.id: Deeds(scene).of(decision, option) for option in decision.options}


def test_who_tells_whom_and_what_is_set_on_a_track_that_is_read():
    assert deeds()["a"] == {("tells", "rok", "us"), ("sets", "heat", "=", "4")}


def test_what_rulings_bring_counts_and_what_endings_ask_does_not():
    assert deeds()["b"] == {("sends", "I-2"), ("sets", "heat", "+=", "1")}


def test_an_answer_that_a_condition_names():
    assert deeds()["c"] == {("asked for",)}
