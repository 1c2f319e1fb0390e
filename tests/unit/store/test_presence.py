"""Windows beside a session are known for as long as they are open, and no longer."""

import subprocess
import sys

from ttx.store import Presence, present

HELD = """
import sys
from pathlib import Path
from ttx.store import Presence
here = Presence(Path(sys.argv[1]), "wall-room")
print("open", flush=True)
sys.stdin.read()
"""


def test_each_is_named_once_until_it_is_closed(tmp_path):
    log = tmp_path / "a.ttx.jsonl"
    assert present(log) == ()
    here = [Presence(log, what) for what in ("wall-room", "wall-room", "wall-us", "scribe")]
    assert present(log) == ("scribe", "wall-room", "wall-us")
    assert present(tmp_path / "b.ttx.jsonl") == ()
    for each in here:
        each.close()
        each.close()
    assert present(log) == ()
    assert list(tmp_path.iterdir()) == []


def test_a_window_that_was_killed_counts_for_nothing(tmp_path):
    log = tmp_path / "a.ttx.jsonl"
    with subprocess.Popen(
        [sys.executable, "-c", HELD, str(log)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as window:
        assert window.stdout.readline().strip() == b"open"
        assert present(log) == ("wall-room",)
        window.kill()
        window.wait()
    assert present(log) == ()
    assert [p.name for p in tmp_path.iterdir()] == ["a.wall-room.open"]
    Presence(log, "wall-room").close()
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_written_nobody_hears_of_it(tmp_path):
    here = Presence(tmp_path / "no folder" / "a.ttx.jsonl", "scribe")
    here.close()
    assert present(tmp_path / "no folder" / "a.ttx.jsonl") == ()
