"""The app as a process on a real terminal: it begins, and however it ends the terminal is set right."""

import os
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.tui.driving import SCENARIO
from ttx.services import checking, logs
from ttx.store import is_held

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pty")

ROOT = Path(__file__).parents[2]
ENTER, LEAVE = b"\x1b[?1049h", b"\x1b[?1049l"
PATIENCE = 30


class Terminal:
    """A pty with a process on it; what it writes is kept."""

    def __init__(self, arguments, folder, **environment):
        import fcntl
        import pty
        import struct
        import termios

        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))
        kept = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLORTERM")}
        inherited = {**kept, "TERM": "xterm-256color", "TTX_DATA": str(folder), "PYTHONPATH": str(ROOT)}
        self.process = subprocess.Popen(
            [sys.executable, *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=folder,
            env={**inherited, **environment},
            start_new_session=True,
        )
        os.close(slave)
        self.written = b""
        self.pressed = 0

    @property
    def shown(self):
        """What was written since the last key, without its colours."""
        return re.sub(rb"\x1b\[[\d;:]*m", b"", self.written[self.pressed :])

    def read(self, until):
        """Read until that was written, or until the process has closed the terminal."""
        patience = time.monotonic() + PATIENCE
        while until not in self.shown and time.monotonic() < patience:
            if not select.select([self.master], [], [], 0.2)[0]:
                continue
            try:
                found = os.read(self.master, 65536)
            except OSError:
                break
            if not found:
                break
            self.written += found
        assert until in self.shown, self.shown[-2000:]

    def press(self, keys):
        self.pressed = len(self.written)
        os.write(self.master, keys)

    def ends(self):
        """Read to the end and give the exit code."""
        self.read(LEAVE)
        while True:
            try:
                found = os.read(self.master, 65536)
            except OSError:
                break
            if not found:
                break
            self.written += found
        return self.process.wait(PATIENCE)

    def hang_up(self):
        """The terminal goes away; nobody tells the process, whose terminal it does not control."""
        os.close(self.master)
        self.master = None

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(PATIENCE)
        if self.master is not None:
            os.close(self.master)


@pytest.fixture
def terminal(tmp_path):
    opened = []

    def start(*arguments, **environment):
        opened.append(Terminal(arguments, tmp_path, **environment))
        return opened[-1]

    yield start
    for each in opened:
        each.close()


@pytest.fixture
def log(tmp_path):
    return tmp_path / "room.ttx.jsonl"


def run(log, *more):
    return ("-m", "ttx", "run", str(SCENARIO), "--log", str(log), *more)


def begun(terminal, log, *more, **environment):
    shown = terminal(*run(log, *more), **environment)
    answer_mirrored(shown)
    return shown


def answer_mirrored(shown):
    """A new session asks once whether the room sees its screen; Enter: it does not."""
    shown.read(b"Is it mirrored?")
    shown.press(b"\r")
    shown.read(b"saved #1")


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=["term", "hup"]
)
def test_a_request_to_end_leaves_the_terminal_as_it_was(terminal, log, number, code):
    shown = begun(terminal, log)
    assert ENTER in shown.written
    assert not re.search(rb"\x1b\][012];", shown.written), "the title of the window is not ours"
    shown.press(b" ")
    shown.read(b"saved #2")
    shown.process.send_signal(number)
    assert shown.ends() == code
    assert b"\x1b[?25h" in shown.written.split(LEAVE)[0][-400:] + shown.written.split(LEAVE)[1]
    assert logs.verify(log, None).ok
    assert len(log.read_bytes().splitlines()) == 2


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=["term", "hup"]
)
def test_a_request_to_end_keeps_what_was_typed_a_moment_before(terminal, log, number, code):
    shown = begun(terminal, log)
    shown.press(b" ")
    shown.read(b"saved #2")
    shown.press(b"n")
    shown.read(b"challenge")
    shown.press(b"half a sentence")
    shown.read(b"half a sentence")
    shown.process.send_signal(number)
    assert shown.ends() == code
    assert b"\x1b[?25h" in shown.written.split(LEAVE)[0][-400:] + shown.written.split(LEAVE)[1]
    assert "half a sentence" in log.with_name("room.draft.json").read_text(encoding="utf-8")
    assert len(log.read_bytes().splitlines()) == 2
    assert not is_held(log)


def test_leaving_says_where_it_is_saved(terminal, log):
    shown = begun(terminal, log)
    shown.press(b"\x03")
    shown.read(b"q leaves; all is saved")
    shown.press(b"q")
    assert shown.ends() == 0
    after = shown.written.split(LEAVE)[-1].decode()
    assert f"Saved: {log}" in after
    assert "tabletop resume" in after


def test_a_killed_session_goes_on_where_it_stood(terminal, log):
    shown = begun(terminal, log)
    shown.press(b" ")
    shown.read(b"saved #2")
    shown.process.kill()
    shown.process.wait(PATIENCE)
    again = terminal("-m", "ttx", "resume", str(log))
    again.read(b"Where you left it at #2")
    again.read(b"PAUSED")
    again.press(b"q")
    again.press(b"q")
    assert again.ends() == 0
    assert logs.verify(log, None).ok


BUG = """\
import sys
from ttx.cli.main import main
from ttx.tui.console.screen import Console

def broken(self):
    raise ZeroDivisionError("a bug in a handler, " + self.session.scenario.phases[0].notes[:40])

Console.action_bookmark = broken
sys.exit(main(sys.argv[1:]))
"""


def test_a_terminal_that_is_gone_without_a_word_ends_the_app_and_frees_the_session(terminal, log):
    shown = begun(terminal, log)
    shown.press(b" ")
    shown.read(b"saved #2")
    shown.hang_up()
    assert shown.process.wait(PATIENCE) == 129
    assert not is_held(log)
    assert logs.verify(log, None).ok
    assert len(log.read_bytes().splitlines()) == 2


def test_a_bug_leaves_a_report_and_the_session(terminal, log, tmp_path):
    script = tmp_path / "with_a_bug.py"
    script.write_text(BUG, encoding="utf-8")
    shown = terminal(str(script), *run(log)[2:])
    answer_mirrored(shown)
    shown.press(b" ")
    shown.read(b"saved #2")
    shown.press(b"y")
    assert shown.ends() == 70
    after = shown.written.split(LEAVE)[-1].decode()
    assert "this is a bug in ttx (ZeroDivisionError)" in after
    assert "The session is intact" in after
    notes = checking.playable(SCENARIO).scenario.phases[0].notes[:40]
    assert len(notes) == 40
    assert notes not in " ".join(after.split()), "the terminal may be in front of the room"
    reports = list((tmp_path / "crashes").iterdir())
    assert len(reports) == 1
    assert "a bug in a handler" in reports[0].read_text(encoding="utf-8")
    assert logs.verify(log, None).ok
    assert len(log.read_bytes().splitlines()) == 2


def test_a_session_in_use_is_said_without_opening_a_screen(terminal, log):
    begun(terminal, log)
    second = terminal("-m", "ttx", "resume", str(log))
    code = second.process.wait(PATIENCE)
    second.read(b"room.ttx.jsonl")
    assert code not in (0, 70)
    assert ENTER not in second.written


def test_without_colour_only_weight_and_reverse_are_sent(terminal, log):
    shown = begun(terminal, log, NO_COLOR="1")
    for key, words in (
        (b" ", b"saved #2"),
        (b"n", b"challenge"),
        (b"\x1b", b"saved #2"),
        (b"!", b"Play has stopped"),
    ):
        shown.press(key)
        shown.read(words)
    sent = {
        code or b"0" for part in re.findall(rb"\x1b\[([\d;:]*)m", shown.written) for code in part.split(b";")
    }
    assert sent <= {b"0", b"1", b"7", b"22", b"27", b"39", b"49"}, sent
    assert b"7" in sent


def test_an_editor_has_the_terminal_and_gives_it_back(terminal, tmp_path):
    """The library, the author's view, an editor in between, and out again; the terminal is whole each time."""
    (tmp_path / "mine").mkdir()
    file = tmp_path / "mine" / "scenario.yaml"
    file.write_text("format: ttx/1\nid: mine\ntitle: Mine\n", encoding="utf-8")
    script = tmp_path / "editor.py"
    script.write_text(
        "import sys, pathlib\n"
        "print('the editor speaks', flush=True)\n"
        "input()\n"
        "pathlib.Path(sys.argv[-1]).write_text('format: ttx/1\\nid: mine\\ntitel: Mine\\n', encoding='utf-8')\n",
        encoding="utf-8",
    )
    shown = terminal("-m", "ttx", VISUAL=f"{sys.executable} {script}")
    shown.read(b"Scenarios")
    shown.read(b"Mine")
    shown.press(b"\x1b[F")
    shown.read(b"error")
    shown.press(b"a")
    shown.read(b"mine/scenario.yaml")
    shown.read(b"TTX202")
    shown.press(b"e")
    shown.read(b"the editor speaks")
    assert LEAVE in shown.written[shown.pressed :]
    shown.press(b"\x03")
    shown.press(b"\r")
    shown.read(ENTER)
    shown.read(b"titel")
    shown.press(b"q")
    shown.read(b"Library")
    shown.press(b"q")
    assert shown.ends() == 0
