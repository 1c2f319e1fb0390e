"""The catalogue of the 53rd SCM: whole and consistent, true to the document, and never the document.

The document is not part of the project. Where a folder with ``scm53.txt`` is named by
``TTX_SOURCES``, everything that was read out of it is proved against it.
"""

import os
from collections import Counter
from pathlib import Path

import pytest

from tests.small import BASE, ROOM
from ttx.checks import check
from ttx.loader import load_scenario
from ttx.loader.catalogue import compile_catalogue
from ttx.loader.yaml_tree import plain_values, read_tree
from ttx.model.words_that_fit import BY_DUTY
from ttx.readers.text import read_text
from ttx.sources import locate, sentences

ROOT = Path(__file__).parents[2]
FILE = ROOT / "rules" / "commitments" / "scm53.yaml"
PER_PARAGRAPH = (3, 4, 10, 3, 3, 7, 3, 2, 5, 3, 3, 6, 5, 9, 5, 15, 3, 1, 4, 2, 3)
RUN = 6
"""So many words in a row would be the document."""
TEXTS = (".py", ".yaml", ".yml", ".md", ".toml", ".txt", ".json")


@pytest.fixture(scope="module")
def catalogue():
    read = read_tree(FILE.read_text(encoding="utf-8"), FILE.name)
    assert read.problems == ()
    made, problems = compile_catalogue(plain_values(read.value), read.spans)
    assert problems == ()
    return made


@pytest.fixture(scope="module")
def document():
    folder = os.environ.get("TTX_SOURCES")
    if not folder:
        pytest.skip("needs the document: TTX_SOURCES=<folder with scm53.txt> pytest tests/unit/test_scm53.py")
    return sentences(read_text((Path(folder) / "scm53.txt").read_bytes(), "scm53.txt"))


def test_it_is_whole(catalogue):
    assert (catalogue.id, catalogue.document, catalogue.paragraphs) == ("scm53", "SCM53", 21)
    assert len(catalogue.commitments) == 69
    assert Counter(s.paragraph for s in catalogue.sentences.values()) == dict(
        enumerate(PER_PARAGRAPH, start=1)
    )
    assert len(catalogue.sentences) == 99
    assert not catalogue.provenance.official
    assert catalogue.provenance.compared_with_official is None


def test_ids_tell_the_paragraph_and_stand_in_order(catalogue):
    ids = list(catalogue.commitments)
    assert ids == sorted(ids)
    assert all(int(c.short[:2]) == c.paragraph for c in catalogue.commitments.values())


def test_duties_are_those_of_the_second_reading(catalogue):
    duties = Counter(c.duty for c in catalogue.commitments.values())
    assert duties == {"conduct": 38, "standing": 20, "result": 6, "stance": 3, "enacted": 1, "expected": 1}
    assert set(duties) == set(BY_DUTY)
    dated = [c.short for c in catalogue.commitments.values() if c.deadline.kind in ("date", "event")]
    assert dated == ["09b", "11b", "12b", "12c", "12d", "12e", "16i", "19c", "21a"]


def test_what_limits_an_entry_is_in_its_field(catalogue):
    entries = {c.short: c for c in catalogue.commitments.values()}
    assert [short for short, c in entries.items() if c.weak] == ["16d"]
    assert [short for short, c in entries.items() if c.milestone] == ["14f"]
    assert [short for short, c in entries.items() if c.outside] == ["06f"]
    assert [short for short, c in entries.items() if c.also_readable_as] == ["14d"]
    assert [short for short, c in entries.items() if c.until] == ["13b"]
    assert [short for short, c in entries.items() if c.precondition] == ["19c", "19d"]
    assert {short: c.part_of for short, c in entries.items() if c.part_of} == {
        "14c": "SCM53-14b",
        "14d": "SCM53-14b",
    }
    assert entries["12e"].deadline.rides_on == "SCM53-21a"
    assert entries["12b"].needs == ("SCM53-09b",)


def test_halves_of_a_sentence_name_each_other(catalogue):
    entries = {c.short: c for c in catalogue.commitments.values()}
    for one, other in (
        ("03f", "03g"),
        ("05b", "05c"),
        ("06a", "06g"),
        ("12c", "12d"),
        ("13a", "13f"),
        ("13b", "13e"),
    ):
        assert entries[one].fingerprint == entries[other].fingerprint
        assert entries[other].id in entries[one].see_also
        assert entries[one].id in entries[other].see_also


def test_two_readings_are_on_record(catalogue):
    assert {c.read_by for c in catalogue.commitments.values()} == {("drafter", "second reader")}


def test_words_that_weigh_are_kept(catalogue):
    kept = {
        "03b": "among them",
        "03c": "included",
        "03e": "such as",
        "14b": "Explore",
        "14c": "Explore",
        "14e": "Explore",
        "14f": "included",
        "15c": "Seek",
        "16b": "Seek",
        "16c": "included",
        "16j": "include",
        "17a": "included",
        "18a": "such as",
        "19b": "included",
        "19c": "seek",
        "21a": "expect",
    }
    for short, word in kept.items():
        assert word in catalogue.commitments[f"SCM53-{short}"].paraphrase, short


def test_classes_and_duties_agree(catalogue):
    for entry in catalogue.commitments.values():
        sentence = catalogue.sentences[entry.locator]
        assert entry.act_class in sentence.acts, entry.id
        assert entry.fingerprint == sentence.fingerprint
        assert (entry.act_class == "assessment") == (entry.duty == "stance"), entry.id
    promised = {c.locator for c in catalogue.commitments.values()}
    for sentence in catalogue.sentences.values():
        if {"commissive", "reaffirmation"} & set(sentence.acts):
            assert sentence.locator in promised
        if set(sentence.acts) - {"commissive", "reaffirmation"}:
            assert sentence.label, sentence.locator


def test_every_entry_can_be_read_alone(catalogue):
    for entry in catalogue.commitments.values():
        assert entry.paraphrase.endswith("."), entry.id
        assert "(" not in entry.paraphrase, entry.id
        assert set(entry.speaker) <= {"ROK", "US"}
        assert set(entry.bearer) <= {"ROK", "US", "UNC"}
        assert entry.speaker
        assert entry.bearer
        assert entry.key_terms
        assert entry.themes
    labels = Counter(c.label for c in catalogue.commitments.values())
    assert max(labels.values()) == 1


def test_tensions_pull_in_practice(catalogue):
    for tension in catalogue.tensions:
        assert len(tension.of) == (1 if tension.outside else 2), tension.id
        assert tension.seen_when
        assert "conflict" not in f"{tension.says} {tension.seen_when}"


def test_a_scenario_anywhere_can_name_it(tmp_path):
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "room.yaml").write_text(ROOM, encoding="utf-8")
    text = BASE.replace("title: Small", "title: Small\ncatalogues: [scm53]").replace(
        "b: {text: Stop", "b: {text: Stop, links: [{commitment: SCM53-12a, bearing: upholds}]"
    )
    (tmp_path / "scenario.yaml").write_text(text, encoding="utf-8")
    loaded = load_scenario(tmp_path)
    assert loaded.problems == ()
    assert check(loaded.scenario, loaded.spans) == ()
    assert len(loaded.scenario.catalogues["scm53"].commitments) == 69


def test_places_and_fingerprints_are_the_documents(catalogue, document):
    assert len(document) == 99
    assert [(s.locator, s.block) for s in document] == [
        (at, each.block) for at, each in catalogue.sentences.items()
    ]
    for entry in (*catalogue.sentences.values(), *catalogue.commitments.values()):
        found = locate(entry, document)
        assert (found.state, found.sentence.block) == ("right", entry.block), entry.locator


def test_key_terms_verbs_and_dates_stand_in_their_sentence(catalogue, document):
    texts = {s.locator: s.text for s in document}
    for entry in catalogue.commitments.values():
        milestone = entry.milestone.words if entry.milestone else ""
        for words in (*entry.key_terms, entry.deadline.words, milestone, entry.verb):
            assert words in texts[entry.locator], (entry.id, words)


def test_an_edited_sentence_is_found_again(catalogue, document):
    """Each of the longer ones in turn, with its third word replaced and its fifth dropped."""
    lost = []
    for n, sentence in enumerate(document):
        words = sentence.text.split()
        if len(words) < 12:
            continue
        words[2] = "edited"
        del words[4]
        changed = type(sentence)(sentence.paragraph, sentence.block, sentence.sentence, " ".join(words))
        found = locate(catalogue.sentences[sentence.locator], (*document[:n], changed, *document[n + 1 :]))
        if (found.state, found.sentence) != ("changed", changed):
            lost.append(sentence.locator)
    assert lost == []


def words_of(text):
    folded = ("".join(char for char in word.casefold() if char.isalnum()) for word in text.split())
    return [word for word in folded if word]


def runs(text):
    words = words_of(text)
    return {tuple(words[n : n + RUN]) for n in range(len(words) - RUN + 1)}


def project_texts():
    folders = [ROOT / name for name in ("rules", "scenarios", "ttx", "tests")]
    found = [path for folder in folders for path in folder.rglob("*")] + list(ROOT.glob("*"))
    return [path for path in found if path.is_file() and (path.suffix in TEXTS or path.name == "Makefile")]


def test_no_run_of_words_of_the_document_stands_in_the_project(document):
    held = {run for sentence in document for run in runs(sentence.text)}
    for path in project_texts():
        assert not held & runs(path.read_text(encoding="utf-8")), path
