"""The value of a decision, what an answer brings, and how several cells answer."""

import pytest

from tests.unit.course.scenes import last, offers, script, walk
from ttx.course import Reach, begin, fork, moves
from ttx.model.parts import FREE, NONE
from ttx.model.position import Op, apply

SILENCE = Reach(silence=True)
FIRST = """\
- id: one
  title: One
  injects: [{id: I-1, to: rok, text: a}]
  decisions:
  - id: D-1
    to: rok
    ask: w
    options:
      a: {text: A, effects: [heat += 1, mood = tense]}
      b:
        text: B
        effects: [heat += 2]
        ruling: {rule: room/umpire, outcomes: {stands: {effects: [heat += 1, alarm = yes]}, does_not: {}}}
    coding: [{id: c, text: C}]
    free: {ruling: {rule: room/consensus, outcomes: {agreed: {effects: [mood = angry]}, not_agreed: {}}}}
    if_not_taken: {effects: [heat = 0]}
"""


def answered(scene, slot, value, *, book=True):
    """The Position in which the slot is open, and the change its answer brings."""
    position = next(p for p in _positions(scene) if slot in p.open)
    return position, moves.answer(scene, position, slot, value, book=book)


def _positions(scene):
    from ttx.course import carry

    position = begin(scene)
    while position is not None:
        yield position
        found = fork(scene, position, SILENCE)
        position = apply(position, carry(scene, position, found.ways[0].results[0][1])) if found else None


def test_a_decision_reads_as_none_before_it_is_put():
    scene = script(
        f"""{FIRST}- {{id: two, title: Two, injects: [
  {{id: I-2, to: rok, text: a, when: D-1 == a}}, {{id: I-3, to: rok, text: a, when: D-2 == none}}],
  decisions: [{{id: D-2, to: rok, ask: w, options: {{a: {{text: A}}}}}}]}}
""".replace(
            "if_not_taken: {effects: [heat = 0]}",
            "if_not_taken: {effects: [heat = 0]}\n  leads_to: [{phase: two}]",
        )
    )
    done, _ = walk(scene, "D-1=a", "D-2=a")
    assert done[-5:] == ["I-2", "I-3", "put D-2", "D-2=a", "end end"]


def test_the_book_offers_the_options_in_file_order_then_free_and_none_only_under_silence():
    scene = script(FIRST)
    open_ = next(p for p in _positions(scene) if p.open)
    assert offers(fork(scene, open_)) == ["D-1=a", "D-1=b", "D-1=free"]
    assert offers(fork(scene, open_, SILENCE)) == ["D-1=a", "D-1=b", "D-1=free", "D-1=none"]


def test_an_option_brings_its_effects_and_no_ruling_of_another():
    ended, tracks = last(script(FIRST), "D-1=a")
    assert tracks == {"heat": 2, "alarm": "no", "mood": "tense"}
    assert ended.answers == (("D-1", "a"),)


def test_effects_of_the_option_come_before_those_of_its_outcome():
    done, reached = walk(script(FIRST), "D-1=b", "D-1:stands")
    heats = [dict(p.tracks)["heat"] for p in reached]
    assert done[-3:] == ["D-1=b", "D-1:stands", "end end"]
    assert heats == [1, 1, 1, 3, 4, 4]


def test_a_free_answer_changes_tracks_only_through_its_ruling():
    scene = script(FIRST)
    position, change = answered(scene, "D-1", FREE)
    assert change.tracks == ()
    assert [o.rule for o in change.owed] == ["room/consensus"]
    _, tracks = last(scene, "D-1=free", "D-1:agreed")
    assert tracks == {"heat": 1, "alarm": "no", "mood": "angry"}
    assert position.owed == ()


def test_none_brings_what_if_not_taken_says_and_is_never_ruled_on():
    _, change = answered(script(FIRST), "D-1", NONE)
    assert change.tracks == (Op("heat", "=", 0, 0, 5),)
    assert change.owed == ()


def test_not_put_gives_none_and_nothing_else():
    scene = script(FIRST)
    change = moves.not_put(scene.decisions["D-1"])
    assert (change.answers, change.tracks, change.due) == ((("D-1", NONE),), (), ())


def test_the_ruling_of_a_decision_rules_on_every_answer_that_names_none_of_its_own():
    scene = script(
        FIRST.replace(
            "free: {ruling",
            "ruling: {rule: room/umpire, outcomes: {stands: {}, does_not: {}}}\n    free: {ruling",
        )
    )
    decision = scene.decisions["D-1"]
    rules = {v: moves.ruling_for(decision, v) for v in ("a", "b", FREE, NONE)}
    assert {v: spec and spec.rule for v, spec in rules.items()} == {
        "a": "room/umpire",
        "b": "room/umpire",
        FREE: "room/consensus",
        NONE: None,
    }
    assert rules["a"] is not rules["b"]


EACH = """\
- id: one
  title: One
  injects: [{id: I-1, to: rok, text: a}]
  decisions:
  - id: D-1
    to: [rok, us]
    mode: each
    ask: w
    options: {a: {text: A, contacts: [{from: rok, to: us}]}, b: {text: B}}
    if_not_taken: {effects: [alarm = yes]}
  leads_to: [{phase: two, when: D-1.rok == a and D-1.us == b}, {end: true}]
- {id: two, title: Two}
"""


def test_in_mode_each_every_cell_answers_for_itself_and_conditions_read_each():
    done, _ = walk(script(EACH), "D-1.rok=a", "D-1.us=b")
    assert done == ["I-1", "put D-1", "D-1.rok=a", "D-1.us=b", ">two", "end end"]
    assert ">two" not in walk(script(EACH), "D-1.rok=b", "D-1.us=b")[0]


def test_in_mode_each_an_answer_has_no_effects_and_no_ruling():
    text = EACH.replace("b: {text: B}", "b: {text: B, effects: [heat += 1]}")
    _, change = answered(script(text), "D-1.rok", "b")
    assert (change.tracks, change.owed) == ((), ())


@pytest.mark.parametrize(
    ("rok", "us", "alarm"), [("none", "none", "yes"), ("none", "a", "no"), ("a", "none", "no")]
)
def test_in_mode_each_if_not_taken_follows_once_nobody_took_it(rok, us, alarm):
    _, tracks = last(script(EACH), f"D-1.rok={rok}", f"D-1.us={us}", reach=SILENCE)
    assert tracks["alarm"] == alarm


def several(mode, then=""):
    return f"""\
- id: one
  title: One
  injects: [{{id: I-1, to: rok, text: a}}]
  decisions:
  - id: D-1
    to: [rok, us]
    mode: {mode}
    ask: w
    options: {{a: {{text: A, effects: [heat += 1], contacts: [{{from: rok, to: us}}]}}, b: {{text: B, effects: [heat += 2]}}}}
    if_not_taken: {{effects: [alarm = yes]}}
{then}"""


@pytest.mark.parametrize("mode", ["joint", "lead(us)+concur"])
def test_joint_and_lead_give_one_value_with_effects(mode):
    scene = script(several(mode))
    done, reached = walk(scene, "D-1=b")
    assert done == ["I-1", "put D-1", "D-1=b", "end end"]
    assert dict(reached[-1].tracks)["heat"] == 3


def test_each_then_joint_takes_value_and_effects_from_the_joint_answer():
    done, reached = walk(script(several("each_then_joint")), "D-1=a")
    assert done == ["I-1", "put D-1", "D-1=a", "end end"]
    assert dict(reached[-1].tracks)["heat"] == 2


READ = "  leads_to: [{phase: two, when: D-1.us == b}, {end: true}]\n- {id: two, title: Two}\n"


def test_what_each_wrote_is_a_choice_only_where_something_reads_it_and_comes_first():
    scene = script(several("each_then_joint", READ))
    done, reached = walk(scene, "D-1.us=b", "D-1=a")
    assert done == ["I-1", "put D-1", "D-1.us=b", "D-1=a", ">two", "end end"]
    assert dict(reached[-1].tracks)["heat"] == 2


def test_what_each_wrote_brings_no_effects_no_if_not_taken_and_no_contacts():
    scene = script(several("each_then_joint", READ))
    for value in ("a", NONE):
        _, change = answered(scene, "D-1.us", value)
        assert (change.tracks, change.owed, change.told, change.due) == ((), (), (), ())


def test_in_the_room_every_cell_may_write_first_whether_or_not_something_reads_it():
    scene = script(several("each_then_joint"))
    assert moves.put(scene, "D-1", book=True).opened == ("D-1",)
    assert moves.put(scene, "D-1", book=False).opened == ("D-1.rok", "D-1.us", "D-1")


def test_a_scale_is_clamped_after_every_operation_and_the_operation_tells_it():
    scene = script(several("joint").replace("heat += 2", "heat += 9, heat -= 2"))
    position, change = answered(scene, "D-1", "b")
    assert [(op.value, op.lo, op.hi) for op in change.tracks] == [(9, 0, 5), (2, 0, 5)]
    assert dict(apply(position, change).tracks)["heat"] == 3
    scene = script(several("joint").replace("heat += 2", "heat -= 9, heat += 1"))
    position, change = answered(scene, "D-1", "b")
    assert dict(apply(position, change).tracks)["heat"] == 1
