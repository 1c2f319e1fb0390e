"""Writing: what was saved is on the disk, what was not is said, and the log goes on."""

import errno
import os
import stat

import pytest

from tests.unit.store.making import FailingDisk, broken, counted, event, full, started, written
from ttx.errors import LockedError, LogDamagedError, LogError, VersionError
from ttx.model.events import NoteTaken, Recovered, SessionOpened
from ttx.model.words import Words
from ttx.store import chain, create, open_log, read_log, verify


@pytest.fixture
def path(tmp_path):
    return tmp_path / "room 1.ttx.jsonl"


def names(path):
    return sorted(p.name for p in path.parent.iterdir())


def test_events_come_back_in_order(path):
    with started(path, 5) as log:
        assert log.seq == 5
        head = log.head
    found = read_log(path)
    assert found.events == tuple(event(n) for n in range(1, 6))
    assert (found.head, found.torn) == (head, False)


def test_the_file_is_the_users_alone(path):
    written(path, 1)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_closed_session_leaves_one_file(path):
    written(path, 3)
    assert names(path) == [path.name]


def test_the_same_events_and_salts_give_the_same_bytes(tmp_path):
    one, two = written(tmp_path / "1.ttx.jsonl", 4), written(tmp_path / "2.ttx.jsonl", 4)
    assert one.read_bytes() == two.read_bytes()


def test_each_event_is_written_and_synced_before_append_returns(path):
    disk = FailingDisk()
    with started(path, 1, disk) as log:
        disk.calls.clear()
        log.append(event(2))
        assert disk.calls == ["write", "sync"]
        assert len(read_log(path).events) == 2


def test_a_new_files_name_is_made_durable(path):
    disk = FailingDisk()
    started(path, 1, disk).close()
    assert disk.calls == ["write", "sync", "sync_folder"]


def test_an_existing_file_is_never_overwritten(path):
    before = written(path, 2).read_bytes()
    with pytest.raises(LogError, match="a file of this name"):
        started(path)
    assert path.read_bytes() == before
    assert names(path) == [path.name]


def test_no_file_is_left_where_the_first_line_could_not_be_saved(path):
    for plan in ("writes", "syncs", "folder_syncs"):
        disk = FailingDisk()
        getattr(disk, plan).append(full())
        with pytest.raises(LogError):
            started(path, 1, disk)
        assert names(path) == []


def test_a_missing_folder_is_refused(tmp_path):
    with pytest.raises(LogError, match="no such file or directory"):
        started(tmp_path / "none" / "a.ttx.jsonl")


def test_a_session_begins_with_its_header_and_nothing_else(path):
    with pytest.raises(ValueError, match="SessionOpened"):
        create(path, event(1, NoteTaken(text=Words("x"))), salts=counted())
    with pytest.raises(ValueError, match="number 1"):
        create(path, event(2, event(1).fact), salts=counted())


@pytest.mark.parametrize("seq", [1, 2, 4])
def test_numbers_follow_without_a_gap(path, seq):
    with started(path, 2) as log, pytest.raises(ValueError, match="cannot follow 2"):
        log.append(event(seq))


def test_a_closed_log_takes_nothing(path):
    log = started(path)
    log.close()
    log.close()
    with pytest.raises(ValueError, match="closed"):
        log.append(event(2))


@pytest.mark.parametrize("write", [0, 1, 200, full(), broken(), OSError(errno.EFBIG, "File too large")])
def test_a_write_that_breaks_off_saves_nothing_and_the_log_goes_on(path, write):
    disk = FailingDisk()
    with started(path, 2, disk) as log:
        before, head = path.read_bytes(), log.head
        disk.writes.append(write)

        with pytest.raises(LogError, match="NOT SAVED") as caught:
            log.append(event(3))

        assert "command is kept" in caught.value.next_step
        assert path.read_bytes() == before
        assert (log.seq, log.head) == (2, head)
        log.append(event(3))
    assert len(read_log(path).events) == 3


def test_a_failing_sync_saves_nothing_and_the_log_goes_on(path):
    disk = FailingDisk()
    with started(path, 2, disk) as log:
        before = path.read_bytes()
        disk.syncs.append(broken())
        with pytest.raises(LogError, match="NOT SAVED: input/output error"):
            log.append(event(3))
        assert path.read_bytes() == before
        log.append(event(3))
        log.append(event(4))
    assert verify(path).lines == 4


def test_what_a_failed_cut_left_is_cut_before_the_next_line(path):
    """The disk takes half a line, then refuses to cut it: the half line must never be built upon."""
    disk = FailingDisk()
    with started(path, 2, disk) as log:
        disk.writes.append(50)
        disk.truncates += [broken(), broken()]
        with pytest.raises(LogError, match=r"50 of .* still in the file"):
            log.append(event(3))
        assert read_log(path).torn
        with pytest.raises(LogError, match="still in the file"):
            log.append(event(3))
        log.append(event(3))
    assert verify(path).lines == 3


def test_what_a_failed_cut_left_is_cut_on_closing(path):
    disk = FailingDisk()
    log = started(path, 2, disk)
    disk.writes.append(50)
    disk.truncates.append(broken())
    with pytest.raises(LogError):
        log.append(event(3))
    log.close()
    assert verify(path).ok


def test_closing_on_a_broken_disk_lets_go_of_the_file_all_the_same(path):
    disk = FailingDisk()
    log = started(path, 2, disk)
    disk.writes.append(50)
    disk.truncates += [broken(), broken()]
    with pytest.raises(LogError):
        log.append(event(3))
    log.close()
    opened = open_log(path, salts=counted())
    opened.log.close()
    assert opened.torn.size == 50


def test_an_interrupt_while_syncing_leaves_no_half_told_event(path):
    disk = FailingDisk()
    with started(path, 2, disk) as log:
        disk.syncs.append(KeyboardInterrupt())
        with pytest.raises(KeyboardInterrupt):
            log.append(event(3))
        log.append(event(3, NoteTaken(text=Words("another"))))
    assert [e.fact for e in read_log(path).events[2:]] == [NoteTaken(text=Words("another"))]


def test_text_the_file_cannot_hold_changes_nothing(path):
    with started(path, 2) as log:
        before = path.read_bytes()
        with pytest.raises(LogError, match="nothing was saved"):
            log.append(event(3, NoteTaken(text=Words("\udcff"))))
        assert path.read_bytes() == before
        log.append(event(3))


def test_a_line_longer_than_readers_take_is_refused(path, monkeypatch):
    monkeypatch.setattr("ttx.store.log.MAX_LINE", 2000)
    with started(path, 2) as log:
        with pytest.raises(LogError, match="longer than"):
            log.append(event(3, NoteTaken(text=Words("x" * 2000))))
        log.append(event(3))


def test_a_file_that_something_else_changed_is_not_written_on(path):
    with started(path, 2) as log:
        with path.open("ab") as other:
            other.write(b"x")
        with pytest.raises(LogError, match="another program has changed"):
            log.append(event(3))


def test_a_file_that_was_deleted_under_us_is_noticed(path):
    """Writing on would go to a file without a name: saved, and lost at once."""
    with started(path, 2) as log:
        path.unlink()
        with pytest.raises(LogError, match="deleted or replaced"):
            log.append(event(3))


def test_a_session_goes_on_where_it_stood(path):
    head = verify(written(path, 3)).head
    opened = open_log(path, salts=counted())
    with opened.log as log:
        assert (log.seq, log.head, opened.torn) == (3, head, None)
        assert opened.events == tuple(event(n) for n in range(1, 4))
        log.append(event(4))
    assert verify(path).lines == 4


def test_opening_syncs_lines_that_a_killed_process_may_not_have_synced(path):
    written(path, 2)
    disk = FailingDisk()
    open_log(path, salts=counted(), disk=disk).log.close()
    assert disk.calls == ["sync"]


def test_a_torn_tail_of_any_length_is_kept_aside_and_cut(path):
    whole = written(path, 4).read_bytes()
    good = whole.rindex(b"\n", 0, -1) + 1
    for length in range(good + 1, len(whole)):
        path.write_bytes(whole[:length])
        opened = open_log(path, salts=counted())
        with opened.log as log:
            assert len(opened.events) == 3
            torn = opened.torn
            assert (torn.line, torn.size) == (4, length - good)
            assert torn.kept_in.read_bytes() == whole[good:length]
            assert path.read_bytes() == whole[:good]
            if length % 50 == 0:
                log.append(event(4, Recovered(lost_bytes=torn.size, kept_in=torn.kept_in.name)))
                assert verify(path).ok
        torn.kept_in.unlink()


def test_torn_tails_are_named_for_session_and_line_and_never_overwritten(path):
    whole = written(path, 3).read_bytes()
    kept = []
    for tail in (b"first", b"second"):
        path.write_bytes(whole + tail)
        opened = open_log(path, salts=counted())
        opened.log.close()
        kept.append(opened.torn.kept_in)
    assert [k.name for k in kept] == ["room 1.torn-4", "room 1.torn-4-2"]
    assert [k.read_bytes() for k in kept] == [b"first", b"second"]
    assert stat.S_IMODE(kept[0].stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "spoil", [lambda b: b.replace(b"note 4", b"note 5"), lambda b: b"\0" * (len(b) - 1) + b"\n"]
)
def test_a_bad_last_line_is_a_torn_tail(path, spoil):
    lines = written(path, 4).read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:3], spoil(lines[3])]))
    opened = open_log(path, salts=counted())
    opened.log.close()
    assert (len(opened.events), opened.torn.line) == (3, 4)
    assert verify(path).ok


def test_a_bad_line_followed_by_others_is_damage_and_nothing_is_touched(path):
    lines = written(path, 4).read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:2], b"?" + lines[2][1:], b"torn"]))
    before = path.read_bytes()
    with pytest.raises(LogDamagedError, match="line 3"):
        open_log(path, salts=counted())
    assert path.read_bytes() == before
    assert names(path) == [path.name]


def test_a_last_line_whose_hash_holds_is_damage_not_a_broken_write(path):
    """No write that breaks off leaves a right hash over a fact of the wrong shape."""
    head = verify(written(path, 2)).head
    body = b'{"seq":3,"type":"NoteTaken","v":1,"at":"x","ms":"soon"}'
    path.write_bytes(path.read_bytes() + chain.joined(chain.link(head, body), body, {}))
    with pytest.raises(LogDamagedError, match="line 3: its event cannot be read"):
        open_log(path, salts=counted())


def test_a_line_of_a_later_version_is_never_cut_off(path):
    head = verify(written(path, 2)).head
    body = b'{"seq":3,"type":"TimeTravelled","v":1,"at":"x","ms":0}'
    path.write_bytes(path.read_bytes() + chain.joined(chain.link(head, body), body, {}))
    before = path.read_bytes()
    for reading in (lambda: open_log(path, salts=counted()), lambda: read_log(path), lambda: verify(path)):
        with pytest.raises(VersionError, match="later version") as caught:
            reading()
        assert caught.value.where.endswith("line 3")
    assert path.read_bytes() == before


def test_a_header_of_a_later_format_is_said_to_be_so(path):
    later = SessionOpened(format="ttx-log/2", version="9", scenario="s", title="t", seed="00")
    create(path, event(1, later), salts=counted()).close()
    with pytest.raises(VersionError, match="ttx-log/2"):
        read_log(path)


def test_a_torn_tail_stays_where_it_cannot_be_kept_aside(path):
    whole = written(path, 2).read_bytes() + b"tail"
    path.write_bytes(whole)
    disk = FailingDisk()
    disk.writes.append(full())
    with pytest.raises(LogError, match="no space left"):
        open_log(path, salts=counted(), disk=disk)
    assert path.read_bytes() == whole
    assert names(path) == [path.name]


def test_one_writer_at_a_time_even_in_one_process(path):
    with started(path, 2) as log:
        with pytest.raises(LockedError, match=f"process {os.getpid()} on"):
            open_log(path, salts=counted())
        log.append(event(3))
    open_log(path, salts=counted()).log.close()


def test_a_link_to_a_session_is_the_same_session(path, tmp_path):
    other = tmp_path / "other.ttx.jsonl"
    with started(path, 2):
        other.symlink_to(path)
        with pytest.raises(LockedError):
            open_log(other, salts=counted())


def test_readers_need_no_lock(path):
    with started(path, 2) as log:
        assert len(read_log(path).events) == 2
        log.append(event(3))
        assert verify(path).lines == 3
