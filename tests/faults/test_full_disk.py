"""A disk that is really full in the middle of a line: the system's own limit on a file's size."""

import subprocess
import sys

import pytest

from ttx.store import verify

FILL = """
import resource, sys
from pathlib import Path
from ttx.errors import LogError
from ttx.model.events import Event, NoteTaken, SessionOpened
from ttx.model.words import Words
from ttx.store import create
path = Path(sys.argv[1])
log = create(path, Event(seq=1, at="t", ms=0, fact=SessionOpened(version="1", scenario="s", title="t", seed="0")),
             salts=lambda: "aa")
resource.setrlimit(resource.RLIMIT_FSIZE, (3000, resource.RLIM_INFINITY))
seq = 2
try:
    while True:
        log.append(Event(seq=seq, at="t", ms=0, fact=NoteTaken(text=Words("x" * 100))))
        seq += 1
except LogError as error:
    print(seq - 1, path.stat().st_size, error.what)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
log.append(Event(seq=seq, at="t", ms=0, fact=NoteTaken(text=Words("x" * 100))))
log.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_file_at_its_limit_keeps_whole_lines_and_goes_on_when_there_is_room(tmp_path):
    path = tmp_path / "a.ttx.jsonl"
    done = subprocess.run(
        [sys.executable, "-c", FILL, str(path)], capture_output=True, text=True, check=True, timeout=60
    )
    saved, size, what = done.stdout.split(maxsplit=2)
    assert what.startswith("NOT SAVED: only")
    found = verify(path)
    assert (found.ok, found.lines) == (True, int(saved) + 1)
    assert sum(len(line) for line in path.read_bytes().splitlines(keepends=True)[:-1]) == int(size)
