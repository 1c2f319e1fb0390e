"""Coverage: what was touched, by whom, and why the rest was not."""

import pytest

from tests.unit.report.sample import SCENARIO, Room, begun, link, played
from ttx.model import commands as c
from ttx.trace import graph, reached, trace, untouched, why


def _states(room):
    return {each.target: each.state for each in trace(SCENARIO, room.events).covered}


def test_before_anything_is_played_nothing_is_touched():
    found = trace(SCENARIO, Room().events)

    assert found.links == ()
    assert {each.state for each in found.covered} == {"not_raised"}
    assert all(each.untouched for each in found.covered)


def test_each_commitment_says_how_far_it_came():
    assert _states(played()) == {
        "DOC-03e": "raised",
        "DOC-04a": "raised",
        "DOC-05a": "settled",
        "DOC-05c": "settled",
        "DOC-06c": "raised",
        "DOC-12b": "not_raised",
        "DOC:4.2": "raised",
    }


def test_what_the_scenario_never_names_has_no_path():
    room = begun()
    room.do(c.RecordMove(cell="us", said="Says a word on the strait", links=(link("DOC:16.5"),)))

    covered = {e.target: e for e in trace(SCENARIO, room.events).covered}
    assert covered["DOC:16.5"].in_scenario is False
    assert covered["DOC:16.5"].state == "raised"


def test_a_decision_set_aside_is_not_the_same_as_one_never_raised():
    room = begun()
    room.do(c.PutDecision(decision="D-01"))
    room.do(c.RecordAnswer(decision="D-01", coded="none", outcome="set_aside"))

    assert _states(room)["DOC-05a"] == "set_aside"
    assert _states(room)["DOC-12b"] == "not_raised"


def test_a_coder_may_settle_that_there_is_no_bearing():
    room = begun()
    number = room.do(c.RecordMove(cell="us", said="A port visit"))
    room.do(c.SettleLink(of=number, link=link("DOC-06c", "none"), hands=("a",)))

    assert _states(room)["DOC-06c"] == "considered"


def test_touches_are_counted_by_the_cell_that_bears_them():
    """The author gave this link to one of the two cells of a joint answer."""
    covered = {e.target: e for e in trace(SCENARIO, played().events).covered}

    assert {t.cell for t in covered["DOC-04a"].touches} == {"us"}
    assert {t.cell for t in covered["DOC-05c"].touches} == {"rok", "us"}
    assert "" in {t.cell for t in covered["DOC-06c"].touches}, "the answer staff put in a cell's place"


def test_the_graph_names_what_nobody_touched():
    web = graph(SCENARIO, played().events)

    assert untouched(web) == ("DOC-12b",)


def test_the_graph_leads_from_an_objective_to_the_answers():
    room = played()
    web = graph(SCENARIO, room.events)

    first = next(e.seq for e in room.events if type(e.fact).__name__ == "AnswerRecorded")
    assert first in reached(web, "O1")
    assert reached(web, "O3") == ()
    assert reached(web, "no such objective") == ()


@pytest.mark.parametrize(("record", "target"), [(1, "DOC-05a"), (2, "DOC-99")])
def test_there_is_nothing_behind_a_link_that_is_not_there(record, target):
    assert why(SCENARIO, played().events, record, target) is None


def test_everything_behind_one_link_stands_on_one_page():
    room = played()
    second = [e.seq for e in room.events if type(e.fact).__name__ == "AnswerRecorded"][1]

    page = why(SCENARIO, room.events, second, "DOC-05c")
    assert page is not None
    assert page.said == "We keep it; nobody watches | quietly"
    assert page.written_by == "scribe"
    assert page.objectives == ("O2",)
    assert page.provenance is not None
    assert page.provenance.official is False
    told = [b.what for b in page.behind]
    assert "written down" in told
    assert "proposed by the author, nearest to option a" in told
    assert "settled by evaluator and controller" in told
    assert "reply of ROK defence" in told
    assert [b.event for b in page.behind] == sorted(b.event for b in page.behind)
