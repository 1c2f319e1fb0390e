"""Any command in any state: one event or one refusal in words, and the same fold whichever way.

Commands are drawn from their own classes, field by field: ids that exist, ids of the wrong kind, and
junk; texts empty, blank and hostile; numbers of events that do and do not exist. Commands that fit
somewhere are mixed in, so that play gets on.
"""

import dataclasses
import types
from typing import Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.engine.stage import Table, whole
from tests.unit.engine.test_commands import ACCEPTED
from ttx.engine import Rejection, evolve, replay, retracted, standing, view_for
from ttx.model import commands as c
from ttx.model.events import Event, Overruled, Retracted
from ttx.model.position import Position
from ttx.model.words import Words

IDS = [
    "rok", "us", "rok/Chief", "north", "I-1", "I-2", "I-3", "I-4", "I-6", "I-7", "I-8", "A-1", "D-1", "D-2",
    "D-3", "one", "two", "three", "heat", "alarm", "mood", "loud", "quiet", "F-1", "O-1", "DOC-1a", "DOC:1.2",
    "a", "b", "k", "free", "none", "complete", "low", "high", "stands", "does_not", "warn", "act", "room",
    "private:rok", "fact:F-1", "yes", "no", "calm", "tense", "",
]  # fmt: skip
JUNK = ["un", "D-9", "D-1.rok", "DOC:", ":", "%s", "{0}", "[/x]", "\x1b[2J", "rok/", "private:", "한국"]
TEXTS = st.sampled_from(["words", "words", "words", "", " ", "one two", "[ROK] {x} %d", "w " * 41]).map(Words)
NUMBERS = st.one_of(st.integers(-1, 12), st.sampled_from([10**6, -(10**6)]))
OFTEN = {
    "inject": ["I-1", "I-2", "I-3", "I-5", "I-6", "I-7"],
    "decision": ["D-1", "D-2", "D-3"],
    "coded": ["a", "b", "k", "free", "none"],
    "cell": ["rok", "us"],
    "step": ["I-1", "I-2", "D-1", "D-2", "D-3"],
    "track": ["heat", "mood", "alarm"],
    "phase": ["one", "two", "three"],
    "target": ["DOC-1a", "DOC:1.2"],
    "what": ["I-1", "I-2", "private:rok", "fact:F-1", "D-1"],
    "to": ["rok", "us", "room"],
    "fact": ["F-1"],
    "objective": ["O-1"],
    "value": ["a", "b", "yes", "calm", "free"],
}


def drawn(kind, name=""):
    """Values of a field's type, good and bad ones."""
    origin = get_origin(kind)
    if kind is Words:
        return TEXTS
    if origin is Literal:
        return st.sampled_from(get_args(kind))
    if origin in (Union, types.UnionType):
        return st.one_of(*(st.none() if k is type(None) else drawn(k, name) for k in get_args(kind)))
    if origin is tuple:
        return _tuples(get_args(kind), name)
    if dataclasses.is_dataclass(kind):
        return made(kind)
    if kind is str:
        usual = st.sampled_from(OFTEN.get(name, IDS))
        return st.one_of(usual, usual, st.sampled_from(IDS + JUNK))
    if kind is int and name == "of":
        return st.one_of(st.integers(2, 7), NUMBERS)
    return {int: NUMBERS, bool: st.booleans()}[kind]


def _tuples(kinds, name):
    if kinds[1:] == (...,):
        return st.lists(drawn(kinds[0], name), max_size=3).map(tuple)
    return st.tuples(*(drawn(kind, name) for kind in kinds))


def made(cls):
    """Values of a class; a field with a default often keeps it."""
    hints = get_type_hints(cls)
    needed, free = {}, {}
    for f in dataclasses.fields(cls):
        required = f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING
        (needed if required else free)[f.name] = drawn(hints[f.name], f.name)
    return st.fixed_dictionaries(needed, optional=free).map(lambda given: cls(**given))


USUAL = [
    c.ReleaseInject, c.PutDecision, c.RecordAnswer, c.Rule, c.EnterPhase, c.TakeSlip, c.Retract, c.Overrule,
    c.SkipStep, c.AskControl, c.RecordContact, c.EndExercise, c.AnswerQuestion, c.SettleLink, c.Reply, c.TagLink,
    c.RecordFirst,
]  # fmt: skip
ANY = st.sampled_from([*c.COMMANDS.values(), *USUAL]).flatmap(made)
NATURAL = st.sampled_from(
    [
        c.ReleaseInject(inject="I-1"), c.ReleaseInject(inject="I-2"), c.PutDecision(decision="D-1"),
        c.RecordAnswer(decision="D-1", coded="b"), c.RecordAnswer(decision="D-1", coded="a"),
        c.RecordAnswer(decision="D-2", cell="us", coded="a"), c.Rule(decision="D-1"),
        c.EnterPhase(leave_open=True), c.RecordAnswer(decision="D-3", coded="a"), c.ReleaseInject(inject="I-6"),
        c.AskControl(cell="rok", text=Words("who?")), c.Rule(decision="D-3", result="does_not"),
    ]
)  # fmt: skip
SOMEWHERE = st.sampled_from([command for _, command, _ in ACCEPTED])
PLAY = st.lists(st.one_of(NATURAL, SOMEWHERE, ANY), max_size=30)
MORE = settings(
    max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def check_step(table, command):
    """Take one command and see that the engine keeps its word."""
    before, count = table.state, len(table.events)
    result = table.try_(command)
    if isinstance(result, Rejection):
        assert (table.state, len(table.events)) == (before, count)
        assert len(result.reason.split()) > 2, result
        assert result.reason.rstrip()[-1] in ".?", result
        assert result.code == result.code.lower()
        assert "None" not in result.reason
        assert "Error" not in result.reason
        return
    assert isinstance(result, Event)
    assert (result.seq, table.state.ledger.seq) == (count + 1, count + 1)
    if not isinstance(result.fact, Retracted | Overruled):
        assert table.state == evolve(before, result)


@MORE
@given(PLAY, st.booleans(), st.booleans())
def test_decide_answers_every_command_and_the_fold_agrees(commands, book, starts):
    table = Table(whole(), book=book)
    if starts:
        table.do(c.StartExercise())
    for command in commands:
        check_step(table, command)
    assert table.state == replay(table.events)
    for audience in ("rok", "us", "room", "coder"):
        view_for(table.script, table.record, audience)


@MORE
@given(PLAY)
def test_what_always_holds_in_a_state(commands):
    table = Table(whole())
    table.do(c.StartExercise())
    dice = 0
    for command in commands:
        table.try_(command)
        position = table.state.position
        assert isinstance(position, Position)
        assert all(0 <= v <= 5 for t, v in position.tracks if t == "heat")
        assert len(set(position.open)) == len(position.open)
        assert not set(position.steps) & {s.partition(".")[0] for s in position.open}
        assert table.state.ledger.dice >= dice
        dice = table.state.ledger.dice
        gone = retracted(table.events)
        assert [e.seq for e in standing(table.events)] == [e.seq for e in table.events if e.seq not in gone]


@MORE
@given(PLAY)
def test_taking_everything_back_from_the_end_leads_back_to_the_start(commands):
    table = Table(whole())
    table.do(c.StartExercise())
    start = table.state
    for command in commands:
        table.try_(command)
    for number in range(len(table.events), 2, -1):
        if number not in retracted(table.events):
            table.try_(c.Retract(of=number, read_out="no"))
    stays = [e for e in standing(table.events) if e.seq > 2 and not isinstance(e.fact, Retracted)]
    kinds = {type(e.fact).__name__ for e in stays}
    assert kinds <= {"SessionResumed", "Paused", "Resumed", "RealWorldStopped", "RealWorldLifted"} or (
        table.state.status == "stopped"
    )
    if table.state.status != "stopped":
        assert table.state.position == start.position
        assert (table.state.given, table.state.answers, table.state.decisions) == ({}, {}, {})
