"""Clock and entropy as ports, and what is done with a session file that nobody plays."""

import pytest

from tests.unit.services.rooms import done, ports, started
from ttx.errors import LogError
from ttx.model import commands as c
from ttx.model.events import Forked, NoteTaken, Struck
from ttx.model.words import STRUCK, Words
from ttx.services import session as sessions
from ttx.services.logs import fork_at, look, strike_words, verify
from ttx.services.ports import ScriptedClock, SeededEntropy, SystemEntropy, system


def test_a_scripted_clock_stands_until_it_is_moved():
    clock = ScriptedClock("2022-03-14T17:00:00+09:00")
    assert (clock.utc(), clock.monotonic()) == ("2022-03-14T08:00:00.000Z", 0)
    clock.advance(61_005)
    assert (clock.utc(), clock.monotonic()) == ("2022-03-14T08:01:01.005Z", 61_005)


def test_seeded_entropy_is_one_sequence_however_it_is_taken():
    whole = SeededEntropy("s").take(100)
    parts = SeededEntropy("s")
    assert b"".join(parts.take(n) for n in (1, 31, 33, 0, 35)) == whole
    assert SeededEntropy("t").take(100) != whole


def test_the_machine_s_own_are_marked_as_such():
    own = system()
    assert (own.entropy.kind, len(own.salt()), len(SystemEntropy().take(32))) == ("system", 16, 32)
    assert own.salt() != own.salt()
    assert own.clock.utc().endswith("Z")
    assert own.clock.monotonic() <= own.clock.monotonic()


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "a.ttx.jsonl"
    session, _ = started(path)
    done(
        session,
        c.TakeNote(text=Words("a secret")),
        c.ReleaseInject(inject="I-01"),
        c.AskControl(cell="us", text=Words("who?")),
    )
    session.close()
    return path


def test_a_look_reads_scenario_events_state_and_head(path):
    seen = look(path)
    assert (seen.scenario.id, len(seen.events), seen.state.ledger.seq, seen.torn) == ("small", 5, 5, False)
    assert verify(path).ok
    with pytest.raises(LogError):
        look(path.with_name("b.ttx.jsonl"))


def test_a_fork_goes_on_from_a_line_and_is_played_on(path):
    to = path.with_name("b.ttx.jsonl")
    fork_at(path, 3, to, ports())
    parent = path.read_bytes().splitlines(keepends=True)
    assert to.read_bytes().startswith(b"".join(parent[:3]))
    seen = look(to)
    assert isinstance(seen.events[3].fact, Forked)
    assert seen.state.given == {}
    session = sessions.resume(to, ports())
    done(session, c.ResumePlay(), c.ReleaseInject(inject="I-01"))
    session.close()
    assert verify(to).ok
    with pytest.raises(LogError):
        fork_at(path, 3, to, ports())


def test_striking_takes_the_words_and_leaves_the_facts_and_the_state(path):
    before = look(path)
    assert strike_words(path, [3], "asked for", ports()) == 1
    after = look(path)
    assert after.events[2].fact == NoteTaken(text=STRUCK)
    assert isinstance(after.events[-1].fact, Struck)
    assert "a secret" not in path.read_text(encoding="utf-8")
    assert (after.state.position, after.state.questions) == (before.state.position, before.state.questions)
    assert verify(path).ok
