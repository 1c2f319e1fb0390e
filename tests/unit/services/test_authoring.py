"""An author's desk: what one reading gives, and when there is something new to read."""

import os
from pathlib import Path

import pytest

from tests.small import BASE, ROOM
from ttx.errors import UsageError
from ttx.services import editing
from ttx.services.authoring import Desk, foreseen
from ttx.services.editing import editor_call


@pytest.fixture
def own(tmp_path):
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "room.yaml").write_text(ROOM, encoding="utf-8")
    file = tmp_path / "scenario.yaml"
    file.write_text(BASE, encoding="utf-8")
    return file


def saved(file, text):
    """Write as an editor does, at a later time."""
    file.write_text(text, encoding="utf-8")
    later = file.stat().st_mtime_ns + 10_000_000
    os.utime(file, ns=(later, later))


def test_a_reading_holds_the_problems_with_why_they_matter(own):
    desk = Desk(own.parent)
    first = desk.read()
    assert (first.unread, first.scenario.id) == ("", "small")
    assert not desk.changed
    saved(own, BASE.replace("to: [rok]", "to: [rock]", 1))
    assert desk.changed
    second = desk.read()
    assert second.scenario is None
    assert [p.code for p in second.problems] == ["TTX221"]
    assert second.why["TTX221"]
    assert not second.says_the_same(first)
    assert desk.read().says_the_same(second)


def test_a_rule_pack_an_include_and_a_file_that_appears_are_followed(own):
    desk = Desk(own)
    desk.read()
    saved(own.parent / "rules" / "room.yaml", ROOM + "# more\n")
    assert desk.changed
    saved(own, BASE + "include: [more.yaml]\n")
    assert [p.code for p in desk.read().problems] == ["TTX112"]
    assert not desk.changed
    saved(own.parent / "more.yaml", "hot_wash: [What now?]\n")
    os.utime(own.parent, ns=(1, 1))
    assert desk.changed
    assert desk.read().problems == ()
    saved(own.parent / "more.yaml", "hot_wash: [What then?]\n")
    assert desk.changed


def test_a_file_that_cannot_be_read_is_said_and_followed(own):
    desk = Desk(own)
    own.unlink()
    assert "no such file" in desk.read().unread
    saved(own, BASE)
    assert desk.changed
    assert desk.read().unread == ""


def test_what_can_come_holds_the_first_phase_and_stops_where_nobody_waits(own):
    scenario = Desk(own).read().scenario
    found = foreseen(scenario, lambda: False)
    assert found.exact
    assert {("phase", p.id) for p in scenario.phases} <= found.keys
    assert [s.objective for s in found.objectives] == list(scenario.objectives)
    assert not foreseen(scenario, lambda: True).exact


@pytest.mark.parametrize(
    ("environ", "call"),
    [
        ({"EDITOR": "vi"}, ["vi", "+7", "a b.yaml"]),
        (
            {"EDITOR": "nano", "VISUAL": "/usr/bin/nvim -u NONE"},
            ["/usr/bin/nvim", "-u", "NONE", "+7", "a b.yaml"],
        ),
        ({"EDITOR": "nano", "VISUAL": " "}, ["nano", "+7", "a b.yaml"]),
        ({"VISUAL": "emacs -nw"}, ["emacs", "-nw", "+7", "a b.yaml"]),
        ({"VISUAL": "code --wait"}, ["code", "--wait", "--goto", "a b.yaml:7"]),
        ({"EDITOR": "hx"}, ["hx", "a b.yaml:7"]),
        ({"EDITOR": "ed"}, ["ed", "a b.yaml"]),
    ],
)
def test_an_editor_that_is_known_opens_at_the_line(environ, call):
    assert editor_call(Path("a b.yaml"), 7, environ) == call


@pytest.mark.parametrize("environ", [{}, {"EDITOR": ""}, {"VISUAL": "'vi"}])
def test_without_an_editor_it_is_said_what_to_set(tmp_path, environ):
    with pytest.raises(UsageError) as told:
        editor_call(tmp_path, 1, environ)
    assert "set EDITOR" in told.value.next_step


@pytest.mark.parametrize(
    ("command", "words"), [("no-such-editor", "cannot be started"), ("false", "ended with code 1")]
)
def test_an_editor_that_fails_is_said(tmp_path, monkeypatch, command, words):
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", command)
    with pytest.raises(UsageError, match=words):
        editing.edit(tmp_path / "a.yaml", 1)
