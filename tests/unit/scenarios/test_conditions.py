"""What is particular to Conditions: five dated tasks, a jump that is told, and no answer that the text rewards."""

import pytest

from tests.unit.scenarios.shipped import decisions, injects, played, scenario
from ttx.checks.walk import effects
from ttx.course import Script
from ttx.model import events as e
from ttx.model.conditions import AnswerRef, TrackRef
from ttx.services import checking
from ttx.services.library import source_of

NAME = "conditions"
DECISIONS = [f"D-{n:02}" for n in range(1, 10)]
DATED = ("t11b", "t12b", "t12c", "t12d", "t12e")
DAY = 24 * 60


def tracks(state):
    return dict(state.position.tracks)


def falls_short(link, decision):
    others = {k.bearing for o in decision.options for k in o.links if k.target == link.target}
    return link.bearing == "advances" and "fulfils" in others


def test_nothing_is_wrong_with_it_on_any_course_of_play():
    assert checking.check_scenario(source_of(NAME), deep=True).problems == ()


def test_the_day_is_four_hours_and_five():
    given = [(i.what, i.phase, i.minutes) for i in scenario(NAME).agenda]
    assert given == [
        ("open", None, 15),
        ("phase", "before-the-dialogue", 56),
        ("break", None, 10),
        ("phase", "summer", 66),
        ("break", None, 10),
        ("phase", "before-the-scm", 63),
        ("hot_wash", None, 25),
    ]
    assert sum(minutes for _, _, minutes in given) == 245


def test_a_cell_can_argue_from_its_own_papers():
    for cell in scenario(NAME).cells.values():
        assert 300 <= len(cell.private.split()) <= 400
        for said in ("What you know", "feared", "can be said for"):
            assert said in cell.private


def test_every_inject_and_decision_is_there_and_many_voices_are_heard():
    assert len(injects(NAME)) == 29
    assert len(decisions(NAME)) == 9
    assert {i.id for i in injects(NAME) if i.kind == "contingency"} == {"I-07", "I-21", "I-27"}
    assert {d.id: d.drop for d in decisions(NAME) if d.drop} == {"D-02": 1, "D-09": 2}
    assert len({i.channel for i in injects(NAME)}) >= 10
    assert len({i.from_ for i in injects(NAME)}) >= 15


@pytest.mark.parametrize("name", DECISIONS)
def test_no_answer_has_every_good_bearing_and_each_has_a_price(name):
    decision = scenario(NAME).decision(name)
    kept = {
        option.id: {k.target for k in option.links if k.bearing in ("fulfils", "advances", "upholds")}
        for option in decision.options
    }
    every = set().union(*kept.values())
    assert every not in kept.values()
    for option in decision.options:
        assert any(k.bearing in ("defers", "strains") or falls_short(k, decision) for k in option.links)


def test_a_later_date_says_until_when():
    later = [k for d in decisions(NAME) for o in d.options for k in o.links if k.bearing == "defers"]
    assert len(later) == 9
    for link in later:
        assert any(word in link.because for word in ("come", "until", "completed by", "waits for"))


def test_a_fixed_year_is_a_code_of_the_scribe_and_nothing_offered_is_at_odds_with_the_text():
    code = next(c for c in scenario(NAME).decision("D-08").coding if c.id == "fixed-year")
    assert [(k.target, k.bearing) for k in code.links] == [("SCM53-12a", "contradicts")]
    assert not any(k.bearing == "contradicts" for d in decisions(NAME) for o in d.options for k in o.links)


def test_the_room_rules_by_consensus_and_umpire_alone():
    ruled = [given for d in decisions(NAME) for given in (*(o.ruling for o in d.options), d.free) if given]
    assert {ruling.rule for ruling in ruled} == {"room/consensus", "room/umpire"}


def test_each_dated_task_has_the_same_five_words_and_every_track_is_set_and_read():
    for name in DATED:
        assert scenario(NAME).tracks[name].values == ("open", "done", "part", "late_agreed", "missed")
    script = Script(scenario(NAME))
    leaves = [leaf for when in script.conditions() for leaf in script.leaves(when)]
    assert {leaf.track for leaf in leaves if isinstance(leaf, TrackRef)} == set(scenario(NAME).tracks)
    slips = {slip.track for phase in scenario(NAME).phases for slip in phase.slips} - {None}
    assert {effect.track for effect in effects(scenario(NAME))} | slips == set(scenario(NAME).tracks)


def test_no_ending_asks_for_an_answer():
    script = Script(scenario(NAME))
    leaves = [leaf for ending in scenario(NAME).endings for leaf in script.leaves(ending.when)]
    assert not any(isinstance(leaf, AnswerRef) for leaf in leaves)


def test_the_dates_fall_in_the_exercise_year_and_the_sheets_count_the_days_left():
    exercise = scenario(NAME)
    assert exercise.calendar.date == "2022-03-16"
    assert exercise.events["spring-kidd"] == 42 * DAY
    assert "Forty-two days" in exercise.inject("I-01").text
    assert exercise.events["scm54"] // DAY - exercise.phase("summer").at // DAY == 121
    assert "one hundred and twenty-one days" in exercise.inject("I-08").text
    assert exercise.events["scm54"] // DAY - exercise.phase("before-the-scm").at // DAY == 21
    assert "twenty-one days" in exercise.inject("I-20").text


def test_the_second_part_of_the_assessment_can_be_made_by_the_third_move():
    (guarded,) = scenario(NAME).phase("before-the-scm").on_enter
    assert [(op.track, op.value) for op in guarded.effects] == [("t12b", "done")]


def test_a_kept_year_can_rest_on_a_thin_summer_and_a_slipped_one_on_agreement(tmp_path):
    _, kept, _ = played(NAME, "dates-kept", tmp_path)
    _, later, _ = played(NAME, "later-by-agreement", tmp_path)
    assert tracks(kept)["evidence"] == "thin"
    assert tracks(kept)["public_line"] == "ahead"
    assert tracks(later)["t12b"] == "late_agreed"
    assert tracks(later)["public_line"] == "matches"


def test_the_journal_comes_only_where_nobody_was_told(tmp_path):
    _, silent, _ = played(NAME, "said-more", tmp_path)
    _, told, events = played(NAME, "later-by-agreement", tmp_path)
    assert "I-07" in silent.position.released
    assert "I-07" not in told.position.released
    made = [(x.fact.from_, x.fact.to) for x in events if isinstance(x.fact, e.ContactMade)]
    assert made[:2] == [("rok", "us"), ("us", "rok")]


def test_in_the_demo_a_slip_of_july_brings_up_a_day_that_nobody_kept(tmp_path):
    _, state, events = played(NAME, "demo", tmp_path)
    assert {"I-22", "I-23"} <= set(state.position.released)
    assert state.ended.ending == "later-by-agreement"
    by_hand = [x.fact for x in events if isinstance(x.fact, e.TrackAdjusted)]
    assert [(f.track, tracks(state)[f.track]) for f in by_hand] == [("t12b", "late_agreed")]
