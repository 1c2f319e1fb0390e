"""The sheet of a ruling, kind by kind: what it asks, what it takes, what it says of nonsense."""

import pytest

from tests.tui.driving import room
from tests.unit.services.rooms import done, opened
from tests.unit.services.test_rulings import RULES, TEXT
from ttx.model import commands as c
from ttx.model.records import Reason, Vote
from ttx.services.forms.ruling import ruling_form


@pytest.fixture
def session(tmp_path):
    """A session in which nothing was decided yet."""
    session, _ = opened(tmp_path / "a.ttx.jsonl", TEXT, rules=RULES)
    done(session, c.StartExercise())
    yield session
    session.close()


def form_of(session, decision):
    """The sheet for a ruling on option a."""
    done(
        session,
        c.PutDecision(decision=decision, reason=Reason()),
        c.RecordAnswer(decision=decision, coded="a"),
    )
    return ruling_form(session, decision)


def keys(form):
    return [field.key for field in form.fields]


def test_an_argument_asks_for_three_reasons_a_side(session):
    form = form_of(session, "D-1")
    assert keys(form) == [
        "for-1",
        "for-2",
        "for-3",
        "against-1",
        "against-2",
        "against-3",
        "faces",
        "because",
    ]
    assert "7 or more holds" in form.needed
    made = form.make({"for-1": " It is open ", "for-3": "They asked", "against-2": "", "faces": "3, 4"})
    assert (made.command.for_, made.command.against) == (("It is open", "They asked"), ())
    assert (made.command.faces, made.hat) == ((3, 4), "umpire")
    assert "whole numbers" in form.make({"for-1": "a", "faces": "three"})


def test_an_estimate_asks_for_a_word_and_a_number(session):
    form = form_of(session, "D-2")
    assert keys(form) == ["word", "percent", "faces", "because"]
    assert [(x.key, x.label) for x in form.fields[0].choices][4:6] == [
        ("5", "likely, 55 to 80 %"),
        ("6", "very likely, 80 to 95 %"),
    ]
    made = form.make({"word": "likely", "percent": "70 %"}).command
    assert (made.word, made.percent) == ("likely", 70)
    assert form.make({"word": "likely", "percent": "most"}).startswith("Per cent takes")
    assert form.make({}).command.percent is None


def test_a_gate_shows_what_the_program_reads_and_asks_for_the_rest(session):
    form = form_of(session, "D-3")
    assert "Met, by the record: It is calm." in form.notes
    assert [x.value for x in form.fields[0].choices] == ["same"]
    assert form.make({"ticks": "same"}).command.ticks == (("same", True),)
    assert form.make({}).command.ticks == (("same", False),)


def test_a_gate_says_what_is_not_met(session):
    done(session, c.AdjustTrack(track="heat", value=4, reason="It got hot"))
    assert "Not met, by the record: It is calm." in form_of(session, "D-3").notes


def test_a_vote_takes_numbers_or_offices(session):
    form = form_of(session, "D-4")
    assert [field.label for field in form.fields] == ["Carried", "Lost", "In words"]
    made = form.make({"votes-1": "Minister, Chief,", "votes-2": "1"}).command
    assert made.votes == (Vote(result="carried", count=2, by="Minister, Chief"), Vote(result="lost", count=1))
    assert made.result is None


def test_a_vote_that_decides_nothing_asks_for_the_result_too(session):
    form = form_of(session, "D-5")
    assert form.make({"votes-1": "4"}) == "Which result? Choose one."
    made = form.make({"votes-1": "4", "result": "departs", "because": "I heard them"}).command
    assert (made.result, made.votes, made.reason) == (
        "departs",
        (Vote(result="follows", count=4),),
        "I heard them",
    )


@pytest.mark.parametrize("number", range(1, 6))
async def test_every_sheet_fits_80_by_24(session, number):
    form = form_of(session, f"D-{number}")
    async with room(session, size=(80, 24)) as driver:
        await driver.press("v")
        await driver.pilot.pause()
        sheet = driver.app.screen.query_one("#sheet")
        assert driver.app.screen.form.name == form.name
        assert sheet.virtual_size.height <= sheet.size.height
