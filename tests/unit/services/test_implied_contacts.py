"""Which contacts are offered to be recorded as an answer is."""

import pytest

from ttx.model import commands as c
from ttx.services import checking
from ttx.services.forms.room import implied_contacts
from ttx.services.library import source_of
from ttx.services.ports import Ports, ScriptedClock, SeededEntropy
from ttx.services.session import begin


@pytest.fixture
def session(tmp_path):
    checked = checking.playable(source_of("full-range"))
    clock = ScriptedClock("2026-05-14T00:00:00Z")
    running = begin(
        checked.scenario,
        checked.files,
        tmp_path / "a.ttx.jsonl",
        Ports(clock, SeededEntropy("a")),
        book=False,
    )
    running.do(c.StartExercise())
    for inject in ("I-01", "I-02"):
        running.do(c.ReleaseInject(inject=inject))
    running.do(c.PutDecision(decision="D-01"))
    yield running
    running.close()


def test_a_sheet_that_a_cell_writes_first_implies_nothing(session):
    written = session.do(c.RecordAnswer(decision="D-01", cell="rok", coded="co-chairs"))
    assert implied_contacts(session, written) == ()


def test_the_answer_they_give_together_implies_its_contacts(session):
    session.do(c.RecordAnswer(decision="D-01", cell="rok", coded="co-chairs"))
    together = session.do(c.RecordAnswer(decision="D-01", coded="at-home-first"))
    offered = [(each.from_, each.to) for each in implied_contacts(session, together)]
    assert offered == [("rok", "press_rok"), ("us", "press_us"), ("rok", "us")]


def test_a_contact_that_was_made_since_is_not_offered_again(session):
    session.do(c.RecordContact(from_="rok", to="us", act="told"))
    together = session.do(c.RecordAnswer(decision="D-01", coded="co-chairs"))
    assert implied_contacts(session, together) == ()
