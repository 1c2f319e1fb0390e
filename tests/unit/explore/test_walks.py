"""Sessions played along the book at random end where exploring says they can, and nowhere else."""

import random

import pytest

from tests.small import BASE, texts
from tests.unit.course.scenes import written
from tests.unit.explore.test_endings import BASE_LIKE, BASE_LIKE_ENDINGS
from tests.unit.services.rooms import RULES, done, opened
from ttx.adjudication import results
from ttx.course import (
    Answer,
    End,
    Enter,
    Put,
    Reach,
    Release,
    RuleOn,
    Script,
    TakeSlip,
    begin,
    brought,
    carry,
    fork,
)
from ttx.course.relevance import Relevance
from ttx.engine import replay
from ttx.explore.endings import explore
from ttx.loader import load_texts
from ttx.model import commands as c
from ttx.model.position import apply, cell_of, decision_of
from ttx.model.records import Vote

SLIPPED = """\
- id: one
  title: One
  injects:
  - {id: I-1, to: rok, text: a, when: alarm}
  - {id: I-2, kind: contingency, to: rok, text: a, effects: [mood = tense]}
  - {id: I-3, to: rok, text: a, when: mood == tense, effects: [mood = angry]}
  decisions: [{id: D-1, to: rok, ask: w, options: {a: {text: A, contacts: [{from: rok, to: us}]}}}]
  slips: [{track: alarm, ask: q}]
  leads_to: [{phase: two}]
- {id: two, title: Two, decisions: [{id: D-2, to: us, ask: w, when: alarm, options: {a: {text: A}}}], slips: [{track: heat, ask: q}]}
"""
SLIPPED_ENDINGS = "{mad: {when: mood == angry, title: M}, odd: {when: 'I-1 and not alarm', title: O}, known: {when: 'told(rok, us) before D-2', title: K}, rest: {title: R}}"
SCENES = {
    "base": BASE,
    "all kinds": written(BASE_LIKE, endings=BASE_LIKE_ENDINGS),
    "slips": written(SLIPPED, endings=SLIPPED_ENDINGS),
}
REACHES = {"plain": Reach(), "silence": Reach(silence=True), "contingency": Reach(contingency=True)}


def command(session, act):
    """The command that carries an act of the book out."""
    match act:
        case Release(inject):
            return c.ReleaseInject(inject=inject)
        case Put(decision):
            return c.PutDecision(decision=decision)
        case Answer(slot, "none"):
            return c.RecordAnswer(
                decision=decision_of(slot), cell=cell_of(slot), coded="none", outcome="not_taken"
            )
        case Answer(slot, value):
            return c.RecordAnswer(decision=decision_of(slot), cell=cell_of(slot), coded=value)
        case RuleOn(owed):
            made = brought(session.script, session.state.position, act)
            return c.Rule(
                decision=owed.decision,
                result=made.result,
                ticks=tuple(made.ticks.items()),
                for_=made.for_,
                against=made.against,
                word=made.word,
                percent=made.percent,
                votes=tuple(Vote(result=result, count=count) for result, count in made.votes.items()),
                umpire=made.umpire,
            )
        case TakeSlip(index, value):
            return c.TakeSlip(slip=index, value=value)
        case Enter():
            return c.EnterPhase()
        case End():
            return c.EndExercise()


def stepped(session, rng, reach):
    """One act of the book, taken at random and carried out; the Position the course gives for it."""
    position = session.state.position
    found = fork(session.script, position, reach)
    _, act = rng.choice(rng.choice(found.ways).results)
    event = done(session, command(session, act))
    if isinstance(act, RuleOn):
        assert event.fact.result in results(session.scenario.rules[act.owed.rule])
        act = RuleOn(act.owed, event.fact.result, act.way)
    return apply(position, carry(session.script, position, act))


@pytest.mark.parametrize("reach", REACHES.values(), ids=REACHES)
@pytest.mark.parametrize("text", SCENES.values(), ids=SCENES)
def test_a_session_on_the_book_goes_where_the_course_goes_and_ends_where_exploring_finds_it(
    tmp_path, text, reach
):
    rng = random.Random(53)
    known, reached = None, set()
    for n in range(40):
        session, given = opened(tmp_path / f"{n}.ttx.jsonl", text, book=True, given=None)
        done(session, c.StartExercise())
        known = known or explore(session.script, reach=reach)
        assert session.state.position == begin(session.script)
        while session.state.status != "ended":
            given.clock.advance(rng.randrange(90_000))
            wanted = stepped(session, rng, reach)
            assert session.state.position == wanted
        ending = session.state.ended.ending
        assert known.endings[ending].max > 0
        assert session.state.ended.proposed == ending
        assert replay(session.events) == session.state
        reached.add(ending)
        session.close()
    certain = {name for name, chance in known.endings.items() if chance.even > 0.25}
    assert certain <= reached <= {name for name, chance in known.endings.items() if chance.max}


@pytest.mark.parametrize("text", SCENES.values(), ids=SCENES)
def test_from_every_position_of_a_walk_exploring_keeps_the_ending_in_sight(text):
    scene = Script(load_texts(texts(text, rules=RULES)).scenario)
    rng = random.Random(7)
    for _ in range(4):
        position, passed = begin(scene), []
        while (found := fork(scene, position)) is not None:
            passed.append(position)
            _, act = rng.choice(rng.choice(found.ways).results)
            position = apply(position, carry(scene, position, act))
        for place in passed:
            assert explore(scene, start=place).endings[position.ended].max > 0
            assert explore(scene, start=Relevance(scene).reduce(place)) == explore(scene, start=place)
