"""``report``: the format follows the file's name, and a reader gets what is theirs."""

import pytest


@pytest.fixture
def demo(tabletop):
    assert tabletop("demo").code == 0
    return tabletop


def test_the_format_is_what_the_file_is_called(demo):
    assert demo("report", "demo.ttx.jsonl", "-o", "page.html").code == 0
    assert (demo.folder / "page.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_the_quicklook_is_the_first_two_pages(demo):
    answer = demo("report", "demo.ttx.jsonl", "--profile", "quicklook", "--status", "agreed")

    assert "AGREED" in answer.out.splitlines()[0]
    assert "Annex" not in answer.out


def test_nobody_is_named_where_nobody_is_to_be(demo):
    whole = demo("report", "demo.ttx.jsonl", "--attribution", "none").out

    assert "the players of the" not in whole.casefold()
    assert "At the table" not in whole


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--format", "docx"], "no text for a terminal"),
        (["--format", "csv", "--profile", "quicklook"], "two pages"),
        (["--table", "msel"], "goes with CSV"),
        (["--like", "demo-report.md"], "goes with Word files"),
        (["--like", "demo-report.md", "-o", "a.docx"], "no Word file"),
        (["--like", "none.docx", "-o", "a.docx"], "no such file"),
    ],
)
def test_what_cannot_be_had_is_refused_with_what_to_do(demo, arguments, says):
    answer = demo("report", "demo.ttx.jsonl", *arguments)

    assert answer.code != 0
    assert says in answer.err


def test_without_the_extra_the_command_says_which_is_missing(demo, monkeypatch):
    import sys

    for name in [m for m in sys.modules if m.startswith(("ttx.render.docx", "docx"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "docx", None)
    answer = demo("report", "demo.ttx.jsonl", "-o", "a.docx")

    assert answer.code == 3
    assert "extra office" in answer.err


@pytest.mark.parametrize("kind", ["scenario", "rules", "catalogue", "moves", "report"])
def test_every_shape_is_published(tabletop, kind):
    import json

    assert json.loads(tabletop("schema", kind).out)["properties"]


def test_a_raters_file_that_does_not_fit_is_said_with_its_place_and_nothing_is_written(demo):
    (demo.folder / "r.yaml").write_text("rater: X\nratings:\n  - {objective: O1, word: shown}\n")
    answer = demo("report", "demo.ttx.jsonl", "--rated", "r.yaml", "-o", "a.md")

    assert answer.code == 1
    assert "r.yaml:3:5: error[TTX613]" in answer.err
    assert not (demo.folder / "a.md").exists()


def test_persons_are_named_only_from_a_file_of_names_and_only_where_asked(demo):
    (demo.folder / "who.yaml").write_text("people:\n  MND policy: A. Somebody\n")
    named = demo("report", "demo.ttx.jsonl", "--attribution", "named", "--people", "who.yaml")
    by_cell = demo("report", "demo.ttx.jsonl", "--people", "who.yaml")

    assert "MND policy, A. Somebody" in named.out
    assert "names more than the room was promised" in named.err
    assert by_cell.code == 2
    assert "Add --attribution named" in by_cell.err


def test_a_file_of_names_that_does_not_fit_is_said_with_its_place(demo):
    (demo.folder / "who.yaml").write_text("persons: {MND policy: A. Somebody}\n")
    answer = demo("report", "demo.ttx.jsonl", "--attribution", "named", "--people", "who.yaml")

    assert answer.code == 1
    assert "who.yaml:1:" in answer.err
    assert answer.out == ""


def test_without_a_file_of_names_the_paper_says_so(demo):
    answer = demo("report", "demo.ttx.jsonl", "--attribution", "named")

    assert "by office, no persons: no file of names was given" in answer.out


def test_the_writer_hears_what_reads_like_a_person_and_what_is_missing(demo):
    (demo.folder / "r.yaml").write_text("rater: X\nfeedback: [Colonel Zorgon spoke at length]\n")
    answer = demo("report", "demo.ttx.jsonl", "--rated", "r.yaml", "-o", "a.md")

    assert "Colonel Zorgon" in answer.err
    assert "Still missing" in answer.err


def test_watching_writes_the_report_again_when_the_session_goes_on(demo, monkeypatch):
    from ttx.cli import papers as command

    rounds = []

    def changed(before):
        rounds.append(sorted(p.name for p in before))
        if len(rounds) == 2:
            raise KeyboardInterrupt
        return "demo.ttx.jsonl"

    monkeypatch.setattr(command, "waited", changed)
    demo("report", "demo.ttx.jsonl", "--watch", "-o", "a.md")

    assert rounds == [["demo.ttx.jsonl"], ["demo.ttx.jsonl"]]
    assert (demo.folder / "a.md").exists()


def test_watching_needs_a_file(demo):
    assert "Add -o" in demo("report", "demo.ttx.jsonl", "--watch").err
