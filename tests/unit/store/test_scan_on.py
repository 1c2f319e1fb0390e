"""Reading on in a session file that another process writes gives what reading it anew would."""

import pytest

from tests.unit.services.rooms import done, started
from ttx.errors import LogError
from ttx.model import commands as c
from ttx.model.words import Words
from ttx.store import is_held, strike
from ttx.store.scan import scan, scan_on


@pytest.fixture
def written(tmp_path):
    session, ports = started(tmp_path / "a.ttx.jsonl")
    yield session, ports
    session.close()


def note(session, text):
    return done(session, c.TakeNote(text=Words(text)))


def test_what_came_behind_is_read_and_nothing_twice(written):
    session, _ = written
    found = scan(session.path)
    assert scan_on(found) is found
    note(session, "one")
    note(session, "two")
    more = scan_on(found)
    assert more == scan(session.path)
    assert len(more.events) == len(found.events) + 2


def test_a_line_under_way_is_left_for_the_next_look(written):
    session, _ = written
    found = scan(session.path)
    note(session, "whole")
    whole = session.path.read_bytes()
    session.path.write_bytes(whole[:-9])
    half = scan_on(found)
    assert half.events == found.events
    assert half.fault is not None
    assert half.fault.torn
    session.path.write_bytes(whole)
    assert scan_on(half) == scan(session.path)


def test_a_file_that_was_struck_is_read_anew(written):
    session, ports = written
    event = note(session, "a word too many")
    found = scan(session.path)
    session.close()
    strike(session.path, [event.seq], "asked", at=ports.clock.utc(), salts=ports.salt)
    again = scan_on(found)
    assert again == scan(session.path)
    assert "a word too many" not in str(again.events)


def test_a_file_that_grew_shorter_or_was_changed_is_proved_anew(written):
    session, _ = written
    note(session, "later")
    found = scan(session.path)
    lines = session.path.read_bytes().splitlines(keepends=True)
    session.path.write_bytes(b"".join(lines[:2]))
    assert scan_on(found) == scan(session.path)
    session.path.unlink()
    with pytest.raises(LogError):
        scan_on(found)


def test_a_lock_is_held_only_while_its_holder_lives(written):
    session, _ = written
    assert is_held(session.path)
    session.close()
    assert not is_held(session.path)
    session.path.with_name("a.lock").write_text("process 1 on nowhere\n")
    assert not is_held(session.path)
