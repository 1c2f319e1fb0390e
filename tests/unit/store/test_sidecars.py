"""Drafts: a small file beside the session, replaced whole."""

import stat

import pytest

from tests.unit.store.making import FailingDisk, broken, full
from ttx.errors import LogError
from ttx.store import drafts

FORMS = {"note": {"text": "늦은 \u2028 note", "tag": ""}, "record": {"said": "we"}}
HELD = [(drafts, FORMS, "a.draft.json")]


@pytest.fixture
def log(tmp_path):
    return tmp_path / "a.ttx.jsonl"


@pytest.mark.parametrize(("kept", "held", "name"), HELD)
def test_what_was_saved_is_loaded(log, kept, held, name):
    assert kept.load(log) == {}
    kept.save(log, {})
    kept.save(log, held)
    assert kept.load(log) == held
    assert [p.name for p in log.parent.iterdir()] == [name]
    assert stat.S_IMODE(log.with_name(name).stat().st_mode) == 0o600


@pytest.mark.parametrize(("kept", "held", "name"), HELD)
@pytest.mark.parametrize("plan", ["writes", "syncs", "folder_syncs"])
def test_a_disk_that_refuses_leaves_what_was_there(log, kept, held, name, plan):
    kept.save(log, held)
    disk = FailingDisk()
    getattr(disk, plan).append(full() if plan == "writes" else broken())
    with pytest.raises(LogError, match="cannot be written"):
        kept.save(log, {}, disk)
    assert kept.load(log) == held
    assert [p.name for p in log.parent.iterdir()] == [name]


@pytest.mark.parametrize(("kept", "held", "name"), HELD)
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[]",
        b'{"format":"ttx-draft/9","held":{}}',
        b'{"format":"ttx-people/1","held":{}}',
        b'{"format":"ttx-draft/1","held":[]}',
        b'{"format":"ttx-draft/1","held":{"a":1}}',
        b'{"format":"ttx-draft/1","held":{"a":"b"}}',
        b'{"format":"ttx-draft/1","held":{"a":{"b":1}}}',
        b"[" * 100_000,
    ],
)
def test_anything_else_is_refused_with_a_word_on_what_to_do(log, kept, held, name, content):
    log.with_name(name).write_bytes(content)
    with pytest.raises(LogError, match=name):
        kept.load(log)


def test_half_a_character_is_refused_before_anything_is_written(log):
    with pytest.raises(LogError, match="half a character"):
        drafts.save(log, {"note": {"text": "\ud800"}})
    assert list(log.parent.iterdir()) == []


def test_drafts_can_be_thrown_away_twice(log):
    drafts.save(log, FORMS)
    drafts.clear(log)
    drafts.clear(log)
    assert drafts.load(log) == {}


def test_drafts_that_cannot_be_thrown_away_are_told(log):
    log.with_name("a.draft.json").mkdir()
    with pytest.raises(LogError, match="cannot be deleted"):
        drafts.clear(log)


@pytest.mark.parametrize(("kept", "held", "name"), HELD)
def test_a_rename_that_fails_leaves_what_was_there(log, kept, held, name, monkeypatch):
    def refuse(self, target):
        raise broken()

    kept.save(log, held)
    monkeypatch.setattr("pathlib.Path.replace", refuse)
    with pytest.raises(LogError, match="input/output"):
        kept.save(log, {})
    assert kept.load(log) == held
    assert [p.name for p in log.parent.iterdir()] == [name]
