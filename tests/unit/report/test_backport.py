"""What a session improvised comes back as what changes no course of play."""

from tests.unit.report.sample import SCENARIO, Room
from ttx.model import commands as c
from ttx.model.records import Reason
from ttx.report.backport import additions


def begun():
    room = Room()
    room.do(c.StartExercise())
    return room


def test_an_improvised_inject_comes_back_held_back_in_its_phase():
    room = begun()
    room.do(
        c.ReleaseAdHoc(
            to=("rok",), title="A call", text="A paper rings", reason=Reason("other", "they asked")
        )
    )
    (found,) = additions(SCENARIO, room.events, SCENARIO)

    assert (found.where, found.of, found.key) == ("phase", SCENARIO.phases[0].id, "injects")
    assert found.data["kind"] == "contingency"
    assert (found.data["to"], found.data["title"], found.data["text"]) == (["rok"], "A call", "A paper rings")
    assert f"#{found.event}" in found.data["notes"]


def test_an_answer_in_own_words_comes_back_to_the_coding_frame():
    room = begun()
    room.do(c.RecordAnswer(decision="D-01", coded="free", said="We ring\nthem first"))
    (found,) = additions(SCENARIO, room.events, SCENARIO)

    assert (found.where, found.of, found.key) == ("decision", "D-01", "coding")
    assert found.data == {"id": f"said-{found.event}", "text": "We ring them first"}


def test_what_was_foreseen_or_not_written_down_stays_where_it_is():
    room = begun()
    option = SCENARIO.decision("D-01").options[0]
    room.do(c.RecordAnswer(decision="D-01", coded=option.id, said="As we said"))
    assert additions(SCENARIO, room.events, SCENARIO) == ()

    room = begun()
    room.do(c.RecordAnswer(decision="D-01", coded="free", said=option.text))
    assert additions(SCENARIO, room.events, SCENARIO) == ()
