"""``log``: proving, striking, forking, recovering a session file from the command line."""

import pytest

from tests.unit.cli.calling import process
from tests.unit.store.making import written
from ttx.store import read_log, seal, verify


@pytest.fixture
def log(tabletop):
    return written(tabletop.folder / "a.ttx.jsonl", 6)


def test_a_whole_file_is_proved_with_head_and_seal(tabletop, log):
    head = verify(log).head

    answer = tabletop("log", "verify", log)

    assert answer.code == 0
    assert "all 6 lines" in answer.out
    assert f"Head of line 6: {head}\nSeal: {seal(head)}" in answer.out


def test_the_first_bad_line_is_named(tabletop, log):
    lines = log.read_bytes().splitlines(keepends=True)
    lines[3] = lines[3].replace(b"4000", b"4001")
    log.write_bytes(b"".join(lines))

    answer = tabletop("log", "verify", log)

    assert answer.code == 3
    assert "line 4: " in answer.out
    assert "log recover" in answer.err


def test_a_seal_shows_lines_cut_off_the_end(tabletop, log):
    written_down = seal(verify(log).head)
    log.write_bytes(b"".join(log.read_bytes().splitlines(keepends=True)[:-2]))

    assert tabletop("log", "verify", log).code == 0
    answer = tabletop("log", "verify", log, "--head", written_down)
    assert answer.code == 3
    assert "cut off" in answer.out


def test_an_earlier_seal_says_at_which_line_it_stands(tabletop, log):
    early = seal(verify(log).head)
    longer = log.with_name("b.ttx.jsonl")
    assert tabletop("log", "fork", log, 6, "--to", longer).code == 0

    answer = tabletop("log", "verify", longer, "--head", early)

    assert answer.code == 0
    assert "stands at line 6 of 7" in answer.out


def test_a_head_that_is_none_is_a_wrong_call(tabletop, log):
    assert tabletop("log", "verify", log, "--head", "none").code == 2


def test_a_broken_off_last_line_is_told_from_damage(tabletop, log):
    log.write_bytes(log.read_bytes()[:-20])

    answer = tabletop("log", "verify", log)

    assert answer.code == 3
    assert "line 6: " in answer.out
    assert "resume sets it aside" in answer.out
    assert "recover" not in answer.err


def test_a_session_comes_in_on_stdin(tmp_path):
    whole = written(tmp_path / "a.ttx.jsonl", 3)

    answer = process("log", "verify", "-", folder=tmp_path, stdin=whole.read_bytes())

    assert answer.code == 0
    assert "-: all 3 lines" in answer.out


def test_struck_words_are_gone_and_the_file_still_verifies(tabletop, log):
    assert "note 3" in log.read_text()

    answer = tabletop("log", "strike", log, 3, 4, "--reason", "a name was typed")

    assert answer.code == 0
    assert "Struck 2 texts" in answer.out
    assert "note 3" not in log.read_text()
    assert verify(log).ok


def test_striking_names_files_that_may_still_hold_the_words(tabletop, log):
    log.with_name("a.torn-3").write_bytes(b"note 3")

    assert "a.torn-3" in tabletop("log", "strike", log, 3, "--reason", "r").err


def test_striking_asks_for_a_reason_and_for_events_that_hold_words(tabletop, log):
    before = log.read_bytes()

    assert tabletop("log", "strike", log, 3, "--reason", " ").code == 2
    assert tabletop("log", "strike", log, 99, "--reason", "r").code == 3
    assert log.read_bytes() == before


def test_a_fork_holds_the_lines_before_it_and_never_overwrites(tabletop, log):
    new = log.with_name("b.ttx.jsonl")

    assert tabletop("log", "fork", log, 3, "--to", new).code == 0
    assert len(read_log(new).events) == 4
    assert tabletop("log", "fork", log, 3, "--to", new).code == 3
    assert tabletop("log", "fork", log, 9, "--to", log.with_name("c")).code == 3


def test_where_a_fork_begins_may_be_said_either_way(tabletop, log):
    one, other = log.with_name("b.ttx.jsonl"), log.with_name("c.ttx.jsonl")

    assert tabletop("log", "fork", log, "--at", 3, "--to", one).code == 0
    assert len(read_log(one).events) == 4
    assert "Add --at" in tabletop("log", "fork", log, "--to", other).err
    assert "Two lines" in tabletop("log", "fork", log, 2, "--at", 3, "--to", other).err
    assert not other.exists()


def test_what_is_whole_of_a_damaged_file_is_saved(tabletop, log):
    log.write_bytes(log.read_bytes().replace(b'"seq":5', b'"seq":6'))
    new = log.with_name("whole.ttx.jsonl")

    answer = tabletop("log", "recover", log, "--to", new)

    assert answer.code == 0
    assert "4 lines that are whole" in answer.out
    assert "Line 5" in answer.out
    assert verify(new).ok


def test_a_whole_file_needs_no_recovery(tabletop, log):
    answer = tabletop("log", "recover", log, "--to", "new.ttx.jsonl")

    assert answer.code == 3
    assert "nothing to recover" in answer.err


def test_a_session_is_found_by_name_in_the_sessions_folder(tabletop):
    folder = tabletop.folder / "data" / "sessions"
    folder.mkdir(parents=True)
    written(folder / "room-a.ttx.jsonl", 2)

    assert tabletop("log", "verify", "room-a").code == 0
    assert tabletop("log", "verify", "room-a.ttx.jsonl").code == 0


@pytest.mark.parametrize("name", ["nowhere.ttx.jsonl", "no/where", "."])
def test_a_file_that_is_not_there_is_said(tabletop, name):
    answer = tabletop("log", "verify", name)

    assert answer.code == 3
    assert answer.err.startswith(f"tabletop: {name}: ")
