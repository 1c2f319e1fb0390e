"""Forks and recovered files: the old lines byte for byte, and one line that says where from."""

import pytest

from tests.unit.store.making import AT, FailingDisk, counted, event, full, written
from ttx.errors import LogDamagedError, LogError
from ttx.model.events import Forked, Recovered, Struck
from ttx.model.words import STRUCK
from ttx.store import fork, open_log, read_log, recover, strike, verify


@pytest.fixture
def path(tmp_path):
    return written(tmp_path / "a.ttx.jsonl", 6)


@pytest.fixture
def to(tmp_path):
    return tmp_path / "b.ttx.jsonl"


def lines_of(path):
    return path.read_bytes().splitlines(keepends=True)


@pytest.mark.parametrize("line", [1, 4, 6])
def test_a_fork_is_the_parents_lines_and_one_more(path, to, line):
    forked = fork(path, line, to, at="now", salts=counted())
    assert lines_of(to)[:-1] == lines_of(path)[:line]
    found = read_log(to)
    head = verify(to).head
    assert found.events[-1] == forked
    assert forked.fact == Forked(parent="a.ttx.jsonl", line=line, head=forked.fact.head)
    assert verify(path, forked.fact.head).at_line == line
    assert (forked.seq, forked.at, forked.ms, found.head) == (line + 1, "now", line * 1000, head)


def test_a_fork_goes_on_as_a_session_of_its_own(path, to):
    before = path.read_bytes()
    fork(path, 3, to, at=AT, salts=counted())
    with open_log(to, salts=counted()).log as log:
        log.append(event(5))
    assert verify(to).lines == 5
    assert path.read_bytes() == before


@pytest.mark.parametrize("line", [0, -1, 7])
def test_a_line_that_is_not_there_cannot_be_forked_from(path, to, line):
    with pytest.raises(LogError, match="6 lines"):
        fork(path, line, to, at=AT, salts=counted())
    assert not to.exists()


def test_a_fork_never_overwrites(path, to):
    to.write_text("mine")
    with pytest.raises(LogError, match="a file of this name"):
        fork(path, 3, to, at=AT, salts=counted())
    assert to.read_text() == "mine"


def test_a_full_disk_leaves_no_half_fork(path, to):
    disk = FailingDisk()
    disk.writes += [100, full()]
    with pytest.raises(LogError, match="no space left"):
        fork(path, 3, to, at=AT, salts=counted(), disk=disk)
    assert not to.exists()


def test_a_short_write_goes_on_where_it_stopped(path, to):
    disk = FailingDisk()
    disk.writes += [100, 1]
    fork(path, 3, to, at=AT, salts=counted(), disk=disk)
    assert verify(to).ok


def test_a_fork_before_the_striking_still_proves(path, to):
    """The words are gone from its lines, so it names them itself."""
    strike(path, [2, 5], "slip", at=AT, salts=counted())
    fork(path, 3, to, at=AT, salts=counted())
    found = read_log(to)
    assert found.events[1].fact.text == STRUCK
    assert [type(e.fact) for e in found.events[3:]] == [Forked, Struck]
    assert found.events[4].fact.lines == (2,)
    assert verify(to).ok


def test_a_fork_after_the_striking_needs_no_word_about_it(path, to):
    strike(path, [2], "slip", at=AT, salts=counted())
    fork(path, 7, to, at=AT, salts=counted())
    assert [type(e.fact) for e in read_log(to).events[6:]] == [Struck, Forked]
    assert verify(to).ok


def test_a_fork_from_before_the_damage_is_possible_from_behind_it_not(path, to):
    lines = lines_of(path)
    path.write_bytes(b"".join([*lines[:3], b"?\n", *lines[4:]]))
    fork(path, 3, to, at=AT, salts=counted())
    assert verify(to).ok
    with pytest.raises(LogDamagedError, match="line 4"):
        fork(path, 4, to.with_name("c.ttx.jsonl"), at=AT, salts=counted())


def test_recovering_keeps_the_whole_lines_and_the_rest_beside(path, to):
    lines = lines_of(path)
    before = b"".join([*lines[:3], b"?\n", *lines[4:]])
    path.write_bytes(before)

    done = recover(path, to, at="now", salts=counted())

    assert (done.lines, done.bad_line) == (3, 4)
    assert lines_of(to)[:3] == lines[:3]
    assert done.rest.name == "b.ttx.jsonl.rest"
    assert done.rest.read_bytes() == b"?\n" + b"".join(lines[4:])
    assert read_log(to).events[-1] == done.event
    assert done.event.fact == Recovered(lost_bytes=len(done.rest.read_bytes()), kept_in=done.rest.name)
    assert path.read_bytes() == before


def test_a_torn_file_can_be_recovered_too(path, to):
    path.write_bytes(path.read_bytes()[:-5])
    assert recover(path, to, at=AT, salts=counted()).lines == 5
    assert verify(to).ok


def test_missing_words_do_not_end_the_whole_lines(path, to):
    lines = lines_of(path)
    lines[2] = lines[2].rpartition(b',"text":')[0] + b',"text":{}}\n'
    path.write_bytes(b"".join(lines))
    with pytest.raises(LogDamagedError, match="line 3"):
        read_log(path)

    assert recover(path, to, at=AT, salts=counted()).lines == 6

    assert verify(to).ok
    assert [type(e.fact) for e in read_log(to).events[6:]] == [Recovered, Struck]


def test_there_must_be_something_to_recover(path, to):
    with pytest.raises(LogError, match="every line of it is whole"):
        recover(path, to, at=AT, salts=counted())
    path.write_bytes(b"?\n" + path.read_bytes())
    with pytest.raises(LogError, match="first line is damaged"):
        recover(path, to, at=AT, salts=counted())
    assert not to.exists()


@pytest.mark.parametrize("taken", ["b.ttx.jsonl", "b.ttx.jsonl.rest"])
def test_recovering_never_overwrites(path, to, taken):
    path.write_bytes(path.read_bytes() + b"?")
    to.with_name(taken).write_text("mine")
    with pytest.raises(LogError, match="a file of this name"):
        recover(path, to, at=AT, salts=counted())
    assert sorted(p.name for p in to.parent.iterdir()) == ["a.ttx.jsonl", taken]
