"""What staff judged in the session stands in the report as one more rater's words."""

from tests.unit.report.sample import HEAD, SCENARIO, played
from tests.unit.report.test_judged import FIRST, SECOND
from ttx.model import commands as c
from ttx.model.words import Words
from ttx.report import build_report, for_profile
from ttx.trace import trace


def report(room, *evaluated):
    return build_report(
        SCENARIO, room.events, trace(SCENARIO, room.events), HEAD, "0.1.0", evaluated=evaluated
    )


def judged():
    room = played()
    room.do(c.RateObjective(objective="O1", word="partly", evidence=(3,)))
    room.do(c.RateObjective(objective="O1", word="shown", evidence=(3, 4), analysis=Words("it held")))
    room.do(c.RecordFinding(text=Words("Nobody rang"), objective="O1", cause=Words("no line"), evidence=(3,)))
    finding = room.events[-1].seq
    room.do(c.AgreeAction(action=Words("Write it down"), of=finding, owner=Words("Duty office")))
    room.do(c.AgreeAction(action=Words("Write it down"), of=finding, state="closed", instead=finding + 1))
    room.do(c.TakeNote(text=Words("Too short"), tag="feedback"))
    room.do(c.TakeNote(text=Words("Who pays"), tag="park"))
    room.do(c.TakeNote(text=Words("Nobody"), tag="hot wash 1"))
    return room


def test_the_last_word_on_an_objective_stands_beside_those_of_the_files():
    found = report(judged(), FIRST, SECOND)
    line = next(o for o in found.objectives if o.id == "O1")
    assert [(r.rater, r.word) for r in line.ratings] == [
        ("in the session file", "shown"),
        ("rater 1", "shown"),
        ("rater 2", "shown"),
    ]
    assert line.ratings[0].events == (3, 4)
    assert "the same word to 1 of them" in found.judged.agreement


def test_only_the_last_state_of_an_action_stands_and_it_names_its_finding():
    actions = report(judged()).judged.actions
    assert [(a.finding, a.action, a.state) for a in actions] == [("Nobody rang", "Write it down", "closed")]


def test_what_cells_said_stands_where_it_is_looked_for():
    found = report(judged())
    assert found.judged.feedback == ("Too short",)
    assert found.judged.parking_lot == ("Who pays",)
    notes = [n.text for n in found.notes]
    assert f'Hot wash, asked "{SCENARIO.hot_wash[0]}": Nobody' in notes
    assert not any("Too short" in n or "Who pays" in n for n in notes)


def test_players_read_no_rating_and_no_finding_of_the_session_either():
    seen = for_profile(report(judged()), "players")
    assert not [r for o in seen.objectives for r in o.ratings]
    assert seen.judged.findings == ()
    assert [a.action for a in seen.judged.actions] == ["Write it down"]


def test_what_was_taken_back_is_no_judgement():
    room = judged()
    finding = next(e.seq for e in room.events if type(e.fact).__name__ == "FindingMade")
    room.do(c.Retract(of=finding))
    found = report(room).judged
    assert found.findings == ()
    assert found.actions == (), "what mends a finding goes with it"


def test_an_objective_that_somebody_rated_is_no_gap():
    def silent(room):
        return {g.what.split()[4] for g in report(room).gaps if g.what.startswith("No observation")}

    before = silent(played())
    room = played()
    wanted = min(before)
    room.do(c.RecordFinding(text=Words("found"), objective=wanted))
    assert silent(room) == before - {wanted}


def test_what_was_agreed_and_is_not_closed_makes_the_next_steps_where_nobody_wrote_any():
    room = judged()
    assert report(room).judged.next_steps == (), "what was to be mended is closed"
    room.do(c.AgreeAction(action=Words("Ring first"), owner=Words("Policy desk"), due=Words("D+60")))
    steps = report(room).judged.next_steps
    assert [(s.what, s.who, s.by) for s in steps] == [("Ring first", "Policy desk", "D+60")]
    assert [s.what for s in report(room, FIRST).judged.next_steps] == ["Meet again"]
