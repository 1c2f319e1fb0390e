"""What staff hold: the list of events with both times, the evaluators' guide, blank forms, a tick list."""

import pytest

from tests.unit.render.printed.canaries import generated
from tests.unit.scenarios.shipped import SHIPPED, scenario
from ttx.loader.evaluation import Rated, read_evaluation
from ttx.loader.schema.evaluation import EvaluationFile
from ttx.render.markdown.marks import written
from ttx.render.printed import Stamp, eeg, pack, rater
from ttx.render.printed.evaluators import BOXES
from ttx.render.printed.msel import HEAD, REVIEW, msel, msel_sheet
from ttx.render.rater_yaml import rater_yaml
from ttx.render.sheets import sheet_csv
from ttx.services.papers import WORDS

STAMP = Stamp("0123456789ab", "STAFF")


@pytest.mark.parametrize("name", SHIPPED)
def test_every_step_stands_once_in_the_list_of_events_with_its_times(name):
    made = scenario(name)
    rows = [dict(zip(HEAD, row, strict=True)) for row in msel_sheet(made).rows]
    steps = [s.id for p in made.phases for s in (*p.injects, *p.decisions)]

    assert sorted(r["Id"] for r in rows) == sorted(steps)
    assert all(r["Exercise clock"] for r in rows if r["Type"].startswith("decision"))
    assert all(
        r["Scenario time"] for r in rows if made.inject(r["Id"]) and made.inject(r["Id"]).at is not None
    )
    clocks = [r["Exercise clock"] for r in rows if r["Exercise clock"]]
    assert clocks == sorted(clocks)


def test_for_review_there_are_empty_columns_and_no_cell_is_a_formula():
    made, _ = generated()
    sheet = msel_sheet(made, review=True)

    assert sheet.head == (*HEAD, *REVIEW)
    assert all(row[-3:] == ("", "", "") for row in sheet.rows)
    assert not any(line.startswith(("=", "+", "@")) for line in sheet_csv(sheet).splitlines())
    assert written(msel(made, STAMP, review=True)).count("Comment") == 1


def test_the_evaluators_guide_has_every_objective_with_evidence_and_boxes():
    made = scenario("full-range")
    text = written(eeg(made, STAMP))

    for objective in made.objectives.values():
        assert f"## {objective.id} " in text
    assert text.count("not shown") == len(made.objectives)


@pytest.mark.parametrize(
    ("rated", "boxes"),
    [
        ("psmu", ("☐ P (done as", "☐ S (", "☐ M (", "☐ U (", "☐ not put")),
        ("shown", ("☐ partly", "☐ not put")),
    ],
)
def test_the_boxes_are_those_of_the_words_agreed_on(rated, boxes):
    made = scenario("full-range")
    for paper in (eeg(made, STAMP, rated), rater(made, STAMP, rated)):
        assert [written(paper).count(box) for box in boxes] == [len(made.objectives)] * len(boxes)


@pytest.mark.parametrize("paper", [eeg, rater])
def test_where_nothing_is_to_be_rated_there_is_no_box(paper):
    text = written(paper(scenario("full-range"), STAMP, "none"))

    assert "☐" not in text
    assert "## O1 " in text


def test_the_words_on_paper_are_those_a_raters_file_may_hold():
    assert {rated: tuple(word for word, _ in words) for rated, words in BOXES.items()} == WORDS


def test_a_second_raters_form_has_the_parts_of_the_file_it_is_typed_into():
    text = written(rater(scenario("full-range"), STAMP))

    parts = [name for name in EvaluationFile.model_fields if name != "ratings"]
    assert [name for name in parts if f"({name})" not in text.replace("\\_", "_")] == []
    assert all(f"({name})" in text for name in ("evidence", "analysis", "cause", "owner", "due", "by"))


@pytest.mark.parametrize("rated", BOXES)
def test_the_file_of_a_rater_can_be_read_as_it_is_printed(rated):
    made = scenario("full-range")
    known = Rated(objectives=tuple(made.objectives), last_event=9, words=WORDS[rated])
    found = read_evaluation(rater_yaml(made, rated), "rater.yaml", known)

    assert found.problems == ()
    assert (found.value.rater, found.value.ratings) == ("An evaluator", ())


def test_a_line_of_the_file_is_right_once_it_is_filled_in():
    made = scenario("full-range")
    known = Rated(objectives=tuple(made.objectives), last_event=20, words=WORDS["psmu"])
    text = rater_yaml(made, "psmu").replace(
        "# - {objective: O1, word: , evidence: []", "- {objective: O1, word: S, evidence: [12]"
    )
    found = read_evaluation(text, "rater.yaml", known)

    assert found.problems == ()
    assert [(r.objective, r.word, r.evidence) for r in found.value.ratings] == [("O1", "S", (12,))]


def test_forms_for_staff_are_numbered_through():
    envelopes = {e.name: e for e in pack(scenario("full-range"), {}, lambda whose: Stamp("0" * 12, whose))}
    text = "".join(written(p) for p in envelopes["envelope-staff"].papers)

    assert [f"Decision form {n} of 20" in text for n in range(1, 21)] == [True] * 20
    ticks = written(envelopes["tick-list"].papers[0])
    assert all(name in ticks for name in envelopes if name != "tick-list")
