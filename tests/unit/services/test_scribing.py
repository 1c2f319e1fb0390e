"""A scribe's lines: kept with their time, read for what they are about, offered until dealt with."""

import pytest

from tests.unit.services.rooms import done, started
from ttx.errors import LogError, UsageError
from ttx.model import commands as c
from ttx.services import scribing
from ttx.services.ports import between
from ttx.store import scribe
from ttx.store.disk import Disk

MINUTE = 60_000


@pytest.fixture
def room(tmp_path):
    session, ports = started(tmp_path / "a.ttx.jsonl")
    yield session, ports
    session.close()


def test_a_line_says_cell_decision_and_tags_and_keeps_the_rest(room):
    session, ports = room
    cell = next(iter(session.scenario.cells.values()))
    decision = next(iter(session.script.decisions))
    ports.clock.advance(3 * MINUTE)
    scribing.write(session.path, f"{cell.tag.lower()} {decision} keep it, nobody watches #dissent", ports)
    (waiting,) = scribing.waiting(session)
    assert (waiting.cell, waiting.decision, waiting.tag) == (cell.id, decision, "dissent")
    assert waiting.words == "keep it, nobody watches"
    assert waiting.ms == 3 * MINUTE


def test_a_line_of_nothing_known_is_kept_as_it_is(room):
    session, ports = room
    scribing.write(session.path, "somebody 말했다 [/x] \u202e=1+1", ports)
    (waiting,) = scribing.waiting(session)
    assert (waiting.cell, waiting.decision, waiting.tag) == (None, None, "")
    assert waiting.words == "somebody 말했다 [/x] \u202e=1+1"


def test_minutes_ago_are_minutes_of_exercise_time_and_a_pause_adds_none(room):
    session, ports = room
    ports.clock.advance(10 * MINUTE)
    done(session, c.Pause())
    ports.clock.advance(30 * MINUTE)
    scribing.write(session.path, "-35 in the exercise", ports)
    scribing.write(session.path, "-5 in the pause", ports)
    done(session, c.ResumePlay())
    ports.clock.advance(2 * MINUTE)
    scribing.write(session.path, "after it", ports)
    assert [w.ms for w in scribing.waiting(session)] == [5 * MINUTE, 10 * MINUTE, 12 * MINUTE]


def test_a_time_of_day_is_this_machines_and_must_have_passed(room):
    session, ports = room
    ports.clock.advance(150 * MINUTE)
    of = scribing.write(session.path, "0:00 at midnight, or before", ports)
    assert between(of, ports.clock.utc()) >= 0
    with pytest.raises(UsageError, match="no time of day"):
        scribing.write(session.path, "25:10 late", ports)
    assert [w.words for w in scribing.waiting(session)] == ["at midnight, or before"]


def test_a_line_that_was_dealt_with_is_not_offered_again_and_stays_in_the_file(room):
    session, ports = room
    for words in ("one", "two"):
        scribing.write(session.path, words, ports)
    scribing.done_with(session, 1)
    assert [w.words for w in scribing.waiting(session)] == ["two"]
    assert [each.text for each in scribe.read(session.path)] == ["one", "two"]


def test_a_full_disk_keeps_the_lines_there_are_and_says_so(room):
    session, ports = room
    scribing.write(session.path, "kept", ports)

    class Full(Disk):
        def write(self, fd, data):
            return super().write(fd, data[: len(data) // 2])

    before = scribe.file_of(session.path).read_bytes()
    with pytest.raises(LogError, match="not kept"):
        scribe.append(session.path, "a", "b", "lost", Full())
    assert scribe.file_of(session.path).read_bytes() == before


def test_lines_that_are_none_are_passed_over_and_a_torn_one_waits(room):
    session, ports = room
    scribing.write(session.path, "good", ports)
    with scribe.file_of(session.path).open("ab") as stream:
        stream.write(b'nonsense\n[1,2]\n{"at":1}\n' + b"[" * 5000 + b'\n{"at":"half')
    assert [w.words for w in scribing.waiting(session)] == ["good"]
