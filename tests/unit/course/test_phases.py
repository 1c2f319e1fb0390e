"""Phases: what happens on entering, slips, where a phase leads, rounds, and how the exercise ends."""

import pytest

from tests.unit.course.scenes import last, offers, script, walk
from ttx.course import End, begin, closing, ending, fork, moves
from ttx.model.position import Change, Op, apply


def test_on_enter_effects_are_taken_in_order_each_reading_what_the_one_before_did():
    scene = script("""\
- id: one
  title: One
  on_enter:
  - {effects: [heat += 2]}
  - {when: heat == 3, effects: [mood = tense]}
  - {when: mood == calm, effects: [alarm = yes]}
""")
    assert dict(begin(scene).tracks) == {"heat": 3, "mood": "tense", "alarm": "no"}


SLIPS = """\
- id: one
  title: One
  injects: [{id: I-1, to: rok, text: a, when: alarm}]
  slips: [{track: mood, to: [us], ask: q}, {ask: plain}, {track: heat, ask: q}]
  leads_to: [{phase: two, when: mood == tense}, {phase: three}]
- {id: two, title: Two, leads_to: [{end: true}]}
- {id: three, title: Three}
"""


def test_a_slip_with_a_track_is_a_choice_of_each_of_its_values_taken_before_leads_to():
    scene = script(SLIPS)
    first = begin(scene)
    assert offers(fork(scene, first)) == ["slip 0=calm", "slip 0=tense", "slip 0=angry"]
    done, reached = walk(scene, "slip 0=tense", "slip 2=4")
    assert done == ["slip 0=tense", "slip 2=4", ">two", "end end"]
    assert dict(reached[-1].tracks) == {"heat": 4, "mood": "tense", "alarm": "no"}
    assert len(offers(fork(scene, reached[1]))) == 6


def test_slips_are_taken_before_the_endings_are_read():
    scene = script(
        "- {id: one, title: One, slips: [{track: alarm, ask: q}]}",
        endings="{loud: {when: alarm, title: L}, quiet: {title: Q}}",
    )
    assert walk(scene, "slip 0=yes")[0] == ["slip 0=yes", "end loud"]
    assert walk(scene, "slip 0=no")[0] == ["slip 0=no", "end quiet"]


def test_a_slip_passes_over_the_steps_whose_turn_had_come():
    scene = script(
        "- {id: one, title: One, injects: [{id: I-1, to: rok, text: a, when: alarm}], slips: [{track: alarm, ask: q}]}"
    )
    assert walk(scene, "slip 0=yes")[0] == ["slip 0=yes", "end end"]


def test_an_unanswered_slip_leaves_its_track():
    scene = script(SLIPS)
    at = begin(scene)
    assert moves.slip(scene, at, 0, None) == Change(slipped=(0,))
    assert moves.slip(scene, at, 2, 4).tracks == (Op("heat", "=", 4, 0, 5),)
    assert moves.slip(scene, at, 1, None).tracks == ()


LEADS = """\
- id: one
  title: One
  injects: [{id: I-1, to: rok, text: a}]
  decisions: [{id: D-1, to: rok, ask: w, options: {a: {text: A}, b: {text: B}, c: {text: C}}}]
  leads_to:
  - {phase: three, when: D-1 == a}
  - {phase: two, when: "D-1 in [a, b]"}
  - {end: true, when: D-1 == c}
  - {phase: three}
- {id: two, title: Two, leads_to: [{phase: three}]}
- {id: three, title: Three}
"""


@pytest.mark.parametrize(
    ("value", "then"),
    [
        ("a", [">three", "end end"]),
        ("b", [">two", ">three", "end end"]),
        ("c", ["end end"]),
        ("free", [">three", "end end"]),
    ],
)
def test_leads_to_is_read_in_file_order_and_the_first_true_wins(value, then):
    done, _ = walk(script(LEADS), f"D-1={value}")
    assert done[3:] == then


def test_a_phase_that_leads_nowhere_ends_the_exercise_whatever_stands_behind_it():
    scene = script("- {id: one, title: One}\n- {id: two, title: Two}")
    assert closing(scene, begin(scene)) == End("end")


def test_entering_a_phase_leaves_behind_what_belonged_to_the_one_before():
    scene = script(LEADS)
    at = apply(begin(scene), Change(opened=("D-1",), due=("I-1",), released=("I-9",)))
    entered = apply(at, moves.enter(scene, at, "two"))
    assert (entered.phase, entered.steps, entered.open, entered.due) == ("two", (), (), ())
    assert (entered.released, entered.once) == (frozenset({"I-9"}), frozenset())


REPEAT = """\
- id: one
  title: One
  on_enter: [{effects: [heat += 1]}]
  injects:
  - {id: I-1, to: rok, text: a}
  - {id: I-2, to: rok, text: a, each_round: true}
  - {id: I-3, kind: delivered, to: rok, text: a, each_round: true}
  - {id: I-4, kind: delivered, to: rok, text: a}
  - {id: I-5, kind: contingency, to: rok, text: a, each_round: true}
  - {id: I-6, kind: contingency, to: rok, text: a}
  decisions:
  - id: D-1
    to: rok
    ask: w
    options:
      again: {text: A, ruling: {rule: room/umpire, outcomes: {stands: {deliver: [I-3, I-4]}, does_not: {}}}}
      stop: {text: S}
  slips: [{track: alarm, ask: q}]
  repeat: {while: D-1 == again, at_most: 3}
  leads_to: [{phase: two}]
- {id: two, title: Two}
"""
ONCE = ("D-1=again", "D-1:stands", "slip 0=no")


def test_a_phase_is_entered_again_while_its_condition_holds_and_at_most_so_often():
    done, _ = walk(script(REPEAT), *ONCE, *ONCE, *ONCE)
    assert [d for d in done if d.startswith(">")] == [">one 2", ">one 3", ">two"]
    done, _ = walk(script(REPEAT), *ONCE, "D-1=stop", "slip 0=no")
    assert [d for d in done if d.startswith(">")] == [">one 2", ">two"]


def test_a_round_reopens_decisions_and_slips_and_brings_only_the_injects_of_each_round():
    done, reached = walk(script(REPEAT), *ONCE, *ONCE, "D-1=stop", "slip 0=yes")
    second = done[done.index(">one 2") + 1 : done.index(">one 3")]
    assert second == ["I-2", "put D-1", "D-1=again", "D-1:stands", "I-3", "slip 0=no"]
    assert done[: done.index(">one 2")].count("I-4") == 1
    assert dict(reached[-1].tracks)["heat"] == 4


def test_contingency_injects_come_again_only_where_each_round_says_so():
    _, reached = walk(script(REPEAT), *ONCE, "D-1=stop", "slip 0=no")
    assert {p.round: p.held for p in reversed(reached) if p.phase == "one"} == {
        1: ("I-5", "I-6"),
        2: ("I-5",),
    }


def test_putting_a_decision_again_ends_its_standing_answer():
    _, reached = walk(script(REPEAT), *ONCE, "D-1=stop", "slip 0=no")
    values = [dict(p.answers).get("D-1") for p in reached if p.round == 2 and p.phase == "one"]
    assert values == ["again", "again", None, "stop", "stop"]


ENDINGS = "{hot: {when: heat > 3, title: H}, warm: {when: heat > 1, title: W}, cool: {title: C}}"


@pytest.mark.parametrize(("heat", "name"), [(5, "hot"), (4, "hot"), (2, "warm"), (1, "cool")])
def test_endings_are_read_in_file_order_at_the_end_and_the_last_has_no_condition(heat, name):
    scene = script(f"- {{id: one, title: One, on_enter: [{{effects: [heat = {heat}]}}]}}", endings=ENDINGS)
    position, _ = last(scene)
    assert position.ended == name
    assert ending(scene, begin(scene)) == name


def test_an_ending_that_holds_on_the_way_and_no_longer_at_the_end_is_not_reached():
    scene = script(
        "- {id: one, title: One, on_enter: [{effects: [heat = 5]}], leads_to: [{phase: two}]}\n"
        "- {id: two, title: Two, on_enter: [{effects: [heat = 0]}]}",
        endings=ENDINGS,
    )
    assert last(scene)[0].ended == "cool"
