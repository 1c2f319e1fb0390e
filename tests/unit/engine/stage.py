"""A scenario with every part, as text and as a record that can be played command by command."""

from functools import cache

from tests.small import texts
from tests.unit.course.scenes import RULES
from ttx.course import Script
from ttx.engine import Moment, Record, Rejection, decide, extend, replay
from ttx.loader import load_texts
from ttx.model import commands as c
from ttx.model.catalogue import Catalogue, Commitment, Deadline, Fingerprint, Provenance, SentenceActs
from ttx.model.events import Event, SessionOpened

SEED = "ab" * 32
TEXT = """\
format: ttx/1
id: whole
title: Whole
marking: EXERCISE
rulepacks: [room]
cells:
  rok: {name: ROK, seats: [Chief], brief: You are the ministry., private: You know more.}
  us: {name: US}
voices: {north: {name: The north}}
tracks:
  heat: {kind: scale, range: [0, 5], start: 1}
  alarm: {kind: flag}
  mood: {kind: choice, values: [calm, tense], start: calm}
facts: {F-1: {about: [who], until: Not known., then: {when: I-1, to: [rok], text: They did.}}}
objectives: {O-1: {text: Show it, evidence: log}}
phases:
- id: one
  title: One
  at: D 07:40
  injects:
  - {id: I-1, at: T+0:00, to: [rok], text: a, effects: [heat += 1]}
  - {id: I-2, at: T+0:20, to: all, text: b}
  - {id: I-3, kind: contingency, when: "not told(rok, us)", to: [us], text: c}
  - {id: I-4, kind: delivered, to: [rok], text: d}
  decisions:
  - id: D-1
    to: rok
    after: [I-1]
    first: [{to: [us], ask: What do you expect?, as: sentence}]
    ask: Who is told?
    options:
      a: {text: A, effects: [mood = tense], contacts: [{from: rok, to: us}]}
      b: {text: B, ruling: {rule: room/dice, outcomes: {low: {deliver: [I-4]}, high: {effects: [alarm = yes]}}}}
    coding: [{id: k, text: K}]
    free: {ruling: {rule: room/ladder, outcomes: {complete: {}, "skipped:warn": {}, "skipped:act": {}}}}
    if_not_taken: {effects: [heat = 5]}
  - {id: D-2, to: [rok, us], mode: each, ask: q, options: {a: {text: A}, b: {text: B}}, if_not_taken: {effects: [alarm = yes]}}
  slips: [{track: mood, to: [us], ask: q}, {ask: plain}]
  leads_to: [{phase: two}]
- id: two
  title: Two
  at: D+1 08:00
  injects: [{id: I-5, to: all, text: e, when: alarm}, {id: I-6, to: all, text: f, each_round: true}]
  decisions:
  - id: D-3
    to: [rok, us]
    mode: each_then_joint
    ask: q
    options: {a: {text: A, effects: [heat += 1]}, b: {text: B}}
    ruling: {rule: room/umpire, outcomes: {stands: {}, does_not: {deliver: [I-7]}}}
  repeat: {while: heat < 3, at_most: 2}
  leads_to: [{phase: three}]
- id: three
  title: Three
  injects: [{id: I-7, kind: delivered, to: us, text: g}, {id: I-8, kind: expected_action, text: h}]
endings: {loud: {when: alarm, title: L}, quiet: {title: Q}}
"""
PRINT = Fingerprint(letters="ab" * 32, words="01")
CATALOGUE = Catalogue(
    id="doc",
    document="DOC",
    title="A Statement",
    short_title="Statement",
    date="2021-12-02",
    paragraphs=9,
    provenance=Provenance(publisher="p", official=False, sha256="cd" * 32, other_texts=""),
    commitments={
        "DOC-1a": Commitment(
            id="DOC-1a", paragraph=1, block=1, sentence=1, label="One", paraphrase="w", speaker=("ROK",),
            bearer=("ROK",), verb="will", act_class="commissive", duty="conduct", fingerprint=PRINT,
            deadline=Deadline(kind="date", latest="2022-12-31"),
        )
    },
    sentences={"1.2": SentenceActs(paragraph=1, block=1, sentence=2, acts=("position",), label="Two", fingerprint=PRINT)},
)  # fmt: skip


@cache
def whole(text=TEXT, *, rules=RULES):
    """The scenario of that text with a catalogue of one commitment."""
    from dataclasses import replace

    loaded = load_texts(texts(text, rules=rules))
    assert loaded.scenario is not None, loaded.problems
    return Script(replace(loaded.scenario, catalogues={"doc": CATALOGUE}))


class Table:
    """A record in memory: commands go in through ``decide``, events fold as a session folds them."""

    def __init__(self, script=None, *, book=False):
        self.script = script or whole()
        self.ms = 0
        fact = SessionOpened(version="1", scenario="whole", title="Whole", seed=SEED, book=book)
        self.events = [Event(seq=1, at="2022-03-14T08:00:00.000Z", ms=0, fact=fact)]
        self.state = replay(self.events)

    @property
    def record(self):
        return Record(self.events, self.state)

    def try_(self, command, *, hat="controller", true_at=None):
        """The event, taken in, or the refusal, which leaves everything as it is."""
        moment = Moment(at="2022-03-14T08:00:00.000Z", ms=self.ms, hat=hat, true_at=true_at)
        decided = decide(self.script, self.record, moment, command)
        if isinstance(decided, Event):
            self.events.append(decided)
            self.state = extend(self.state, self.events)
            self.ms += 1000
        return decided

    def do(self, *commands, **more):
        """Carry commands out, none of them refused; the last fact."""
        for command in commands:
            event = self.try_(command, **more)
            assert isinstance(event, Event), (command, event)
        return event.fact

    def no(self, command, code, **more):
        """A command that is refused with that code, and changes nothing."""
        before, count = self.state, len(self.events)
        refused = self.try_(command, **more)
        assert isinstance(refused, Rejection), (command, refused)
        assert refused.code == code, refused
        assert (self.state, len(self.events)) == (before, count)
        return refused.reason

    def fork_of(self):
        """The same record, to be played on another way."""
        other = Table.__new__(Table)
        other.__dict__ = {**self.__dict__, "events": [*self.events]}
        return other

    @property
    def tracks(self):
        return dict(self.state.position.tracks)

    @property
    def seq(self):
        return len(self.events)


def begun(**more):
    """A record whose exercise runs."""
    table = Table(**more)
    table.do(c.StartExercise())
    return table


def asked(**more):
    """I-1 was given and D-1 put."""
    table = begun(**more)
    table.do(c.ReleaseInject(inject="I-1"), c.PutDecision(decision="D-1"))
    return table


def answered(coded="a", **more):
    """D-1 has that answer, in event 5."""
    table = asked(**more)
    table.do(c.RecordAnswer(decision="D-1", coded=coded))
    assert table.seq == 5
    return table
