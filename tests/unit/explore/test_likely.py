"""The packed course finds what the course finds, Position by Position."""

import random

import pytest

from tests.proof.models import REACHES, script_of
from ttx.course import Reach, begin, carry, fork
from ttx.course.kernel import Kernel
from ttx.course.relevance import Relevance
from ttx.explore.endings import ending_outlooks, explore
from ttx.explore.graph import walk
from ttx.explore.likely import Likely
from ttx.model.parts import FREE
from ttx.model.position import Change, Op, apply


def packed(scene, start, reach):
    """Every Position that the packed course comes by, as it is unpacked."""
    kernel = Kernel(scene, start, reach)
    likely = Likely(kernel, tuple(e.id for e in scene.scenario.endings))
    assert likely.walk(10**6)
    return [kernel.position(place, number) for place in likely._order for number in place.found], likely


def agree(scene, start, reach):
    graph = walk(scene, start, reach)
    positions, likely = packed(scene, start, reach)
    assert len(positions) == len(set(positions)) == likely.states == len(graph.positions)
    assert set(positions) == set(graph.positions)
    assert likely.transitions == graph.transitions
    first = ending_outlooks(graph)[0]
    chances = {e.id: first.chance(n) for n, e in enumerate(scene.scenario.endings)}
    assert likely.chances() == chances
    assert sum(c.even for c in chances.values()) == 1


@pytest.mark.parametrize("seed", range(0, 120, 3))
def test_the_same_positions_transitions_and_chances(seed):
    scene = script_of(seed)
    reach = list(REACHES.values())[seed % len(REACHES)]
    agree(scene, begin(scene), reach)


@pytest.mark.parametrize("seed", range(1, 120, 6))
def test_the_same_from_any_position_on_the_book_or_off_it(seed):
    scene, rng = script_of(seed), random.Random(seed)
    position = begin(scene)
    for _ in range(rng.randint(1, 8)):
        found = fork(scene, position)
        if (
            found is None
            or (
                after := apply(
                    position, carry(scene, position, rng.choice(rng.choice(found.ways).results)[1])
                )
            ).ended
        ):
            break
        position = after
    phase = scene.phases[position.phase]
    off = Change(
        deferred=position.steps[:1],
        put=tuple(d.id for d in phase.decisions[:1]),
        opened=tuple(d.id for d in phase.decisions[:1] if d.mode != "each"),
        told=(("rok", "us"), ("un", "north")),
        answers=tuple(
            (d.id, FREE) for p in scene.scenario.phases for d in p.decisions[1:] if d.mode != "each"
        ),
        tracks=(Op("alarm", "=", "yes"),),
        owed=(),
    )
    for start in (position, apply(position, off)):
        agree(scene, start, Reach(silence=True))


def test_exploring_from_a_position_and_from_what_is_read_of_it_is_the_same():
    scene = script_of(7)
    start = begin(scene)
    assert explore(scene, start=start) == explore(scene, start=Relevance(scene).reduce(start))


def test_a_packed_position_that_would_move_otherwise_is_refused(monkeypatch):
    monkeypatch.setattr(Kernel, "_written", lambda _self, _change: iter(()))
    scene = script_of(3)
    with pytest.raises(RuntimeError, match="is not what the course does"):
        explore(scene)
