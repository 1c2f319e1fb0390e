"""Playing along a moves file: playthroughs as data, room time, and the same bytes each time."""

import pytest
import yaml

from tests.small import ROOM, texts
from tests.unit.services.rooms import opened
from tests.unit.test_cases import BASE, CASES, changed
from ttx.engine import replay
from ttx.loader.moves import read_moves
from ttx.model.events import (
    AnswerRecorded,
    DecisionPut,
    ExerciseEnded,
    InjectReleased,
    PhaseEntered,
    ReadOut,
    Ruled,
)
from ttx.services.logs import look
from ttx.services.playing import play
from ttx.store import verify

PLAYS = yaml.safe_load((CASES / "play.cases.yaml").read_text(encoding="utf-8"))
NAMED = {
    InjectReleased: "inject",
    DecisionPut: "decision",
    AnswerRecorded: "slot",
    Ruled: "decision",
    PhaseEntered: "phase",
    ExerciseEnded: "ending",
}


def played(path, case):
    """The session after its moves, and what play says."""
    text = case.get("text") or changed(BASE, case.get("change", {}))
    session, given = opened(path, text, rules=changed(ROOM, case.get("rules", {})), book=True)
    found = read_moves(case["moves"], "a.moves.yaml")
    assert found.moves is not None, found.problems
    return session, play(session, found.moves.moves, given.clock)


def shown(fact):
    name, field = type(fact).__name__, NAMED.get(type(fact))
    return f"{name} {getattr(fact, field)}" if field else name


@pytest.mark.parametrize("case", PLAYS, ids=[case["name"] for case in PLAYS])
def test_playthrough(case, tmp_path):
    session, result = played(tmp_path / "a.ttx.jsonl", case)
    wanted, state = case["expect"], session.state
    assert (state.ended.ending if state.ended else None) == wanted.get("ending")
    assert result.ended == ("ending" in wanted)
    stopped = wanted.get("stopped")
    assert (result.stopped is None) == (stopped is None), result
    if stopped:
        at = result.stopped.span
        assert result.stopped.code == stopped["code"]
        assert stopped["says"] in result.stopped.message
        assert f"{at.line}:{at.column}" == stopped.get("at", "1:1")
    if "tracks" in wanted:
        assert dict(state.position.tracks) == wanted["tracks"]
    if "values" in wanted:
        assert dict(state.position.answers) == wanted["values"]
    if "events" in wanted:
        assert [shown(e.fact) for e in session.events[1:] if not isinstance(e.fact, ReadOut)] == wanted[
            "events"
        ]
    if "faces" in wanted:
        assert [list(e.fact.faces) for e in session.events if isinstance(e.fact, Ruled)] == [wanted["faces"]]
    session.close()
    assert verify(tmp_path / "a.ttx.jsonl").ok
    assert replay(look(tmp_path / "a.ttx.jsonl").events) == state


def test_room_time_passes_as_planned(tmp_path):
    session, _ = played(tmp_path / "a.ttx.jsonl", PLAYS[0])
    at = {shown(e.fact): e.ms // 60_000 for e in session.events}
    # I-01 3, D-01 12, I-02 2, I-05 3, D-02 10 minutes
    assert [at[f"DecisionPut {d}"] for d in ("D-01", "D-02")] == [3, 20]
    assert [at[f"AnswerRecorded {d}"] for d in ("D-01", "D-02")] == [15, 30]
    assert at["ExerciseEnded quiet"] == 30
    latencies = [e for e in session.events if isinstance(e.fact, ReadOut)]
    assert [(e.fact.inject, e.ms // 60_000) for e in latencies] == [("I-01", 3), ("I-02", 17), ("I-05", 20)]


def test_each_is_done_in_the_hat_it_belongs_to(tmp_path):
    session, _ = played(tmp_path / "a.ttx.jsonl", PLAYS[2])
    hats = {type(e.fact).__name__: e.hat for e in session.events}
    assert (hats["AnswerRecorded"], hats["Ruled"], hats["InjectReleased"]) == (
        "scribe",
        "umpire",
        "controller",
    )
    session, _ = played(
        tmp_path / "b.ttx.jsonl", next(p for p in PLAYS if p["name"] == "play other commands on the way")
    )
    assert {e.hat for e in session.events if type(e.fact).__name__ == "TrackAdjusted"} == {"umpire"}


@pytest.mark.parametrize("case", [p for p in PLAYS if "ending" in p["expect"]], ids=lambda p: p["name"])
def test_the_same_moves_give_the_same_bytes(case, tmp_path):
    for name in "ab":
        played(tmp_path / f"{name}.ttx.jsonl", case)[0].close()
    assert (tmp_path / "a.ttx.jsonl").read_bytes() == (tmp_path / "b.ttx.jsonl").read_bytes()


def test_the_file_alone_holds_what_is_needed_to_read_it(tmp_path):
    session, _ = played(tmp_path / "a.ttx.jsonl", PLAYS[0])
    session.close()
    seen = look(tmp_path / "a.ttx.jsonl")
    assert seen.scenario == session.scenario
    assert seen.events[0].fact.files == texts(BASE)


@pytest.mark.parametrize("mode", ["each", "each_then_joint"])
def test_cells_that_answer_for_themselves_do_so_at_the_same_time(tmp_path, mode):
    joint = "" if mode == "each" else "  - {D-02: a}\n"
    moves = f"scenario: small\nmoves:\n  - {{D-01: us-first}}\n  - {{D-02: {{rok: a, us: b}}}}\n{joint}  - {{slip: alarm, value: 'no'}}\n"
    case = {"change": {"mode: each_then_joint": f"mode: {mode}"}, "moves": moves}
    session, result = played(tmp_path / "a.ttx.jsonl", case)
    assert result.ended
    at = {shown(e.fact): e.ms // 60_000 for e in session.events}
    assert (at["DecisionPut D-02"], at["AnswerRecorded D-02.rok"], at["AnswerRecorded D-02.us"]) == (
        20,
        30,
        30,
    )
    assert at["ExerciseEnded quiet"] == 30
