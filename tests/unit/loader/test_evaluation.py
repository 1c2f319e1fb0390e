"""A rater's file: a word needs evidence, and everything in it fits the session it speaks of."""

import pytest

from ttx.loader.evaluation import Rated, load_evaluation

RATED = Rated(objectives=("O1", "O2"), last_event=40, words=("shown", "partly"))
GOOD = """\
rater: Lead evaluator
ratings:
  - {objective: O1, word: shown, evidence: [12, 40], analysis: first}
findings:
  - {text: Nobody rang, kind: area, cause: no line, evidence: [3]}
actions:
  - {action: Write the line down, owner: Duty office, due: D+60, state: under way}
next_steps:
  - {what: Meet again}
feedback: Too short
parking_lot: [Who pays]
"""


@pytest.fixture
def load(tmp_path):
    def load(text):
        (tmp_path / "r.yaml").write_text(text, encoding="utf-8")
        return load_evaluation(tmp_path / "r.yaml", RATED)

    return load


def test_everything_a_rater_writes_is_read(load):
    found = load(GOOD)

    assert not found.problems
    assert found.value.ratings[0].evidence == (12, 40)
    assert found.value.actions[0].state == "under way"
    assert found.value.feedback == ("Too short",)


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("O1, word", "O9, word", 3, "no objective 'O9'"),
        ("word: shown", "word: superb", 3, "none of the words agreed on"),
        (", evidence: [12, 40]", "", 3, "at least one event"),
        ("[12, 40]", "[41]", 3, "no event #41"),
        ("evidence: [3]", "evidence: [0]", 5, "no event #0"),
    ],
)
def test_what_does_not_fit_is_said_with_its_place(load, old, new, line, says):
    found = load(GOOD.replace(old, new))

    assert found.value is None
    assert [p.code for p in found.problems] == ["TTX613"]
    assert found.problems[0].span.line == line
    assert says in found.problems[0].message


def test_keys_nobody_knows_are_refused(load):
    assert load(GOOD + "grade: A\n").value is None
