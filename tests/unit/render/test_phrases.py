"""Facts in plain words."""

import pytest

from tests.unit.report.sample import SCENARIO, begun, link, played
from ttx.model import commands as c
from ttx.model.events import (
    FACTS,
    AnswerRecorded,
    ContactMade,
    Disclosed,
    Event,
    ExerciseEnded,
    Forked,
    InjectReleased,
    LinkSettled,
    NoteTaken,
    Paused,
    PlanShifted,
    QuestionAnswered,
    Recovered,
    Retracted,
    Ruled,
    ScenarioTimeSet,
    SessionResumed,
    Struck,
)
from ttx.model.records import LinkRecord, Reason
from ttx.render.log_rows import log_rows
from ttx.render.phrases import PHRASES, phrase


def _words(fact):
    return phrase(Event(seq=9, at="", ms=0, fact=fact), SCENARIO)


def test_every_kind_of_fact_has_a_phrase():
    assert set(PHRASES) == set(FACTS.values())


def test_every_event_of_a_session_fits_on_one_line():
    for event in played().events:
        words = phrase(event, SCENARIO)
        assert words
        assert "\n" not in words
        assert "None" not in words, words


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        (InjectReleased(inject="I-01", to=("rok",)), "released I-01 Shots at a post, to ROK"),
        (
            InjectReleased(inject="I-01", to=("rok",), off_book=True, reason=Reason("realism")),
            "released I-01 Shots at a post, to ROK, out of turn: realism",
        ),
        (
            ContactMade(from_="rok/JCS operations", to="unc", act="no_answer", line="duty line", level="working"),
            "ROK (JCS operations) tried and did not reach UNC by duty line, working level",
        ),
        (ContactMade(from_="north", to="rok", act="warned"), "The north (Control) warned ROK"),
        (
            AnswerRecorded(decision="D-01", slot="D-01", cells=("rok",), coded="unc-first", said="We call"),
            'D-01 ROK: a, UNC by the duty line at once, "We call"',
        ),
        (
            AnswerRecorded(decision="D-03", slot="D-03.us", cells=("us",), outcome="not_taken"),
            "D-03 US: not taken",
        ),
        (
            AnswerRecorded(
                decision="D-02", slot="D-02", cells=("rok", "us"), coded="fixed-date", near=True,
                outcome="conditional", until="if the line is open",
            ),
            "D-02 ROK, US: decided under a condition (if the line is open), nearest to A fixed date",
        ),
        (
            AnswerRecorded(decision="D-01", slot="D-01", cells=("rok",), outcome="referred", referred_to="Seoul"),
            "D-01 ROK: referred to Seoul",
        ),
        (
            Ruled(decision="D-02", value="keep", rule="r", result="agreed", by_rule="not_agreed", faces=(3, 4), total=7, reason="late"),
            "ruling on D-02: agreed, dice 3 4, total 7, where the rule gave not_agreed: late",
        ),
        (
            Retracted(of=4, also=(6, 7), read_out="aloud", reason=Reason("other", "wrong cell")),
            "took back #4 with #6 #7, withdrawn aloud after reading: wrong cell",
        ),
        (Disclosed(what="private:rok", to=("us",), how="overheard"), "US overheard the private brief of ROK"),
        (Disclosed(what="fact:F-01", to=("us",), how="mistake"), "US came to know by mistake fact F-01"),
        (QuestionAnswered(of=3, how="not_known", to=("rok",)), "answer to #3: not known at this time, to ROK"),
        (QuestionAnswered(of=3, how="later"), "answer to #3: later"),
        (NoteTaken(text="why?", tag="challenge", cell="us", of=3), "note challenge US on #3: why?"),
        (Paused(kind="break", minutes=10), "break of 10 min"),
        (ScenarioTimeSet(time=1500, reason="lunch"), "scenario time set to D+1 01:00: lunch"),
        (PlanShifted(shifts=(("D-02", 45),), reason=Reason()), "plan shifted (slide), D-02 to 0:45: on time plan"),
        (ExerciseEnded(ending="quiet", proposed="other"), "ENDEX: It went quiet, where the conditions gave other"),
        (Recovered(lost_bytes=12, kept_in="x.torn-4"), "file recovered: 12 bytes of an unfinished line set aside, kept in x.torn-4"),
        (Forked(parent="a.ttx.jsonl", line=40, head="0"), "forked from a.ttx.jsonl at #40"),
        (Struck(digests=("d",), lines=(3,), reason="a name"), "words of #3 struck from the file: a name"),
        (SessionResumed(away_ms=120_000), "opened again after 2 min away, not counted as exercise time"),
        (
            LinkSettled(of=3, link=LinkRecord(target="DOC:16.5", bearing="contradicts", relies=True), hands=("a", "b")),
            "settled #3 by a and b: at odds with and relies on DOC:16.5 (16.5) Strait",
        ),
    ],
)  # fmt: skip
def test_a_fact_reads_as_a_person_would_say_it(fact, words):
    assert _words(fact) == words


def test_ids_that_the_scenario_does_not_hold_stand_for_themselves():
    assert _words(InjectReleased(inject="I-99", to=("gone",))) == "released I-99, to gone"


def test_typed_text_cannot_move_the_cursor_or_turn_the_line():
    assert _words(NoteTaken(text="a\x1b[2J\r\nb\u202ec [bold]\x00")) == "note: a[2J bc [bold]"


def test_the_log_is_shown_a_line_an_event_with_what_was_taken_back():
    room = begun()
    released = room.do(c.ReleaseInject(inject="I-02", reason=Reason("realism")))
    room.do(c.RecordContact(from_="rok", to="us"), hat="scribe", true_at=1)
    room.do(c.Retract(of=released, read_out="no"))

    lines = log_rows(room.events, SCENARIO).splitlines()
    assert len(lines) == len(room.events)
    assert lines[2] == "#3   0:00:00   controller  STARTEX, attribution by cell"
    assert lines[released - 1].endswith("[taken back by #8]")
    assert lines[6] == "#7   0:01:00<  scribe      ROK told US"


def test_a_log_without_events_is_empty():
    assert log_rows((), SCENARIO) == ""


def test_an_overruled_answer_says_so_in_the_log():
    room = begun()
    room.do(c.PutDecision(decision="D-01"))
    number = room.do(c.RecordAnswer(decision="D-01", coded="unc-first", links=(link("DOC-05a"),)))
    room.do(c.Overrule(of=number, value="minister-first", reason="play"))

    assert "[overruled by #8]" in log_rows(room.events, SCENARIO).splitlines()[number - 1]
