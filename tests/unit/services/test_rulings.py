"""Rulings of every kind in a session: what is recorded, what is refused, and that it folds again."""

import pytest

from tests.unit.services.rooms import opened
from ttx.course import Reach
from ttx.engine import Rejection, replay
from ttx.loader.moves import read_moves
from ttx.model import commands as c
from ttx.model.events import Event, Ruled
from ttx.model.records import Vote
from ttx.model.words import Words
from ttx.render.phrases import phrase
from ttx.services.choosing import Choices
from ttx.services.logs import look
from ttx.services.papers import report_markdown
from ttx.services.playing import play
from ttx.services.ports import SeededEntropy
from ttx.store import verify

RULES = """\
format: ttx-rules/1
id: room
rules:
  plan: {kind: argument, title: Plan, results: {holds: It holds., fails: It fails.}}
  rain: {kind: estimate, title: Rain}
  gate: {kind: gate, title: Gate, conditions: [{id: calm, when: heat < 3, text: It is calm.}, {id: same, text: The same words.}]}
  hands: {kind: vote, title: Hands, results: {carried: "Yes", lost: "No"}, decides: majority, tie: lost}
  advice: {kind: vote, title: Advice, results: {follows: "Yes", departs: "No"}}
"""
OUTCOMES = {
    "plan": "{holds: {effects: [heat += 1]}, fails: {}}",
    "rain": "{happens: {effects: [heat += 1]}, not: {}}",
    "gate": "{open: {effects: [heat += 1]}, shut: {}}",
    "hands": "{carried: {effects: [heat += 1]}, lost: {}}",
    "advice": "{follows: {effects: [heat += 1]}, departs: {}}",
}
DECISIONS = "".join(
    f"  - {{id: D-{n}, to: rok, ask: w, options: {{a: {{text: A, ruling: {{rule: room/{rule}, outcomes: {brings}}}}}}}}}\n"
    for n, (rule, brings) in enumerate(OUTCOMES.items(), start=1)
)
TEXT = f"""\
format: ttx/1
id: kinds
title: Kinds
rulepacks: [room]
cells: {{rok: {{name: ROK}}}}
tracks: {{heat: {{kind: scale, range: [0, 5], start: 1}}}}
phases:
- id: one
  title: One
  decisions:
{DECISIONS}endings: {{hot: {{title: Hot, when: heat > 3}}, cool: {{title: Cool}}}}
"""
MOVES = """\
scenario: kinds
moves:
- D-1: a
- {ruling: D-1, for: [It is asked for, The line is open], against: [Nobody can decide], faces: [3, 4]}
- D-2: a
- {ruling: D-2, word: very likely, percent: 85, faces: [85]}
- D-3: a
- {ruling: D-3, ticks: {same: yes}}
- D-4: a
- {ruling: D-4, votes: {carried: [Minister, Chief], lost: 1}}
- D-5: a
- {ruling: D-5, votes: {follows: 4}, result: departs}
"""


@pytest.fixture
def ruled(tmp_path):
    """A session played to its end, and its rulings by decision."""
    session, given = opened(tmp_path / "a.ttx.jsonl", TEXT, rules=RULES, book=True)
    found = read_moves(MOVES, "a.moves.yaml")
    assert found.moves is not None, found.problems
    result = play(session, found.moves.moves, given.clock)
    assert result.stopped is None, result
    return session, {e.fact.decision: e.fact for e in session.events if isinstance(e.fact, Ruled)}


def test_what_people_brought_is_on_record(ruled):
    _, facts = ruled
    plan, rain, gate, hands, advice = (facts[f"D-{n}"] for n in range(1, 6))
    assert (plan.for_, plan.against) == (("It is asked for", "The line is open"), ("Nobody can decide",))
    assert (plan.result, plan.total, plan.odds) == ("holds", 8, (("holds", "13/18"), ("fails", "5/18")))
    assert (rain.word, rain.percent, rain.result, rain.total) == ("very_likely", 85, "happens", 85)
    # heat is 3 by now, so the first condition of the gate no longer holds
    assert (gate.read, gate.ticks, gate.result) == ((("calm", False),), (("same", True),), "shut")
    assert hands.votes == (
        Vote(result="carried", count=2, by=Words("Minister, Chief")),
        Vote(result="lost", count=1),
    )
    assert (hands.result, hands.by_rule) == ("carried", "carried")
    assert (advice.result, advice.votes) == ("departs", (Vote(result="follows", count=4),))


def test_the_file_is_sound_and_folds_to_the_same(ruled, tmp_path):
    session, facts = ruled
    state = session.state
    session.close()
    assert verify(tmp_path / "a.ttx.jsonl").ok
    events = look(tmp_path / "a.ttx.jsonl").events
    assert replay(events) == state
    assert {e.fact.decision: e.fact for e in events if isinstance(e.fact, Ruled)} == facts


def test_the_log_says_what_was_brought(ruled):
    session, facts = ruled
    said = [phrase(Event(seq=9, at="", ms=0, fact=fact), session.scenario) for fact in facts.values()]
    plan, *rest = said
    assert plan.startswith("ruling on D-1: It holds, 2 for, 1 against, dice 3 4, total 8; for ")
    assert plan.endswith('"It is asked for" "The line is open"; against "Nobody can decide"')
    assert rest == [
        "ruling on D-2: happens, very likely, 85 %, dice 85, total 85",
        "ruling on D-3: shut, not met: It is calm",
        "ruling on D-4: Yes, votes: carried 2 (Minister, Chief), lost 1",
        "ruling on D-5: No, votes: follows 4",
    ]


BRINGS = {
    "a reason too many": (c.Rule(decision="D-1", for_=(Words("a"),) * 4), "reasons"),
    "no reason": (c.Rule(decision="D-1"), "reasons"),
    "a likelihood for an argument": (c.Rule(decision="D-1", word="likely", percent=60), "word"),
    "votes for an argument": (c.Rule(decision="D-1", votes=(Vote(result="holds", count=1),)), "votes"),
    "another result without a reason": (
        c.Rule(decision="D-1", result="holds", against=(Words("a"),), faces=(1, 1)),
        "reason",
    ),
    "no such result": (c.Rule(decision="D-1", result="open"), "result"),
}


@pytest.mark.parametrize(("command", "code"), BRINGS.values(), ids=BRINGS)
def test_what_does_not_fit_is_refused(command, code, tmp_path):
    session, _ = opened(tmp_path / "a.ttx.jsonl", TEXT, rules=RULES)
    for each in (c.StartExercise(), c.PutDecision(decision="D-1"), c.RecordAnswer(decision="D-1", coded="a")):
        assert not isinstance(session.do(each), Rejection)
    refused = session.do(command)
    assert isinstance(refused, Rejection)
    assert refused.code == code


def test_the_umpire_may_let_another_result_stand_and_both_are_kept(tmp_path):
    session, _ = opened(tmp_path / "a.ttx.jsonl", TEXT, rules=RULES)
    for each in (c.StartExercise(), c.PutDecision(decision="D-1"), c.RecordAnswer(decision="D-1", coded="a")):
        session.do(each)
    against = (Words("Nobody can decide"),)
    fact = session.do(
        c.Rule(
            decision="D-1", result="holds", against=against, faces=(1, 1), reason=Words("It was meant well")
        )
    ).fact
    assert (fact.result, fact.by_rule, fact.total, fact.against) == ("holds", "fails", 1, against)


@pytest.mark.parametrize("seed", range(12))
def test_a_rehearsal_rules_on_every_kind(seed, tmp_path):
    session, given = opened(tmp_path / "a.ttx.jsonl", TEXT, rules=RULES, book=True)
    chooser = Choices(session.script, SeededEntropy(str(seed)), Reach())
    result = play(session, (), given.clock, chooser=chooser)
    assert result.stopped is None
    assert result.ended


def test_the_report_quotes_the_reasons(ruled, tmp_path):
    session, _ = ruled
    session.close()
    told = report_markdown(tmp_path / "a.ttx.jsonl")
    assert "It holds (2 for, 1 against; dice 3, 4; total 8)." in told
    assert 'For: "It is asked for", "The line is open". Against: "Nobody can decide".' in told
    assert "shut (not met: It is calm)" in told
