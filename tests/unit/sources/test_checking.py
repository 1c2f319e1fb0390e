"""What was read out of a document, held against a copy: right, moved, changed, lost."""

import dataclasses

from ttx.model.catalogue import Catalogue, Provenance, SentenceActs
from ttx.sources.checking import between, bracketed, prove
from ttx.sources.document import Document, Paragraph
from ttx.sources.fingerprints import fingerprint

TEXTS = (
    "The two harbours met in the north to speak about the lights and the buoys of the sound.",
    "Both sides pledged to keep every light on the northern shore burning through the winter.",
    "They noted that no ship has been lost in the sound since the lights were built long ago.",
)


def document(*texts, name="copy"):
    paragraphs = tuple(Paragraph(n, str(n), "", (text,)) for n, text in enumerate(texts, start=1))
    return Document(
        id=name, catalogue=None, name=f"{name}.txt", kind="text", sha256="", style="numbered",
        imported="2026-01-01T00:00:00Z", paragraphs=paragraphs,
    )  # fmt: skip


def catalogue(*texts):
    sentences = {
        f"{n}.1": SentenceActs(
            paragraph=n, block=1, sentence=1, acts=("process",), fingerprint=fingerprint(text)
        )
        for n, text in enumerate(texts, start=1)
    }
    return Catalogue(
        id="h", document="H", title="Harbours", short_title="H", date="2020-06-01", paragraphs=3,
        provenance=Provenance(publisher="us", official=False), commitments={}, sentences=sentences,
    )  # fmt: skip


def states(citations):
    return [c.state for c in citations]


def test_a_copy_with_the_same_words_is_right():
    proof = prove(catalogue(*TEXTS), document(*TEXTS))

    assert proof.right
    assert proof.counts == {"right": 3, "moved": 0, "changed": 0, "lost": 0}
    assert proof.state_of("H:2.1") == "right"
    assert proof.state_of("H:9.9") is None


def test_a_sentence_elsewhere_moved():
    proof = prove(catalogue(*TEXTS), document("Something new stands here now.", *TEXTS))

    assert states(proof.citations) == ["moved"] * 3
    assert [c.now for c in proof.citations] == ["2.1", "3.1", "4.1"]


def test_an_edited_sentence_is_changed_at_its_places():
    edited = TEXTS[1].replace("every light", "some lights").replace(" through the winter", "")

    proof = prove(catalogue(*TEXTS), document(TEXTS[0], edited, TEXTS[2]))

    assert states(proof.citations) == ["right", "changed", "right"]
    assert "keep [some lights] on" in proof.citations[1].words
    assert proof.citations[1].missing == 3


def test_a_look_alike_with_other_words_is_another_document():
    others = [" ".join(reversed(text.lower().rstrip(".").split())) + " indeed." for text in TEXTS]

    proof = prove(catalogue(*TEXTS), document(*others))

    assert proof.other_document
    assert not proof.right


def test_copies_are_compared_sentence_by_sentence():
    now = document(TEXTS[0], TEXTS[2])

    assert states(between(document(*TEXTS), now)) == ["right", "lost", "moved"]


def test_changed_places_stand_in_brackets():
    assert bracketed("a b c", [(0, 1), (4, 5)]) == "[a] b [c]"


def test_a_sentence_is_found_by_its_place_or_its_shown_name():
    copy = document(*TEXTS)
    unnumbered = dataclasses.replace(copy, paragraphs=(Paragraph(1, "u1", "", (f"{TEXTS[0]} {TEXTS[1]}",)),))

    assert copy.sentence("2.1") == TEXTS[1]
    assert copy.sentence("2.2") is None
    assert copy.sentence("nonsense") is None
    assert unnumbered.sentence("u1.2") == unnumbered.sentence("1.2") == TEXTS[1]
    assert unnumbered.shown(unnumbered.sentences[1]) == "u1.2"
