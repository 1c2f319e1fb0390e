"""The PRISM text: its shape, its labels, and what it refuses. That it is right is proved by Storm."""

import re

import pytest

from tests.generated import generated
from tests.small import load, texts
from tests.unit.course.scenes import script
from ttx.course import Reach, Script
from ttx.diagnostics import Severity
from ttx.errors import UsageError
from ttx.explore.prism import prism
from ttx.loader import load_texts

ONE = "- {id: one, title: One, decisions: [{id: D-1, to: rok, ask: w, options: {a: {text: A, effects: [heat += 1]}}}]}"
ENDINGS = "{too-hot: {when: heat > 1, title: H}, rest: {title: R}}"


def test_choices_are_nondeterministic_and_endings_absorb_under_their_labels():
    text = prism(script(ONE, endings=ENDINGS))
    assert text.splitlines()[:3] == ["// EXERCISE", "// Tiny, book play, written by ttx", "mdp"]
    assert "  [] at=1 -> 1 : (at'=2) & (track_heat'=max(0, min(5, track_heat + (1))));" in text
    for label in ("ending_too_hot", "ending_rest"):
        number = re.search(rf'label "{label}" = at=(\d+);', text)[1]
        assert f"  [] at={number} -> 1 : (at'={number});" in text


def test_even_handed_every_choice_that_may_be_taken_weighs_the_same():
    text = prism(script(ONE, endings=ENDINGS), even=True)
    assert "dtmc" in text
    assert "[] at=1 -> 1/2 * 1 : (at'=2)" in text


def test_silence_is_a_choice_only_where_it_is_asked_for():
    scene = script(ONE, endings=ENDINGS)
    assert prism(scene, even=True).count("1/2 * 1 : (at'=2)") == 2
    assert prism(scene, Reach(silence=True), even=True).count("1/3 * 1 : (at'=2)") == 3


def test_what_nothing_reads_is_left_out_and_what_is_read_no_more_is_put_back():
    text = prism(script(ONE, endings=ENDINGS))
    assert re.findall(r"^  (\w+) : ", text, re.MULTILINE) == ["at", "track_heat"]
    assert text.count("(track_heat'=1)") == 2


def test_endings_that_would_share_a_label_are_refused_by_name():
    scene = script(ONE, endings="{a-b: {when: heat > 1, title: H}, a_b: {title: R}}")
    with pytest.raises(UsageError, match=r"a-b and a_b have the same label in PRISM: ending_a_b"):
        prism(scene)


def test_ids_of_other_scripts_and_alike_ids_get_names_of_their_own():
    phases = """\
- id: one
  title: One
  decisions:
  - {id: D-é, to: rok, ask: w, options: {a: {text: A}}}
  - {id: D-è, to: rok, ask: w, options: {a: {text: A}}}
"""
    text = prism(script(phases, endings="{x: {when: D-é == a and D-è == a, title: H}, y: {title: R}}"))
    assert text.isascii()
    assert {"answer_D__", "answer_D___2"} <= set(re.findall(r"^  (\w+) : ", text, re.MULTILINE))


@pytest.mark.parametrize("seed", range(60))
def test_scenarios_made_at_random_load_without_errors(seed):
    text, rules = generated(seed)
    assert generated(seed) == (text, rules)
    scenario, problems = load(text, rules=rules)
    assert scenario is not None
    assert [p for p in problems if p.severity is Severity.ERROR] == []


def test_scenarios_made_at_random_hold_every_construct():
    words = " ".join("\n".join(generated(seed)) for seed in range(60))
    wanted = "repeat deliver contingency each_then_joint lead(us)+concur each_round slips before on_enter"
    kinds = "room/dice room/swayed room/ladder room/consensus room/umpire room/argued room/likely room/gate"
    assert all(
        each in words for each in f"{wanted} {kinds} room/counted if_not_taken expected_action".split()
    )


def test_a_table_whose_modifiers_come_to_too_many_sums_is_refused():
    modifiers = ", ".join(f"{{id: m{n}, value: {2**n}, when: heat > 1}}" for n in range(10))
    rules = f"""\
format: ttx-rules/1
id: room
title: Room
rules:
  dice: {{kind: table, dice: 1d6, bands: [{{result: any}}], modifiers: [{modifiers}, {{id: x, value: 1000, when: heat > 2}}]}}
"""
    from tests.unit.course.scenes import written

    text = written(
        "- {id: one, title: One, decisions: [{id: D-1, to: rok, ask: w, ruling: {rule: room/dice, outcomes: {any: {}}}, options: {a: {text: A}}}]}"
    )
    loaded = load_texts(texts(text, rules=rules))
    with pytest.raises(UsageError, match="too many for PRISM"):
        prism(Script(loaded.scenario))
