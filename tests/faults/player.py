"""A process to be killed: opens a session as a person would after a crash, plays on, and tells what is done.

Forked from a process in which everything is imported, so that a kill costs no start. It writes a line to
its pipe once ``do`` has returned: the number of the event. Decisions are put, answered and ruled over and
over; there is always something next.
"""

import os
import signal
from itertools import count

from tests.small import BASE, texts
from ttx.engine import Rejection
from ttx.loader import load_texts
from ttx.model import commands as c
from ttx.model.records import Reason
from ttx.model.words import Words
from ttx.services import session as sessions
from ttx.services.ports import system
from ttx.store.disk import Disk

WHY = Reason("realism")
LONG = "Wir sagen 한국 " * 40


def begin(path):
    """A session whose exercise runs."""
    files = texts(BASE)
    session = sessions.begin(load_texts(files).scenario, files, path, system())
    assert not isinstance(session.do(c.StartExercise()), Rejection)
    session.close()


def following(state):
    """What is done next, from where the session stands: whole decisions, and talk between them."""
    position = state.position
    if state.status == "paused":
        return c.ResumePlay()
    if position.owed:
        return c.Rule(decision="D-01", result="not_agreed", reason=Words(LONG))
    if "D-01" in position.open:
        return c.RecordAnswer(decision="D-01", coded="wait", said=Words(LONG))
    if position.due:
        return c.SkipStep(step=position.due[0])
    if state.ledger.seq % 3 == 0:
        return c.PutDecision(decision="D-01", reason=WHY)
    return c.TakeNote(text=Words(f"note {state.ledger.seq} {LONG[: state.ledger.seq * 37 % 500]}"))


class Dying(Disk):
    """Kills its own process part of the way through one write."""

    def __init__(self, at, reach):
        self.left = at
        self.reach = reach

    def write(self, fd, data):
        self.left -= 1
        if self.left == 0:
            super().write(fd, data[: self.reach % (len(data) + 1)])
            os.kill(os.getpid(), signal.SIGKILL)
        return super().write(fd, data)


def play(path, pipe, dying=None):
    """Open the session again and play until killed."""
    session = sessions.resume(path, system())
    os.write(pipe, f"{session.events[-1].seq}\n".encode())
    if dying is not None:
        session._log._disk = Dying(*dying)
    for _ in count():
        event = session.do(following(session.state))
        assert not isinstance(event, Rejection), event
        os.write(pipe, f"{event.seq}\n".encode())


def forked(path, dying=None):
    """A child that plays; its number and the end of the pipe it tells on."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            play(path, writing, dying)
        except BaseException as error:  # noqa: BLE001 - the parent sees it as a line that is no number
            os.write(writing, f"{error!r}\n".encode())
        finally:
            os._exit(1)
    os.close(writing)
    return child, reading
