"""What staff hold: the list of events with both times, the evaluators' guide, blank forms, a tick list."""

import pytest

from tests.unit.render.printed.canaries import generated
from tests.unit.scenarios.shipped import SHIPPED, scenario
from ttx.render.markdown.marks import written
from ttx.render.printed import Stamp, eeg, pack
from ttx.render.printed.msel import HEAD, REVIEW, msel, msel_sheet
from ttx.render.sheets import sheet_csv

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


def test_forms_for_staff_are_numbered_through():
    envelopes = {e.name: e for e in pack(scenario("full-range"), {}, lambda whose: Stamp("0" * 12, whose))}
    text = "".join(written(p) for p in envelopes["envelope-staff"].papers)

    assert [f"Decision form {n} of 20" in text for n in range(1, 21)] == [True] * 20
    ticks = written(envelopes["tick-list"].papers[0])
    assert all(name in ticks for name in envelopes if name != "tick-list")
