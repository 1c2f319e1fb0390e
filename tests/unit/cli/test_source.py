"""``source`` as its users call it: import, check, show; nothing is half done."""

import json
import os
from pathlib import Path

import pytest

from tests.unit.readers import made

SMALL = """Statement of the Two Harbours

1. The two harbours met in the north, to speak about the lights and the buoys of the sound.

2. Both sides pledged to keep the lights of the northern shore burning through the whole winter.

3. They noted that no ship has been lost in the sound since the lights were built long ago.
"""


@pytest.fixture
def small(tabletop):
    path = tabletop.folder / "harbours.txt"
    path.write_text(SMALL, encoding="utf-8")
    return path


@pytest.fixture
def sources(tabletop):
    return tabletop.folder / "data" / "sources"


@pytest.fixture(scope="module")
def scm53():
    folder = os.environ.get("TTX_SOURCES")
    if not folder:
        pytest.skip(
            "needs the document: TTX_SOURCES=<folder with scm53.txt> pytest tests/unit/cli/test_source.py"
        )
    return (Path(folder) / "scm53.txt").read_text(encoding="utf-8")


def test_an_import_says_what_it_found_and_what_it_left_out(tabletop, small):
    answer = tabletop("source", "import", small)

    assert answer.code == 0
    assert "3 paragraphs, 3 blocks, 3 sentences" in answer.out
    assert "head: what stands before the first paragraph" in answer.out
    assert "Imported as harbours." in answer.err


def test_the_bytes_are_kept_as_they_were_for_this_user_alone(tabletop, small, sources):
    tabletop("source", "import", small)

    kept = sources / "harbours" / "original.txt"
    assert kept.read_bytes() == small.read_bytes()
    assert kept.stat().st_mode & 0o777 == 0o600
    held = json.loads((sources / "harbours" / "reading.json").read_text("utf-8"))
    assert held["format"] == "ttx-source/1"
    assert held["held"]["reader"] == 1


def test_a_dry_run_keeps_nothing(tabletop, small, sources):
    answer = tabletop("source", "import", small, "--dry-run")

    assert (answer.code, sources.exists()) == (0, False)
    assert "Nothing was kept." in answer.err


def test_a_reading_is_settled_by_options(tabletop, small):
    answer = tabletop("source", "import", small, "--drop", "3", "--excerpt", "--dry-run")

    assert "2 paragraphs" in answer.out
    assert "by-line" in answer.out
    assert tabletop("source", "import", small, "--unnumbered", "--dry-run").out.count("unnumbered") == 1
    assert (
        "4 paragraphs"
        in tabletop("source", "import", small, "--unnumbered", "--keep", "heading", "--dry-run").out
    )


@pytest.mark.parametrize(
    "option", [("--keep", "nonsense"), ("--drop", "x"), ("--as", "No Id"), ("--as", "earlier")]
)
def test_an_option_that_cannot_be_is_told(tabletop, small, sources, option):
    answer = tabletop("source", "import", small, *option)

    assert answer.code == 2
    assert not sources.exists()


def test_another_text_under_the_same_id_replaces_nothing_by_itself(tabletop, small, sources):
    tabletop("source", "import", small)
    before = (sources / "harbours" / "original.txt").read_bytes()
    small.write_text(SMALL.replace("whole winter", "long winter").replace("1. ", "1. So it was. "), "utf-8")

    answer = tabletop("source", "import", small)

    assert answer.code == 1
    assert "1 moved, 1 changed" in answer.out.replace("1 right, ", "")
    assert "[long]" in answer.out
    assert "--replace" in answer.err
    assert (sources / "harbours" / "original.txt").read_bytes() == before

    assert tabletop("source", "import", small, "--replace").code == 0
    assert (sources / "harbours" / "original.txt").read_bytes() != before
    assert (sources / "earlier" / "harbours-1" / "original.txt").read_bytes() == before
    assert tabletop("source", "show").out.count("\n") == 1


def test_the_same_words_again_are_simply_kept(tabletop, small):
    tabletop("source", "import", small)

    assert tabletop("source", "import", small).code == 0


def test_a_sentence_is_shown_by_its_place(tabletop, small):
    tabletop("source", "import", small)

    assert (
        tabletop("source", "show", "harbours", "2.1").out == SMALL.split("\n")[4].removeprefix("2. ") + "\n"
    )
    assert "3.1    They noted" in tabletop("source", "show", "harbours").out
    assert "1.1" not in tabletop("source", "show", "harbours", "3").out
    for place in ("9", "2.7", "9.1"):
        assert tabletop("source", "show", "harbours", place).code == 2


def test_documents_are_listed(tabletop, small):
    assert "No document is imported" in tabletop("source", "show").err
    tabletop("source", "import", small, "--as", "two-harbours")

    assert tabletop("source", "show").out.startswith("two-harbours ")
    assert "There are: two-harbours." in tabletop("source", "show", "nothing").err


BAD = [
    ("scan.pdf", made.pdf([], picture=True), "scan"),
    ("locked.pdf", made.pdf(["Words."], password="secret"), "password"),
    ("menu.html", b"<html><body>" + b"<a href=x>Statements of the ministry</a> " * 60, "leads to others"),
    ("empty.txt", b"\n", "empty"),
    ("large.txt", b"x" * 100_000_000, "100 MB"),
]


@pytest.mark.parametrize(("name", "data", "word"), BAD, ids=[row[0] for row in BAD])
def test_a_file_that_cannot_be_read_leaves_nothing_behind(tabletop, sources, name, data, word):
    (tabletop.folder / name).write_bytes(data)

    answer = tabletop("source", "import", name)

    assert (answer.code, answer.out) == (3, "")
    assert word in answer.err
    assert not sources.exists()


def test_the_wrong_document_is_not_taken_for_a_catalogue_s_source(tabletop, small, sources):
    answer = tabletop("source", "import", small, "--catalogue", "scm53")

    assert answer.code == 3
    assert "0 of 99 sentences" in answer.err
    assert "Nothing was imported." in answer.err
    assert not sources.exists()


def test_another_language_is_told(tabletop):
    words = "\uc591\uce21\uc740 \ud611\ub825\ud558\uae30\ub85c \ud588\ub2e4."
    (tabletop.folder / "ko.txt").write_text(f"1. {words}\n\n2. {words}\n", encoding="utf-8")

    assert "does not look English" in tabletop("source", "import", "ko.txt", "--dry-run").out
    assert "does not look English" in tabletop("source", "import", "ko.txt", "--catalogue", "scm53").err


def test_a_disk_that_refuses_leaves_nothing_half_imported(tabletop, small, sources, monkeypatch):
    from ttx.store import documents

    def refuse(*_arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(documents, "write_new", refuse)
    answer = tabletop("source", "import", small)

    assert answer.code == 3
    assert "no space left" in answer.err
    assert list(sources.iterdir()) == []


def test_without_a_copy_nothing_is_proved_and_that_is_an_exit_code_of_its_own(tabletop):
    answer = tabletop("source", "check")

    assert answer.code == 3
    assert "no copy of the document is imported" in answer.out
    assert "tabletop source import FILE --catalogue scm53" in answer.out
    assert "compared with official text: never" in answer.out


def test_a_broken_copy_is_told_when_it_is_shown(tabletop, small, sources):
    tabletop("source", "import", small)
    (sources / "harbours" / "reading.json").write_text('{"format":"ttx-source/1","held":{"name":1}}', "utf-8")

    answer = tabletop("source", "show", "harbours")

    assert answer.code == 3
    assert "Import it again." in answer.err


FILES = {
    "scm53.txt": lambda text: text.encode(),
    "scm53.html": lambda text: made.html(made.blocks_of(text)),
    "scm53.docx": lambda text: made.docx(made.blocks_of(text)),
    "scm53.pdf": lambda text: made.pdf(made.blocks_of(text)),
}


@pytest.mark.parametrize("name", FILES)
def test_every_bundled_citation_is_proved_from_every_kind_of_file(tabletop, scm53, name):
    (tabletop.folder / name).write_bytes(FILES[name](scm53))

    answer = tabletop("source", "import", name)
    assert answer.code == 0
    assert "21 paragraphs, 47 blocks, 99 sentences" in answer.out

    checked = tabletop("source", "check", "--format", "json")
    assert checked.code == 0
    proved = json.loads(checked.out)
    assert proved["format"] == "ttx.source-check/1"
    assert [each["counts"] for each in proved["catalogues"]] == [
        {"right": 99, "moved": 0, "changed": 0, "lost": 0}
    ]
    assert {s["id"] for s in proved["scenarios"]} >= {"graduated-steps"}
    assert {c["state"] for s in proved["scenarios"] for c in s["citations"]} == {"right"}
    assert "all right" in tabletop("source", "check").out


EDITED = ("5.1", "12.3", "16.5")


def test_three_edits_make_exactly_their_citations_changed_everywhere(tabletop, scm53):
    from ttx.services.citing import catalogue_of
    from ttx.sources import sentences

    catalogue = catalogue_of("scm53")
    text = scm53
    for sentence in sentences(scm53):
        if sentence.locator in EDITED:
            words = sentence.text.split()
            words[3] = "altered"
            text = text.replace(sentence.text, " ".join(words))
    (tabletop.folder / "edited.txt").write_text(text, encoding="utf-8")
    assert tabletop("source", "import", "edited.txt", "--catalogue", "scm53").code == 0

    answer = tabletop("source", "check", "--format", "json")

    assert answer.code == 1
    proved = json.loads(answer.out)
    citations = proved["catalogues"][0]["citations"]
    assert {c["at"] for c in citations if c["state"] == "changed"} == set(EDITED)
    assert {c["state"] for c in citations} == {"right", "changed"}
    assert all("[altered]" in c["words"] for c in citations if c["state"] == "changed")
    cited = {c.id for c in catalogue.commitments.values() if c.locator in EDITED}
    cited |= {f"SCM53:{at}" for at in EDITED}
    uses = [use for scenario in proved["scenarios"] for use in scenario["citations"]]
    assert {use["target"] for use in uses if use["state"] == "changed"} == cited & {u["target"] for u in uses}
    assert {use["state"] for use in uses if use["target"] not in cited} == {"right"}
    assert "cites SCM53-05a: changed" in tabletop("source", "check").out


def test_a_look_alike_with_other_words_is_not_the_original(tabletop, scm53):
    words = scm53.split(" ")
    words[::2] = ["altered" if word.isalpha() else word for word in words[::2]]
    (tabletop.folder / "like.txt").write_text(" ".join(words), encoding="utf-8")

    answer = tabletop("source", "import", "like.txt", "--catalogue", "scm53")

    assert answer.code == 3
    assert "This is not the document" in answer.err


def drafted(tabletop, small):
    """A draft of the harbours with its one suggestion accepted, as the app would keep it."""
    from dataclasses import replace

    from ttx.services import documents, drafting

    tabletop("source", "import", small)
    document = documents.wanted("harbours")
    draft = drafting.opened(document)
    (entry,) = draft.entries
    own = replace(
        entry, label="Keep the lights", paraphrase="No light goes out before spring.", status="accepted"
    )
    drafting.keep(draft.put(own))


def test_suggestions_are_listed_with_their_reasons(tabletop, small):
    tabletop("source", "import", small)

    answer = tabletop("source", "suggest", "harbours", "--reasons")
    assert answer.code == 0
    assert "1 suggestion from 3 sentences" in answer.out
    assert "pledged is a verb of that class" in answer.out
    assert json.loads(tabletop("source", "suggest", "harbours", "--format", "json").out)["acts"]["3.1"] == [
        "assessment"
    ]


WRITE = (
    "--catalogue",
    "harbours.yaml",
    "--title",
    "Harbours",
    "--date",
    "2020-06-01",
    "--publisher",
    "The Office",
)


def test_what_was_accepted_becomes_a_catalogue_that_is_valid_and_proved(tabletop, small):
    drafted(tabletop, small)

    assert tabletop("source", "suggest", "harbours", *WRITE).code == 0
    from ttx.loader import load_catalogue

    catalogue, problems = load_catalogue(tabletop.folder / "harbours.yaml")
    assert problems == ()
    assert [c.label for c in catalogue.commitments.values()] == ["Keep the lights"]
    assert list(catalogue.commitments) == ["HARBOURS-02a"]
    assert "burning" not in (tabletop.folder / "harbours.yaml").read_text("utf-8")
    assert tabletop("source", "import", small, "--catalogue", "harbours.yaml").code == 0
    answer = tabletop("source", "check", "harbours.yaml")
    assert answer.code == 0
    assert "3 sentences, 1 commitment: all right" in answer.out


def test_a_draft_goes_on_beside_a_copy_with_the_same_words(tabletop, small, sources):
    drafted(tabletop, small)
    tabletop("source", "import", small)
    assert "1 accepted" in tabletop("source", "suggest", "harbours").out

    small.write_text(SMALL.replace("2. Both", "2. So both"), encoding="utf-8")
    tabletop("source", "import", small, "--replace")
    assert "0 accepted" in tabletop("source", "suggest", "harbours").out
    assert list(sources.glob("earlier/*/draft.json"))


def test_an_excerpt_is_known_as_its_catalogue_s_source(tabletop, scm53):
    start, end = scm53.index("\n5. "), scm53.index("\n7. ")
    (tabletop.folder / "part.txt").write_text(scm53[start:end], encoding="utf-8")

    answer = tabletop("source", "import", "part.txt", "--excerpt", "--catalogue", "scm53")

    assert answer.code == 0
    assert "10 right, 89 lost" in answer.out
    assert tabletop("source", "check", "scm53").code == 1


def test_nothing_accepted_makes_no_catalogue(tabletop, small):
    tabletop("source", "import", small)

    assert "No entry is accepted yet" in tabletop("source", "suggest", "harbours", *WRITE).err
    assert "--title" in tabletop("source", "suggest", "harbours", *WRITE[:2]).err


def test_a_draft_is_edited_in_a_terminal_only(tabletop, small):
    tabletop("source", "import", small)

    assert tabletop("source", "suggest", "harbours", "--edit").code == 2
