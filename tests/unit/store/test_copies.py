"""The second copy: equal while all goes well, never in the way, never over something else."""

import pytest

from tests.unit.store.making import AT, FailingDisk, broken, counted, event, full, started, written
from ttx.store import create, open_log, verify


@pytest.fixture
def path(tmp_path):
    (tmp_path / "here").mkdir()
    return tmp_path / "here" / "a.ttx.jsonl"


@pytest.fixture
def stick(tmp_path):
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def test_the_copy_has_every_line_at_once(path, stick):
    with started(path, 3, copy_to=stick) as log:
        assert (stick / path.name).read_bytes() == path.read_bytes()
        assert log.copy_trouble == ""
    assert (stick / path.name).stat().st_mode & 0o777 == 0o600


def test_the_copy_catches_up_when_the_session_is_opened_again(path, stick):
    with started(path, 2, copy_to=stick):
        pass
    with open_log(path, salts=counted()).log as log:
        log.append(event(3))
    (stick / path.name).write_bytes((stick / path.name).read_bytes() + b'{"hash"')
    with open_log(path, salts=counted(), copy_to=stick).log as log:
        assert log.copy_trouble == ""
        log.append(event(4))
    assert (stick / path.name).read_bytes() == path.read_bytes()


@pytest.mark.parametrize("failure", [full(), broken(), 10])
def test_a_failing_copy_is_told_and_never_stops_the_session(path, stick, failure):
    """The first write of an append goes to the session file, the second to the copy."""
    disk = FailingDisk()
    with started(path, 2, disk, copy_to=stick) as log:
        disk.writes += [10**6, failure]
        log.append(event(3))
        assert "no longer written" in log.copy_trouble
        log.append(event(4))
    assert verify(path).lines == 4
    assert verify(stick / path.name).lines == 2


def test_a_copy_that_cannot_be_synced_at_the_end_is_told(path, stick):
    disk = FailingDisk()
    log = started(path, 2, disk, copy_to=stick)
    disk.syncs.append(broken())
    log.close()
    assert "input/output error" in log.copy_trouble


def test_a_missing_folder_is_told_and_not_made(path, stick):
    """A stick that is not plugged in must not become a folder of the computer's own disk."""
    gone = stick / "not there"
    with started(path, 2, copy_to=gone) as log:
        assert "no such file" in log.copy_trouble
    assert not gone.exists()


def test_a_copy_that_holds_more_than_the_session_is_left_alone(path, stick):
    """After a recovery from an older state the copy is the better file."""
    started(path, 5, copy_to=stick).close()
    ahead = (stick / path.name).read_bytes()
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:3]))
    with open_log(path, salts=counted(), copy_to=stick).log as log:
        assert "not an earlier state" in log.copy_trouble
    assert (stick / path.name).read_bytes() == ahead


def test_another_sessions_file_is_left_alone(path, stick):
    other = written(stick / path.name, 1)
    before = other.read_bytes()
    with create(path, event(1, hat="umpire"), salts=counted(), copy_to=stick) as log:
        assert "it stays" in log.copy_trouble
        log.append(event(2))
    assert other.read_bytes() == before


def test_the_sessions_own_folder_is_no_place_for_a_copy(path):
    with started(path, 2, copy_to=path.parent) as log:
        assert "its folder is the session file's own" in log.copy_trouble
    assert verify(path).lines == 2


def test_words_struck_leave_the_copy_too(path, stick):
    with started(path, 3, copy_to=stick) as log:
        log.strike(lines=[2], reason="slip", at=AT, ms=0)
        log.append(event(5))
    assert "note 2" not in (stick / path.name).read_text()
    assert (stick / path.name).read_bytes() == path.read_bytes()
