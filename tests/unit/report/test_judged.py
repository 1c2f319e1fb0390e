"""What raters made of a session stands beside its facts; players do not read words on them first."""

from tests.unit.render.hostile import hostile
from tests.unit.report.sample import HEAD, SCENARIO, played
from ttx.model.evaluation import Action, Evaluated, Finding, Rating, Step
from ttx.render.markdown import report_markdown
from ttx.report import build_report, for_profile
from ttx.trace import trace

FIRST = Evaluated(
    rater="Lead evaluator",
    ratings=(
        Rating(objective="O1", word="shown", evidence=(12,)),
        Rating(objective="O2", word="partly", evidence=(14,)),
    ),
    findings=(Finding(text="Nobody rang", cause="no line", evidence=(12,)),),
    actions=(Action(action="Write the line down", owner="Duty office", due="D+60"),),
    next_steps=(Step(what="Meet again", who="Both staffs"),),
    feedback=("Too short",),
    parking_lot=("Who pays",),
)
SECOND = Evaluated(
    rater="Second evaluator",
    ratings=(
        Rating(objective="O1", word="shown", evidence=(13,)),
        Rating(objective="O2", word="shown", evidence=(14,)),
    ),
)


def report(*evaluated, room=None, **fields):
    room = room or played()
    return build_report(
        SCENARIO, room.events, trace(SCENARIO, room.events), HEAD, "0.1.0", evaluated=evaluated, **fields
    )


def test_two_raters_stand_side_by_side_with_how_far_they_agree():
    found = report(FIRST, SECOND)

    words = {o.id: [r.word for r in o.ratings] for o in found.objectives}
    assert words["O2"] == ["partly", "shown"]
    assert "the same word to 1 of them; apart on O2" in found.judged.agreement


def test_one_rater_agrees_with_nobody():
    assert report(FIRST).judged.agreement == ""


def test_raters_are_named_by_office_only_where_offices_may_be_named():
    assert {r.rater for o in report(FIRST).objectives for r in o.ratings} == {"rater 1"}
    named = report(FIRST, attribution="role")
    assert {r.rater for o in named.objectives for r in o.ratings} == {"Lead evaluator"}


def test_the_paper_holds_what_was_handed_in():
    whole = report_markdown(report(FIRST))

    for words in (
        "Nobody rang",
        "no line",
        "Write the line down",
        "D+60",
        "Meet again",
        "Too short",
        "Who pays",
    ):
        assert words in whole


def test_players_read_no_word_on_themselves_before_it_is_agreed():
    whole = report_markdown(for_profile(report(FIRST, SECOND), "players"))

    assert "Nobody rang" not in whole
    assert "rater 1" not in whole
    assert "Write the line down" in whole, "what is to be mended is everybody's"


def test_nobody_but_staff_reads_slips_notes_and_gaps():
    for profile in ("players", "sponsor", "quicklook", "hotwash"):
        found = for_profile(report(room=hostile()), profile)
        assert (found.slips, found.notes, found.gaps) == ((), (), ())
    assert not for_profile(report(room=hostile()), "players").observations
    assert for_profile(report(room=hostile()), "staff").observations


def test_observations_leave_the_evidence_of_objectives_with_them():
    found = for_profile(report(room=hostile()), "players")

    assert not [e for o in found.objectives for e in o.evidence if e.text.startswith("Area")]


def test_sheets_for_the_wall_hold_no_rating_and_no_observation():
    whole = report_markdown(report(FIRST, room=hostile()), part="hotwash")

    assert [line for line in whole.splitlines() if line.startswith("## ")] == [
        "## 1. Who told whom, when",
        "## 2. The same question, answers side by side",
        "## 3. Known to Control, never asked",
        "## 4. Commitments raised and not settled",
    ]
    assert "Evaluation" not in whole
    assert "Area to improve" not in whole


def test_gaps_say_who_can_fill_them_and_what_only_the_room_knows_comes_first():
    gaps = report().gaps

    assert gaps
    assert all(g.what and g.who for g in gaps)
    rooms = [g.room_only for g in gaps]
    assert rooms == sorted(rooms, reverse=True)
