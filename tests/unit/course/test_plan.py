"""The plan: phases one after the other, steps by their own minutes."""

from tests.small import BASE, load
from ttx.course import Script
from ttx.course.minutes import decision_minutes, inject_minutes
from ttx.course.plan import compressed, planned, slid


def script():
    scenario, problems = load(BASE)
    assert scenario is not None, problems
    return Script(scenario)


def test_a_step_stands_behind_those_before_it_and_a_phase_behind_its_forerunner():
    made = script()
    plan = planned(made)
    begins = 0
    for phase in made.scenario.phases:
        at = begins
        for step in made.steps[phase.id]:
            assert plan[step] == at
            known = made.decisions.get(step)
            at += decision_minutes(known) if known else inject_minutes(made.injects[step])
        begins += phase.minutes or at - begins


def test_sliding_keeps_the_distances_and_compressing_keeps_the_end():
    plan = {"a": 10, "b": 20, "c": 30}
    assert slid(plan, ["b", "c"], 7) == (("b", 27), ("c", 37))
    assert compressed(plan, ["a", "b", "c"], 25, 40) == (("a", 25), ("b", 30), ("c", 35))
    assert compressed(plan, ["a", "b"], 50, 40) == (("a", 50), ("b", 50))
    assert compressed(plan, [], 5, 40) == ()


def test_a_phase_that_a_branch_left_out_takes_no_time_and_one_played_again_takes_it_again():
    made = script()
    first, second = (phase.id for phase in made.scenario.phases[:2])
    whole = planned(made)
    assert planned(made, (first,)) == whole
    jumped = planned(made, (second,))
    assert jumped[made.steps[second][0]] == 0
    assert made.steps[first][0] not in jumped
    again = planned(made, (first, second, second))
    began = whole[made.steps[second][0]]
    assert again[made.steps[second][0]] > began
    assert again[made.steps[first][0]] == 0
