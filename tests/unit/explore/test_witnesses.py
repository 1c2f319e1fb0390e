"""Every witness is played by ``play`` through the services, and comes to the very place it names."""

from functools import cache

import pytest

from tests.generated import generated
from tests.unit.explore.test_walks import REACHES, SCENES
from tests.unit.services.rooms import RULES, opened
from ttx.course import Reach, Script
from ttx.explore.asking import ask, condition
from ttx.explore.findings import findings
from ttx.explore.graph import walk
from ttx.explore.reached import claim_named
from ttx.loader.moves import read_moves
from ttx.model import events as e
from ttx.model.position import decision_of
from ttx.render.explore_data import moves_file
from ttx.services import checking, playing, session
from ttx.services.library import source_of
from ttx.services.ports import Ports, ScriptedClock, SeededEntropy

FULL = Reach(silence=True, contingency=True)


@cache
def graduated():
    return checking.playable(source_of("graduated-steps"))


def played(running, clock, moves):
    """The facts of a session after these moves, and what play says of it."""
    text = moves_file(running.scenario.id, "there", moves)
    loaded = read_moves(text, "witness.yaml")
    assert loaded.moves is not None, (loaded.problems, text)
    assert len(loaded.moves.moves) == len(moves)
    try:
        result = playing.play(running, loaded.moves.moves, clock)
        return [event.fact for event in running.events], result
    finally:
        running.close()


def comes_to(claim, facts):
    """Whether the place is on record."""
    match claim.kind:
        case "ending":
            return any(isinstance(f, e.ExerciseEnded) and f.ending == claim.name for f in facts)
        case "inject":
            return any(isinstance(f, e.InjectReleased) and f.inject == claim.name for f in facts)
        case "decision":
            return any(isinstance(f, e.DecisionPut) and f.decision == claim.name for f in facts)
        case "phase":
            return any(getattr(f, "change", None) and f.change.entered == claim.name for f in facts)
        case "option":
            decision, _, value = claim.name.partition(".")
            answers = [f for f in facts if isinstance(f, e.AnswerRecorded) and f.decision == decision]
            last = answers[-1]
            return (last.coded if last.outcome == "decided" else "none") == value
        case _:
            decision, result = decision_of(claim.name), claim.name.rpartition(".")[2]
            return [f for f in facts if isinstance(f, e.Ruled)][-1].result == result and any(
                isinstance(f, e.Ruled) and f.decision == decision for f in facts
            )


def stops_there(claim, result, moves):
    """To an ending the moves go to ENDEX; else they are used up and play says what waits."""
    if claim.kind == "ending":
        return result.ended and result.stopped is None
    return result.stopped is None or (result.stopped.code == "TTX601" and bool(result.stopped.message))


@pytest.mark.parametrize("reach", [Reach(), FULL], ids=["plain", "full"])
def test_every_witness_of_graduated_steps_plays_to_its_place(reach, tmp_path):
    scenario, files = graduated().scenario, graduated().files
    found = findings(walk(Script(scenario), None, reach))
    for n, claim in enumerate(c for c in found.claims if c.reached):
        clock = ScriptedClock("2026-01-01T00:00:00Z")
        ports = Ports(clock, SeededEntropy("explore"))
        running = session.begin(scenario, files, tmp_path / f"{n}.ttx.jsonl", ports, book=True)
        facts, result = played(running, clock, claim.moves)
        assert stops_there(claim, result, claim.moves), (claim, result)
        assert comes_to(claim, facts), claim


@pytest.mark.parametrize("reach", REACHES)
@pytest.mark.parametrize("name", [*SCENES, *range(20)])
def test_every_witness_of_a_small_scenario_plays_to_its_place(name, reach, tmp_path):
    text, rules = (SCENES[name], RULES) if name in SCENES else generated(name)
    script, found = None, None
    n = 0
    while True:
        running, given = opened(tmp_path / f"{n}.ttx.jsonl", text, rules=rules, book=True)
        if script is None:
            script = running.script
            found = [c for c in findings(walk(script, None, REACHES[reach])).claims if c.reached]
        if n == len(found):
            running.close()
            break
        claim = found[n]
        facts, result = played(running, given.clock, claim.moves)
        assert stops_there(claim, result, claim.moves), (claim, result)
        assert comes_to(claim, facts), claim
        n += 1


@pytest.mark.parametrize(
    ("name", "text", "holds"),
    [
        ("base", "line == silent", lambda p: dict(p.tracks)["line"] == "silent"),
        ("base", "I-04 and alarm", lambda p: "I-04" in p.released and dict(p.tracks)["alarm"] == "yes"),
        ("all kinds", "heat >= 4 and D-2 == free", lambda p: dict(p.tracks)["heat"] >= 4),
        (
            "slips",
            "told(rok, us) before D-2",
            lambda p: ("rok", "us", "D-2") in p.told_before or "D-2" not in p.put,
        ),
    ],
)
def test_the_witness_of_a_question_comes_to_where_it_holds(name, text, holds, tmp_path):
    running, given = opened(tmp_path / "a.ttx.jsonl", SCENES[name], rules=RULES, book=True)
    found = ask(running.script, condition(running.scenario, text))
    played(running, given.clock, found.moves)
    assert holds(running.state.position)


def test_a_result_is_found_after_any_answer_that_leads_to_it():
    found = findings(walk(Script(graduated().scenario))).claims
    assert claim_named(found, "outcome", "D-03.agreed").name == "D-03.one-line.agreed"
    assert claim_named(found, "outcome", "D-03.nothing") is None
    assert claim_named(found, "option", "D-03.one-line").reached
    assert claim_named(found, "option", "D-03.three-lines") is None


def test_a_moves_file_is_written_so_that_words_stay_words():
    text = moves_file(
        "no", "a \n place", [{"D-1": {"rok": "null"}, "outcome": "not_taken"}, {"slip": "한", "value": -1}]
    )
    assert text.splitlines()[0].endswith("a place.")
    assert 'scenario: "no"' in text
    loaded = read_moves(text, "a.yaml")
    assert not loaded.problems
    assert loaded.moves.moves[0].coded == "null"
    assert (loaded.moves.moves[1].track, loaded.moves.moves[1].value) == ("한", -1)
