"""Whole sessions without people: the real engine and file, the same for a seed, shares as explored."""

from dataclasses import replace
from fractions import Fraction
from math import sqrt

import pytest

from tests.small import texts
from tests.unit.course.scenes import RULES, written
from ttx.course import Reach
from ttx.diagnostics import Span
from ttx.engine import replay
from ttx.errors import LogError, UsageError
from ttx.loader import load_texts
from ttx.loader.moves import read_moves
from ttx.model.events import Ruled
from ttx.model.moves import MoveAnswer
from ttx.services import foresight, rehearsing
from ttx.services.choosing import Lean, lean_to
from ttx.services.logs import look, verify

PHASES = """\
  - id: one
    title: One
    injects:
      - {id: I-1, to: [rok], text: Shots., minutes: 3}
      - {id: I-2, kind: contingency, when: heat < 3, to: [us], text: They ask., effects: [heat += 1]}
      - {id: I-3, kind: delivered, to: all, text: A reply., effects: [mood = tense]}
    decisions:
      - id: D-1
        to: [rok]
        ask: What now?
        minutes: 10
        options:
          throw: {text: Try, ruling: {rule: room/swayed, outcomes: {low: {}, high: {effects: [heat += 2], deliver: [I-3]}}}}
          climb: {text: Climb, ruling: {rule: room/ladder, outcomes: {complete: {effects: [heat = 5]}, "skipped:warn": {}, "skipped:act": {effects: [heat -= 1]}}}}
          agree: {text: Ask, ruling: {rule: room/consensus, outcomes: {agreed: {}, not_agreed: {effects: [mood = angry]}}}}
          wait: {text: Wait, effects: [heat -= 1]}
        if_not_taken: {effects: [mood = tense]}
    slips: [{track: alarm, to: [us], ask: Is there an alarm?}]
    leads_to: [{phase: two}]
  - id: two
    title: Two
    decisions:
      - {id: D-2, to: [rok, us], mode: each, when: alarm, ask: "And then?", minutes: 5, options: {a: {text: A}, b: {text: B}}}
"""
ENDINGS = """
  hot: {title: Hot, when: heat > 2}
  split: {title: Split, when: D-2.rok == a and D-2.us == b}
  angry: {title: Angry, when: mood == angry}
  tense: {title: Tense, when: mood == tense}
  calm: {title: Calm}
"""
FILES = texts(written(PHASES, endings=ENDINGS), rules=RULES)
SCENARIO = load_texts(FILES).scenario
PLAN = rehearsing.Plan(files=FILES, seed="s", start="2026-03-14T09:00:00Z", sessions=60)
WIDE = Reach(silence=True, contingency=True)


def moves(text):
    found = read_moves(f"scenario: tiny\nmoves:\n{text}", "m.yaml")
    assert found.moves is not None, found.problems
    return found.moves.moves


@pytest.mark.parametrize("reach", [Reach(), WIDE], ids=["plain", "wide"])
def test_shares_of_endings_lie_near_the_explored_chances(reach):
    count = 2000
    found = rehearsing.rehearse(replace(PLAN, sessions=count, reach=reach, seed="even"), jobs=1).rehearsal
    explored = foresight.endings(SCENARIO, reach=reach).endings
    assert sum(e.count for e in found.endings.values()) == found.played == count
    for name, ended in found.endings.items():
        even = ended.even
        assert even == explored[name].even
        assert abs(ended.count - count * even) <= 5 * sqrt(count * even * (1 - even)), name
    assert sum(e.even > Fraction(1, 20) for e in found.endings.values()) >= 3
    assert (found.refused, found.misfits, found.unexplored) == ({}, {}, "")


def test_every_choice_comes_and_is_counted():
    found = rehearsing.rehearse(replace(PLAN, sessions=200, reach=WIDE), jobs=1).rehearsal
    assert list(found.tracks) == ["heat", "alarm", "mood"]
    assert list(found.tracks["heat"]) == [0, 1, 2, 3, 4, 5]
    assert all(sum(counts.values()) == 200 for counts in found.tracks.values())
    assert list(found.decisions) == ["D-1", "D-2.rok", "D-2.us"]
    assert list(found.decisions["D-1"]) == ["throw", "climb", "agree", "wait", "free", "none"]
    assert all(n for counts in found.decisions.values() for n in counts.values())
    assert sum(found.decisions["D-2.us"].values()) == found.tracks["alarm"]["yes"]
    assert found.lengths.shortest < found.lengths.longest
    assert found.lengths.shortest <= found.lengths.median <= found.lengths.longest


def test_the_same_seed_gives_the_same_count_over_any_number_of_processes():
    one, two = (rehearsing.rehearse(PLAN, jobs=jobs) for jobs in (1, 2))
    assert one == two
    assert rehearsing.rehearse(replace(PLAN, seed="t"), jobs=1) != one


def test_every_log_is_practice_and_verifies_and_replays(tmp_path):
    plan = replace(PLAN, sessions=40, keep=tmp_path / "kept", reach=WIDE)
    found = rehearsing.rehearse(plan, jobs=1).rehearsal
    paths = sorted(plan.keep.iterdir())
    assert [p.name for p in paths] == [rehearsing.log_name(SCENARIO, n) for n in range(1, 41)]
    ended, rulings = [], []
    for number, path in enumerate(paths, 1):
        assert verify(path).ok
        seen = look(path)
        first = seen.events[0].fact
        assert (first.practice, first.book, first.entropy) == (True, True, "seeded")
        assert first.session == f"Rehearsal {number}"
        assert seen.state == replay(seen.events)
        assert seen.state.status == "ended"
        assert not any(getattr(e.fact, "off_book", False) for e in seen.events)
        ended.append(seen.state.ended.ending)
        rulings += [e.fact for e in seen.events if isinstance(e.fact, Ruled)]
    assert {name: e.count for name, e in found.endings.items()} == {n: ended.count(n) for n in found.endings}
    assert any(r.faces and r.odds for r in rulings)
    assert any(r.ticks for r in rulings)


def test_the_same_seed_and_start_give_the_same_bytes(tmp_path):
    for name, jobs in (("a", 1), ("b", 2)):
        rehearsing.rehearse(replace(PLAN, sessions=20, keep=tmp_path / name), jobs=jobs)
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


@pytest.mark.parametrize(
    ("lean", "nearest"), [("heat=5", 5), ("heat=0", 0), ("mood=angry", "angry"), ("alarm=yes", "yes")]
)
def test_leaning_moves_the_distribution(lean, nearest):
    even = rehearsing.rehearse(PLAN, jobs=1).rehearsal
    leaning = rehearsing.rehearse(replace(PLAN, lean=lean_to(SCENARIO, lean)), jobs=1).rehearsal
    track = lean.partition("=")[0]
    assert leaning.tracks[track][nearest] == 60 > even.tracks[track][nearest]
    assert leaning.how == f"leaning to {lean}"


def test_leaning_looks_through_the_ruling_and_weighs_dice():
    found = rehearsing.rehearse(replace(PLAN, lean=Lean("mood", "tense")), jobs=1).rehearsal
    assert found.decisions["D-1"] == {"throw": 60, "climb": 0, "agree": 0, "wait": 0, "free": 0}
    assert 30 < found.tracks["mood"]["tense"] < 60


@pytest.mark.parametrize(
    ("lean", "says"),
    [
        ("cold=1", "There is no track cold"),
        ("heat", "heat never is nothing"),
        ("heat=6", "heat never is 6"),
        ("heat=warm", "heat never is warm"),
        ("mood=", "mood never is nothing"),
        ("=1", "There is no track"),
    ],
)
def test_a_lean_that_names_nothing_is_explained(lean, says):
    with pytest.raises(UsageError, match=says) as caught:
        lean_to(SCENARIO, lean)
    assert caught.value.next_step


def test_a_script_is_kept_and_goes_on_by_choice():
    plan = replace(PLAN, moves=moves("  - {D-1: throw}\n"))
    found = rehearsing.rehearse(plan, jobs=1).rehearsal
    assert found.decisions["D-1"] == {"throw": 60, "climb": 0, "agree": 0, "wait": 0, "free": 0}
    assert {found.tracks["alarm"][v] > 0 for v in ("no", "yes")} == {True}
    assert (found.refused, found.misfits) == ({}, {})
    assert found.how == "along 1 move, then even-handed"


def test_a_whole_script_differs_in_its_dice_alone():
    plan = replace(PLAN, moves=moves("  - {D-1: throw}\n  - {ruling: D-1}\n  - {slip: alarm, value: 'no'}\n"))
    found = rehearsing.rehearse(plan, jobs=1).rehearsal
    assert found.misfits == {}
    assert found.tracks["alarm"] == {"no": 60, "yes": 0}
    assert {value for value, n in found.tracks["heat"].items() if n} == {1, 3}


def test_moves_that_no_longer_fit_are_named_and_it_goes_on():
    plan = replace(
        PLAN, moves=moves("  - {D-1: wait}\n  - {slip: alarm, value: 'no'}\n  - {D-2: {rok: a}}\n")
    )
    found = rehearsing.rehearse(plan, jobs=1).rehearsal
    (why,) = found.misfits
    assert why == "m.yaml:5: The exercise has ended; this move has no place any more."
    assert found.misfits[why] == tuple(range(1, 61))
    early = rehearsing.rehearse(replace(PLAN, moves=moves("  - {D-2: {rok: a}}\n")), jobs=1).rehearsal
    (why,) = early.misfits
    assert why == "m.yaml:3: D-1 waits for an answer; this move answers D-2."
    assert sum(e.count for e in early.endings.values()) == 60


def test_whatever_the_engine_refuses_is_counted(monkeypatch):
    wrong = MoveAnswer(span=Span("", 1, 1), decision="D-1", coded="x")
    monkeypatch.setattr(rehearsing, "Choices", lambda *_: lambda _position: (wrong,))
    found = rehearsing.rehearse(replace(PLAN, sessions=2), jobs=1).rehearsal
    assert (found.refused, found.misfits) == ({"D-1 has no answer x.": (1, 2)}, {})
    assert sum(e.count for e in found.endings.values()) == 0


def test_stopped_on_the_way_it_counts_what_is_done(monkeypatch, tmp_path):
    played = rehearsing._Stage.play

    def until_four(self, number):
        if number == 4:
            raise KeyboardInterrupt
        return played(self, number)

    monkeypatch.setattr(rehearsing._Stage, "play", until_four)
    found = rehearsing.rehearse(replace(PLAN, keep=tmp_path), jobs=1)
    assert (found.interrupted, found.rehearsal.played, found.rehearsal.asked) == (True, 3, 60)
    assert len(list(tmp_path.iterdir())) == 3
    assert all(e.even is None for e in found.rehearsal.endings.values())

    monkeypatch.setattr(rehearsing._Stage, "play", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        rehearsing.rehearse(PLAN, jobs=1)


def test_a_session_stopped_in_its_middle_leaves_no_file(monkeypatch, tmp_path):
    def stopped(*_):
        def choose(_position):
            raise KeyboardInterrupt

        return choose

    monkeypatch.setattr(rehearsing, "Choices", stopped)
    with pytest.raises(KeyboardInterrupt):
        rehearsing.rehearse(replace(PLAN, keep=tmp_path), jobs=1)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_over_a_file_that_is_there(tmp_path):
    taken = tmp_path / rehearsing.log_name(SCENARIO, 7)
    taken.write_text("kept")
    with pytest.raises(LogError, match="already"):
        rehearsing.rehearse(replace(PLAN, keep=tmp_path), jobs=1)
    assert [p.read_text() for p in tmp_path.iterdir()] == ["kept"]


def test_beyond_the_limits_of_exploring_it_says_so(monkeypatch):
    def too_many(*_args, **_more):
        raise UsageError("Too many states.")

    monkeypatch.setattr(foresight, "endings", too_many)
    found = rehearsing.rehearse(replace(PLAN, sessions=3), jobs=1)
    assert not found.interrupted
    assert found.rehearsal.unexplored == "Too many states."
    assert {e.even for e in found.rehearsal.endings.values()} == {None}


def test_exploring_that_is_stopped_still_leaves_the_count(monkeypatch):
    def stopped(*_args, **_more):
        raise KeyboardInterrupt

    monkeypatch.setattr(foresight, "endings", stopped)
    found = rehearsing.rehearse(replace(PLAN, sessions=3), jobs=1)
    assert (found.interrupted, found.rehearsal.played) == (True, 3)


def test_chances_stay_exact():
    found = rehearsing.rehearse(replace(PLAN, sessions=1), jobs=1).rehearsal
    assert sum(e.even for e in found.endings.values()) == Fraction(1)
