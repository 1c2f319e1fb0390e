"""A session killed two hundred times: nothing it told is lost, no decision is half there, play goes on."""

import os
import random
import signal
import time
from itertools import pairwise

import pytest

from tests.faults.player import begin, following, forked
from ttx.engine import Rejection, replay
from ttx.model.events import AnswerRecorded, DecisionPut, Recovered, Ruled, SessionResumed
from ttx.services import session as sessions
from ttx.services.logs import look
from ttx.services.ports import system
from ttx.store import verify

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="a child is forked from a process that is warm"
)
KILLS = 100


def lines(pipe, read=b""):
    """Every line the child told, once it is gone; ``read`` was read before."""
    with os.fdopen(pipe, "rb") as told:
        return (read + told.read()).decode().splitlines()


def numbers(told):
    assert all(line.isdigit() for line in told), told
    return [int(line) for line in told]


def killed_from_outside(path, rng):
    """Kill a child as it opens the session or somewhere behind its first lines; what it had told by then."""
    child, pipe = forked(path)
    told = b""
    for _ in range(rng.randrange(8)):
        told += os.read(pipe, rng.randrange(1, 64))
    time.sleep(rng.random() / 250)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return numbers(lines(pipe, told))


def killed_within_a_write(path, rng):
    """A child that dies with part of a line written; what it had told by then."""
    child, pipe = forked(path, (rng.randrange(1, 5), rng.randrange(10**6)))
    told = numbers(lines(pipe))
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    return told


def whole_decisions(events):
    """Every answer stands with its change, every ruling with its result: one line each, or none."""
    waiting = None
    for event in events:
        fact = event.fact
        if isinstance(fact, DecisionPut):
            assert waiting is None
            waiting = "answer"
        elif isinstance(fact, AnswerRecorded):
            assert (waiting, fact.value, fact.change.answers) == ("answer", "wait", (("D-01", "wait"),))
            assert [o.rule for o in fact.change.owed] == ["room/consensus"]
            waiting = "ruling"
        elif isinstance(fact, Ruled):
            assert (waiting, fact.change.ruled) == ("ruling", ("D-01",))
            assert [op.track for op in fact.change.tracks] == ["alarm"]
            waiting = None
    return waiting


@pytest.mark.parametrize("kill", [killed_from_outside, killed_within_a_write])
def test_a_killed_session_keeps_what_it_told_and_goes_on(tmp_path, kill):
    path = tmp_path / "a.ttx.jsonl"
    rng = random.Random(53)
    begin(path)
    before, opened = look(path).events, 0
    for _ in range(KILLS):
        told = kill(path, rng)
        seen = look(path)
        assert seen.events[: len(before)] == before
        assert all(b == a + 1 for a, b in pairwise(told))
        # nothing told is lost; what was not told is one event, or what opening the session writes
        last = told[-1] if told else len(before)
        assert last <= len(seen.events) <= last + (1 if told else 2)
        opened += bool(told)
        waiting = whole_decisions(seen.events)
        assert (waiting == "answer") == ("D-01" in seen.state.position.open)
        assert (waiting == "ruling") == bool(seen.state.position.owed)
        before = seen.events
    goes_on(path, before, opened)


def goes_on(path, before, opened):
    """Opened by hand after the last kill: the session stands where it stood and takes what is next."""
    torn = look(path).torn
    session = sessions.resume(path, system())
    assert (session.back.torn_bytes > 0) == torn
    assert tuple(session.events[: len(before)]) == before
    for _ in range(10):
        assert not isinstance(session.do(following(session.state)), Rejection)
    assert replay(session.events) == session.state
    session.close()
    found = verify(path)
    assert (found.ok, found.lines) == (True, len(session.events))
    facts = [e.fact for e in session.events]
    assert opened < sum(isinstance(f, SessionResumed) for f in facts) <= KILLS + 1
    kept = [f.kept_in for f in facts if isinstance(f, Recovered)]
    assert all((path.parent / name).stat().st_size for name in kept)
    assert len(set(kept)) == len(kept)
