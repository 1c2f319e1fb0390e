"""Chances of endings against values worked out by hand, as fractions."""

from fractions import Fraction

import pytest

from tests.unit.course.scenes import script
from ttx.course import Reach, begin, carry, fork
from ttx.course.relevance import Relevance
from ttx.errors import TtxError
from ttx.explore.endings import Chance, Endings, TooMany, explore
from ttx.model.position import Change, apply
from ttx.services.foresight import endings

SILENCE = Reach(silence=True)
CONTINGENCY = Reach(contingency=True)
ALARM = "{loud: {when: alarm, title: L}, quiet: {title: Q}}"


def chances(scene, **more):
    found = explore(scene, **more)
    assert isinstance(found, Endings)
    return {name: (c.min, c.max, c.even) for name, c in found.endings.items()}


def one(decision, **more):
    return script(
        f"- {{id: one, title: One, injects: [{{id: I-1, to: rok, text: a}}], decisions: [{decision}]}}",
        endings=ALARM,
        **more,
    )


CHOICE = "{id: D-1, to: rok, ask: w, options: {a: {text: A, effects: [alarm = yes]}, b: {text: B}}}"


def test_every_offered_answer_weighs_the_same_and_free_counts_once():
    assert chances(one(CHOICE)) == {"loud": (0, 1, Fraction(1, 3)), "quiet": (0, 1, Fraction(2, 3))}


def test_silence_adds_none_to_every_decision():
    text = CHOICE.replace("b: {text: B}}", "b: {text: B}}, if_not_taken: {effects: [alarm = yes]}")
    assert chances(one(text)) == {"loud": (0, 1, Fraction(1, 3)), "quiet": (0, 1, Fraction(2, 3))}
    assert chances(one(text), reach=SILENCE) == {
        "loud": (0, 1, Fraction(1, 2)),
        "quiet": (0, 1, Fraction(1, 2)),
    }


def test_an_option_that_is_not_offered_has_no_weight():
    text = CHOICE.replace("effects: [alarm = yes]", "when: heat > 4, effects: [alarm = yes]")
    assert chances(one(text)) == {"loud": (0, 0, 0), "quiet": (1, 1, 1)}


def ruled(rule, outcomes):
    option = f"{{text: A, ruling: {{rule: room/{rule}, outcomes: {outcomes}}}}}"
    return one(f"{{id: D-1, to: rok, ask: w, options: {{a: {option}}}}}")


def test_dice_go_by_their_odds_and_leave_nothing_to_choose():
    found = chances(ruled("dice", "{low: {effects: [alarm = yes]}, high: {}}"))
    # the answer is a choice of two; 1d6 is low at 1 and 2
    assert found == {
        "loud": (0, Fraction(1, 3), Fraction(1, 6)),
        "quiet": (Fraction(2, 3), 1, Fraction(5, 6)),
    }


def test_a_modifier_counts_where_its_condition_holds():
    text = "{id: D-1, to: rok, ask: w, ruling: {rule: room/dice, outcomes: {low: {effects: [alarm = yes]}, high: {}}}, options: {a: {text: A, effects: [heat = 4]}}}"
    # free: heat 1, low at 1 and 2; a: heat 4 adds 2, low is out of reach
    assert chances(one(text)) == {
        "loud": (0, Fraction(1, 3), Fraction(1, 6)),
        "quiet": (Fraction(2, 3), 1, Fraction(5, 6)),
    }


def test_the_modifier_of_the_umpire_is_a_choice_of_equal_weight():
    found = chances(ruled("swayed", "{low: {effects: [alarm = yes]}, high: {}}"))
    # -1: low at 1 2 3; 0: at 1 2; +1: at 1: even (3 + 2 + 1)/18 of the half that answers a
    assert found == {
        "loud": (0, Fraction(1, 2), Fraction(1, 6)),
        "quiet": (Fraction(1, 2), 1, Fraction(5, 6)),
    }


@pytest.mark.parametrize(
    ("rule", "outcomes", "count"),
    [
        ("consensus", "{agreed: {}, not_agreed: {effects: [alarm = yes]}}", 2),
        ("umpire", "{stands: {}, does_not: {effects: [alarm = yes]}}", 2),
        ("counted", "{carried: {}, lost: {effects: [alarm = yes]}, later: {}}", 3),
        ("ladder", "{complete: {}, 'skipped:warn': {}, 'skipped:act': {effects: [alarm = yes]}}", 3),
    ],
)
def test_results_that_people_give_are_choices_of_equal_weight(rule, outcomes, count):
    assert chances(ruled(rule, outcomes))["loud"] == (0, 1, Fraction(1, 2 * count))


def test_an_argument_is_a_choice_of_the_net_count_and_dice_do_the_rest():
    found = chances(ruled("argued", "{holds: {effects: [alarm = yes]}, fails: {}}"))
    # of 36 throws, those that reach 7 with -3 to +3 beside them
    reach = [6, 10, 15, 21, 26, 30, 33]
    assert found["loud"] == (0, Fraction(33, 36), Fraction(sum(reach), 7 * 36) / 2)


def test_an_estimate_is_a_choice_of_the_ends_of_each_band():
    found = chances(ruled("likely", "{happens: {effects: [alarm = yes]}, not: {}}"))
    ends = [1, 5, 5, 20, 20, 45, 45, 55, 55, 80, 80, 95, 95, 99]
    assert found["loud"] == (0, Fraction(99, 100), Fraction(sum(ends), 14 * 100) / 2)


def test_of_a_gate_every_way_to_tick_is_a_choice_and_what_is_read_is_none():
    outcomes = "{open: {effects: [alarm = yes]}, shut: {}}"
    assert chances(ruled("gate", outcomes))["loud"] == (0, 1, Fraction(1, 4) / 2)
    text = f"{{id: D-1, to: rok, ask: w, ruling: {{rule: room/gate, outcomes: {outcomes}}}, options: {{a: {{text: A, effects: [heat = 4]}}}}}}"
    # with a the heat shuts the gate; in other words it is still to be judged
    assert chances(one(text))["loud"] == (0, 1, Fraction(1, 2) * Fraction(1, 4))


def test_a_slip_is_a_choice_of_each_value_of_its_track():
    scene = script(
        "- {id: one, title: One, slips: [{track: heat, ask: q}, {track: mood, ask: q}]}",
        endings="{hot: {when: heat > 3 and mood == angry, title: H}, cool: {title: C}}",
    )
    assert chances(scene)["hot"] == (0, 1, Fraction(2, 6) * Fraction(1, 3))


def test_a_contingency_inject_is_a_choice_before_each_decision_only_where_it_is_asked_for():
    scene = script(
        """\
- id: one
  title: One
  injects: [{id: I-1, to: rok, text: a}, {id: I-2, kind: contingency, to: rok, text: b, effects: [alarm = yes]}]
  decisions: [{id: D-1, to: rok, ask: w, options: {a: {text: A}}}, {id: D-2, to: rok, ask: w, options: {a: {text: A}}}]
""",
        endings=ALARM,
    )
    assert chances(scene)["loud"] == (0, 0, 0)
    # before D-1 one of two; else before D-2 one of two
    assert chances(scene, reach=CONTINGENCY)["loud"] == (0, 1, Fraction(1, 2) + Fraction(1, 4))


def test_least_and_greatest_take_chance_as_it_falls_and_choice_as_it_suits():
    scene = script(
        """\
- id: one
  title: One
  injects: [{id: I-1, to: rok, text: a}]
  decisions:
  - {id: D-1, to: rok, ask: w, ruling: {rule: room/dice, outcomes: {low: {effects: [heat = 5]}, high: {effects: [heat = 0]}}}}
  - {id: D-2, to: rok, ask: w, when: heat == 5, options: {a: {text: A, effects: [alarm = yes]}}}
  - {id: D-3, to: rok, ask: w, when: heat == 0, ruling: {rule: room/dice, outcomes: {low: {effects: [alarm = yes]}, high: {}}}}
""",
        endings=ALARM,
    )
    by_dice = Fraction(2, 3) * Fraction(1, 3)
    loud = (by_dice, Fraction(1, 3) + by_dice, Fraction(1, 3) * Fraction(1, 2) + by_dice)
    assert chances(scene) == {"loud": loud, "quiet": (1 - loud[1], 1 - loud[0], 1 - loud[2])}


def test_exploring_goes_on_from_any_position_on_or_off_the_book():
    scene = one(CHOICE)
    assert chances(scene, start=apply(begin(scene), Change(answers=(("D-1", "a"),), done=("I-1", "D-1"))))[
        "quiet"
    ] == (1, 1, 1)
    off = apply(begin(scene), Change(put=("D-1",), opened=("D-1",)))
    assert chances(scene, start=off)["loud"] == (0, 1, Fraction(1, 3))
    ended = apply(begin(scene), Change(ended="loud"))
    assert chances(scene, start=ended)["loud"] == (1, 1, 1)


def test_more_states_than_the_limit_is_said_and_nothing_else():
    scene = one(CHOICE)
    states = explore(scene).states
    assert explore(scene, limit=states).states == states
    assert explore(scene, limit=states - 1) == TooMany(states - 1)
    with pytest.raises(TtxError, match="more than 2 states"):
        endings(scene.scenario, limit=2)


def test_the_service_gives_what_exploring_found():
    scene = one(CHOICE)
    assert endings(scene.scenario).endings["loud"] == Chance(Fraction(0), Fraction(1), Fraction(1, 3))


def test_positions_that_differ_in_what_nothing_reads_count_once():
    decisions = ", ".join(
        f"{{id: D-{n}, to: rok, ask: w, options: {{a: {{text: A}}, b: {{text: B}}}}}}" for n in range(30)
    )
    scene = script(f"- {{id: one, title: One, decisions: [{decisions}]}}")
    assert explore(scene).states == 2 * 30 + 2


def never_put(more):
    return script(
        f"""\
- id: one
  title: One
  injects: [{{id: I-1, to: rok, text: a}}]
  decisions:
  - {{id: D-1, to: rok, ask: w, options: {{a: {{text: A, contacts: [{{from: rok, to: us}}]}}}}}}
  - {{id: D-2, to: rok, ask: w, when: heat > 4, options: {{a: {{text: A}}}}}}
{more}""",
        endings="{known: {when: 'told(rok, us) before D-2', title: T}, silent: {title: S}}",
    )


@pytest.mark.parametrize(
    "more",
    [
        "",
        "  slips: [{track: alarm, ask: q}]\n",
        "  leads_to: [{phase: two}]\n- {id: two, title: Two, injects: [{id: I-2, to: rok, text: a}]}\n",
    ],
    ids=["passed over at the end", "passed over by a slip", "left behind in its phase"],
)
def test_before_a_decision_that_is_never_put_is_explored_as_it_is_read(more):
    assert chances(never_put(more))["known"] == (0, 1, Fraction(1, 2))


def _all_paths(scene, reach):
    """Endings with their even chance, every Position walked as it is, nothing left out."""

    def walk(position):
        found = fork(scene, position, reach)
        if found is None:
            return {position.ended: Fraction(1)}
        total = {}
        for way in found.ways:
            for chance, act in way.results:
                for name, value in walk(apply(position, carry(scene, position, act))).items():
                    total[name] = total.get(name, 0) + value * chance / len(found.ways)
        return total

    return walk(begin(scene))


BASE_LIKE = """\
- id: one
  title: One
  injects:
  - {id: I-1, to: rok, text: a}
  - {id: I-2, kind: contingency, to: us, text: b, when: "not told(rok, us)", effects: [heat += 1]}
  - {id: I-3, kind: delivered, to: rok, text: c, effects: [mood = tense]}
  - {id: I-4, to: rok, text: d, when: D-1.us == a or I-2, effects: [heat += 1]}
  decisions:
  - id: D-1
    to: [rok, us]
    mode: each_then_joint
    ask: w
    after: [I-1]
    options:
      a: {text: A, contacts: [{from: rok, to: us}], effects: [heat += 2]}
      b: {text: B, ruling: {rule: room/dice, outcomes: {low: {deliver: [I-3]}, high: {}}}}
    if_not_taken: {effects: [alarm = yes]}
  - {id: D-2, to: us, ask: w, options: {a: {text: A, when: heat > 2}, b: {text: B, effects: [heat -= 1]}}}
  slips: [{track: alarm, ask: q}]
  repeat: {while: mood == tense, at_most: 2}
  leads_to: [{phase: two, when: heat > 1}, {end: true}]
- {id: two, title: Two, on_enter: [{when: "told(rok, us)", effects: [heat -= 1]}]}
"""
BASE_LIKE_ENDINGS = "{worst: {when: alarm and heat > 2, title: W}, tense: {when: 'mood == tense or told(rok, us) before D-2', title: T}, calm: {title: C}}"


@pytest.mark.parametrize("reach", [Reach(), SILENCE, CONTINGENCY], ids=["plain", "silence", "contingency"])
def test_leaving_out_what_nothing_reads_changes_no_chance(reach):
    scene = script(BASE_LIKE, endings=BASE_LIKE_ENDINGS)
    whole = _all_paths(scene, reach)
    assert sum(whole.values()) == 1
    assert {n: c[2] for n, c in chances(scene, reach=reach).items() if c[2]} == whole


def test_what_is_reduced_keeps_the_future():
    scene = script(BASE_LIKE, endings=BASE_LIKE_ENDINGS)
    position, reduce = begin(scene), Relevance(scene).reduce
    while (found := fork(scene, position)) is not None:
        assert fork(scene, reduce(position)) == found
        position = apply(position, carry(scene, position, found.ways[-1].results[-1][1]))
