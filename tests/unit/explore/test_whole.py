"""What exploring says of a whole scenario against every course walked one by one."""

import random
from fractions import Fraction
from functools import cache

import pytest

from tests.generated import generated
from tests.unit.explore.brute import asks, chances, clamps, every_course, keys, made, track_values, unmerged
from tests.unit.explore.test_walks import REACHES, SCENES, stepped
from tests.unit.services.rooms import RULES, done, opened, texts
from ttx.course import Put, Reach, Release, Script, begin
from ttx.course.relevance import Relevance
from ttx.explore.asking import ask, condition
from ttx.explore.chances import courses
from ttx.explore.findings import findings
from ttx.explore.graph import walk
from ttx.explore.reached import places
from ttx.explore.witness import Paths
from ttx.loader import load_texts
from ttx.model import commands as c
from ttx.model.position import cell_of, decision_of
from ttx.model.records import Reason
from ttx.model.words import Words
from ttx.store.disk import Disk

MOST = 1_200


class Fleeting(Disk):
    """Waits for no disk: thousands of sessions are played and thrown away."""

    def sync(self, fd):
        """Nothing has to last."""


SEEDS = [n for n in range(60) if n not in (9, 10, 14, 33)]
"""Of those left out, there are too many Positions where none is merged."""


@cache
def scene_of(name):
    if isinstance(name, int):
        return made(name)
    return Script(load_texts(texts(SCENES[name], rules=RULES)).scenario)


@cache
def small_ones():
    """Scenarios few enough of whose courses there are to walk them one by one."""
    found = [n for n in SEEDS if courses(walk(scene_of(n))) <= MOST]
    assert len(found) >= 20
    return found


CASES = [
    *((name, reach) for name in SCENES for reach in REACHES),
    *((n, "plain") for n in SEEDS),
    *((n, "silence") for n in SEEDS[::3]),
    *((n, "contingency") for n in SEEDS[1::3]),
]


def whole(scene, reach, start=None):
    graph = walk(scene, start, reach)
    return graph, findings(graph, start)


def agree(scene, reach, start=None):
    """Compare everything with every course; where there are too many, with a walk that merges nothing."""
    graph, found = whole(scene, reach, start)
    if courses(graph) > MOST:
        as_it_is(scene, reach, start, found)
        return
    all_of_them = list(every_course(scene, reach, start))
    said = found.whole
    assert said.courses == len(all_of_them)
    assert set(places(graph, Paths(graph))) - {("phase", (start or begin(scene)).phase)} <= keys(all_of_them)
    assert keys(all_of_them) <= set(places(graph, Paths(graph)))
    for ending, chance in said.endings.items():
        least, greatest, even = chances(scene, reach, start, lambda p, e=ending: p.ended == e)
        assert (chance.min, chance.max, chance.even) == (least, greatest, even)
    values, held = track_values(scene, all_of_them), clamps(scene, all_of_them)
    for track in said.tracks:
        assert set(track.reached) == values[track.track]
        assert {clamp.at for clamp in track.clamps} == held[track.track]
    times_agree(scene, said.times, all_of_them)


def as_it_is(scene, reach, start, found):
    graph = unmerged(scene, reach, start, limit=30_000)
    whole_ = findings(graph, start)
    one, other = found.whole, whole_.whole
    assert (one.endings, one.courses, one.open) == (other.endings, other.courses, other.open)
    assert [(c.kind, c.name, c.reached) for c in found.claims] == [
        (c.kind, c.name, c.reached) for c in whole_.claims
    ]
    assert set(found.touches) == set(whole_.touches)
    assert [(t.track, t.reached) for t in one.tracks] == [(t.track, t.reached) for t in other.tracks]
    ends = [{t.track: {c.at for c in t.clamps} for t in each.tracks} for each in (one, other)]
    assert ends[0] == ends[1]
    assert (one.times.even, one.times.idle_most, one.times.phases) == (
        other.times.even,
        other.times.idle_most,
        other.times.phases,
    )
    assert [s.ending for s in one.shadowed] == [s.ending for s in other.shadowed]


def times_agree(scene, times, all_of_them):
    minutes = [(chance, sum(cost(scene, act) for _, act in steps)) for chance, steps, _ in all_of_them]
    assert times.shortest.minutes == min(m for _, m in minutes)
    assert times.longest.minutes == max(m for _, m in minutes)
    assert times.even.minutes == sum(chance * m for chance, m in minutes)
    puts = sum((ch * sum(isinstance(a, Put) for _, a in steps) for ch, steps, _ in all_of_them), Fraction())
    assert times.even.decisions == puts
    for cell in times.even.cells:
        idle = sum(
            ch * sum(cost(scene, a) for _, a in steps if cell.cell not in busy(scene, a))
            for ch, steps, _ in all_of_them
        )
        assert cell.idle == idle
        assert times.idle_most[cell.cell] == max(
            longest(scene, steps, cell.cell) for _, steps, _ in all_of_them
        )


def item(scene, act):
    if isinstance(act, Release):
        return scene.injects[act.inject]
    return scene.decisions[act.decision] if isinstance(act, Put) else None


def cost(scene, act):
    found = item(scene, act)
    return found.minutes if found else 0


def busy(scene, act):
    found = item(scene, act)
    first = [cell for each in getattr(found, "first", ()) for cell in each.to]
    return {*found.to, *first} if found else set()


def longest(scene, steps, cell):
    most = now = 0
    for _, act in steps:
        if cost(scene, act):
            now = 0 if cell in busy(scene, act) else now + cost(scene, act)
        most = max(most, now)
    return most


@pytest.mark.parametrize(("name", "reach"), CASES)
def test_merging_loses_nothing(name, reach):
    agree(scene_of(name), REACHES[reach])


def test_enough_of_them_are_walked_one_by_one():
    assert len(small_ones()) >= 20


CONDITIONS = {
    "base": [
        "line == silent and told(rok, us)",
        "alarm",
        "heat > 1 and D-01 == wait",
        "I-04",
        "D-02 == free",
    ],
    "all kinds": [
        "heat >= 4 and mood == tense",
        "D-1.us == a and D-1 == b",
        "told(rok, us) before D-2",
        "not I-4",
    ],
    "slips": [
        "heat == 5 and not alarm",
        "told(rok, us) before D-2 and mood == angry",
        "D-2 == a",
        "D-1 == none",
    ],
}


@pytest.mark.parametrize("reach", REACHES)
@pytest.mark.parametrize(("name", "text"), [(n, t) for n, texts_ in CONDITIONS.items() for t in texts_])
def test_what_is_asked_is_answered_as_every_course_answers_it(name, text, reach):
    scene, how = scene_of(name), REACHES[reach]
    when = condition(scene.scenario, text)
    found = ask(scene, when, reach=how)
    wanted = chances(scene, how, None, asks(scene, when))
    assert (found.chance.min, found.chance.max, found.chance.even) == wanted
    assert (found.moves is not None) == (wanted[1] > 0)


def leaf(rng, scene):
    track = rng.choice(list(scene.scenario.tracks.values()))
    decision = rng.choice(list(scene.decisions.values())) if scene.decisions else None
    kinds = ["track", "told", *(["inject"] if scene.injects else []), *(["answer"] if decision else [])]
    match rng.choice(kinds):
        case "track" if track.kind == "scale":
            return f"{track.id} >= {rng.randint(track.lo, track.hi)}"
        case "track":
            return f"{track.id} == {rng.choice(track.values)}"
        case "inject":
            return rng.choice(list(scene.injects))
        case "answer" if decision.mode != "each":
            return f"{decision.id} == {rng.choice([*(o.id for o in decision.options), 'free', 'none'])}"
        case _:
            one, other = rng.sample(list(scene.scenario.cells), 2)
            return f"told({one}, {other})"


def test_what_is_asked_of_scenarios_made_at_random():
    rng = random.Random(5)
    for n in small_ones():
        scene = scene_of(n)
        for _ in range(3):
            text = f"{leaf(rng, scene)} {rng.choice(['and', 'or', 'and not'])} {leaf(rng, scene)}"
            when = condition(scene.scenario, text)
            found = ask(scene, when)
            wanted = chances(scene, Reach(), None, asks(scene, when))
            assert (found.chance.min, found.chance.max, found.chance.even) == wanted, (n, text)


@pytest.mark.parametrize("name", [*SCENES, *SEEDS[:40:4]])
@pytest.mark.parametrize("reach", REACHES)
def test_sessions_on_the_book_walk_the_graph(name, reach, tmp_path):
    if isinstance(name, int) and not scene_of(name).decisions:
        return
    scene, how = scene_of(name), REACHES[reach]
    graph, reduce = walk(scene, None, how), Relevance(scene).reduce
    numbers = {position: n for n, position in enumerate(graph.positions)}
    rng = random.Random(f"{name} {reach}")
    text, rules = (SCENES[name], RULES) if name in SCENES else generated(name)
    for n in range(50):
        session, _ = opened(tmp_path / f"{n}.ttx.jsonl", text, rules=rules, book=True, disk=Fleeting())
        done(session, c.StartExercise())
        here = numbers[reduce(session.state.position)]
        assert here == 0
        while session.state.status != "ended":
            wanted = stepped(session, rng, how)
            assert session.state.position == wanted
            here = next(
                edge.to
                for way in graph.ways[here]
                for edge in way
                if graph.positions[edge.to] == reduce(wanted)
            )
        assert graph.ways[here] == ()
        session.close()


def off_book(session, rng):
    """Something a room does that is not on the book; whether it was taken."""
    position, scene = session.state.position, session.script
    given = {"reason": Reason(text=Words("as the room went"))}
    track = rng.choice(list(scene.scenario.tracks.values()))
    values = range(track.lo, track.hi + 1) if track.kind == "scale" else track.values
    choices = [c.AdjustTrack(track=track.id, value=rng.choice(list(values)), reason=Words("it was so"))]
    if position.steps:
        step = rng.choice(position.steps)
        choices += [c.SkipStep(step=step, **given), c.DeferStep(step=step, **given)]
        choices.append(
            c.ReleaseInject(inject=step, **given)
            if step in scene.injects
            else c.PutDecision(decision=step, **given)
        )
    if position.open and rng.random() < 0.5:
        choices.append(
            c.RecordAnswer(
                decision=decision_of(position.open[-1]), cell=cell_of(position.open[-1]), coded="free"
            )
        )
    choices += [c.ReleaseInject(inject=i, **given) for i in position.held]
    choices.append(
        c.EnterPhase(phase=rng.choice(list(scene.phases)), because=Words("we go there"), leave_open=True)
    )
    done_ = session.do(rng.choice(choices))
    return type(done_).__name__ == "Event"


@pytest.mark.parametrize("name", [*SCENES, *SEEDS[1:40:3]])
def test_from_a_position_off_the_book_exploring_finds_what_every_course_from_there_gives(name, tmp_path):
    rng = random.Random(f"off {name}")
    text, rules = (SCENES[name], RULES) if name in SCENES else generated(name)
    taken = 0
    for n in range(6):
        session, _ = opened(tmp_path / f"{n}.ttx.jsonl", text, rules=rules, book=True)
        done(session, c.StartExercise())
        for _ in range(rng.randint(1, 8)):
            if session.state.status == "ended":
                break
            if rng.random() < 0.5:
                taken += off_book(session, rng)
            else:
                stepped(session, rng, Reach())
        position = session.state.position
        if session.state.status != "ended":
            agree(session.script, Reach(), position)
        session.close()
    assert taken
