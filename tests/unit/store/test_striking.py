"""Words can be removed for good; facts, numbers and every head written down stay true."""

import stat

import pytest

from tests.unit.store.making import AT, GROUNDS, FailingDisk, broken, counted, event, full, started
from ttx.errors import LockedError, LogDamagedError, LogError
from ttx.model.events import AnswerRecorded, NoteTaken, Struck
from ttx.model.words import STRUCK, Words
from ttx.store import may_still_hold, open_log, read_log, seal, strike, verify, words_at

ANSWER = AnswerRecorded(
    decision="D-01", slot="D-01", cells=("rok",), said=Words("we shall leave it"), coded="a", grounds=GROUNDS
)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "a.ttx.jsonl"
    with started(path, 2) as log:
        log.append(event(3, ANSWER))
        log.append(event(4, NoteTaken(text=Words("we shall leave it"))))
    return path


def test_struck_words_and_their_salts_leave_the_file(path):
    texts = [(digest, words) for digest, words in words_at(path, 3).items()]

    assert strike(path, [3], "a slip of the tongue", at=AT, salts=counted()) == len(texts) == 5

    raw = path.read_bytes().split(b"\n")[2]
    assert all(words.encode() not in raw for _, words in texts)
    assert raw.endswith(b',"text":{}}')
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_facts_numbers_and_heads_stay(path):
    before = read_log(path)
    fact = ANSWER

    strike(path, [3], "", at=AT, salts=counted())

    after = read_log(path)
    assert after.events[2].fact.coded == fact.coded
    assert after.events[2].fact.said == STRUCK
    assert after.events[2].fact.grounds.positions[0].office == STRUCK
    assert after.events[:2] + after.events[3:4] == before.events[:2] + before.events[3:4]
    found = verify(path, seal(before.head))
    assert (found.ok, found.at_line, found.lines) == (True, 4, 5)


def test_a_struck_event_says_what_went_where_and_why(path):
    digests = tuple(sorted(words_at(path, 3)))
    strike(path, [3], "asked by the cell", at="later", hat="scribe", salts=counted())
    last = read_log(path).events[-1]
    assert last.fact == Struck(digests=digests, lines=(3,), reason=Words("asked by the cell"))
    assert (last.seq, last.at, last.ms, last.hat) == (5, "later", 4000, "scribe")


def test_one_text_of_an_event_can_go_alone(path):
    digest = next(iter(words_at(path, 3)))
    strike(path, [], "", digests=[digest], at=AT, salts=counted())
    fact = read_log(path).events[2].fact
    assert fact.said == STRUCK
    assert fact.grounds == GROUNDS


def test_the_same_words_elsewhere_have_another_digest_and_stay(path):
    strike(path, [3], "", at=AT, salts=counted())
    assert read_log(path).events[3].fact.text == "we shall leave it"


@pytest.mark.parametrize(
    ("lines", "digests"), [([], []), ([1], []), ([99], []), ([3, 1], []), ([], ["f" * 64])]
)
def test_where_there_are_no_words_nothing_is_rewritten(path, lines, digests):
    before = path.read_bytes()
    with pytest.raises(LogError, match="no words to strike"):
        strike(path, lines, "", digests=digests, at=AT, salts=counted())
    assert path.read_bytes() == before


def test_words_cannot_be_struck_twice(path):
    strike(path, [3], "", at=AT, salts=counted())
    with pytest.raises(LogError, match="line 3"):
        strike(path, [3], "", at=AT, salts=counted())


def test_putting_other_words_in_place_of_struck_ones_is_found(path):
    digest = next(iter(words_at(path, 4)))
    strike(path, [4], "", at=AT, salts=counted())
    lines = path.read_bytes().split(b"\n")
    lines[3] = lines[3].replace(b'"text":{}}', b'"text":{"%b":["0a","another"]}}' % digest.encode())
    path.write_bytes(b"\n".join(lines))
    assert verify(path).bad_line == 4


def test_an_open_session_strikes_and_goes_on(path):
    opened = open_log(path, salts=counted())
    with opened.log as log:
        struck = log.strike(lines=[4], reason="slip", at=AT, ms=9000)
        assert (struck.seq, log.seq) == (5, 5)
        log.append(event(6))
        with pytest.raises(LockedError):
            open_log(path, salts=counted())
    assert verify(path).lines == 6


def test_a_session_open_elsewhere_is_not_rewritten(path):
    with open_log(path, salts=counted()).log, pytest.raises(LockedError):
        strike(path, [3], "", at=AT, salts=counted())


def test_a_torn_tail_is_settled_before_striking(path):
    path.write_bytes(path.read_bytes() + b'{"hash"')
    with pytest.raises(LogError, match="broken off"):
        strike(path, [3], "", at=AT, salts=counted())


@pytest.mark.parametrize("plan", [("writes", full()), ("writes", 0), ("syncs", broken())])
def test_a_disk_that_refuses_leaves_the_old_file_whole(path, plan):
    disk = FailingDisk()
    with open_log(path, salts=counted(), disk=disk).log as log:
        before = path.read_bytes()
        name, what = plan
        getattr(disk, name).extend([what, full()] if name == "writes" else [what])
        with pytest.raises(LogError, match="NOT SAVED"):
            log.strike(lines=[3], reason="", at=AT, ms=0)
        assert path.read_bytes() == before
        disk.writes.clear()
        log.append(event(5))
    assert verify(path).lines == 5
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_name_the_disk_did_not_confirm_is_confirmed_before_the_next_line(path):
    disk = FailingDisk()
    with open_log(path, salts=counted(), disk=disk).log as log:
        log.strike(lines=[3], reason="", at=AT, ms=0)
        disk.calls.clear()
        log.append(event(6))
        assert disk.calls == ["sync_folder", "write", "sync"]
        log.append(event(7))
        assert disk.calls[3:] == ["write", "sync"]


def test_files_that_may_hold_the_words_too_are_named(path):
    for name in ("a.torn-3", "a.torn-3-2", "a.draft.json", "a.ttx.jsonl.rest", "ab.torn-3", "b.draft.json"):
        path.with_name(name).write_text("x")
    assert [p.name for p in may_still_hold(path)] == [
        "a.torn-3",
        "a.torn-3-2",
        "a.draft.json",
        "a.ttx.jsonl.rest",
    ]


def test_a_name_with_pattern_letters_means_itself(path):
    odd = path.with_name("[a]*.ttx.jsonl")
    path.with_name("[a]*.torn-2").write_text("x")
    path.with_name("a1.torn-2").write_text("x")
    assert [p.name for p in may_still_hold(odd)] == ["[a]*.torn-2"]


def test_words_of_a_line_that_is_not_there(path):
    with pytest.raises(LogError, match="4 lines, not 5"):
        words_at(path, 5)
    assert words_at(path, 1) == {}


def test_a_rename_that_fails_leaves_the_old_file_in_use(path, monkeypatch):
    def refuse(self, target):
        raise broken()

    with open_log(path, salts=counted()).log as log:
        before = path.read_bytes()
        monkeypatch.setattr("pathlib.Path.replace", refuse)
        with pytest.raises(LogError, match="NOT SAVED"):
            log.strike(lines=[3], reason="", at=AT, ms=0)
        assert path.read_bytes() == before
        log.append(event(5))
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_words_of_a_damaged_file_are_not_listed(path):
    path.write_bytes(b"?\n" + path.read_bytes())
    with pytest.raises(LogDamagedError):
        words_at(path, 1)
