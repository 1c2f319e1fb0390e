"""Sessions for tests of screens, and steps taken in them without a screen."""

from tests.small import BASE, load, texts
from ttx.engine import Rejection
from ttx.model import commands as c
from ttx.services import session as sessions
from ttx.services.forms import answer, course, room, ruling
from ttx.services.forms.values import Asked
from ttx.services.ports import Ports, ScriptedClock, SeededEntropy
from ttx.services.stepping import step_of

MINUTE = 60_000
_BARE = {
    "start": lambda _: c.StartExercise(),
    "resume": lambda _: c.ResumePlay(),
    "read": lambda s: c.MarkReadOut(inject=s.about),
    "release": lambda s: c.ReleaseInject(inject=s.about),
    "put": lambda s: c.PutDecision(decision=s.about),
    "plenary": lambda s: c.AdvanceStage(decision=s.about, stage="plenary"),
    "phase": lambda _: c.EnterPhase(),
}
_FORMS = {
    "first": lambda session, s: answer.first_form(session, s.about, s.cell),
    "record": lambda session, s: answer.answer_form(session, s.about),
    "rule": lambda session, s: ruling.ruling_form(session, s.about),
    "slip": lambda session, s: room.slip_form(session, int(s.about), s.cell),
    "end": lambda session, _: course.end_form(session),
    "lift": lambda _session, _: course.lift_form(),
}


def small(folder, text=BASE, *, rules=None, practice=False, name="small"):
    """A session of a scenario given as text, with a clock that the test moves."""
    given = {"rules": rules} if rules else {}
    scenario, problems = load(text, **given)
    assert scenario is not None, problems
    clock = ScriptedClock("2026-03-14T09:00:00Z")
    ports = Ports(clock, SeededEntropy("room"))
    path = folder / f"{name}.ttx.jsonl"
    return sessions.begin(scenario, texts(text, **given), path, ports, practice=practice), clock


def standing_in(form):
    """What stands in a form before anybody types."""
    return {field.key: field.value for field in form.fields}


def accepted(session, asked):
    """The session does what a form made of its fields."""
    assert isinstance(asked, Asked), asked
    done = session.do(asked.command, hat=asked.hat, true_at=asked.true_at)
    assert not isinstance(done, Rejection), done
    return done


def filled(form):
    """A form filled in as far as it must be: the first choice everywhere else."""
    given = standing_in(form)
    for field in form.fields:
        if field.kind == "one" and field.choices and not given[field.key] and field.key != "confidence":
            given[field.key] = field.choices[0].value
    return given


def take(session, step=None):
    """What the row under the card asks for, with whatever a form needs."""
    step = step or step_of(session)
    if step.doing in _BARE:
        done = session.do(_BARE[step.doing](step))
        assert not isinstance(done, Rejection), (step, done)
        return done
    form = _FORMS[step.doing](session, step)
    return accepted(session, form.make(filled(form)))


def play(session, clock, until=lambda step: False, most=300):
    """Steps one after the other until one of them is the wanted one, or the exercise has ended."""
    taken = []
    while len(taken) < most:
        step = step_of(session)
        if until(step) or session.state.status == "ended":
            return taken
        clock.advance(MINUTE)
        take(session, step)
        taken.append(step)
    raise AssertionError("it does not come to that")
