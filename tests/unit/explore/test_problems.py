"""What exploring finds stands in the author's file, at its place and with its weight."""

import pytest

from tests.small import BASE, texts
from ttx.course import Script
from ttx.explore.findings import findings
from ttx.explore.graph import walk
from ttx.explore.problems import foreseen
from ttx.loader import load_texts


def problems(text, limit=10_000):
    loaded = load_texts(texts(text))
    assert loaded.scenario is not None, loaded.problems
    graph = walk(Script(loaded.scenario), limit=limit)
    return loaded, foreseen(loaded.scenario, findings(graph), loaded.spans)


def placed(text, code):
    _, found = problems(text)
    lines = text.splitlines()
    return [(lines[p.span.line - 1].strip(), p.severity.value) for p in found if p.code == code]


def test_what_no_course_comes_to_is_named_where_it_stands():
    text = BASE.replace("when: line == silent or alarm}", "when: heat > 5}")
    ((line, severity),) = [p for p in placed(text, "TTX701") if "I-05" in p[0]]
    assert line.startswith("- {id: I-05")
    assert severity == "warning"


def test_an_ending_in_the_shadow_of_another_names_it():
    endings = 'endings:\n  any: {when: "heat >= 0", title: Any}\n  bad: {when: "heat > 1", title: Bad}\n  quiet: {title: Quiet}\n'
    text = BASE[: BASE.index("endings:")] + endings
    assert [p[1] for p in placed(text, "TTX703") if p[0].startswith("bad")] == ["warning"]
    _, found = problems(text)
    assert any("any is taken before it" in p.message for p in found if p.code == "TTX703")
    assert ('any: {when: "heat >= 0", title: Any}', "info") in placed(text, "TTX709")


def test_a_cell_that_waits_too_long_is_named():
    text = BASE.replace("minutes: {cells: 7, plenary: 5}", "minutes: {cells: 30, plenary: 5}")
    assert [p for p in placed(text, "TTX706") if p[0].startswith("us:")]


def test_a_phase_over_its_minutes_and_an_objective_nobody_can_show():
    text = BASE.replace("minutes: 20", "minutes: 2").replace(", objectives: [O1]}", "}")
    text = text.replace("        objectives: [O1]\n", "")
    assert placed(text, "TTX707")
    assert [p[0] for p in placed(text, "TTX708")] == ["O1: {text: Show who is told, evidence: contact log}"]


def test_a_walk_that_was_not_whole_says_nothing():
    assert problems(BASE, limit=2)[1] == ()


@pytest.mark.parametrize("code", ["TTX701", "TTX702", "TTX703"])
def test_graduated_steps_has_nothing_dead(code):
    from ttx.services import checking, library

    found = checking.check_scenario(library.source_of("graduated-steps"), deep=True).problems
    assert code not in {p.code for p in found}
    assert {p.severity.value for p in found} <= {"info"}
