"""``--lang`` and ``new --translation`` from the command line."""

import json

import pytest

from tests.unit.cli.calling import process
from tests.unit.services.test_translating import fill, own  # noqa: F401 - a fixture
from ttx.services import translating


@pytest.fixture
def korean(own):  # noqa: F811 - the fixture of that name
    path, _ = translating.begin(own, "ko")
    fill(path)
    return own


def test_new_begins_a_translation_and_says_what_to_do(tabletop, own):  # noqa: F811 - likewise
    answer = tabletop("new", str(own), "--translation", "ko")
    assert answer.code == 0
    assert answer.out == f"{own / 'small.ko.yaml'}\n"
    assert "27 texts to translate." in answer.err
    assert "0 texts to translate" in tabletop("new", str(own), "--translation", "ko").err


def test_validate_shows_the_line_of_a_translation(tabletop, korean):
    (korean / "scenario.yaml").write_text(
        (korean / "scenario.yaml").read_text(encoding="utf-8").replace("title: Small", "title: Smaller"),
        encoding="utf-8",
    )
    answer = tabletop("validate", str(korean), "--format", "json")
    found = json.loads(answer.out)["problems"]
    assert [(p["code"], p["file"].rpartition("/")[2]) for p in found] == [
        ("TTX232", "small.ko.yaml"),
        ("TTX231", "small.ko.yaml"),
    ]


def test_papers_are_printed_in_the_language(tabletop, korean, tmp_path):
    answer = tabletop(
        "print", "role", str(korean), "--lang", "ko", "--cell", "rok", "-o", str(tmp_path / "p")
    )
    assert answer.code == 0
    [page] = (tmp_path / "p").iterdir()
    assert "정부만 아는 내용." in page.read_text(encoding="utf-8")
    missing = tabletop("print", "role", str(korean), "--lang", "fr", "-o", str(tmp_path / "q"))
    assert missing.code == 2
    assert "there is: en, ko" in missing.err


def test_line_mode_speaks_the_language_and_the_report_too(tabletop, korean, tmp_path):
    log = tmp_path / "a.ttx.jsonl"
    answer = process(
        *("run", "--plain", korean, "--lang", "ko", "--log", log), folder=tmp_path, stdin="start\nquit\n"
    )
    assert "작은 연습" in answer.out
    assert "작은 연습" in tabletop("report", str(log)).out
    english = tabletop("report", str(log), "--lang", "en").out
    assert "작은 연습" not in english
    assert "Small" in english
