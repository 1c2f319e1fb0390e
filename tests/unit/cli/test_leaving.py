"""Every way out has its exit code, and no traceback reaches the user."""

import os
import signal
import subprocess
import sys

import pytest

from tests.unit.cli.calling import environment
from ttx.cli import main as entry_point
from ttx.errors import LogError, UsageError


def _raising(error):
    def run(_arguments):
        raise error

    return run


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (
            UsageError("No such thing.", next_step="Try another."),
            2,
            "tabletop: No such thing.\nTry another.\n",
        ),
        (LogError("It is bad.", where="a\x1b.ttx.jsonl"), 3, "tabletop: a\\u001b.ttx.jsonl: It is bad.\n"),
        (OSError(28, "No space left on device", "r.md"), 3, "tabletop: r.md: No space left on device.\n"),
        (KeyboardInterrupt(), 130, "Stopped.\n"),
        (BrokenPipeError(), 0, ""),
    ],
)
def test_each_error_has_its_code_and_words(tabletop, monkeypatch, error, code, said):
    monkeypatch.setattr(entry_point, "_run", _raising(error))
    monkeypatch.setattr(entry_point, "_drop_stdout", lambda: None)

    answer = tabletop("info")

    assert (answer.code, answer.out, answer.err) == (code, "", said)


def test_a_bug_leaves_a_report_and_no_traceback(tabletop, monkeypatch):
    monkeypatch.setattr(entry_point, "_run", _raising(ZeroDivisionError("secret words")))

    answer = tabletop("info")

    assert answer.code == 70
    assert "Traceback" not in answer.err
    assert "session is intact" in answer.err
    (report,) = (tabletop.folder / "data" / "crashes").iterdir()
    assert str(report) in answer.err
    assert "ZeroDivisionError" in report.read_text()
    if os.name == "posix":
        assert report.stat().st_mode & 0o077 == 0


def test_a_bug_report_finds_a_place_where_the_data_folder_takes_none(tabletop, monkeypatch, tmp_path):
    (tmp_path / "data").write_text("a file stands where the folder should")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(entry_point, "_run", _raising(ValueError("x")))

    said = tabletop("info").err

    assert str(next(tmp_path.glob("tabletop-crash-*"))) in said


def _start(folder, *arguments, **pipes):
    return subprocess.Popen(
        [sys.executable, "-m", "ttx", *arguments], cwd=folder, env=environment(folder), **pipes
    )


@pytest.mark.skipif(os.name != "posix", reason="pipes and signals of POSIX")
@pytest.mark.parametrize("arguments", [("--help",), ("guide",), ("guide", "author"), ("play", "--help")])
def test_a_reader_that_leaves_early_is_no_matter(tmp_path, arguments):
    """As ``| head`` does: the reading end is closed before a word is written."""
    read, write = os.pipe()
    os.close(read)
    try:
        running = _start(tmp_path, *arguments, stdout=write, stderr=subprocess.PIPE)
    finally:
        os.close(write)

    _, said = running.communicate(timeout=30)

    assert said == b""
    assert running.returncode == 0


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_signals_have_their_codes(tmp_path, number, code):
    """The command waits for stdin; its first words on stderr would be a traceback."""
    waits = (
        "import sys, ttx.cli.main as m\n"
        "def run(arguments):\n"
        "    print('ready', flush=True)\n"
        "    sys.stdin.read()\n"
        "m._run = run\n"
        "m.entry()\n"
    )
    running = subprocess.Popen(
        [sys.executable, "-c", waits, "info"],
        env=environment(tmp_path),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert running.stdout.readline() == b"ready\n"
    running.send_signal(number)
    _, said = running.communicate(timeout=30)

    assert running.returncode == code
    assert b"Traceback" not in said


def _in_shell(folder, words):
    return subprocess.run(
        f"'{sys.executable}' -m ttx {words}",
        shell=True,
        cwd=folder,
        env=environment(folder),
        check=False,
        capture_output=True,
        text=True,
    )


@pytest.mark.skipif(os.name != "posix", reason="closes descriptors in the shell's way")
@pytest.mark.parametrize(
    "words", ["guide >&- 2>&-", "--version >&-", "--help >&-", "info <&-", "info <&- >&- 2>&-"]
)
def test_closed_streams_are_no_bug(tmp_path, words):
    done = _in_shell(tmp_path, words)

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a device that is always full")  # noqa: PTH110
@pytest.mark.parametrize("words", ["--version", "--help", "info", "guide author"])
def test_output_that_finds_no_room_is_said(tmp_path, words):
    done = _in_shell(tmp_path, f"{words} > /dev/full")

    assert (done.returncode, done.stderr) == (3, "tabletop: No space left on device.\n")
