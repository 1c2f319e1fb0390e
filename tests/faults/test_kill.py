"""Nothing that was acknowledged is lost when the process is killed at any moment."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.writer import note
from ttx.model.events import Event, Recovered
from ttx.store import open_log, verify

ROOT = Path(__file__).parents[2]


def writer(path, *more):
    command = [sys.executable, "-m", "tests.faults.writer", str(path), *map(str, more)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def see(path, acknowledged):
    """Open the file as a person would after a crash: every acknowledged event is there, and it goes on."""
    opened = open_log(path, salts=lambda: "ab")
    with opened.log as log:
        assert opened.events[1:] == tuple(note(e.seq) for e in opened.events[1:])
        assert log.seq >= acknowledged
        lost = opened.torn.size if opened.torn else 0
        log.append(Event(seq=log.seq + 1, at="t", ms=0, fact=Recovered(lost_bytes=lost)))
    assert verify(path).ok
    return opened


@pytest.mark.parametrize("events", [2, 61, 150])
def test_killed_from_outside_while_appending(tmp_path, events):
    path = tmp_path / "a.ttx.jsonl"
    with writer(path) as process:
        for _ in range(events):
            process.stdout.readline()
        process.kill()
        told = process.stdout.read().split("\n")[:-1]
    see(path, int(told[-1]) if told else events + 1)


@pytest.mark.parametrize("reach", [0, 1, 60, 140])
def test_killed_half_way_through_a_write(tmp_path, reach):
    path = tmp_path / "a.ttx.jsonl"
    with writer(path, 9, reach) as process:
        told = process.stdout.read().split()
    assert told == [str(n) for n in range(2, 9)]
    opened = see(path, 8)
    assert len(opened.events) == 8
    assert (opened.torn.size if opened.torn else 0) == reach


def test_killed_between_write_and_sync_the_event_counts_though_nobody_was_told(tmp_path):
    path = tmp_path / "a.ttx.jsonl"
    with writer(path, 9, 10**6) as process:
        told = process.stdout.read().split()
    assert told[-1] == "8"
    opened = see(path, 8)
    assert (len(opened.events), opened.torn) == (9, None)
