"""The two clocks in the state: running, paused, break, stopped; scenario time and the plan."""

from tests.unit.engine.stage import Table, begun
from ttx.model import commands as c
from ttx.model.records import Reason
from ttx.model.words import Words

W = Words("words")
WHY = Reason("realism")


def test_pause_break_stop_and_lift_each_say_where_the_session_stands():
    table = Table()
    assert table.state.status == "before"
    table.do(c.StartExercise())
    seen = []
    for command in (
        c.Pause(),
        c.ResumePlay(),
        c.Pause(kind="break", minutes=10),
        c.StopRealWorld(),
        c.LiftStop(),
    ):
        table.do(command)
        seen.append((table.state.status, table.state.break_minutes, table.state.status_ms))
    assert seen == [
        ("paused", None, 1000),
        ("running", None, 2000),
        ("break", 10, 3000),
        ("stopped", 10, 4000),
        ("paused", 10, 5000),
    ]
    table.do(c.ResumePlay())
    assert (table.state.status, table.state.break_minutes) == ("running", None)


def test_while_the_clock_stands_nothing_is_given_to_the_room_but_records_go_on():
    table = begun()
    table.do(c.Pause())
    table.no(c.ReleaseInject(inject="I-1"), "paused")
    table.no(c.ReleaseAdHoc(to=("us",), text=W), "paused")
    table.no(c.PutDecision(decision="D-1", reason=WHY), "paused")
    table.do(c.TakeNote(text=W), c.RecordContact(from_="rok", to="us"), c.RecordMove(cell="us", said=W))


def test_a_stop_in_the_real_world_goes_before_everything():
    table = begun()
    table.do(c.StopRealWorld())
    table.no(c.ResumePlay(), "stopped")
    table.no(c.StopRealWorld(), "stopped")
    table.no(c.RecordContact(from_="rok", to="us"), "stopped")
    table.do(c.TakeNote(text=W), c.LiftStop(), c.ResumePlay())


def test_scenario_time_follows_what_is_released_and_never_runs_backwards_by_itself():
    table = begun()
    assert table.state.scenario_time == 460
    table.do(c.ReleaseInject(inject="I-2", reason=WHY))
    assert table.state.scenario_time == 480
    table.do(c.ReleaseInject(inject="I-1", reason=WHY))
    assert table.state.scenario_time == 480
    table.do(c.EnterPhase())
    assert table.state.scenario_time == 1440 + 480


def test_scenario_time_goes_back_by_hand_with_a_reason():
    table = begun()
    table.no(c.SetScenarioTime(time=459), "reason")
    table.do(c.SetScenarioTime(time=459, reason=W))
    assert table.state.scenario_time == 459
    table.do(c.SetScenarioTime(time=470))
    table.do(c.Retract(of=4))
    assert table.state.scenario_time == 459


def test_a_shifted_plan_leaves_the_script_as_it_is():
    table = begun()
    table.do(c.ShiftRest(shifts=(("I-2", 30), ("D-1", 40))), c.ShiftRest(shifts=(("I-2", 35),)))
    assert table.state.plan == {"I-2": 35, "D-1": 40}


def test_a_phase_keeps_when_it_began():
    table = begun()
    table.do(c.TakeNote(text=W), c.EnterPhase())
    assert table.state.phase_ms == 2000


def test_questions_stay_open_until_they_are_answered_for_good():
    table = begun()
    table.do(c.AskControl(cell="rok", text=W), c.AnswerQuestion(of=3, how="later"))
    assert table.state.questions[3].later
    table.do(c.AnswerQuestion(of=3, how="fact", fact="F-1"))
    assert table.state.questions == {}
    table.no(c.AnswerQuestion(of=3, how="later"), "unknown")
    table.do(c.Retract(of=5))
    assert table.state.questions[3].later


def test_ad_hoc_injects_are_numbered_over_the_file():
    table = begun()
    one = table.do(c.ReleaseAdHoc(to=("us",), text=W))
    table.do(c.Retract(of=3, read_out="no"))
    two = table.do(c.ReleaseAdHoc(to=("us",), text=W))
    assert (one.inject, two.inject) == ("A-1", "A-2")
    assert set(table.state.adhoc) == {"A-2"}


def test_the_wall_shows_the_last_thing_that_was_sent_until_it_is_blanked():
    table = begun()
    table.do(c.ShowOnWall(kind="text", text=W), c.ShowOnWall(kind="break", to="us"))
    assert table.state.wall.kind == "break"
    table.do(c.BlankWall())
    assert table.state.wall is None


def test_a_seat_changes_hands():
    table = begun()
    table.do(c.TakeSeat(cell="rok", seat="Chief"), c.TakeSeat(cell="rok", seat="Chief", head=True))
    assert table.state.seats["rok/Chief"].head
