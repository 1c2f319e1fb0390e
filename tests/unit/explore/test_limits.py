"""Beyond the limits: what was reached stays true, the rest is estimated and said to be."""

import random

import pytest

from tests.unit.explore.test_endings import ruled
from tests.unit.explore.test_whole import scene_of
from ttx.course import Reach
from ttx.explore.asking import ask, condition
from ttx.explore.endings import explore
from ttx.explore.findings import findings
from ttx.explore.graph import walk
from ttx.explore.sampling import sample, wilson
from ttx.render.explore_text import explored_text
from ttx.services import foresight
from ttx.services.foresight import Limits


def drawn(scene, seed="a", samples=400, **more):
    return sample(scene, samples=samples, draw=random.Random(seed).randrange, **more)


def test_the_interval_of_wilson():
    # Wilson (1927); values as tabled for 2 of 10 and for none of 10, 95 in 100
    each = wilson(2, 10)
    assert (round(each.low, 4), round(each.high, 4)) == (0.0567, 0.5098)
    none = wilson(0, 10)
    assert (none.low, round(none.high, 4)) == (0.0, 0.2775)
    assert (wilson(10, 10).high, wilson(0, 0).low, wilson(0, 0).high) == (1.0, 0.0, 1.0)


@pytest.mark.parametrize("name", ["base", "all kinds", "slips"])
def test_courses_drawn_agree_with_what_is_exact(name):
    scene = scene_of(name)
    exact, found = explore(scene).endings, drawn(scene, samples=3000)
    assert sum(found.endings.values()) == found.runs == 3000
    for ending, chance in exact.items():
        each = found.ending(ending)
        margin = (each.high - each.low) * 0.75
        assert abs(each.share - float(chance.even)) <= margin


def test_dice_are_drawn_by_their_odds():
    scene = ruled("dice", "{low: {effects: [alarm = yes]}, high: {}}")
    each = drawn(scene, samples=3000).ending("loud")
    # an answer of two, then 1d6 at 1 or 2
    assert each.low < 1 / 6 < each.high


def test_the_same_seed_draws_the_same_courses():
    scene = scene_of("all kinds")
    assert drawn(scene) == drawn(scene)
    assert drawn(scene, seed="b").endings != drawn(scene).endings


def test_beyond_the_limit_what_was_come_to_is_true_and_the_rest_is_not_said():
    scene = scene_of("all kinds")
    whole = findings(walk(scene))
    for limit in (1, 5, 20, 60):
        found = foresight.explored(scene.scenario, limits=Limits(states=limit, samples=50))
        assert not found.exact
        assert found.stopped == "states"
        assert found.whole is None
        assert found.sampled.runs == 50
        reached = {(c.kind, c.name) for c in found.claims if c.reached}
        assert reached <= {(c.kind, c.name) for c in whole.claims if c.reached}
        assert {t.target for t in found.touches} <= {t.target for t in whole.touches}
    assert foresight.explored(scene.scenario, limits=Limits(states=whole.states)).exact


@pytest.mark.parametrize("why", ["seconds", "memory"])
def test_time_and_memory_end_a_walk(why):
    asked = []
    graph = walk(scene_of("all kinds"), watch=lambda states: asked.append(states) or why)
    assert graph.stopped == why
    assert asked == [1]
    assert graph.transitions == 0
    late = foresight.explored(scene_of("all kinds").scenario, limits=Limits(seconds=-1, samples=3))
    assert (late.stopped, late.sampled.stopped, late.sampled.runs) == ("seconds", "seconds", 0)
    assert late.estimates()["calm"].high == 1.0


def interrupting(after):
    """A watch during which the user presses Ctrl+C."""

    def watch(_):
        nonlocal after
        after -= 1
        if after <= 0:
            raise KeyboardInterrupt
        return ""

    return watch


def test_an_interruption_keeps_what_is_known():
    scene = scene_of("all kinds")
    found = drawn(scene, watch=interrupting(5))
    assert (found.runs, found.stopped) == (4, "interrupted")
    stopped = foresight.explored(scene.scenario, limits=Limits(seconds=-1))
    assert "Fewer than asked for were drawn" in explored_text(scene.scenario, stopped, fancy=False)
    graph = walk(scene, watch=interrupting(1))
    assert graph.stopped == "interrupted"
    said = findings(graph)
    assert not said.exact
    whole = findings(walk(scene))
    assert {c.name for c in said.claims if c.reached} <= {c.name for c in whole.claims if c.reached}


def test_a_question_beyond_the_limit_has_bounds_and_a_sample():
    scene = scene_of("all kinds")
    when = condition(scene.scenario, "heat >= 4 and mood == tense")
    exact = ask(scene, when).chance
    bounds = ask(scene, when, limit=30)
    assert bounds.stopped == "states"
    assert bounds.chance.min <= exact.min
    assert bounds.chance.max >= exact.max
    found, samples = foresight.asked(scene.scenario, when, limits=Limits(states=30, samples=2000))
    each = wilson(samples.hits, samples.runs)
    assert abs(each.share - float(exact.even)) <= each.high - each.low
    assert found.moves is not None


def test_progress_is_said_only_after_half_a_second(monkeypatch):
    class Clock:
        now = 0

        def monotonic(self):
            self.now += 100
            return self.now

    monkeypatch.setattr(foresight, "system", lambda: type("Ports", (), {"clock": Clock()}))
    said = []
    watch = foresight._watch(Limits(seconds=2, memory=0), "states", said.append)
    stopped = [watch(n) for n in range(25)]
    assert said[0].startswith("4 states, 0.5 s")
    assert len(said) == 11
    assert stopped[:20] == [""] * 20
    assert stopped[20] == "seconds"


def test_memory_is_measured_or_never_in_the_way():
    from ttx.services.memory import resident_mb

    assert 0 <= resident_mb() < 1_000_000
    watch = foresight._watch(Limits(memory=1), "states", None)
    assert watch(1) in ("", "memory")


def test_exploring_goes_on_from_where_a_session_stands():
    scene = scene_of("all kinds")
    graph = walk(scene)
    place = next(p for p in graph.positions if p.phase == "two")
    found = foresight.explored(scene.scenario, start=place, reach=Reach())
    assert found.exact
    assert {c.name for c in found.claims if c.kind == "phase" and c.reached} == {"two"}
    when = foresight.question(scene.scenario, "heat > 1")
    assert foresight.asked(scene.scenario, when, start=place)[0].states >= 1
