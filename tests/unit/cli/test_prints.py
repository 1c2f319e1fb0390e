"""``print``: files for the tables, refused while something is wrong."""

import csv
import io

import pytest

from tests.small import BASE, ROOM


@pytest.mark.parametrize("paper", ["sitman", "role", "msel"])
def test_a_paper_is_written_as_html_and_as_markdown(tabletop, paper):
    for form in ("html", "md"):
        answer = tabletop("print", paper, "full-range", "-o", tabletop.folder / "p", "--format", form)

        assert (answer.code, answer.err) == (0, "")
        files = sorted((tabletop.folder / "p").glob(f"*.{form}"))
        assert answer.out.count("Written: ") == len(files) == (3 if paper == "role" else 1)
        assert all("FICTIONAL SCENARIO" in f.read_text("utf-8") for f in files)


def test_every_copy_says_whose_it_is_and_the_same_call_gives_the_same_bytes(tabletop):
    call = ("print", "sitman", "full-range", "--copies", "ROK=2,us=1", "-o", tabletop.folder)
    tabletop(*call)
    path = tabletop.folder / "full-range-sitman.html"
    text = path.read_text("utf-8")

    assert [
        text.count(f"{who} |") for who in ("ROK - copy 1 of 2", "ROK - copy 2 of 2", "US - copy 1 of 1")
    ] == [2, 2, 2]
    assert tabletop(*call).code == 0
    assert path.read_text("utf-8") == text


def test_a_scenario_with_errors_is_not_printed_and_each_is_named(tabletop):
    broken = tabletop.folder / "broken.yaml"
    broken.write_text(BASE.replace("cells:", "celIs:"), encoding="utf-8")

    answer = tabletop("print", "msel", broken, "-o", tabletop.folder / "p")

    assert answer.code == 2
    assert "nothing is printed of it" in answer.err
    assert "tabletop validate" in answer.err
    assert not (tabletop.folder / "p").exists()


def test_what_somebody_wrote_into_a_file_is_kept(tabletop):
    path = tabletop.folder / "full-range-msel-review.csv"
    path.write_text("mine", encoding="utf-8")
    call = ("print", "msel", "full-range", "--review", "--format", "csv", "-o", tabletop.folder)

    answer = tabletop(*call)
    assert answer.code == 2
    assert "--replace" in answer.err
    assert path.read_text("utf-8") == "mine"

    assert tabletop(*call, "--replace").code == 0
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8"))))
    assert rows[0]["Id"] == "I-01"
    assert {rows[0][name] for name in ("Comment", "By", "Agreed")} == {""}


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (("role", "full-range", "--cell", "moon"), "There is no cell moon."),
        (("sitman", "full-range", "--copies", "moon=2"), "there is no cell moon"),
        (("sitman", "full-range", "--copies", "rok=many"), "a number from 1 to 99"),
        (("sitman", "full-range", "--copies", "rok=0"), "a number from 1 to 99"),
        (("handout", "full-range", "I-77"), "There is no inject I-77."),
        (("msel", "full-range", "--format", "csv", "--copies", "staff=2"), "A table has no copies."),
        (("sitman", "nowhere"), "There is no scenario nowhere."),
    ],
)
def test_a_call_that_cannot_be_met_is_said_so(tabletop, call, said):
    answer = tabletop("print", *call, "-o", tabletop.folder / "p")

    assert answer.code == 2
    assert said in answer.err
    assert not (tabletop.folder / "p").exists()


def test_a_handout_is_a_sheet_for_each_cell_and_begins_as_an_exercise(tabletop):
    assert (
        tabletop("print", "handout", "full-range", "I-05", "--format", "md", "-o", tabletop.folder).code == 0
    )
    text = (tabletop.folder / "full-range-handout-I-05.md").read_text("utf-8")

    assert text.count("# EXERCISE EXERCISE EXERCISE") == 2
    assert text.count("**EXERCISE EXERCISE EXERCISE**") == 2
    assert "*US |" not in text.split("---")[0]


def test_a_pack_is_a_file_for_each_envelope_and_a_tick_list(tabletop):
    answer = tabletop(
        "print", "pack", "full-range", "--copies", "rok=1,staff=1", "-o", tabletop.folder / "pack"
    )

    assert answer.code == 0
    assert {p.stem for p in (tabletop.folder / "pack").iterdir()} == {
        "envelope-rok", "envelope-us", "envelope-adviser", "envelope-staff", "to-hand-out", "name-cards", "tick-list",
    }  # fmt: skip


def test_the_list_of_events_is_also_a_spreadsheet_of_texts(tabletop):
    from openpyxl import load_workbook

    assert tabletop("print", "msel", "full-range", "--format", "xlsx", "-o", tabletop.folder).code == 0
    page = load_workbook(tabletop.folder / "full-range-msel.xlsx").active

    assert "revision 1" in page.cell(1, 1).value
    assert [page.cell(2, n).value for n in (1, 15)] == ["Id", "Max minutes"]
    assert {c.data_type for row in page.iter_rows() for c in row} <= {"s", "n"}


def test_evaluators_rate_in_the_words_of_the_scenario_unless_others_are_asked_for(tabletop):
    source = tabletop.folder / "scenario.yaml"
    rules = tabletop.folder / "rules"
    rules.mkdir()
    (rules / "room.yaml").write_text(ROOM, encoding="utf-8")
    source.write_text(f"{BASE}evaluation: psmu\n", encoding="utf-8")

    for more, word in (((), "\u2610 U ("), (("--evaluation", "shown"), "\u2610 partly")):
        call = ("print", "eeg", source, "-o", tabletop.folder / word[2], "--format", "md", *more)
        answer = tabletop(*call)
        assert answer.code == 0, answer.err
        (path,) = (tabletop.folder / word[2]).glob("*.md")
        assert word in path.read_text("utf-8")
