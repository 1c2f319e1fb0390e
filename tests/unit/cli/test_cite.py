"""``cite``: what words may bear on, said as a suggestion."""

import json

import pytest

from tests.unit.cli.calling import process


def test_suggestions_come_with_words_paraphrase_and_what_fits(tabletop):
    answer = tabletop("cite", "tell the UNC by the duty line", "-n", "2")

    assert answer.code == 0
    assert answer.out.startswith("May bear on. Nothing is assigned")
    assert "SCM53-05a" in answer.out
    assert "matches: UNC, duty, line" in answer.out
    assert "fits: upholds, strains, contradicts" in answer.out
    assert answer.out.count("paraphrase:") == 2


def test_json_is_versioned_and_keeps_what_was_said(tabletop):
    answer = tabletop("cite", "space", "drill", "--format", "json", "-n", "1")
    found = json.loads(answer.out)

    assert (found["format"], found["said"], found["assigned"]) == ("ttx.cite/1", "space drill", False)
    assert [row["target"] for row in found["suggested"]] == ["SCM53-14d"]


def test_a_single_word_may_be_an_id(tabletop):
    assert "SCM53-05a" in tabletop("cite", "05a").out.splitlines()[1]


def test_nothing_found_is_said_and_is_no_error(tabletop):
    answer = tabletop("cite", "xyzzy")

    assert (answer.code, answer.out) == (0, "")
    assert "No commitment meets these words" in answer.err


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["cite"], 2, "Missing argument"),
        (["cite", " "], 2, "There are no words"),
        (["cite", "x" * 4001], 2, "more than 4000"),
        (["cite", "UNC", "--catalogue", "scm99"], 2, "There is no catalogue scm99"),
        (["cite", "UNC", "--catalogue", "none.yaml"], 3, "There is no such file"),
        (["cite", "UNC", "-n", "0"], 2, "0 is not in the range"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(tabletop, arguments, code, says):
    answer = tabletop(*arguments)

    assert answer.code == code
    assert says in answer.err


def test_a_broken_catalogue_is_named_with_its_line(tabletop):
    (tabletop.folder / "mine.yaml").write_text("format: ttx-catalogue/1\nid: [\n", encoding="utf-8")
    answer = tabletop("cite", "UNC", "--catalogue", "mine.yaml")

    assert answer.code == 3
    assert "mine.yaml:" in answer.err
    assert "This catalogue has errors. TTX" in answer.err


def test_words_from_a_pipe(tmp_path):
    answer = process("cite", "-", "-n", "1", folder=tmp_path, stdin="the UNC inspects")

    assert answer.code == 0
    assert "SCM53-05" in answer.out
