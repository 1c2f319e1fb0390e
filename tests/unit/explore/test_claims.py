"""Each thing exploring claims, on a scenario small enough to see it by hand."""

from fractions import Fraction

from tests.unit.course.scenes import script
from ttx.course import Reach
from ttx.explore.findings import findings
from ttx.explore.graph import walk

CATALOGUED = "[{commitment: DOC-1a, bearing: %s}]"


def found(scene, reach=Reach()):  # noqa: B008 - a frozen value
    return findings(walk(scene, None, reach))


def dead(explored):
    return {f"{c.kind} {c.name}" for c in explored.claims if not c.reached and not c.held_back}


DEAD = """\
- id: one
  title: One
  injects:
  - {id: I-1, to: rok, text: a}
  - {id: I-2, to: rok, text: a, when: heat > 3}
  - {id: I-3, kind: delivered, to: rok, text: a}
  - {id: I-4, kind: contingency, to: rok, text: a}
  decisions:
  - id: D-1
    to: rok
    ask: w
    options:
      a: {text: A, ruling: {rule: room/dice, outcomes: {low: {}, high: {}}}, effects: [heat = 4]}
      b: {text: B, when: heat > 1, effects: [alarm = yes]}
  - {id: D-2, to: us, ask: w, when: alarm, options: {a: {text: A}}}
  leads_to: [{phase: two, when: alarm}, {end: true}]
- {id: two, title: Two}
"""
DEAD_ENDINGS = "{loud: {when: alarm, title: L}, hot: {when: heat == 4, title: H}, warm: {when: heat > 3, title: W}, quiet: {title: Q}}"


def test_what_no_course_comes_to_is_named_kind_by_kind():
    explored = found(script(DEAD, endings=DEAD_ENDINGS))
    # a sets heat to 4, which adds 2 to the die: low, at 1 and 2, is out of reach; alarm is never raised
    assert dead(explored) == {
        "ending loud",
        "ending warm",
        "inject I-2",
        "inject I-3",
        "decision D-2",
        "option D-1.b",
        "option D-2.a",
        "option D-2.free",
        "outcome D-1.a.low",
        "phase two",
    }
    assert [c.name for c in explored.claims if c.held_back] == ["I-4"]
    assert explored.whole.dead_ends == ()


def test_an_ending_in_the_shadow_of_another_is_told_from_one_that_never_holds():
    whole = found(script(DEAD, endings=DEAD_ENDINGS)).whole
    assert [(s.ending, s.by, s.moves[0]) for s in whole.shadowed] == [("warm", ("hot",), {"D-1": "a"})]


def test_silence_and_contingency_come_to_more():
    explored = found(script(DEAD, endings=DEAD_ENDINGS), Reach(silence=True, contingency=True))
    claims = {(c.kind, c.name): c for c in explored.claims}
    assert claims["option", "D-1.none"].moves == ({"D-1": "none", "outcome": "not_taken"},)
    assert claims["inject", "I-4"].moves == ({"inject": "I-4"},)


def test_ranges_and_clamps_also_of_tracks_nothing_reads():
    scene = script(
        """\
- id: one
  title: One
  injects: [{id: I-1, to: rok, text: a, effects: [heat += 3]}]
  decisions: [{id: D-1, to: rok, ask: w, options: {a: {text: A, effects: [heat += 3]}, b: {text: B, effects: [heat -= 2]}}}]
  on_enter: [{effects: [mood = tense]}]
"""
    )
    tracks = {t.track: t for t in found(scene).whole.tracks}
    assert tracks["heat"].reached == (1, 2, 4, 5)
    assert tracks["heat"].never == (0, 3)
    assert [(c.at, c.by) for c in tracks["heat"].clamps] == [(5, "D-1.a")]
    assert tracks["mood"].reached == ("tense",)
    assert tracks["alarm"].never == ("yes",)


def option(name, *, links="[]", more=""):
    return f"{name}: {{text: T, links: {links}{more}}}"


def choosing(*options, extra=""):
    return script(
        f"""\
- id: one
  title: One
  injects: [{{id: I-1, to: rok, text: a}}]
  decisions:
  - {{id: D-1, to: rok, ask: w, options: {{{", ".join(options)}}}}}
{extra}""",
        endings="{loud: {when: alarm, title: L}, quiet: {title: Q}}",
    )


def dominated(scene):
    return {(d.option, d.by, d.endings, d.commitments) for d in found(scene).whole.dominated}


def test_an_option_that_serves_a_commitment_less_and_gains_nothing_is_dominated():
    scene = choosing(
        option("a", links=CATALOGUED % "upholds"), option("b"), option("c", links=CATALOGUED % "strains")
    )
    assert dominated(scene) == {("b", "a", (), ("DOC-1a",)), ("c", "a", (), ("DOC-1a",))}


def test_one_that_rests_on_a_commitment_of_its_own_is_not_dominated():
    links = "[{commitment: DOC-2a, relies: true}]"
    scene = choosing(option("a", links=CATALOGUED % "upholds"), option("b", links=links))
    assert dominated(scene) == set()


def test_one_that_tells_somebody_else_is_not_dominated():
    better = option("a", links=CATALOGUED % "upholds")
    tells = option("b", more=", contacts: [{from: rok, to: us, line: telephone}]")
    assert dominated(choosing(better, tells)) == set()


def test_a_link_that_may_not_come_dominates_nothing():
    links = "[{commitment: DOC-1a, bearing: upholds, if: they agree}]"
    assert dominated(choosing(option("a", links=links), option("b"))) == set()
    strained = "[{commitment: DOC-1a, bearing: strains, if: they hear of it}]"
    assert dominated(choosing(option("a"), option("b", links=strained))) == set()


def test_one_that_leads_elsewhere_is_not_dominated():
    scene = choosing(
        option("a", links=CATALOGUED % "upholds"),
        option("b", links=CATALOGUED % "strains", more=", effects: [alarm = yes]"),
    )
    assert dominated(scene) == set()


def test_one_after_which_less_can_still_be_brought_about_is_dominated():
    later = (
        "  - {id: D-2, to: rok, ask: w, when: heat == 2, options: {a: {text: A, effects: [alarm = yes]}}}\n"
    )
    scene = choosing(option("a", more=", effects: [heat = 2]"), option("b"), extra=later)
    assert dominated(scene) == {("b", "a", ("loud", "quiet"), ())}
    same = choosing(
        option("a", more=", effects: [heat = 2]"), option("b", more=", effects: [heat = 2]"), extra=later
    )
    assert dominated(same) == set()


def test_one_that_is_offered_where_the_other_is_not_is_not_dominated():
    scene = choosing(option("a", links=CATALOGUED % "upholds", more=", when: heat > 3"), option("b"))
    assert dominated(scene) == set()


def test_bearings_are_weighed_for_each_cell_and_commitment():
    scene = choosing(
        option("a", links="[{commitment: DOC-1a, bearing: upholds}, {commitment: DOC-2a, bearing: strains}]"),
        option("b"),
    )
    assert dominated(scene) == set()


def test_how_far_an_answer_moves_an_ending():
    scene = choosing(
        option("a", more=", effects: [alarm = yes]"),
        option("b"),
        extra="  - {id: D-2, to: rok, ask: w, options: {a: {text: A}}}\n",
    )
    first, second = found(scene).whole.sways
    assert (first.decision, first.ending, first.spread, first.asked) == ("D-1", "loud", 1, 1)
    assert (second.decision, second.spread, second.matters) == ("D-2", 0, False)


def test_how_long_it_stays_open():
    scene = script(
        """\
- {id: one, title: One, decisions: [{id: D-1, to: rok, ask: w, options: {a: {text: A, effects: [alarm = yes]}}}], leads_to: [{phase: two, when: not alarm}, {phase: three}]}
- {id: two, title: Two, decisions: [{id: D-2, to: rok, ask: w, options: {a: {text: A, effects: [alarm = yes]}}}], leads_to: [{phase: three}]}
- {id: three, title: Three}
""",
        endings="{loud: {when: alarm, title: L}, quiet: {title: Q}}",
    )
    half = Fraction(1, 2)
    assert [(o.phase, o.reached, o.open) for o in found(scene).whole.open] == [
        ("one", 1, 1),
        ("two", half, 1),
        ("three", 1, 0),
    ]


LINKED = """\
- id: one
  title: One
  injects: [{id: I-1, to: [us, un], text: a, links: [{commitment: DOC-3a}]}]
  decisions:
  - id: D-1
    to: [rok, us]
    mode: joint
    ask: w
    coding: [{id: odd, text: O, links: [{commitment: DOC-4a}]}]
    options:
      a: {text: A, links: [{commitment: DOC-1a, bearing: upholds, cells: [us]}, {commitment: DOC-2a, bearing: strains}]}
      b: {text: B, when: heat > 4, links: [{commitment: DOC-5a, bearing: upholds}]}
  - {id: D-2, to: [rok, us], mode: each, ask: w, options: {a: {text: A, links: [{commitment: DOC-6a, bearing: upholds, cells: [us]}]}}}
"""


def test_commitments_by_bearing_and_cell():
    explored = found(script(LINKED))
    assert {(t.target, t.bearing, t.cell, t.by) for t in explored.touches} == {
        ("DOC-3a", "touches", "us", ("I-1",)),
        ("DOC-3a", "touches", "un", ("I-1",)),
        ("DOC-1a", "upholds", "us", ("D-1.a",)),
        ("DOC-2a", "strains", "rok", ("D-1.a",)),
        ("DOC-2a", "strains", "us", ("D-1.a",)),
        ("DOC-6a", "upholds", "us", ("D-2.a",)),
    }
    assert [(u.target, u.named_by) for u in explored.untouched] == [
        ("DOC-5a", ("D-1.b",)),
        ("DOC-4a", ("D-1 coding odd",)),
    ]


def test_room_minutes_on_the_shortest_the_longest_and_the_even_handed_run():
    scene = script(
        """\
- id: one
  title: One
  minutes: 12
  injects: [{id: I-1, to: rok, text: a, minutes: 4}]
  decisions:
  - {id: D-1, to: us, ask: w, minutes: 6, first: [{to: [un], ask: x}], options: {a: {text: A, effects: [alarm = yes]}}}
  - {id: D-2, to: [rok, us], mode: joint, ask: w, minutes: 10, when: alarm, options: {a: {text: A}}}
"""
    )
    times = found(scene).whole.times
    assert [run.minutes for run in (times.shortest, times.even, times.longest)] == [10, 15, 20]
    assert [run.decisions for run in (times.shortest, times.even, times.longest)] == [1, Fraction(3, 2), 2]
    even = {c.cell: (c.decisions, c.busy, c.idle) for c in times.even.cells}
    half = Fraction(1, 2)
    assert even == {"rok": (half, 9, 6), "us": (1 + half, 11, 4), "un": (0, 6, 9)}
    assert times.idle_most == {"rok": 6, "us": 4, "un": 10}
    assert [(p.phase, p.planned, p.least, p.greatest) for p in times.phases] == [("one", 12, 10, 20)]
    assert times.longest.moves[0] == {"D-1": "a"}
