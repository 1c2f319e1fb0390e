"""Tiny scenarios in a few lines, and a walk along the book that notes what was done."""

from functools import cache

from tests.small import texts
from ttx.course import Answer, End, Enter, Put, Release, RuleOn, Script, TakeSlip, begin, carry, fork
from ttx.loader import load_texts
from ttx.model.position import apply

RULES = """\
format: ttx-rules/1
id: room
title: In the room
rules:
  consensus: {kind: consensus, results: {agreed: They agree, not_agreed: They do not}}
  umpire: {kind: umpire, results: {stands: It stands, does_not: It does not}}
  argued: {kind: argument}
  likely: {kind: estimate}
  gate: {kind: gate, conditions: [{id: cool, when: heat < 4}, {id: same}, {id: ready}]}
  counted: {kind: vote, results: {carried: Carried, lost: Lost, later: Later}, decides: most, tie: lost}
  dice:
    kind: table
    dice: 1d6
    bands: [{result: low, to: 2}, {result: high, from: 3}]
    modifiers: [{id: hot, value: 2, when: heat >= 4}]
  swayed:
    kind: table
    dice: 1d6
    umpire: [-1, 1]
    bands: [{result: low, to: 2}, {result: high, from: 3}]
  ladder: {kind: procedure, steps: [{id: warn}, {id: wait, must: false}, {id: act}]}
"""
HEAD = """\
format: ttx/1
id: tiny
title: Tiny
marking: EXERCISE
rulepacks: [room]
cells: {rok: {name: ROK, seats: [Chief]}, us: {name: US}, un: {name: UN}}
voices: {north: {name: The north}}
tracks:
  heat: {kind: scale, range: [0, 5], start: 1}
  alarm: {kind: flag}
  mood: {kind: choice, values: [calm, tense, angry], start: calm}
"""
PLAIN_END = "{end: {title: End}}"


def written(phases, *, endings=PLAIN_END, derived="{}"):
    """The text of a scenario with these phases."""
    return f"{HEAD}derived: {derived}\nphases:\n{phases}\nendings: {endings}\n"


@cache
def script(phases, *, endings=PLAIN_END, derived="{}"):
    """The scenario of that text, indexed for play."""
    loaded = load_texts(texts(written(phases, endings=endings, derived=derived), rules=RULES))
    assert loaded.scenario is not None, loaded.problems
    return Script(loaded.scenario)


def named(act):
    """An act as one word: an inject, ``put D``, ``D=value``, ``D:result``, ``slip 0=v``, ``>phase``, ``end``."""
    match act:
        case Release(inject):
            return inject
        case Put(decision):
            return f"put {decision}"
        case Answer(slot, value):
            return f"{slot}={value}"
        case RuleOn(owed, result):
            return f"{owed.decision}:{result}"
        case TakeSlip(index, value):
            return f"slip {index}={value}"
        case Enter(phase, round_):
            return f">{phase}" if round_ == 1 else f">{phase} {round_}"
        case End(ending):
            return f"end {ending}"


def offers(found):
    """Every act of a fork, as words."""
    return [named(act) for way in found.ways for _, act in way.results]


def walk(scene, *wanted, reach=None):
    """Play along the book: where there is a choice, the first act of ``wanted`` not used yet is taken.

    What is forced may be named too. Gives what was done, as words, and every Position reached.
    """
    more = {} if reach is None else {"reach": reach}
    wanted = list(wanted)
    position = begin(scene)
    done, reached = [], [position]
    while (found := fork(scene, position, **more)) is not None:
        acts = {named(act): act for way in found.ways for _, act in way.results}
        if len(acts) == 1:
            [(name, act)] = acts.items()
            wanted = wanted[1:] if wanted[:1] == [name] else wanted
        else:
            assert wanted, (done, list(acts))
            name = wanted.pop(0)
            assert name in acts, (name, list(acts))
            act = acts[name]
        done.append(name)
        position = apply(position, carry(scene, position, act))
        reached.append(position)
    assert not wanted, wanted
    return done, reached


def last(scene, *wanted, reach=None):
    """The Position the exercise ends in, its tracks as a mapping."""
    _, reached = walk(scene, *wanted, reach=reach)
    return reached[-1], dict(reached[-1].tracks)
