"""Moves as people write them, each with its place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.small import placed
from ttx.errors import LoadError
from ttx.loader import load_moves, read_moves
from ttx.model.moves import (
    MoveAnswer,
    MoveDo,
    MoveEnding,
    MoveInject,
    MovePhase,
    MoveRoll,
    MoveRuling,
    MoveSlip,
)
from ttx.services.building import build

HEAD = "scenario: small\nseed: 7a\nstart: 2022-03-14T08:00:00Z\nmoves:\n"


def moves(*lines):
    read = read_moves(HEAD + "".join(f"  - {line}\n" for line in lines), "m.yaml")
    assert read.problems == ()
    return read.moves.moves


def faults(*lines):
    read = read_moves(HEAD + "".join(f"  - {line}\n" for line in lines), "m.yaml")
    assert read.moves is None
    return [each.removeprefix("m.yaml:") for each in placed(read.problems)]


def test_head():
    read = read_moves(HEAD, "m.yaml")
    assert (read.moves.scenario, read.moves.seed, read.moves.start) == ("small", "7a", "2022-03-14T08:00:00Z")


def test_an_answer_by_its_option():
    (move,) = moves("{D-01: unc-first}")
    assert (move.decision, move.coded, move.cell, move.outcome) == ("D-01", "unc-first", None, "decided")
    assert (move.span.line, move.span.column) == (5, 5)


def test_an_answer_with_all_it_may_carry():
    (move,) = moves(
        "{D-02: free, said: We wait, rationale: r, dissent: d, confidence: low, outcome: conditional,"
        " until: noon, near: true, positions: [{office: J3, said: no, option: b}], carried: {by: Chief, how: ruled},"
        " links: [{commitment: SCM53-05a, bearing: strains, relies: true, if: x}, {sentence: 'SCM53:16.5'}]}"
    )
    assert (move.said, move.outcome, move.until, move.near) == ("We wait", "conditional", "noon", True)
    assert (move.grounds.rationale, move.grounds.confidence) == ("r", "low")
    assert (move.grounds.positions[0].office, move.grounds.carried.how) == ("J3", "ruled")
    assert [(n.target, n.bearing, n.relies, n.if_) for n in move.links] == [
        ("SCM53-05a", "strains", True, "x"),
        ("SCM53:16.5", "touches", False, ""),
    ]


def test_each_cell_is_an_answer_of_its_own():
    one, two = moves("{D-06: {rok: a, us: b}, said: both}")
    assert [(m.decision, m.cell, m.coded, m.said) for m in (one, two)] == [
        ("D-06", "rok", "a", "both"),
        ("D-06", "us", "b", "both"),
    ]


def test_what_was_not_put():
    (move,) = moves("{D-05: none, outcome: not_put}")
    assert (move.coded, move.outcome) == ("none", "not_put")


def test_the_other_forms():
    made = moves(
        "{ruling: D-02, result: agreed, ticks: {announce: true, wait: no}, umpire: -1, faces: [5, 2]}",
        "{roll: [5]}",
        "{slip: trust, cell: unc, value: no}",
        "{slip: heat, value: 3}",
        "{inject: I-06}",
        "{phase: next-day, because: Late}",
        "{ending: quiet, because: Done}",
    )
    assert [type(m) for m in made] == [
        MoveRuling, MoveRoll, MoveSlip, MoveSlip, MoveInject, MovePhase, MoveEnding,
    ]  # fmt: skip
    assert made[0].ticks == {"announce": True, "wait": False}
    assert (made[0].umpire, made[0].faces) == (-1, (5, 2))
    assert (made[2].cell, made[2].value, made[3].value) == ("unc", "no", 3)


def test_a_command_keeps_its_fields_for_the_builder():
    (move,) = moves("{do: TakeNote, text: 3.10, cell: rok, phase: x, of: 12}")
    assert isinstance(move, MoveDo)
    assert move.fields == {"text": "3.10", "cell": "rok", "phase": "x", "of": 12}
    note = build("TakeNote", {k: v for k, v in move.fields.items() if k != "phase"})
    assert (note.text, note.of) == ("3.10", 12)


def test_a_decision_may_be_called_anything_a_form_is_not():
    (move,) = moves("{said: x, 결정-1: wait}")
    assert isinstance(move, MoveAnswer)
    assert move.decision == "결정-1"


def test_every_fault_with_its_place():
    assert faults(
        "{said: nothing}",
        "{D-01: }",
        "{D-01: [a]}",
        "{D-06: {rok: a, us: [b]}}",
        "{D-01: a, outcom: decided, outcome: maybe}",
        "{ruling: D-01, umpire: two}",
        "{slip: x}",
    ) == [
        "5:5 TTX611",
        "6:6 TTX612",
        "7:12 TTX612",
        "8:25 TTX612",
        "9:15 TTX201",
        "9:41 TTX208",
        "10:28 TTX206",
        "11:5 TTX202",
    ]


def test_moves_that_are_no_list_of_mappings():
    assert faults("x") == ["5:5 TTX205"]
    assert read_moves("", "m.yaml").moves is None
    assert read_moves("scenario: a\nmoves: x\n", "m.yaml").problems[0].code == "TTX204"


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(LoadError):
        load_moves(tmp_path / "gone.yaml")
    (tmp_path / "m.yaml").write_text(HEAD, encoding="utf-8")
    assert load_moves(tmp_path / "m.yaml").moves is not None


VALUES = st.recursive(
    st.sampled_from(["x", "3", "", "''", "[]", "{}", "true"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=2).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(st.sampled_from(["rok", "by", "commitment"]), inner, max_size=2).map(
            lambda d: "{" + ", ".join(f"{k}: {v}" for k, v in d.items()) + "}"
        ),
    ),
    max_leaves=4,
)
KEYS = [
    "do",
    "ruling",
    "roll",
    "slip",
    "inject",
    "phase",
    "ending",
    "D-01",
    "said",
    "links",
    "ticks",
    "carried",
    "value",
]


@given(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=4))
@settings(max_examples=300, deadline=None)
def test_no_move_makes_the_loader_raise(entry):
    text = "{" + ", ".join(f"{k}: {v}" for k, v in entry.items()) + "}"
    read = read_moves(f"{HEAD}  - {text}\n", "m.yaml")
    assert (read.moves is None) == bool(read.problems)
