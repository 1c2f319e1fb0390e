"""Decisions on record in the room: stages, outcomes, several cells, late entries, other orders."""

import pytest

from tests.unit.engine.stage import Table, answered, asked, begun
from ttx.engine import Rejection, replay
from ttx.model import commands as c
from ttx.model.records import OUTCOMES, TAKEN, Reason
from ttx.model.words import Words

W = Words("words")
WHY = Reason("realism")


def joint(**more):
    """D-3, which cells answer each and then together, was put in phase two."""
    table = begun(**more)
    table.do(c.EnterPhase(), c.PutDecision(decision="D-3", reason=WHY))
    return table


def values(table):
    return dict(table.state.position.answers)


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_the_outcome_decides_what_an_answer_does(outcome):
    table = asked()
    coded = "a"
    fact = table.do(c.RecordAnswer(decision="D-1", coded=coded, outcome=outcome, until=W))
    taken = outcome in TAKEN
    assert fact.value == ("a" if taken else "none")
    assert values(table)["D-1"] == fact.value
    heat = 2 if taken or outcome == "not_put" else 5
    assert table.tracks == {"heat": heat, "alarm": "no", "mood": "tense" if taken else "calm"}
    assert (fact.coded, table.state.position.open) == ("a", ())


def test_near_a_coded_option_counts_as_it_and_is_marked():
    fact = asked().do(c.RecordAnswer(decision="D-1", coded="a", near=True))
    assert (fact.value, fact.near) == ("a", True)


def test_an_entry_of_the_coding_frame_reads_as_free_and_is_ruled_so():
    table = asked()
    fact = table.do(c.RecordAnswer(decision="D-1", coded="k"))
    assert (fact.coded, fact.value) == ("k", "free")
    assert [o.rule for o in table.state.position.owed] == ["room/ladder"]


def test_stages_go_forward_and_the_record_makes_its_own():
    table = asked()
    stage = lambda: table.state.decisions["D-1"].stage  # noqa: E731 - one word for the test
    assert stage() == "put"
    table.do(c.AdvanceStage(decision="D-1", stage="plenary"))
    table.no(c.AdvanceStage(decision="D-1", stage="cells"), "stage")
    table.do(c.RecordAnswer(decision="D-1", coded="a"))
    assert stage() == "recorded"
    table.do(c.AdvanceStage(decision="D-1", stage="settled"))
    assert stage() == "settled"


def test_an_answer_to_what_was_never_put_puts_it():
    table = begun()
    fact = table.do(c.RecordAnswer(decision="D-1", coded="a"))
    assert (fact.of, fact.change.put, values(table)["D-1"]) == (0, ("D-1",), "a")
    assert "D-1" not in table.state.position.steps
    assert table.state.decisions["D-1"].stage == "recorded"


def test_a_joint_answer_closes_what_the_cells_did_not_write():
    for table in (joint(), _entered()):
        table.do(c.RecordAnswer(decision="D-3", coded="a"))
        assert (table.state.position.open, values(table)["D-3"]) == ((), "a")
        assert table.state.decisions["D-3"].stage == "recorded"


def _entered():
    table = begun()
    table.do(c.EnterPhase())
    return table


def test_what_a_cell_wrote_can_be_recorded_after_the_joint_answer_and_changes_nothing_else():
    table = joint()
    table.do(c.RecordAnswer(decision="D-3", coded="a"))
    before = table.state.position
    fact = table.do(c.RecordAnswer(decision="D-3", cell="us", coded="b"))
    assert (fact.of, fact.change.put, fact.change.opened) == (4, (), ())
    assert values(table) == {"D-3": "a", "D-3.us": "b"}
    assert (table.state.position.open, table.state.position.owed) == ((), before.owed)
    table.no(c.RecordAnswer(decision="D-3", cell="us", coded="a"), "answered")
    table.no(c.RecordAnswer(decision="D-3", coded="b"), "answered")


def test_on_the_book_too_what_a_cell_wrote_is_kept_beside_the_joint_answer():
    table = joint(book=True)
    assert table.state.position.open == ("D-3",)
    table.do(c.RecordAnswer(decision="D-3", cell="rok", coded="b"), c.RecordAnswer(decision="D-3", coded="a"))
    table.do(c.RecordAnswer(decision="D-3", cell="us", coded="a"))
    assert values(table) == {"D-3": "a", "D-3.rok": "b", "D-3.us": "a"}


def test_an_answer_that_was_left_open_can_be_recorded_in_a_later_phase():
    table = begun()
    table.do(c.PutDecision(decision="D-2", reason=WHY), c.RecordAnswer(decision="D-2", cell="rok", coded="a"))
    table.do(c.EnterPhase(leave_open=True), c.RecordAnswer(decision="D-2", cell="us", coded="b"))
    assert values(table) == {"D-2.rok": "a", "D-2.us": "b"}
    assert table.state.position.open == ()
    assert replay(table.events) == table.state


def test_a_decision_that_was_put_again_is_answered_again():
    table = answered()
    table.do(c.PutDecision(decision="D-1", reason=WHY))
    assert (values(table), table.state.position.open) == ({}, ("D-1",))
    table.do(c.RecordAnswer(decision="D-1", coded="b"))
    assert values(table) == {"D-1": "b"}


def test_a_round_reopens_its_decision():
    table = _entered()
    for n in (1, 2):
        assert (table.state.position.round, table.state.position.steps) == (
            n,
            ("I-5", "I-6", "D-3")[n - 1 and 1 :],
        )
        table.do(c.ReleaseInject(inject="I-6"), c.PutDecision(decision="D-3"))
        table.do(c.RecordAnswer(decision="D-3", coded="b"), c.Rule(decision="D-3", result="stands"))
        table.do(c.EnterPhase())
    assert table.state.position.phase == "three"
    table.no(c.ReleaseInject(inject="I-6"), "reason")


def test_an_inject_is_released_once_a_round():
    table = _entered()
    table.do(c.ReleaseInject(inject="I-6"))
    table.no(c.ReleaseInject(inject="I-6", reason=WHY), "released")


def test_what_was_skipped_is_none_and_can_still_be_answered():
    table = begun()
    table.do(c.SkipStep(step="D-1", reason=WHY))
    assert (values(table)["D-1"], table.tracks["heat"], table.state.skipped) == (
        "none",
        1,
        {"D-1": "realism"},
    )
    table.do(c.RecordAnswer(decision="D-1", coded="a"))
    assert values(table)["D-1"] == "a"


def test_what_was_deferred_comes_behind_the_last_step():
    table = begun()
    table.do(c.DeferStep(step="I-1", reason=WHY))
    assert table.state.position.steps == ("D-1", "I-2", "D-2", "I-1")
    table.no(c.ReleaseInject(inject="I-1"), "reason")
    table.do(c.PutDecision(decision="D-1"))


def test_a_delivered_inject_is_next_and_may_be_skipped_but_not_put_off():
    table = answered("b")
    table.do(c.Rule(decision="D-1", faces=(1,)))
    assert table.state.position.due == ("I-4",)
    table.no(c.DeferStep(step="I-4"), "due")
    other = table.fork_of()
    assert not table.do(c.ReleaseInject(inject="I-4")).off_book
    other.do(c.SkipStep(step="I-4"))
    assert table.state.position.due == other.state.position.due == ()


def test_decisions_open_together_are_answered_in_any_order_and_act_as_recorded():
    table = asked()
    table.do(c.PutDecision(decision="D-2", reason=WHY))
    table.do(c.RecordAnswer(decision="D-2", cell="us", coded="a"), c.RecordAnswer(decision="D-1", coded="a"))
    assert table.state.position.open == ("D-2.rok",)
    assert table.no(c.EnterPhase(), "still-open").startswith("D-2 waits for an answer")


def test_a_contact_entered_late_counts_before_the_decisions_put_after_it_happened():
    table = asked()
    put = table.state.decisions["D-1"].put_ms
    late = table.fork_of()
    table.do(c.RecordContact(from_="rok/Chief", to="us"))
    assert table.state.position.told_before == frozenset()
    late.do(c.RecordContact(from_="rok/Chief", to="us"), true_at=put - 1)
    assert late.state.position.told_before == {("rok", "us", "D-1")}
    assert late.events[-1].true_at == put - 1
    late.do(c.Retract(of=5))
    assert (late.state.position.told, late.state.position.told_before) == (frozenset(), frozenset())


def test_a_late_entry_of_a_put_keeps_when_it_really_was():
    table = begun()
    table.do(c.ReleaseInject(inject="I-1"))
    table.do(c.PutDecision(decision="D-1"), true_at=250)
    assert (table.state.decisions["D-1"].put_ms, table.events[-1].ms) == (250, 2000)


def test_the_umpire_overrules_a_rule_with_a_reason_and_both_stay():
    table = answered("b")
    fact = table.do(c.Rule(decision="D-1", faces=(6,), result="low", reason=W))
    assert (fact.by_rule, fact.result, fact.typed, fact.drawn, fact.of) == ("high", "low", True, 0, 5)
    assert table.tracks["alarm"] == "no"
    assert [(r, o) for r, o in fact.odds] == [("low", "1/3"), ("high", "2/3")]


def test_the_end_is_proposed_and_another_takes_words():
    table = begun()
    table.do(c.EnterPhase(phase="three", because=W))
    assert isinstance(table.fork_of().try_(c.EndExercise(ending="loud")), Rejection)
    fact = table.do(c.EndExercise(ending="loud", because=W))
    assert (fact.proposed, fact.ending, table.state.position.ended) == ("quiet", "loud", "loud")


def test_the_end_by_the_book_takes_no_words():
    table = begun()
    table.do(c.EnterPhase(phase="three", because=W))
    table.no(c.EnterPhase(), "last-phase")
    assert table.do(c.EndExercise()).ending == "quiet"


def test_a_decision_recorded_as_not_put_stands_nowhere_as_put():
    table = begun()
    table.do(c.RecordAnswer(decision="D-1", coded="none", outcome="not_put"))
    assert table.state.decisions == {}
    assert table.state.position.put == frozenset()
    assert table.state.answers["D-1"].fact.outcome == "not_put"


def test_an_answer_that_puts_its_decision_again_ends_the_answers_before():
    table = _entered()
    table.do(c.RecordAnswer(decision="D-3", cell="us", coded="b"), c.RecordAnswer(decision="D-3", coded="b"))
    table.do(c.Rule(decision="D-3", result="stands"), c.EnterPhase())
    table.do(c.RecordAnswer(decision="D-3", coded="a"))
    assert set(table.state.answers) == {"D-3"}
    assert table.state.decisions["D-3"].seq == table.seq
    assert values(table) == {"D-3": "a"}


def test_a_decision_put_down_late_does_not_count_what_was_told_since():
    table = Table()
    table.do(c.StartExercise())
    put = table.ms
    table.ms += 60_000
    table.do(c.RecordContact(from_="rok/Chief", to="us"))
    late = table.fork_of()
    table.do(c.PutDecision(decision="D-1", reason=WHY))
    assert table.state.position.told_before == {("rok", "us", "D-1")}
    late.do(c.PutDecision(decision="D-1", reason=WHY), true_at=put)
    assert late.state.position.told_before == frozenset()
    assert late.state.position.told == {("rok", "us")}
