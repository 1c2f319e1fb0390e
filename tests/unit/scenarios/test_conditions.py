"""Conditions as shipped: dates that fall in scenario time, nobody led to an answer, played to each ending."""

from functools import cache

import pytest

from ttx.checks.room_time import steps_minutes
from ttx.checks.walk import effects
from ttx.course import Script
from ttx.explore.endings import explore
from ttx.loader import load_moves
from ttx.model import events as e
from ttx.model.conditions import AnswerRef, TrackRef
from ttx.services import checking, playing
from ttx.services.library import source_of
from ttx.services.ports import Ports, ScriptedClock, SeededEntropy
from ttx.services.session import begin

FOLDER = source_of("conditions")
ENDINGS = ("dates-kept", "said-more", "later-by-agreement", "to-ministers-open")
DECISIONS = [f"D-{n:02}" for n in range(1, 10)]
DATED = ("t11b", "t12b", "t12c", "t12d", "t12e")
HALF_A_READING = 195
"""Words that take a minute and a half to read out."""


@cache
def checked(*, deep=False):
    return checking.check_scenario(FOLDER, deep=deep)


def scenario():
    return checked().scenario


def injects():
    return [i for p in scenario().phases for i in p.injects]


def played(name, folder):
    moves = load_moves(FOLDER / "moves" / f"{name}.yaml").moves
    clock = ScriptedClock(moves.start)
    ports = Ports(clock, SeededEntropy(moves.seed))
    running = begin(scenario(), checked().files, folder / f"{name}.ttx.jsonl", ports, book=True)
    try:
        done = playing.play(running, moves.moves, clock)
        return done, running.state, running.events
    finally:
        running.close()


def falls_short(link, decision):
    others = {k.bearing for o in decision.options for k in o.links if k.target == link.target}
    return link.bearing == "advances" and "fulfils" in others


def test_nothing_is_wrong_with_it_on_any_course_of_play():
    assert checked(deep=True).problems == ()


def test_the_day_is_four_hours_and_five_and_its_steps_fit():
    agenda = scenario().agenda
    assert [(i.what, i.phase, i.minutes) for i in agenda] == [
        ("open", None, 15),
        ("phase", "before-the-dialogue", 55),
        ("break", None, 10),
        ("phase", "summer", 65),
        ("break", None, 15),
        ("phase", "before-the-scm", 60),
        ("hot_wash", None, 25),
    ]
    assert sum(i.minutes for i in agenda) == 245
    for phase in scenario().phases:
        assert steps_minutes(phase) <= phase.minutes <= steps_minutes(phase) + 5


def test_three_cells_have_short_tags_and_a_seat_for_each_interest():
    assert [(c.tag, len(c.seats)) for c in scenario().cells.values()] == [("ROK", 4), ("US", 3), ("CFC", 3)]


def test_a_cell_can_argue_from_its_own_papers():
    for cell in scenario().cells.values():
        assert 300 <= len(cell.private.split()) <= 400
        for said in ("What you know", "feared", "can be said for"):
            assert said in cell.private


@pytest.mark.parametrize("name", [f"I-{n:02}" for n in range(1, 30)])
def test_an_inject_is_read_out_in_its_minutes(name):
    inject = scenario().inject(name)
    words = len(inject.text.split())
    assert 50 <= words <= HALF_A_READING
    assert words <= 130 * inject.minutes
    assert inject.from_
    assert inject.channel
    assert inject.expected
    assert inject.objectives


def test_the_injects_speak_in_many_voices():
    assert len({i.channel for i in injects()}) >= 10
    assert len({i.from_ for i in injects()}) >= 15


@pytest.mark.parametrize("name", DECISIONS)
def test_no_answer_has_every_good_bearing_and_each_has_a_price(name):
    decision = scenario().decision(name)
    assert decision.first
    assert 3 <= len(decision.probes) <= 5
    assert decision.show_options == "after"
    assert decision.if_not_taken.text
    kept = {
        option.id: {k.target for k in option.links if k.bearing in ("fulfils", "advances", "upholds")}
        for option in decision.options
    }
    every = set().union(*kept.values())
    assert every not in kept.values()
    for option in decision.options:
        assert option.for_
        assert option.against
        assert 1 <= len(option.links) <= 4
        assert any(k.bearing in ("defers", "strains") or falls_short(k, decision) for k in option.links)


def test_a_later_date_says_until_when():
    for decision in (scenario().decision(name) for name in DECISIONS):
        for option in decision.options:
            for link in option.links:
                assert link.because
                if link.bearing == "defers":
                    assert any(
                        word in link.because for word in ("come", "until", "completed by", "waits for")
                    )


def test_a_fixed_year_is_a_code_of_the_scribe_and_offered_to_nobody():
    decision = scenario().decision("D-08")
    code = next(c for c in decision.coding if c.id == "fixed-year")
    assert [(k.target, k.bearing) for k in code.links] == [("SCM53-12a", "contradicts")]
    offered = [k for d in DECISIONS for o in scenario().decision(d).options for k in o.links]
    assert not any(k.bearing == "contradicts" for k in offered)


def test_the_only_rulings_are_consensus_and_umpire():
    rules = {
        part.ruling.rule
        for name in DECISIONS
        for part in (*scenario().decision(name).options, scenario().decision(name))
        if part.ruling is not None
    }
    assert rules == {"room/consensus", "room/umpire"}


def test_each_dated_task_has_the_same_five_words_and_every_track_is_read():
    for name in DATED:
        assert scenario().tracks[name].values == ("open", "done", "part", "late_agreed", "missed")
    script = Script(scenario())
    leaves = [leaf for when in script.conditions() for leaf in script.leaves(when)]
    read = {leaf.track for leaf in leaves if isinstance(leaf, TrackRef)}
    assert read == set(scenario().tracks)
    slips = {slip.track for phase in scenario().phases for slip in phase.slips} - {None}
    assert {effect.track for effect in effects(scenario())} | slips == set(scenario().tracks)


def test_no_ending_asks_for_an_answer():
    script = Script(scenario())
    leaves = [leaf for ending in scenario().endings for leaf in script.leaves(ending.when)]
    assert not any(isinstance(leaf, AnswerRef) for leaf in leaves)


def test_the_four_endings_can_all_come_and_none_must():
    found = explore(Script(scenario()))
    assert tuple(found.endings) == ENDINGS
    for chance in found.endings.values():
        assert (chance.min, chance.max) == (0, 1)


def test_dated_commitments_fall_in_the_exercise_year():
    assert scenario().calendar.date == "2022-03-16"
    assert scenario().events["spring-kidd"] == 42 * 24 * 60
    assert scenario().events["scm54"] == 238 * 24 * 60
    assert scenario().phase("summer").at == 117 * 24 * 60 + 9 * 60
    assert scenario().phase("before-the-scm").at == 217 * 24 * 60 + 9 * 60


def test_the_second_part_of_the_assessment_can_be_made_by_the_third_move():
    (guarded,) = scenario().phase("before-the-scm").on_enter
    assert [(op.track, op.value) for op in guarded.effects] == [("t12b", "done")]


@pytest.mark.parametrize("ending", ENDINGS)
def test_moves_come_to_the_ending_they_are_named_for(ending, tmp_path):
    done, state, _ = played(ending, tmp_path)
    assert done.stopped is None
    assert state.ended.ending == ending


def test_a_kept_year_can_rest_on_a_thin_summer_and_a_slipped_one_on_agreement(tmp_path):
    _, kept, _ = played("dates-kept", tmp_path)
    _, later, _ = played("later-by-agreement", tmp_path)
    assert dict(kept.position.tracks)["evidence"] == "thin"
    assert dict(kept.position.tracks)["public_line"] == "ahead"
    assert dict(later.position.tracks)["t12b"] == "late_agreed"
    assert dict(later.position.tracks)["public_line"] == "matches"


def test_the_journal_comes_only_where_nobody_was_told(tmp_path):
    _, silent, _ = played("said-more", tmp_path)
    _, told, events = played("later-by-agreement", tmp_path)
    assert "I-07" in silent.position.released
    assert "I-07" not in told.position.released
    made = [(x.fact.from_, x.fact.to) for x in events if isinstance(x.fact, e.ContactMade)]
    assert made[:2] == [("rok", "us"), ("us", "rok")]
