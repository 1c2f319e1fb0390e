"""What the rules make of sentences nobody wrote for them, and of the one document we read ourselves."""

import os
from pathlib import Path

import pytest

from ttx.sources import sentences
from ttx.sources.deadlines import due
from ttx.sources.parties import parties_of
from ttx.sources.sentences import Sentence
from ttx.sources.suggesting import suggest

HEAD = (
    "The 3rd Northland (NOR)-Southland (SOU) Harbour Meeting was held on June 1, 2020. NOR Minister Ada Berg and "
    "SOU Secretary of Harbours Bo Dahl led the delegations."
)


def suggested(*texts):
    rows = [Sentence(1, 1, 1, HEAD)] + [Sentence(2, 1, n, text) for n, text in enumerate(texts, start=1)]
    return suggest(rows)[1:]


ACTS = [
    ("Both sides pledged to keep the lights burning.", ("commissive",)),
    ("We will keep the lights burning.", ("commissive",)),
    ("The two sides agreed to count the buoys.", ("commissive",)),
    ("They look forward to meeting again.", ("commissive",)),
    ("Allies remain firmly committed to the harbour treaty.", ("reaffirmation",)),
    ("They reaffirmed their commitment to the harbour treaty.", ("reaffirmation",)),
    ("They highlighted their commitment to the crews.", ("reaffirmation",)),
    ("They reaffirmed that the conditions must be met.", ("reaffirmation",)),
    ("They reaffirmed their shared view that the sound is safe.", ("assessment",)),
    ("They reaffirmed that trade has grown.", ("assessment",)),
    ("They reaffirmed that the new pier will contribute to trade.", ("assessment",)),
    ("Both sides noted that the sound is safe.", ("assessment",)),
    ("They urged all ships to slow down.", ("position",)),
    ("The Minister expressed appreciation for the crews.", ("appreciation",)),
    ("The two sides reviewed the state of the lights.", ("process",)),
    ("They noted the delay and pledged to end it.", ("assessment", "commissive")),
    ("The pier is made of stone.", ("assessment",)),
    ("They expressed their intent to help.", ("commissive",)),
]


@pytest.mark.parametrize(("text", "kinds"), ACTS, ids=[row[0][:40] for row in ACTS])
def test_a_sentence_does_what_its_verb_and_object_say(text, kinds):
    assert suggested(text)[0].kinds == kinds


def test_what_spells_out_a_promise_is_one():
    first, second = suggested("Both sides pledged to help.", "This includes mending the nets.")

    assert first.kinds == second.kinds == ("commissive",)


def test_speakers_are_told_by_their_offices():
    both, one, he = suggested(
        "The Secretary and Minister pledged to help.",
        "Secretary Dahl pledged to keep the lights.",
        "He also pledged to count the buoys.",
    )

    assert parties_of([HEAD]).names == ("NOR", "SOU")
    assert (both.speaker, one.speaker, he.speaker) == (("NOR", "SOU"), ("SOU",), ("SOU",))
    assert suggested("The Minister reaffirmed the SOU commitment to help.")[0].bearer == ("SOU",)


def test_every_part_has_its_reason():
    one = suggested("Both sides pledged to end the cyber exercise by 2022.")[0]

    assert [reason.partition(" ")[0] for reason in one.reasons] == [
        "commissive:", "speaker", "bearer", "deadline", "theme", "theme",
    ]  # fmt: skip
    assert one.themes == ("cyber", "readiness-exercises")


DATES = [
    ("finish it by the end of 2022", "by the end of 2022", "date"),
    ("finish it in 2022", "in 2022", "date"),
    ("finish it by the 54th Meeting", "by the 54th Meeting", "event"),
    ("finish it within two years", "within two years", "date"),
    ("meet at the annual talks", "annual", "recurring"),
    ("help the upcoming fair", "upcoming", "event"),
]


@pytest.mark.parametrize(("text", "words", "kind"), DATES)
def test_a_deadline_is_found_with_its_kind(text, words, kind):
    found = due(f"They pledged to {text}.", 2021)

    assert (found.words, found.kind) == (words, kind)


@pytest.mark.parametrize(
    "text", ["as agreed in 2018", "by the navy", "since 2021", "as stated in the May 2021 talks"]
)
def test_what_is_past_or_no_time_is_no_deadline(text):
    assert due(f"They pledged to help {text}.", 2021) is None


@pytest.fixture(scope="module")
def scm53():
    folder = os.environ.get("TTX_SOURCES")
    if not folder:
        pytest.skip("needs the document: TTX_SOURCES=<folder with scm53.txt> pytest -s tests/unit/sources")
    from ttx.services.citing import catalogue_of

    text = (Path(folder) / "scm53.txt").read_text(encoding="utf-8")
    return catalogue_of("scm53"), suggest(sentences(text))


def measured(name, wanted, found):
    precision = len(wanted & found) / max(1, len(found))
    recall = len(wanted & found) / max(1, len(wanted))
    print(
        f"\n{name}: precision {precision:.2f} ({len(wanted & found)} of {len(found)}), recall {recall:.2f} "
        f"({len(wanted & found)} of {len(wanted)}); missed {sorted(wanted - found)}, wrong {sorted(found - wanted)}"
    )
    return precision, recall


@pytest.mark.parametrize("kind", ["commissive", "reaffirmation"])
def test_classes_against_our_own_catalogue(scm53, kind):
    catalogue, found = scm53
    wanted = {s.locator for s in catalogue.sentences.values() if kind in s.acts}

    precision, recall = measured(kind, wanted, {s.sentence.locator for s in found if kind in s.kinds})

    assert precision >= 0.9
    assert recall >= 0.9


def test_deadlines_against_our_own_catalogue(scm53):
    catalogue, found = scm53
    wanted = {c.locator for c in catalogue.commitments.values() if c.deadline.kind != "none"}

    precision, recall = measured("deadline", wanted, {s.sentence.locator for s in found if s.deadline_words})

    assert precision >= 0.8
    assert recall >= 0.8
