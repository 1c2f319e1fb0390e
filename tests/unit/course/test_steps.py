"""A phase is a list of steps: their order, when they are passed over, what is delivered between them."""

import pytest

from tests.unit.course.scenes import offers, script, walk
from ttx.course import Reach, begin, fork, offered_now
from ttx.model.position import apply

CONTINGENCY = Reach(contingency=True)
STEPS = """\
- id: one
  title: One
  injects:
  - {id: I-1, to: rok, text: a}
  - {id: I-2, kind: contingency, to: rok, text: b}
  - {id: I-3, kind: expected_action, text: c}
  - {id: I-4, kind: delivered, to: rok, text: d}
  - {id: I-5, to: rok, text: e}
  decisions:
  - {id: D-1, to: rok, ask: w, options: {a: {text: A}}}
  - {id: D-2, to: rok, ask: x, after: [I-3, I-1], options: {a: {text: A}}}
  - {id: D-3, to: rok, ask: y, after: [I-1], options: {a: {text: A}}}
  - {id: D-4, to: rok, ask: z, after: [I-1], options: {a: {text: A}}}
"""


def only(done, kind=""):
    return [each for each in done if not each.startswith(("D", ">", "end")) and each.startswith(kind)]


def test_steps_are_injects_in_file_order_each_decision_behind_the_last_of_its_after():
    assert script(STEPS).steps["one"] == ("I-1", "D-3", "D-4", "I-3", "D-2", "I-5", "D-1")


def test_the_book_takes_one_step_at_a_time_and_answers_each_decision_before_the_next_step():
    done, _ = walk(script(STEPS), "D-3=a", "D-4=a", "D-2=a", "D-1=a")
    assert done == [
        "I-1", "put D-3", "D-3=a", "put D-4", "D-4=a", "I-3", "put D-2", "D-2=a", "I-5", "put D-1", "D-1=a",
        "end end",
    ]  # fmt: skip


def test_a_phase_without_injects_puts_its_decisions_in_file_order():
    scene = script(
        "- {id: one, title: One, decisions: [{id: D-2, to: rok, ask: a}, {id: D-1, to: us, ask: b}]}"
    )
    assert scene.steps["one"] == ("D-2", "D-1")


WHEN = """\
- id: one
  title: One
  injects:
  - {id: I-1, to: rok, text: a, effects: [mood = tense]}
  - {id: I-2, to: rok, text: b, when: mood == calm}
  - {id: I-3, to: rok, text: c, when: mood == tense, effects: [mood = calm]}
  decisions:
  - {id: D-1, to: rok, ask: w, after: [I-2], options: {a: {text: A}}}
  - {id: D-2, to: rok, ask: w, when: alarm, options: {a: {text: A}}}
  - id: D-3
    to: rok
    ask: w
    options: {a: {text: A, when: mood == calm}, b: {text: B, when: mood == tense}}
"""


def test_a_condition_is_read_when_the_turn_comes_and_false_is_passed_over_for_good():
    done, _ = walk(script(WHEN), "D-1=a", "D-3=a")
    # I-2 would hold again behind I-3, which sets the mood back; its turn is over
    assert only(done) == ["I-1", "put D-1", "I-3", "put D-3"]


def test_after_an_inject_that_was_passed_over_counts_as_done():
    done, _ = walk(script(WHEN), "D-1=a", "D-3=a")
    assert "I-2" not in done
    assert "put D-1" in done


def test_an_option_whose_condition_does_not_hold_is_not_offered_free_always_is():
    scene = script(WHEN)
    _, reached = walk(scene, "D-1=a", "D-3=a")
    [asked] = [p for p in reached if p.open == ("D-3",)]
    assert offers(fork(scene, asked)) == ["D-3=a", "D-3=free"]


HELD = """\
- id: one
  title: One
  injects:
  - {id: I-1, to: rok, text: a}
  - {id: I-2, kind: contingency, to: rok, text: b, when: mood == calm}
  - {id: I-3, kind: contingency, to: rok, text: c, effects: [mood = angry]}
  - {id: I-4, to: rok, text: d, when: mood == angry}
  decisions:
  - {id: D-1, to: rok, ask: w, after: [I-1], options: {a: {text: A}}}
  - {id: D-2, to: rok, ask: w, options: {a: {text: A}}}
"""


def test_on_the_plain_book_no_contingency_inject_is_offered():
    done, _ = walk(script(HELD), "D-1=a", "D-2=a")
    assert only(done, "I") == ["I-1"]


def test_contingency_injects_are_offered_before_each_decision_while_their_condition_holds():
    scene = script(HELD)
    _, reached = walk(scene, "I-3", "put D-1", "D-1=a", "D-2=a", reach=CONTINGENCY)
    forks = [offers(fork(scene, p, CONTINGENCY)) for p in reached[:-1]]
    assert [f for f in forks if "put D-1" in f or "put D-2" in f] == [
        ["put D-1", "I-2", "I-3"],
        ["put D-1"],
        ["put D-2"],
    ]
    assert all("I-2" not in f for f in forks if "I-1" in f or "I-4" in f)


def test_a_contingency_inject_can_change_what_comes():
    done, _ = walk(script(HELD), "put D-1", "D-1=a", "I-3", "put D-2", "D-2=a", reach=CONTINGENCY)
    # the turn of I-4 was over when D-2 came
    assert "I-4" not in done
    done, _ = walk(script(HELD), "I-3", "put D-1", "D-1=a", "D-2=a", reach=CONTINGENCY)
    assert "I-4" in done


def test_a_contingency_inject_is_released_once_a_round():
    scene = script(HELD)
    _, reached = walk(scene, "I-2", "put D-1", "D-1=a", "put D-2", "D-2=a", reach=CONTINGENCY)
    assert [offered_now(scene, p) for p in reached[:4]] == [
        ("I-2", "I-3"),
        ("I-2", "I-3"),
        ("I-3",),
        ("I-3",),
    ]


DELIVERED = """\
- id: one
  title: One
  injects:
  - {id: I-1, to: rok, text: a}
  - {id: I-2, kind: delivered, to: rok, text: b, effects: [heat += 1]}
  - {id: I-3, kind: delivered, to: rok, text: c}
  - {id: I-4, to: rok, text: d}
  decisions:
  - id: D-1
    to: rok
    ask: w
    after: [I-1]
    ruling: {rule: room/umpire, outcomes: {stands: {deliver: [I-3, I-2]}, does_not: {}}}
    options: {a: {text: A}}
  - id: D-2
    to: rok
    ask: w
    options: {a: {text: A, ruling: {rule: room/umpire, outcomes: {stands: {deliver: [I-2]}, does_not: {}}}}}
"""


def test_a_delivered_inject_is_the_next_step_and_only_where_an_outcome_names_it():
    done, _ = walk(script(DELIVERED), "D-1=a", "D-1:stands", "D-2=free")
    assert only(done, "I") == ["I-1", "I-3", "I-2", "I-4"]
    assert done.index("I-3") == done.index("D-1:stands") + 1
    done, _ = walk(script(DELIVERED), "D-1=a", "D-1:does_not", "D-2=free")
    assert only(done, "I") == ["I-1", "I-4"]


def test_an_inject_that_was_delivered_is_not_delivered_again():
    done, reached = walk(script(DELIVERED), "D-1=a", "D-1:stands", "D-2=a", "D-2:stands")
    assert done.count("I-2") == 1
    assert dict(reached[-1].tracks)["heat"] == 2


def test_if_not_taken_can_deliver_too():
    scene = script("""\
- id: one
  title: One
  injects: [{id: I-1, to: rok, text: a}, {id: I-2, kind: delivered, to: rok, text: b}, {id: I-3, to: rok, text: c}]
  decisions: [{id: D-1, to: rok, ask: w, after: [I-1], options: {a: {text: A}}, if_not_taken: {deliver: [I-2]}}]
""")
    done, _ = walk(scene, "D-1=none", reach=Reach(silence=True))
    assert only(done, "I") == ["I-1", "I-2", "I-3"]


def test_injects_carry_effects_as_they_are_released():
    _, reached = walk(script(DELIVERED), "D-1=free", "D-1:stands", "D-2=free")
    heats = [dict(p.tracks)["heat"] for p in reached if not p.ended]
    assert heats == sorted(heats)
    assert heats[-1] == 2


@pytest.mark.parametrize("scene", [STEPS, WHEN, HELD, DELIVERED])
def test_a_position_knows_its_phase_and_round_and_that_it_ended(scene):
    first = begin(script(scene))
    assert (first.phase, first.round, first.ended) == ("one", 1, None)
    assert fork(script(scene), apply(first, _ended())) is None


def _ended():
    from ttx.model.position import Change

    return Change(ended="end")
