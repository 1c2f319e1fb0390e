"""``rehearse`` on the command line: its page, its JSON, its exit codes, and that none of it counts."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from tests.unit.cli.calling import environment, process
from ttx.services import foresight, rehearsing

CALL = ("rehearse", "graduated-steps", "--seed", "a", "--start", "2026-03-14T09:00Z", "--jobs", "1")
ENDINGS = ("measure-gone", "contested", "quiet-one-account", "quiet-two-accounts")


def test_the_page_tells_endings_tracks_answers_times_and_that_it_never_counts(tabletop):
    answer = tabletop(*CALL, "--sessions", "30")

    assert (answer.code, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert lines[0].endswith("// REHEARSAL")
    assert lines[1] == "Graduated Steps: 30 sessions, seed a"
    rows = {line.split()[0]: line.split() for line in lines if line}
    even = foresight.endings(rehearsing_scenario()).endings
    assert sum(int(rows[name][1]) for name in ENDINGS) == 30
    assert [rows[name][3] for name in ENDINGS] == [f"{float(even[name].even) * 100:.1f}%" for name in ENDINGS]
    assert {"ladder", "finding", "D-01", "D-08"} <= set(rows)
    assert rows["Refused"][1] == "nothing"
    assert "never count" in answer.out
    assert "It describes the file, not what states do." in answer.out
    assert max(map(len, lines)) <= 110


def rehearsing_scenario():
    from ttx.services import checking, library

    return checking.playable(library.source_of("graduated-steps")).scenario


def test_json_has_a_version_and_counts_that_agree(tabletop):
    answer = tabletop(*CALL, "--sessions", "12", "--format", "json", "-o", "r.json")

    assert (answer.code, answer.out) == (0, "")
    told = json.loads((tabletop.folder / "r.json").read_text())
    assert told["format"] == "ttx.rehearse/1"
    assert told["practice"] is True
    assert told["sessions"] == {"asked": 12, "played": 12}
    assert (told["seed"], told["refused"], told["misfits"], told["unexplored"]) == ("a", [], [], None)
    assert tuple(told["endings"]) == ENDINGS
    for ended in told["endings"].values():
        assert ended["share"] == ended["sessions"] / 12
        assert 0 < ended["even"] < 1
        assert "/" in ended["fraction"]
    assert all(sum(counts.values()) == 12 for counts in told["tracks"].values())
    assert set(told["minutes"]) == {"shortest", "median", "longest"}


def test_the_same_seed_prints_the_same_whatever_the_jobs(tmp_path):
    one, two = (process(*CALL[:-1], jobs, "--sessions", "30", folder=tmp_path) for jobs in "12")

    assert one == two
    assert (one.code, one.err) == (0, "")


def test_without_a_seed_the_one_that_was_taken_is_named(tabletop):
    first = tabletop("rehearse", "graduated-steps", "--sessions", "3", "--jobs", "1").out
    seed = first.splitlines()[1].rpartition(" ")[2]

    assert tabletop("rehearse", "graduated-steps", "--sessions", "3", "--seed", seed).out == first


def test_kept_logs_say_that_they_are_rehearsals(tabletop):
    assert tabletop(*CALL, "--sessions", "2", "--keep", "kept/here").code == 0

    names = sorted(p.name for p in (tabletop.folder / "kept" / "here").iterdir())
    assert names == [f"graduated-steps-rehearsal-000{n}.ttx.jsonl" for n in (1, 2)]
    log = f"kept/here/{names[0]}"
    assert tabletop("log", "verify", log).code == 0
    assert "session opened as a rehearsal" in tabletop("log", "show", log).out
    assert "// REHEARSAL" in tabletop("report", log).out
    again = tabletop(*CALL, "--sessions", "2", "--keep", "kept/here")
    assert (again.code, again.out) == (3, "")
    assert "There is a file of this name already." in again.err


def test_nothing_is_left_behind_otherwise(tabletop, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tabletop.folder))
    tabletop(*CALL, "--sessions", "2")

    assert [p.name for p in tabletop.folder.iterdir()] == []


def test_a_lean_and_moves_are_said_and_change_what_comes(tabletop):
    (tabletop.folder / "m.yaml").write_text(
        "scenario: graduated-steps\nseed: b\nmoves:\n  - {D-01: unc-first}\n"
    )
    answer = tabletop(
        "rehearse", "graduated-steps", "--moves", "m.yaml", "--sessions", "9", "--lean", "ladder=up"
    )

    assert answer.code == 0
    assert "seed b" in answer.out
    assert "Chosen along 1 move, then leaning to ladder=up." in answer.out
    assert "unc-first 9   minister-first 0" in answer.out
    assert "down 0   held 0   up 9" in answer.out


def test_moves_that_do_not_fit_are_named_and_give_exit_code_one(tabletop):
    (tabletop.folder / "m.yaml").write_text("scenario: graduated-steps\nmoves:\n  - {D-02: hold}\n")
    answer = tabletop(*CALL, "--sessions", "3", "--moves", "m.yaml")

    assert answer.code == 1
    assert "m.yaml:3: D-01 waits for an answer; this move answers D-02. (sessions 1, 2, 3)" in answer.out
    assert "Refused        nothing" in answer.out


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("rehearse",), 2, "Missing argument"),
        (("rehearse", "nowhere"), 2, "There is no scenario nowhere."),
        ((*CALL, "--sessions", "0"), 2, "--sessions"),
        ((*CALL, "--jobs", "0"), 2, "--jobs"),
        ((*CALL, "--format", "xml"), 2, "--format"),
        ((*CALL, "--start", "soon"), 2, "soon is no moment"),
        ((*CALL, "--lean", "ladder"), 2, "ladder never is nothing."),
        ((*CALL, "--lean", "stairs=up"), 2, "Write TRACK=VALUE with one of: line, ladder"),
        ((*CALL, "--moves", "none.yaml"), 3, "There is no such file."),
        ((*CALL, "--moves", "other.yaml"), 2, "These moves belong to other, not to graduated-steps."),
        ((*CALL, "--moves", "bad.yaml"), 1, "bad.yaml:2:"),
        ((*CALL, "--keep", "other.yaml"), 3, "It cannot be made"),
        ((*CALL, "--sessions", "1", "-o", "x.ttx.jsonl"), 2, "This is the name of a session file"),
    ],
)
def test_a_wrong_call_is_explained(tabletop, arguments, code, says):
    (tabletop.folder / "other.yaml").write_text("scenario: other\nmoves: []\n")
    (tabletop.folder / "bad.yaml").write_text("scenario: graduated-steps\nmoves: 7\n")
    answer = tabletop(*arguments)

    assert (answer.code, answer.out) == (code, "")
    assert says in answer.err


def test_moves_may_come_from_a_pipe(tmp_path):
    moves = "scenario: graduated-steps\nmoves:\n  - {D-01: ask-north}\n"
    answer = process(*CALL, "--sessions", "2", "--moves", "-", folder=tmp_path, stdin=moves)

    assert answer.code == 0
    assert "ask-north 2" in answer.out


@pytest.mark.skipif(os.name == "nt", reason="signals as POSIX has them")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_prints_what_is_done_so_far(tmp_path, jobs):
    command = [sys.executable, "-m", "ttx", *CALL[:-1], jobs, "--sessions", "100000", "--keep", "kept"]
    env = environment(tmp_path)
    with subprocess.Popen(
        command, cwd=tmp_path, env=env, stdout=-1, stderr=-1, start_new_session=True
    ) as run:
        until = time.monotonic() + 30
        while len(list(tmp_path.glob("kept/*"))) < 45 and time.monotonic() < until:
            time.sleep(0.05)
        os.killpg(run.pid, signal.SIGINT)
        said, complained = (each.decode() for each in run.communicate(timeout=30))

    assert run.returncode == 130
    assert complained == "Stopped.\n"
    assert "sessions of 100,000, stopped, seed a" in said
    assert "Even-handed chances are not known: stopped before" in said


def test_the_count_that_is_stopped_before_it_began_says_so_alone(tabletop, monkeypatch):
    def stopped(*_args, **_more):
        raise KeyboardInterrupt

    monkeypatch.setattr(rehearsing, "rehearse", stopped)
    answer = tabletop(*CALL)

    assert (answer.code, answer.out, answer.err) == (130, "", "Stopped.\n")
