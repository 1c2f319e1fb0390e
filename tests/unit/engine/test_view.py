"""No word reaches an audience that must not see it: a canary stands in every text of the scenario.

Every field of free text holds a word of its own that stands nowhere else. What an audience may see is
then a set of words, and the view must hold exactly those.
"""

import re

import pytest

from tests.unit.engine.stage import Table, whole
from ttx.engine import CODER, ROOM, view_for
from ttx.model import commands as c
from ttx.model.records import Grounds, LinkRecord, OfficePosition, Reason, Vote
from ttx.model.words import Words

TEXT = """\
format: ttx/1
id: whole
title: cnTitle
theme: cnTheme
marking: cnMarking
purpose: cnPurpose
audience: cnAudience
scope: cnScope
stop_line: cnStop
assumptions: [cnAssumption]
artificialities: [cnArtifice]
hot_wash: [cnHotWash]
rulepacks: [room]
cells:
  rok: {name: cnRok, tag: ROK, seats: [cnSeat], brief: cnBriefRok, private: cnPrivateRok}
  us: {name: cnUs, tag: US, brief: cnBriefUs, private: cnPrivateUs}
voices: {north: {name: cnVoice, channels: [cnChannels], limits: cnLimits}}
tracks:
  heat: {kind: scale, title: cnTrack, range: [0, 5], anchors: {0: cnAnchor}, start: 1}
  mood: {kind: choice, values: [cnValue, cnOther], start: cnValue}
facts:
  F-1: {about: [cnAbout], until: cnUntil, then: {when: I-1, to: [rok], text: cnThen}}
  F-2: {about: [cnAboutTwo], until: cnUntilTwo}
objectives: {O-1: {text: cnObjective, evidence: cnEvidence}}
derived: {word: [{value: cnDerived, when: heat > 4}, {value: cnElse}]}
phases:
- id: one
  title: cnPhase
  notes: cnPhaseNotes
  injects:
  - {id: I-1, to: [rok], from: cnFrom, channel: cnChannel, title: cnInject, text: cnText, handling: cnHandling,
     expected: [cnExpected], notes: cnNotes, effects: [heat += 1],
     links: [{commitment: DOC-1a, because: cnBecauseInject, part: cnPartInject, if: cnIfInject}]}
  - {id: I-2, to: all, text: cnAll, notes: cnAllNotes}
  - {id: I-3, kind: expected_action, to: [rok], title: cnMarkerTitle, text: cnMarker}
  - {id: I-4, kind: contingency, to: [us], text: cnHeld}
  - {id: I-5, kind: delivered, to: [us], text: cnDelivered}
  decisions:
  - id: D-1
    to: [rok]
    ask: cnAsk
    after: [I-1]
    first: [{to: [us], ask: cnFirst, as: advice}]
    probes: [cnProbe]
    notes: cnDecisionNotes
    coding: [{id: k, text: cnCoding, links: [{commitment: DOC-1a, because: cnBecauseCoding}]}]
    free: {ruling: {rule: room/umpire, outcomes: {stands: {text: cnFreeOutcome}, does_not: {}}}}
    if_not_taken: {text: cnNotTaken, effects: [heat = 5]}
    options:
      a:
        text: cnOption
        for: cnFor
        against: cnAgainst
        links: [{commitment: DOC-1a, because: cnBecause, part: cnPart, if: cnIf}]
        contacts: [{from: rok, to: us, line: cnLine}]
        ruling: {rule: room/umpire, outcomes: {stands: {text: cnOutcome, deliver: [I-5]}, does_not: {}}}
  - {id: D-2, to: [rok, us], mode: joint, ask: cnJoint, options: {a: {text: cnJointOption}}}
  questions: [{to: all, text: cnQuestion}]
  slips: [{track: mood, to: [us], ask: cnSlip}]
  leads_to: [{phase: two}]
- {id: two, title: cnPhaseTwo, injects: [{id: I-9, to: all, text: cnLater}], decisions: [{id: D-3, to: all, mode: joint, ask: cnLaterAsk}]}
endings: {bad: {when: heat > 4, title: cnBad, text: cnBadText}, good: {title: cnGood, text: cnGoodText}}
"""
RULES = """\
format: ttx-rules/1
id: room
title: cnPack
rules: {umpire: {kind: umpire, title: cnRule, text: cnRuleText, results: {stands: cnStands, does_not: cnDoesNot}}}
"""
PAGE = {
    "cnTitle", "cnTheme", "cnMarking", "cnPurpose", "cnAudience", "cnScope", "cnStop", "cnAssumption", "cnArtifice",
    "cnHotWash", "cnRok", "cnSeat", "cnUs", "cnBriefRok", "cnBriefUs",
}  # fmt: skip
INJECT = {"cnFrom", "cnChannel", "cnInject", "cnText", "cnHandling"}


def words(table, audience):
    """Every canary in what that audience sees."""
    return set(re.findall(r"cn[A-Z]\w*", repr(view_for(table.script, table.record, audience))))


def w(name):
    return Words(f"cn{name}")


@pytest.fixture
def table():
    return Table(whole(TEXT, rules=RULES))


def seen(table):
    return {who: words(table, who) - PAGE for who in ("rok", "us", ROOM, CODER)}


def test_before_the_start_everybody_sees_the_page_and_each_cell_its_own_brief(table):
    assert all(words(table, who) >= PAGE for who in ("rok", "us", ROOM, CODER))
    assert seen(table) == {"rok": {"cnPrivateRok"}, "us": {"cnPrivateUs"}, ROOM: set(), CODER: set()}


def begun(table):
    table.do(c.StartExercise())
    return table


def test_an_inject_is_seen_by_those_it_went_to_without_what_is_for_staff(table):
    begun(table).do(c.ReleaseInject(inject="I-1"))
    assert seen(table) == {
        "rok": {"cnPhase", "cnPrivateRok", *INJECT},
        "us": {"cnPhase", "cnPrivateUs"},
        ROOM: {"cnPhase"},
        CODER: {"cnPhase", *INJECT},
    }
    table.do(c.ReleaseInject(inject="I-2", reason=Reason()))
    assert "cnAll" in words(table, "rok") & words(table, "us") & words(table, ROOM)


def test_a_decision_that_was_put_is_seen_by_its_cells_as_the_question_alone(table):
    begun(table).do(c.ReleaseInject(inject="I-1"), c.PutDecision(decision="D-1"))
    table.do(c.PutDecision(decision="D-2", reason=Reason()))
    own = {"cnPhase", *INJECT}
    assert seen(table) == {
        "rok": {"cnPrivateRok", "cnAsk", "cnJoint", *own},
        "us": {"cnPrivateUs", "cnPhase", "cnJoint"},
        ROOM: {"cnPhase", "cnJoint"},
        CODER: {"cnAsk", "cnJoint", *own},
    }


def test_a_decision_that_was_never_put_is_not_shown_though_it_is_on_record(table):
    begun(table).do(c.RecordAnswer(decision="D-1", coded="none", outcome="not_put"))
    assert "cnAsk" not in words(table, "rok")


def test_a_staff_marker_is_shown_to_nobody(table):
    begun(table).do(c.ReleaseInject(inject="I-3", reason=Reason()))
    assert not any({"cnMarker", "cnMarkerTitle"} & words(table, who) for who in ("rok", "us", ROOM, CODER))


def test_what_staff_and_cells_write_down_is_shown_to_no_cell(table):
    begun(table).do(
        c.ReleaseInject(inject="I-1"),
        c.RecordFirst(decision="D-1", cell="us", text=w("WroteFirst")),
        c.PutDecision(decision="D-1", reason=Reason("other", w("Reason"))),
        c.TakeNote(text=w("Note"), cell="rok"),
        c.Bookmark(text=w("Mark")),
        c.Observe(text=w("Observed"), cell="us"),
        c.RateObjective(objective="O-1", word="not put", analysis=w("Analysis")),
        c.RecordFinding(text=w("Found"), cause=w("Cause")),
        c.AgreeAction(action=w("Mend"), owner=w("Owner"), due=w("Due"), element=w("Element")),
        c.RecordContact(from_="rok", to="us", line=w("ContactLine"), text=w("Contact")),
        c.TakeSeat(cell="us", seat="Chief", office=w("Office"), from_=w("Before")),
    )
    before = {who: words(table, who) for who in ("rok", "us", ROOM)}
    table.do(
        c.RecordAnswer(
            decision="D-1",
            coded="a",
            said=w("Said"),
            outcome="conditional",
            until=w("UntilWhat"),
            where=w("Where"),
            referred_to=w("Referred"),
            grounds=Grounds(
                rationale=w("Why"),
                dissent=w("Dissent"),
                assumptions=w("Assumed"),
                rejected=w("Rejected"),
                positions=(OfficePosition(office=w("Held"), said=w("HeldSaid")),),
            ),
            links=(LinkRecord(target="DOC-1a", because=w("LinkBecause"), in_words=w("LinkWords")),),
        ),
        c.Rule(decision="D-1", result="stands", reason=w("Ruled")),
        c.AdjustTrack(track="heat", value=2, reason=w("Adjusted")),
        c.RecordMove(cell="rok", said=w("Moved")),
        c.SetScenarioTime(time=5, reason=w("Time")),
        c.Pause(reason=Reason("other", w("Paused"))),
        c.StopRealWorld(reason=w("Stopped")),
        c.LiftStop(reason=w("Lifted")),
        c.ResumePlay(),
        c.TakeSlip(slip=0, cell="us", text=w("Slipped"), value="cnOther"),
    )
    assert {who: words(table, who) for who in ("rok", "us", ROOM)} == before
    assert words(table, CODER) - PAGE == {"cnPhase", "cnAsk", "cnSaid", *INJECT}


def test_a_question_and_its_answer_are_seen_by_those_they_concern(table):
    begun(table).do(c.AskControl(cell="rok", text=w("Asked")))
    table.do(c.AnswerQuestion(of=3, how="improvised", text=w("Answered")))
    assert words(table, "rok") >= {"cnAsked", "cnAnswered"}
    assert not {"cnAsked", "cnAnswered"} & (words(table, "us") | words(table, ROOM))
    table.do(c.AskControl(cell="rok", text=w("Again")))
    table.do(c.AnswerQuestion(of=5, how="voice", text=w("ToBoth"), to=("rok", "us")))
    assert "cnToBoth" in words(table, "us")
    assert "cnAgain" not in words(table, "us")


def test_a_disclosure_shows_a_cell_what_was_not_addressed_to_it_and_nobody_else(table):
    begun(table).do(
        c.ReleaseInject(inject="I-1"),
        c.Disclose(what="I-1", to=("us",), how="overheard", text=w("How")),
        c.Disclose(what="private:rok", to=("us",), how="mistake"),
        c.Disclose(what="fact:F-2", to=("us",), how="control"),
    )
    assert words(table, "us") - PAGE == {"cnPhase", "cnPrivateUs", "cnPrivateRok", "cnUntilTwo", *INJECT}
    assert not {"cnUntilTwo", "cnPrivateUs"} & words(table, "rok")
    # both cells have heard the inject by now
    assert words(table, ROOM) - PAGE == {"cnPhase", *INJECT}


def test_before_its_time_a_fact_shows_what_may_be_said_of_it(table):
    begun(table).do(c.AskControl(cell="rok", text=w("Asked")), c.AnswerQuestion(of=3, how="fact", fact="F-1"))
    assert "cnThen" not in words(table, "rok")
    assert "cnUntil" in words(table, "rok")
    table.do(c.ReleaseInject(inject="I-1"), c.Disclose(what="fact:F-1", to=("rok",), how="control"))
    assert "cnThen" in words(table, "rok")


def test_an_ad_hoc_inject_and_a_correction_are_seen_by_those_who_heard_it(table):
    begun(table).do(
        c.ReleaseAdHoc(to=("us",), text=w("Extra"), title=w("ExtraTitle"), from_=w("ExtraFrom"), channel=w("ExtraBy"),
                       reason=Reason("other", w("ExtraWhy"))),
        c.CorrectInject(inject="A-1", text=w("Corrected")),
    )  # fmt: skip
    extra = {"cnExtra", "cnExtraTitle", "cnExtraFrom", "cnExtraBy", "cnCorrected"}
    assert words(table, "us") - PAGE == {"cnPhase", "cnPrivateUs", *extra}
    assert not (extra | {"cnExtraWhy"}) & (words(table, "rok") | words(table, ROOM))


@pytest.mark.parametrize(("read_out", "stays"), [("aloud", True), ("stands", True), ("no", False)])
def test_what_was_heard_cannot_be_unheard(table, read_out, stays):
    begun(table).do(c.ReleaseInject(inject="I-1"), c.ReleaseAdHoc(to=("us",), text=w("Extra")))
    table.do(c.Retract(of=3, read_out=read_out), c.Retract(of=4, read_out=read_out))
    assert ("cnText" in words(table, "rok")) is stays
    assert ("cnExtra" in words(table, "us")) is stays


def test_the_wall_shows_an_audience_only_what_was_sent_to_it(table):
    begun(table).do(c.ShowOnWall(kind="text", to="us", text=w("Wall")))
    assert [who for who in ("rok", "us", ROOM, CODER) if "cnWall" in words(table, who)] == ["us"]
    table.do(c.ShowOnWall(kind="text", text=w("WallRoom")))
    assert all("cnWallRoom" in words(table, who) for who in ("rok", "us", ROOM))


ARGUED = """\
format: ttx-rules/1
id: room
rules: {umpire: {kind: KIND, title: cnRule, results: {stands: cnStands, does_not: cnDoesNot}}}
"""


@pytest.mark.parametrize(
    ("kind", "results", "brought"),
    [
        ("argument", ("holds", "fails"), {"for_": (w("Reason"),), "against": (w("Counter"),)}),
        (
            "vote",
            ("stands", "does_not"),
            {"votes": (Vote(result="stands", count=1, by=w("Voter")),), "result": "stands"},
        ),
    ],
)
def test_what_was_brought_to_a_ruling_is_for_staff(kind, results, brought):
    yes, no = results
    rules = ARGUED.replace("KIND", kind).replace("stands:", f"{yes}:").replace("does_not:", f"{no}:")
    table = Table(whole(TEXT.replace("stands:", f"{yes}:").replace("does_not:", f"{no}:"), rules=rules))
    begun(table).do(c.ReleaseInject(inject="I-1"), c.RecordAnswer(decision="D-1", coded="a"))
    before = seen(table)
    table.do(c.Rule(decision="D-1", reason=w("Ruled"), **brought))
    assert seen(table) == before


def test_an_audience_that_is_none_is_an_error(table):
    with pytest.raises(KeyError):
        view_for(table.script, table.record, "un")


def test_to_the_end_of_play_no_cell_sees_a_word_that_is_for_staff(table):
    begun(table).do(c.ReleaseInject(inject="I-1"), c.RecordAnswer(decision="D-1", coded="a"))
    table.do(
        c.Rule(decision="D-1", result="stands"), c.ReleaseInject(inject="I-5"), c.ReleaseInject(inject="I-2")
    )
    table.do(
        c.ReleaseInject(inject="I-3"),
        c.ReleaseInject(inject="I-4"),
        c.RecordAnswer(decision="D-2", coded="a"),
    )
    table.do(c.EnterPhase(), c.ReleaseInject(inject="I-9"), c.RecordAnswer(decision="D-3"), c.EndExercise())
    both = {"cnPhaseTwo", "cnAll", "cnJoint", "cnLater", "cnLaterAsk"}
    assert seen(table) == {
        "rok": {"cnPrivateRok", "cnAsk", *INJECT, *both},
        "us": {"cnPrivateUs", "cnDelivered", "cnHeld", *both},
        ROOM: both,
        CODER: {"cnAsk", "cnDelivered", "cnHeld", *INJECT, *both},
    }
