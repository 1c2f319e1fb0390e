"""Sessions of small scenarios with a scripted clock and seeded entropy."""

from tests.small import BASE, texts
from tests.unit.course.scenes import RULES
from ttx.engine import Rejection
from ttx.loader import load_texts
from ttx.model import commands as c
from ttx.services import session as sessions
from ttx.services.ports import Ports, ScriptedClock, SeededEntropy

START = "2022-03-14T08:00:00Z"


def ports(seed="seed", start=START):
    return Ports(ScriptedClock(start), SeededEntropy(seed))


def opened(path, text=BASE, *, rules=RULES, book=False, given=None, **more):
    """A new session of that scenario, and its ports."""
    files = texts(text, rules=rules)
    loaded = load_texts(files)
    assert loaded.scenario is not None, loaded.problems
    given = given or ports()
    return sessions.begin(loaded.scenario, files, path, given, book=book, **more), given


def done(session, *commands, **more):
    """Carry commands out, none of them refused; the last event."""
    for command in commands:
        event = session.do(command, **more)
        assert not isinstance(event, Rejection), (command, event)
    return event


def started(path, text=BASE, **more):
    session, given = opened(path, text, **more)
    done(session, c.StartExercise())
    return session, given
