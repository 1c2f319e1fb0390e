"""Taking back and overruling: what goes along, what is refused, what cannot be undone."""

import pytest

from tests.unit.engine.stage import answered, asked, begun
from ttx.engine import refers_to, replay, standing
from ttx.model import commands as c
from ttx.model.records import Grounds, LinkRecord, Reason
from ttx.model.words import Words

W = Words("words")
WHY = Reason("staff_error")
LINK = LinkRecord(target="DOC-1a")


def folded(table):
    """What stands besides the ledger, without numbers and times."""
    state = table.state
    return (state.position, set(state.given), set(state.answers), state.status, state.ruled)


def test_what_refers_to_the_event_goes_with_it_and_is_known_before():
    table = answered("b")
    table.do(
        c.Rule(decision="D-1", faces=(6,)),
        c.AdjustTrack(track="heat", value=3, reason=W, of=6),
        c.TagLink(of=5, link=LINK),
        c.SettleLink(of=5, link=LINK),
        c.Reply(of=9, cell="rok", text=W),
        c.CompleteRecord(of=5, grounds=Grounds(rationale=W)),
        c.TakeNote(text=W, of=5),
        c.TakeNote(text=W),
        c.AdjustTrack(track="mood", value="tense", reason=W),
    )
    assert refers_to(table.events, 5) == (6, 7, 8, 9, 10, 11, 12)
    assert table.do(c.Retract(of=5, reason=WHY)).also == (6, 7, 8, 9, 10, 11, 12)
    assert [e.seq for e in standing(table.events)] == [1, 2, 3, 4, 13, 14, 15]
    assert table.tracks == {"heat": 2, "alarm": "no", "mood": "tense"}
    assert table.state.position.open == ("D-1",)


def test_taking_an_answer_back_leaves_the_session_as_if_it_had_not_been_given():
    for coded in ("a", "b", "k", "free"):
        before, table = asked(), answered(coded)
        table.do(c.Retract(of=5))
        assert folded(table) == folded(before)


def test_taking_a_put_decision_back_takes_its_answer_along():
    table = answered()
    assert table.do(c.Retract(of=4)).also == (5,)
    assert table.state.position.steps[0] == "D-1"
    assert table.state.answers == {}


def test_a_released_inject_goes_back_to_its_turn_and_what_was_heard_stays_heard():
    table = asked()
    table.do(c.MarkReadOut(inject="I-1"), c.CorrectInject(inject="I-1", text=W))
    table.do(c.Retract(of=3, read_out="aloud"))
    assert table.state.given == {}
    assert table.state.position.steps[0] == "I-1"
    assert table.state.ledger.heard == {"I-1": ("rok",)}


def test_an_inject_that_nobody_read_was_not_heard():
    table = asked()
    assert table.do(c.Retract(of=3, read_out="no")).unheard == (("I-1", "rok"),)
    assert table.state.ledger.heard == {"I-1": ()}


def test_dice_that_were_drawn_are_not_drawn_again():
    table = answered("b")
    first = table.do(c.Rule(decision="D-1"))
    table.do(c.Retract(of=6))
    second = table.do(c.Rule(decision="D-1"))
    assert (first.first_index, second.first_index) == (0, 1)
    assert table.state.ledger.dice == 2


def test_nothing_is_taken_back_twice():
    table = answered()
    table.do(c.Retract(of=5))
    table.no(c.Retract(of=5), "retracted")


def test_a_phase_entry_comes_back_only_while_nothing_happened_in_it():
    table = begun()
    table.do(c.EnterPhase(), c.TakeNote(text=W))
    moved = table.fork_of()
    table.do(c.Retract(of=3))
    assert (table.state.position.phase, table.state.rested) == ("one", 0)
    moved.do(c.AdjustTrack(track="heat", value=3, reason=W))
    moved.no(c.Retract(of=3), "rested")
    moved.do(c.Retract(of=5), c.Retract(of=3))


def test_after_the_end_only_the_end_comes_back():
    table = answered()
    table.do(c.TakeNote(text=W), c.EndExercise(because=W))
    table.no(c.Retract(of=5), "ended")
    table.do(c.Retract(of=6))
    table.do(c.Retract(of=7))
    assert (table.state.status, table.state.ended) == ("running", None)
    table.do(c.Retract(of=5))


@pytest.mark.parametrize(
    "command",
    [
        c.CompleteRecord(of=5, grounds=Grounds(rationale=W)),
        c.TagLink(of=5, link=LINK),
        c.SettleLink(of=5, link=LINK),
        c.Overrule(of=5, value="b", reason=W),
    ],
    ids=lambda command: type(command).__name__,
)
def test_nothing_refers_to_what_was_taken_back(command):
    table = answered()
    table.do(c.Retract(of=5))
    table.no(command, "unknown")


def test_no_reply_to_a_settled_link_that_was_taken_back():
    table = answered()
    table.do(c.SettleLink(of=5, link=LINK), c.Retract(of=6))
    table.no(c.Reply(of=6, cell="rok", text=W), "unknown")


def test_an_overrule_stands_in_the_place_of_the_answer():
    table = answered()
    table.do(c.AdjustTrack(track="mood", value="calm", reason=W))
    table.do(c.Overrule(of=5, value="b", reason=W))
    assert table.tracks == {"heat": 2, "alarm": "no", "mood": "calm"}
    assert dict(table.state.position.answers)["D-1"] == "b"
    assert [o.decision for o in table.state.position.owed] == ["D-1"]
    stands = table.state.answers["D-1"].fact
    assert (stands.coded, stands.value, stands.outcome, stands.overruled_by) == ("b", "b", "decided", 7)
    assert table.events[4].fact.coded == "a"


def test_what_came_after_the_answer_still_acts_after_its_replacement():
    table = answered("b")
    table.do(c.AdjustTrack(track="mood", value="calm", reason=W), c.Overrule(of=5, value="a", reason=W))
    assert table.tracks["mood"] == "calm"


@pytest.mark.parametrize(
    ("value", "outcome", "reads", "heat"),
    [
        ("a", "in_part", "a", 2),
        ("k", "decided", "free", 2),
        ("b", "referred", "none", 5),
        ("none", "not_taken", "none", 5),
        ("none", "not_put", "none", 2),
    ],
)
def test_an_overrule_gives_what_its_outcome_would_have_given(value, outcome, reads, heat):
    table = answered()
    table.do(c.Overrule(of=5, value=value, outcome=outcome, reason=W))
    stands = table.state.answers["D-1"].fact
    assert (stands.coded, stands.value, stands.outcome) == (value, reads, outcome)
    assert dict(table.state.position.answers)["D-1"] == reads
    assert table.tracks["heat"] == heat
    assert table.tracks["mood"] == ("tense" if value == "a" else "calm")


def test_a_decision_that_was_taken_is_never_overruled_to_none():
    answered().no(c.Overrule(of=5, value="none", reason=W), "coded")


def test_an_overrule_can_be_overruled_and_taken_back():
    table = answered()
    table.do(c.Overrule(of=5, value="b", reason=W), c.Overrule(of=5, value="free", reason=W))
    assert dict(table.state.position.answers)["D-1"] == "free"
    table.do(c.Retract(of=7))
    assert dict(table.state.position.answers)["D-1"] == "b"
    table.do(c.Retract(of=6))
    assert dict(table.state.position.answers)["D-1"] == "a"
    assert table.tracks["mood"] == "tense"


def test_an_overrule_is_refused_once_a_ruling_rests_on_the_answer():
    table = answered("b")
    table.do(c.Rule(decision="D-1", faces=(6,)))
    table.no(c.Overrule(of=5, value="a", reason=W), "rested")
    table.do(c.Retract(of=6), c.Overrule(of=5, value="a", reason=W))


def test_an_overrule_is_refused_once_a_phase_entry_rests_on_the_answer():
    table = answered()
    table.do(c.EnterPhase())
    table.no(c.Overrule(of=5, value="b", reason=W), "rested")
    table.do(c.Retract(of=6), c.Overrule(of=5, value="b", reason=W))


def test_an_overrule_reads_the_position_without_what_was_taken_back_since():
    table = begun()
    table.do(c.PutDecision(decision="D-2", reason=WHY))
    table.do(c.RecordAnswer(decision="D-2", cell="rok", coded="none", outcome="not_taken"))
    table.do(c.RecordAnswer(decision="D-2", cell="us", coded="b"))
    table.do(c.Retract(of=4), c.Overrule(of=5, value="none", outcome="not_taken", reason=W))
    # what nobody took alarms; rok has still to answer
    assert table.state.position.open == ("D-2.rok",)
    assert table.tracks["alarm"] == "no"


def test_extending_and_folding_from_the_start_give_the_same():
    table = answered("b")
    table.do(c.Rule(decision="D-1"), c.Retract(of=6), c.Overrule(of=5, value="a", reason=W), c.EnterPhase())
    assert replay(table.events) == table.state
