"""What ``validate`` prints for people and programs, and with which exit code it leaves."""

import json
import signal
import subprocess
import sys
import threading

import pytest

from tests.small import BASE, ROOM
from tests.unit.cli.calling import environment
from ttx.checks import CODES

WARNED = BASE.replace("marking: UNCLASSIFIED // EXERCISE\n", "")
WRONG = BASE.replace("title: Small", "tittle: Small")


@pytest.fixture
def small(tabletop):
    """A folder with the small scenario and its rules."""
    folder = tabletop.folder / "small, 100%"
    (folder / "rules").mkdir(parents=True)
    (folder / "rules" / "room.yaml").write_text(ROOM, encoding="utf-8")
    (folder / "scenario.yaml").write_text(BASE, encoding="utf-8")
    return folder


def write(folder, text):
    (folder / "scenario.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "strict", "code"),
    [(BASE, True, 0), (WARNED, False, 0), (WARNED, True, 1), (WRONG, False, 1)],
)
def test_warnings_count_where_one_is_strict(tabletop, small, text, strict, code):
    write(small, text)
    assert tabletop("validate", small, *(["--strict"] if strict else [])).code == code


def test_json_names_the_file_by_its_path(tabletop, small, monkeypatch):
    monkeypatch.chdir(small.parent)
    write(small, WRONG)
    given = json.loads(tabletop("validate", small, "--format", "json").out)
    assert given["format"] == "ttx.problems/1"
    assert {p["file"] for p in given["problems"]} == {"small, 100%/scenario.yaml"}


def test_github_escapes_what_its_commands_are_written_with(tabletop, small, monkeypatch):
    monkeypatch.chdir(small.parent)
    write(small, WARNED)
    assert tabletop("validate", small, "--format", "github").out == (
        "::warning file=small%2C 100%25/scenario.yaml,line=1,col=1,endColumn=2,title=TTX263"
        "::The scenario has no marking, and every page would be printed without one."
        " Add marking: UNCLASSIFIED // EXERCISE, or what applies.\n"
    )


def test_sarif_names_rules_levels_and_places(tabletop, small, monkeypatch):
    monkeypatch.chdir(small.parent)
    write(small, WARNED.replace("when: line == silent or alarm", "when: alarm"))
    given = json.loads(tabletop("validate", small, "--format", "sarif").out)
    [run] = given["runs"]
    assert given["version"] == "2.1.0"
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    assert [r["id"] for r in rules] == ["TTX260", "TTX263"]
    assert [r["shortDescription"]["text"] for r in rules] == [CODES["TTX260"], CODES["TTX263"]]
    assert [(r["ruleId"], r["level"], rules[r["ruleIndex"]]["id"]) for r in run["results"]] == [
        ("TTX263", "warning", "TTX263"),
        ("TTX260", "note", "TTX260"),
    ]
    place = run["results"][1]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "small%2C%20100%25/scenario.yaml"
    assert place["region"] == {"startLine": 13, "startColumn": 3, "endColumn": 7}


def test_an_ignored_warning_is_not_counted(tabletop, small):
    write(
        small, WARNED.replace("format: ttx/1", "format: ttx/1  # ttx: ignore[TTX263] because it is a drill")
    )
    assert tabletop("validate", small, "--strict").code == 0


def test_watching_checks_again_when_a_file_is_saved(tabletop, small):
    with subprocess.Popen(
        [sys.executable, "-m", "ttx", "validate", str(small), "--watch"],
        cwd=small.parent, env=environment(small.parent), text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as watching:  # fmt: skip
        late = threading.Timer(60, watching.kill)
        late.start()
        assert watching.stderr.readline() == "Watching. Ctrl+C ends it.\n"
        write(small, WRONG)
        assert watching.stderr.readline() == "scenario.yaml changed.\n"
        assert watching.stderr.readline() == "Watching. Ctrl+C ends it.\n"
        watching.send_signal(signal.SIGINT)
        out, _ = watching.communicate()
        late.cancel()
    assert "no problems" in out
    assert "error[TTX201]" in out
    assert watching.returncode == 130


@pytest.mark.parametrize("arguments", [("-",), ("small", "-o", "x.txt")])
def test_only_files_are_watched(tabletop, arguments):
    answer = tabletop("validate", *arguments, "--watch")
    assert answer.code == 2
    assert "Only files can be watched" in answer.err
