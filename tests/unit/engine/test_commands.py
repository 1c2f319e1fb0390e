"""Every command once accepted and at least once refused: a table of both, none may be missing."""

import pytest

from tests.unit.engine.stage import Table, answered, asked, begun
from ttx.model import commands as c
from ttx.model.events import FACTS
from ttx.model.records import Grounds, LinkRecord, Reason
from ttx.model.words import Words

W = Words("words")
BLANK = Words(" ")
WHY = Reason("realism")
LINK = LinkRecord(target="DOC-1a")
HARD = LinkRecord(target="DOC:1.2", bearing="strains")


def paused():
    table = begun()
    table.do(c.Pause())
    return table


def stopped():
    table = begun()
    table.do(c.StopRealWorld())
    return table


def ended():
    table = begun()
    table.do(c.EndExercise(because=W))
    return table


def questioned():
    table = begun()
    table.do(c.AskControl(cell="rok", text=W))
    return table


def owing():
    return answered("b")


def people_owe():
    """D-3 waits for an umpire."""
    table = begun()
    table.do(
        c.EnterPhase(), c.PutDecision(decision="D-3", reason=WHY), c.RecordAnswer(decision="D-3", coded="a")
    )
    return table


def settled():
    table = answered()
    table.do(c.SettleLink(of=5, link=LINK))
    return table


def found():
    table = begun()
    table.do(c.RecordFinding(text=W))
    return table


def mended():
    table = found()
    table.do(c.AgreeAction(action=W, of=3))
    return table


def noted_and_gone():
    table = begun()
    table.do(c.TakeNote(text=W), c.Retract(of=3))
    return table


ACCEPTED = [
    (Table, c.StartExercise(), "ExerciseStarted"),
    (begun, c.ReleaseInject(inject="I-1"), "InjectReleased"),
    (begun, c.ReleaseInject(inject="I-2", reason=WHY), "InjectReleased"),
    (asked, c.MarkReadOut(inject="I-1"), "ReadOut"),
    (begun, c.ReleaseAdHoc(to=("us",), text=W, voice="north"), "AdHocReleased"),
    (asked, c.CorrectInject(inject="I-1", text=W), "InjectCorrected"),
    (begun, c.SkipStep(step="D-1"), "StepSkipped"),
    (begun, c.DeferStep(step="I-1"), "StepDeferred"),
    (begun, c.AdjustTrack(track="heat", value=5, reason=W), "TrackAdjusted"),
    (begun, c.AdjustTrack(track="mood", value="tense", reason=W), "TrackAdjusted"),
    (begun, c.EnterPhase(), "PhaseEntered"),
    (begun, c.EnterPhase(phase="three", because=W), "PhaseEntered"),
    (asked, c.EnterPhase(leave_open=True), "PhaseEntered"),
    (begun, c.EndExercise(because=W), "ExerciseEnded"),
    (begun, c.EndExercise(ending="loud", because=W), "ExerciseEnded"),
    (begun, c.TakeSlip(slip=0, cell="us", value="tense"), "SlipTaken"),
    (begun, c.TakeSlip(slip=0), "SlipTaken"),
    (begun, c.TakeSlip(slip=1, text=W), "SlipTaken"),
    (begun, c.RecordFirst(decision="D-1", cell="us", text=W), "FirstWritten"),
    (begun, c.PutDecision(decision="D-2", reason=WHY), "DecisionPut"),
    (asked, c.AdvanceStage(decision="D-1", stage="cells"), "StageReached"),
    (answered, c.AdvanceStage(decision="D-1", stage="settled"), "StageReached"),
    (asked, c.RecordAnswer(decision="D-1", coded="k", near=True), "AnswerRecorded"),
    (begun, c.RecordAnswer(decision="D-2", cell="us", coded="a"), "AnswerRecorded"),
    (
        asked,
        c.RecordAnswer(decision="D-1", cell="rok", coded="a", outcome="conditional", until=W),
        "AnswerRecorded",
    ),
    (answered, c.CompleteRecord(of=5, grounds=Grounds(rationale=W)), "RecordCompleted"),
    (answered, c.CompleteRecord(of=5, not_said=("dissent",)), "RecordCompleted"),
    (begun, c.RecordMove(cell="us", said=W), "MoveRecorded"),
    (owing, c.Rule(decision="D-1"), "Ruled"),
    (owing, c.Rule(decision="D-1", faces=(6,)), "Ruled"),
    (owing, c.Rule(decision="D-1", faces=(6,), result="low", reason=W), "Ruled"),
    (people_owe, c.Rule(decision="D-3", result="stands"), "Ruled"),
    (lambda: answered("free"), c.Rule(decision="D-1", ticks=(("warn", True),)), "Ruled"),
    (answered, c.Overrule(of=5, value="free", reason=W), "Overruled"),
    (answered, c.Retract(of=5), "Retracted"),
    (asked, c.Retract(of=3, read_out="no"), "Retracted"),
    (begun, c.RecordContact(from_="rok/Chief", to="north"), "ContactMade"),
    (begun, c.RecordContact(from_="rok/Chief", to="rok/Deputy"), "ContactMade"),
    (begun, c.AskControl(cell="rok", text=W), "QuestionAsked"),
    (questioned, c.AnswerQuestion(of=3, how="fact", fact="F-1"), "QuestionAnswered"),
    (questioned, c.AnswerQuestion(of=3, how="later"), "QuestionAnswered"),
    (begun, c.Disclose(what="private:rok", to=("us",), how="mistake"), "Disclosed"),
    (begun, c.Disclose(what="fact:F-1", to=("us",), how="given"), "Disclosed"),
    (asked, c.Disclose(what="I-1", to=("us",), how="given"), "Disclosed"),
    (asked, c.ShowOnWall(kind="inject", what="I-1", to="rok"), "ShownOnWall"),
    (begun, c.ShowOnWall(kind="text", text=W), "ShownOnWall"),
    (asked, c.ShowOnWall(kind="decision", what="D-1"), "ShownOnWall"),
    (asked, c.ShowOnWall(kind="options", what="D-1", to="rok"), "ShownOnWall"),
    (begun, c.BlankWall(), "WallBlanked"),
    (begun, c.TakeSeat(cell="rok", seat="Deputy"), "SeatTaken"),
    (begun, c.TakeNote(text=W, cell="us"), "NoteTaken"),
    (begun, c.Bookmark(), "Bookmarked"),
    (begun, c.Pause(kind="break", minutes=10), "Paused"),
    (paused, c.ResumePlay(), "Resumed"),
    (paused, c.StopRealWorld(reason=W), "RealWorldStopped"),
    (stopped, c.LiftStop(), "RealWorldLifted"),
    (begun, c.SetScenarioTime(time=900), "ScenarioTimeSet"),
    (begun, c.SetScenarioTime(time=0, reason=W), "ScenarioTimeSet"),
    (begun, c.ShiftRest(shifts=(("I-2", 30), ("D-1", 40))), "PlanShifted"),
    (begun, c.ResumeSession(away_ms=5), "SessionResumed"),
    (begun, c.Observe(text=W, cell="rok", objective="O-1", target="DOC-1a"), "ObservationMade"),
    (begun, c.Observe(text=W, evidence=(1, 2)), "ObservationMade"),
    (begun, c.RateObjective(objective="O-1", word="partly", evidence=(2,), analysis=W), "ObjectiveRated"),
    (begun, c.RateObjective(objective="O-1", word="not put"), "ObjectiveRated"),
    (begun, c.RecordFinding(text=W, objective="O-1", cause=W, evidence=(2,)), "FindingMade"),
    (found, c.AgreeAction(action=W, of=3, owner=W, due=W, state="under way"), "ActionAgreed"),
    (mended, c.AgreeAction(action=W, instead=4), "ActionAgreed"),
    (answered, c.TagLink(of=5, link=LINK), "LinkTagged"),
    (answered, c.SettleLink(of=5, link=HARD, hands=(Words("umpire"), Words("analyst"))), "LinkSettled"),
    (settled, c.Reply(of=6, cell="rok", text=W), "ReplyGiven"),
]
REFUSED = [
    (begun, c.StartExercise(), "started"),
    (begun, c.ReleaseInject(inject="I-9"), "unknown"),
    (begun, c.ReleaseInject(inject="I-2"), "reason"),
    (asked, c.ReleaseInject(inject="I-1"), "released"),
    (paused, c.ReleaseInject(inject="I-1"), "paused"),
    (begun, c.MarkReadOut(inject="I-1"), "not-released"),
    (begun, c.ReleaseAdHoc(to=("un",), text=W), "unknown"),
    (begun, c.ReleaseAdHoc(to=(), text=W), "empty"),
    (begun, c.ReleaseAdHoc(to=("us",), text=BLANK), "empty"),
    (begun, c.ReleaseAdHoc(to=("us",), text=W, voice="south"), "unknown"),
    (begun, c.CorrectInject(inject="I-1", text=W), "not-released"),
    (asked, c.CorrectInject(inject="I-1", text=BLANK), "empty"),
    (begun, c.SkipStep(step="I-6"), "not-ahead"),
    (begun, c.SkipStep(step="I-99"), "unknown"),
    (asked, c.DeferStep(step="I-1"), "not-ahead"),
    (begun, c.AdjustTrack(track="cold", value=1, reason=W), "unknown"),
    (begun, c.AdjustTrack(track="heat", value=6, reason=W), "value"),
    (begun, c.AdjustTrack(track="heat", value="yes", reason=W), "value"),
    (begun, c.AdjustTrack(track="mood", value=1, reason=W), "value"),
    (begun, c.AdjustTrack(track="heat", value=2, reason=BLANK), "reason"),
    (begun, c.EnterPhase(phase="three"), "because"),
    (begun, c.EnterPhase(phase="four"), "unknown"),
    (asked, c.EnterPhase(), "still-open"),
    (owing, c.EnterPhase(), "still-open"),
    (begun, c.EndExercise(), "because"),
    (begun, c.EndExercise(ending="none", because=W), "unknown"),
    (asked, c.EndExercise(because=W), "still-open"),
    (begun, c.TakeSlip(slip=2), "unknown"),
    (begun, c.TakeSlip(slip=-1), "unknown"),
    (begun, c.TakeSlip(slip=0, cell="rok", value="calm"), "cell"),
    (begun, c.TakeSlip(slip=0, cell="us", value="warm"), "value"),
    (begun, c.TakeSlip(slip=1, value="calm"), "value"),
    (begun, c.RecordFirst(decision="D-1", cell="rok", text=W), "cell"),
    (begun, c.RecordFirst(decision="D-1", cell="us", text=BLANK), "empty"),
    (begun, c.RecordFirst(decision="D-9", cell="us", text=W), "unknown"),
    (asked, c.PutDecision(decision="D-1"), "put"),
    (begun, c.PutDecision(decision="D-2"), "reason"),
    (begun, c.PutDecision(decision="D-9"), "unknown"),
    (paused, c.PutDecision(decision="D-1", reason=WHY), "paused"),
    (begun, c.AdvanceStage(decision="D-1", stage="cells"), "not-put"),
    (asked, c.AdvanceStage(decision="D-1", stage="settled"), "stage"),
    (answered, c.AdvanceStage(decision="D-1", stage="plenary"), "stage"),
    (asked, c.RecordAnswer(decision="D-1", coded="z"), "coded"),
    (asked, c.RecordAnswer(decision="D-1", coded="none"), "coded"),
    (asked, c.RecordAnswer(decision="D-1", cell="us", coded="a"), "cell"),
    (asked, c.RecordAnswer(decision="D-1", coded="a", outcome="conditional"), "until"),
    (asked, c.RecordAnswer(decision="D-1", coded="a", outcome="asked", waits_for=1), "unknown"),
    (begun, c.RecordAnswer(decision="D-2", coded="a"), "cell"),
    (begun, c.RecordAnswer(decision="D-9"), "unknown"),
    (answered, c.RecordAnswer(decision="D-1", coded="b"), "answered"),
    (answered, c.CompleteRecord(of=4, not_said=("dissent",)), "unknown"),
    (answered, c.CompleteRecord(of=5), "empty"),
    (begun, c.RecordMove(cell="un", said=W), "unknown"),
    (begun, c.RecordMove(cell="us", said=BLANK), "empty"),
    (asked, c.Rule(decision="D-1"), "not-owed"),
    (owing, c.Rule(decision="D-1", result="middling"), "result"),
    (owing, c.Rule(decision="D-1", faces=(7,)), "faces"),
    (owing, c.Rule(decision="D-1", faces=(6,), result="low"), "reason"),
    (owing, c.Rule(decision="D-1", umpire=1), "umpire"),
    (people_owe, c.Rule(decision="D-3"), "result"),
    (people_owe, c.Rule(decision="D-3", result="stands", faces=(1,)), "faces"),
    (answered, c.Overrule(of=4, value="b", reason=W), "unknown"),
    (answered, c.Overrule(of=5, value="z", reason=W), "coded"),
    (answered, c.Overrule(of=5, value="b", reason=BLANK), "reason"),
    (answered, c.Retract(of=6), "unknown"),
    (answered, c.Retract(of=0), "unknown"),
    (answered, c.Retract(of=1), "stays"),
    (answered, c.Retract(of=2), "stays"),
    (answered, c.Retract(of=3), "read-out?"),
    (begun, c.RecordContact(from_="un", to="us"), "unknown"),
    (begun, c.RecordContact(from_="us", to="us"), "self"),
    (begun, c.AskControl(cell="un", text=W), "unknown"),
    (begun, c.AskControl(cell="us", text=BLANK), "empty"),
    (begun, c.AnswerQuestion(of=2, how="later"), "unknown"),
    (questioned, c.AnswerQuestion(of=3, how="fact"), "fact"),
    (questioned, c.AnswerQuestion(of=3, how="fact", fact="F-9"), "unknown"),
    (questioned, c.AnswerQuestion(of=3, how="voice"), "empty"),
    (questioned, c.AnswerQuestion(of=3, how="later", to=("un",)), "unknown"),
    (begun, c.Disclose(what="I-1", to=(), how="given"), "cell"),
    (begun, c.Disclose(what="I-9", to=("us",), how="given"), "unknown"),
    (begun, c.Disclose(what="fact:F-9", to=("us",), how="given"), "unknown"),
    (begun, c.Disclose(what="private:un", to=("us",), how="given"), "unknown"),
    (begun, c.Disclose(what="I-1", to=("un",), how="given"), "unknown"),
    (begun, c.ShowOnWall(kind="inject", what="I-1"), "not-released"),
    (asked, c.ShowOnWall(kind="inject", what="I-1"), "not-theirs"),
    (begun, c.ShowOnWall(kind="decision", what="D-9"), "unknown"),
    (begun, c.ShowOnWall(kind="decision", what="D-1"), "not-put"),
    (asked, c.ShowOnWall(kind="decision", what="D-1", to="us"), "not-theirs"),
    (begun, c.ShowOnWall(kind="text", to="un"), "unknown"),
    (begun, c.TakeSeat(cell="un", seat="Chief"), "unknown"),
    (begun, c.TakeSeat(cell="rok", seat=" "), "empty"),
    (begun, c.TakeNote(text=BLANK), "empty"),
    (begun, c.TakeNote(text=W, cell="un"), "unknown"),
    (paused, c.Pause(), "paused"),
    (begun, c.Pause(kind="break", minutes=0), "minutes"),
    (begun, c.ResumePlay(), "running"),
    (ended, c.StopRealWorld(), "ended"),
    (begun, c.LiftStop(), "running"),
    (begun, c.SetScenarioTime(time=0), "reason"),
    (begun, c.ShiftRest(shifts=()), "empty"),
    (begun, c.ShiftRest(shifts=(("I-99", 1),)), "unknown"),
    (begun, c.ShiftRest(shifts=(("I-1", -1),)), "minutes"),
    (begun, c.Observe(text=BLANK), "empty"),
    (begun, c.Observe(text=W, cell="un"), "unknown"),
    (begun, c.Observe(text=W, objective="O-9"), "unknown"),
    (begun, c.Observe(text=W, target="DOC:9.9"), "unknown"),
    (begun, c.Observe(text=W, evidence=(3,)), "unknown"),
    (noted_and_gone, c.Observe(text=W, evidence=(3,)), "retracted"),
    (begun, c.RateObjective(objective="O-9", word="partly", evidence=(2,)), "unknown"),
    (begun, c.RateObjective(objective="O-1", word="S", evidence=(2,)), "word"),
    (begun, c.RateObjective(objective="O-1", word="partly"), "evidence"),
    (begun, c.RateObjective(objective="O-1", word="partly", evidence=(0,)), "unknown"),
    (begun, c.RecordFinding(text=BLANK), "empty"),
    (begun, c.RecordFinding(text=W, objective="O-9"), "unknown"),
    (begun, c.RecordFinding(text=W, evidence=(9,)), "unknown"),
    (begun, c.AgreeAction(action=BLANK), "empty"),
    (begun, c.AgreeAction(action=W, of=2), "unknown"),
    (found, c.AgreeAction(action=W, instead=3), "unknown"),
    (answered, c.TagLink(of=4, link=LINK), "unknown"),
    (answered, c.TagLink(of=5, link=LinkRecord(target="DOC-9")), "unknown"),
    (answered, c.TagLink(of=5, link=HARD), "bearing"),
    (answered, c.SettleLink(of=5, link=HARD, hands=(W, W)), "two-hands"),
    (answered, c.SettleLink(of=5, link=LinkRecord(target="DOC-1a", bearing="defers")), "until"),
    (answered, c.SettleLink(of=5, link=LinkRecord(target="DOC:1.2", bearing="fulfils")), "bearing"),
    (settled, c.Reply(of=5, cell="rok", text=W), "unknown"),
    (settled, c.Reply(of=6, cell="un", text=W), "unknown"),
    (settled, c.Reply(of=6, cell="rok", text=Words("w " * 41)), "words"),
]
# What nothing refuses once its status allows it; each of these is refused in another status.
NEVER_REFUSED = {"BlankWall", "Bookmark", "ResumeSession"}


def ids(cases):
    return [f"{n} {type(command).__name__}" for n, (_, command, _) in enumerate(cases)]


@pytest.mark.parametrize(("stage", "command", "fact"), ACCEPTED, ids=ids(ACCEPTED))
def test_accepted(stage, command, fact):
    table = stage()
    assert isinstance(table.do(command), FACTS[fact])


@pytest.mark.parametrize(("stage", "command", "code"), REFUSED, ids=ids(REFUSED))
def test_refused_and_nothing_changes(stage, command, code):
    reason = stage().no(command, code)
    assert len(reason.split()) > 2
    assert reason[-1] in ".?"


def test_no_command_is_missing_from_the_table():
    assert {type(command).__name__ for _, command, _ in ACCEPTED} == set(c.COMMANDS)
    assert {type(command).__name__ for _, command, _ in REFUSED} == set(c.COMMANDS) - NEVER_REFUSED


STATUSES = {
    "before": (Table, {"StartExercise", "TakeSeat", "AskControl", "AnswerQuestion", "ShowOnWall"}),
    "stopped": (stopped, {"LiftStop"}),
    "ended": (
        ended,
        {
            *("CompleteRecord", "TagLink", "SettleLink", "Reply", "Retract", "ShowOnWall", "TakeSeat"),
            *("RateObjective", "RecordFinding", "AgreeAction"),
        },
    ),
}
ALWAYS = {"TakeNote", "Bookmark", "Observe", "ResumeSession", "BlankWall"}


@pytest.mark.parametrize("status", STATUSES)
def test_a_status_refuses_every_command_but_those_that_make_sense_in_it(status):
    stage, allowed = STATUSES[status]
    tried = {type(command).__name__: command for _, command, _ in ACCEPTED}
    refused = {n for n, command in tried.items() if getattr(stage().try_(command), "code", "") == status}
    assert refused == set(c.COMMANDS) - allowed - ALWAYS
