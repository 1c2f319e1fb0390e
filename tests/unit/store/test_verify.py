"""Every kind of damage to a line is named at that line."""

import pytest

from tests.unit.store.making import event, started, written
from ttx.errors import LogDamagedError, LogError, UsageError
from ttx.model.events import NoteTaken
from ttx.model.words import Words
from ttx.store import read_first, read_log, read_whole, seal, verify

LINES = 9


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    path = tmp_path_factory.mktemp("log") / "a.ttx.jsonl"
    return written(path, LINES).read_bytes().splitlines(keepends=True)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "b.ttx.jsonl"


def damaged(path, lines):
    path.write_bytes(b"".join(lines))
    return verify(path)


def test_an_untouched_file_is_whole(path, whole):
    found = damaged(path, whole)
    assert (found.ok, found.lines, found.bad_line, found.torn) == (True, LINES, None, False)
    assert found.head == read_log(path).head


@pytest.mark.parametrize("number", [1, 2, 5, LINES])
def test_any_changed_byte_is_named_at_its_line(path, whole, number):
    """Every byte but the line feed, each with its lowest bit turned over."""
    line = whole[number - 1]
    for at in range(len(line) - 1):
        changed = line[:at] + bytes([line[at] ^ 1]) + line[at + 1 :]
        lines = [*whole[: number - 1], changed, *whole[number:]]
        found = damaged(path, lines)
        assert (found.ok, found.bad_line) == (False, number), (at, found.what)


@pytest.mark.parametrize("number", range(1, LINES))
def test_a_removed_line_is_named(path, whole, number):
    found = damaged(path, whole[: number - 1] + whole[number:])
    assert found.bad_line == number
    assert "removed, put in or moved" in found.what


@pytest.mark.parametrize("number", range(1, LINES))
def test_swapped_lines_are_named_at_the_first(path, whole, number):
    swapped = list(whole)
    swapped[number - 1], swapped[number] = swapped[number], swapped[number - 1]
    assert damaged(path, swapped).bad_line == number


@pytest.mark.parametrize("number", range(1, LINES + 1))
@pytest.mark.parametrize("kind", ["copy", "empty", "foreign"])
def test_an_inserted_line_is_named(path, whole, number, kind):
    line = {"copy": whole[3], "empty": b"\n", "foreign": b'{"hash":"x"}\n'}[kind]
    found = damaged(path, [*whole[: number - 1], line, *whole[number - 1 :]])
    assert found.bad_line == (number + 1 if kind == "copy" and number == 4 else number)


@pytest.mark.parametrize("ending", [b"\r\n", b" \n", b"\x00\n"])
def test_a_changed_line_end_is_named(path, whole, ending):
    lines = [*whole[:4], whole[4][:-1] + ending, *whole[5:]]
    assert damaged(path, lines).bad_line == 5


def test_a_file_whose_line_ends_an_editor_changed_says_so(path, whole):
    assert "CR LF" in damaged(path, [line[:-1] + b"\r\n" for line in whole]).what


def test_words_that_vanish_without_being_struck_are_named(path, whole):
    head, _, _ = whole[3].rpartition(b',"text":')
    found = damaged(path, [*whole[:3], head + b',"text":{}}\n', *whole[4:]])
    assert found.bad_line == 4
    assert "never struck" in found.what


def test_words_written_differently_are_named(path, whole):
    """The same JSON value in other bytes is still not what was written."""
    line = whole[3].replace(b"note 4: ", b"note\\u0020 4:")
    assert damaged(path, [*whole[:3], line, *whole[4:]]).bad_line == 4


def test_words_in_another_order_are_named(path):
    with started(path) as log:
        log.append(event(2, NoteTaken(text=Words("a"))))
    one, two = path.read_bytes().splitlines(keepends=True)
    entry = two.rpartition(b',"text":{')[2][:-3]
    doubled = two.replace(entry, entry + b"," + entry)
    assert damaged(path, [one, doubled]).bad_line == 2


def test_a_line_written_anew_with_a_fresh_hash_shows_at_the_next(path, whole, tmp_path):
    other = written(tmp_path / "c.ttx.jsonl", 3)
    with started(tmp_path / "d.ttx.jsonl", 3) as log:
        log.append(event(4, NoteTaken(text=Words("forged"))))
    forged = (tmp_path / "d.ttx.jsonl").read_bytes().splitlines(keepends=True)[3]
    assert other.read_bytes() == b"".join(whole[:3])
    assert damaged(path, [*whole[:3], forged, *whole[4:]]).bad_line == 5


def test_lines_cut_off_the_end_show_only_against_a_head(path, whole, tmp_path):
    path.write_bytes(b"".join(whole))
    head = read_log(path).head
    path.write_bytes(b"".join(whole[:6]))

    assert verify(path).ok
    found = verify(path, head)
    assert (found.ok, found.bad_line, found.at_line) == (False, None, None)
    assert "nowhere" in found.what


@pytest.mark.parametrize("form", [str, seal, lambda h: seal(h).lower(), lambda h: f" {seal(h)} "])
def test_a_head_or_its_seal_is_found_at_its_line(path, whole, form):
    path.write_bytes(b"".join(whole[:4]))
    head = read_log(path).head
    path.write_bytes(b"".join(whole))
    assert verify(path, form(head)).at_line == 4


def test_a_seal_is_twelve_digits_in_three_groups():
    assert seal("4f2a91c70b3e" + "0" * 52) == "4F2A-91C7-0B3E"


@pytest.mark.parametrize("head", ["", "4F2A", "not a seal at all", "f" * 65])
def test_what_is_no_head_is_refused(path, whole, head):
    path.write_bytes(b"".join(whole))
    with pytest.raises(UsageError, match="neither a head nor a seal"):
        verify(path, head)


def test_a_half_written_line_is_torn_and_not_ok(path, whole):
    found = damaged(path, [*whole[:4], whole[4][:40]])
    assert (found.ok, found.torn, found.bad_line, found.lines) == (False, True, 5, 4)


def test_reading_stops_at_damage_and_says_what_to_do(path, whole):
    path.write_bytes(b"".join([*whole[:3], whole[4], *whole[4:]]))
    with pytest.raises(LogDamagedError, match="line 4") as caught:
        read_log(path)
    assert caught.value.line == 4
    assert "tabletop log recover b.ttx.jsonl --to NEW" in caught.value.next_step
    assert caught.value.code == 3


def test_what_is_whole_of_a_damaged_file_can_be_read(path, whole):
    path.write_bytes(b"".join([*whole[:3], whole[4], *whole[4:]]))
    found = read_whole(path)
    assert [e.seq for e in found.events] == [1, 2, 3]
    assert found.damage.line == 4
    assert verify(path, found.head).at_line == 3


def test_reading_what_is_whole_of_a_whole_file_reads_it_all(path, whole):
    path.write_bytes(b"".join(whole))
    found = read_whole(path)
    assert (len(found.events), found.damage, found.head) == (LINES, None, read_log(path).head)


def test_readers_flag_a_torn_tail_and_change_nothing(path, whole):
    path.write_bytes(b"".join(whole) + b'{"hash":"')
    before = path.read_bytes(), path.stat().st_mtime_ns
    found = read_log(path)
    assert (len(found.events), found.torn) == (LINES, True)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_the_first_line_can_be_read_alone(path, whole):
    path.write_bytes(whole[0] + b"anything")
    assert read_first(path) == event(1)
    path.write_bytes(b"# notes\n")
    with pytest.raises(LogDamagedError, match="not a line of a session file"):
        read_first(path)


@pytest.mark.parametrize("content", [b"", b"\n", b"{}\n", b"\xef\xbb\xbf{}\n", b"no line end"])
def test_what_is_no_session_file_is_damaged_at_line_1(path, content):
    path.write_bytes(content)
    with pytest.raises(LogDamagedError, match="line 1") as caught:
        read_log(path)
    assert "recovered" in caught.value.next_step


def test_a_missing_file_and_a_folder_are_refused(path, tmp_path):
    with pytest.raises(LogError, match="no such file"):
        read_log(path)
    with pytest.raises(LogError, match="not a file"):
        read_log(tmp_path)
