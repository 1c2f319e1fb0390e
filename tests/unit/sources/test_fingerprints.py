"""A sentence is known again whatever its dress, and found again when its words were edited."""

import random
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttx.model.catalogue import SentenceActs
from ttx.sources import Sentence, changed_places, fingerprint, locate, words_of

WORDS = re.findall(
    r"\w+",
    """harbour crane winter ledger signal meadow copper window basket thunder pepper island mirror velvet
    anchor candle ribbon garden bridge marble falcon timber saddle lantern orchard pebble canyon feather
    glacier hammock jasmine kettle""",
)
LETTER = st.characters(max_codepoint=0x24F, categories=["Lu", "Ll", "Nd"])
# Turkish dotless i has no capital of its own, and the old n with an apostrophe falls in two.
WORD = st.text(LETTER.filter(lambda c: c not in "\u0131\u0149"), min_size=1, max_size=8)
PLAIN = st.lists(WORD, min_size=1, max_size=20)


def copy_of(*texts):
    return tuple(Sentence(n, 1, 1, text) for n, text in enumerate(texts, start=1))


def entry(text, paragraph=1, sentence=1):
    return SentenceActs(
        paragraph=paragraph, block=1, sentence=sentence, acts=("process",), fingerprint=fingerprint(text)
    )


def made(seed, length):
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def test_one_byte_a_word_and_a_digest_of_the_letters():
    found = fingerprint("The ROK-U.S. talks, 2nd round.")
    assert words_of("The ROK-U.S. talks, 2nd round.") == ("the", "rok", "u", "s", "talks", "2nd", "round")
    assert len(found.words) == 14
    assert len(found.letters) == 64
    assert fingerprint("").words == ""


@given(PLAIN, st.sampled_from([" ", "  ", "\n", ", ", " - ", "\u00a0", "\u2014", "' "]))
def test_space_case_and_punctuation_do_not_count(words, between):
    plain = fingerprint(" ".join(words))
    assert fingerprint(between.join(words)) == plain
    assert fingerprint(" ".join(words).upper()) == plain
    assert fingerprint(f'"{" ".join(words)}."') == plain


@given(PLAIN)
def test_the_form_of_letters_does_not_count(words):
    text = " ".join(words)
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        assert fingerprint(unicodedata.normalize(form, text)) == fingerprint(text)


@given(st.text())
def test_any_text_has_one_and_its_nfkc_the_same_letters(text):
    found = fingerprint(text)
    assert len(found.words) == 2 * len(words_of(text))
    assert found.letters == fingerprint(" ".join(words_of(text))).letters


def test_soft_hyphens_ligatures_and_full_width_fold():
    assert fingerprint("co\u00adoperation \ufb01rst \uff21\uff22") == fingerprint("cooperation first AB")


def test_right_moved_and_lost():
    copy = copy_of("One thing.", "Another thing entirely.", "One thing.")
    assert locate(entry("One thing!"), copy).state == "right"
    moved = locate(entry("Another thing, entirely", paragraph=3), copy)
    assert (moved.state, moved.sentence) == ("moved", copy[1])
    assert locate(entry("one THING", paragraph=3), copy).sentence == copy[2]
    lost = locate(entry("Nothing of this stands there at all"), copy)
    assert (lost.state, lost.sentence) == ("lost", None)
    assert locate(entry("One thing"), ()).state == "lost"


def edited(text, seed):
    """A word replaced, one dropped, two swapped: what editors do."""
    chance, words = random.Random(seed), text.split()
    words[chance.randrange(len(words))] = "edited"
    del words[chance.randrange(len(words))]
    n = chance.randrange(len(words) - 1)
    words[n], words[n + 1] = words[n + 1], words[n]
    return " ".join(words)


@given(st.integers(0, 10_000), st.integers(12, 40), st.integers(0, 19))
def test_an_edited_sentence_is_found_again(seed, length, which):
    texts = [made(seed + n, length) for n in range(20)]
    copy = [edited(text, seed) if n == which else text for n, text in enumerate(texts)]
    found = locate(entry(texts[which], paragraph=which + 1), copy_of(*copy))
    assert (found.state, found.sentence.text) == ("changed", copy[which])


def test_two_that_are_as_near_are_a_guess():
    words = made(1, 20).split()
    a, b = " ".join([*words, "left"]), " ".join([*words, "right"])
    assert locate(entry(" ".join([*words, "neither"])), copy_of(a, b)).state == "lost"
    assert locate(entry(" ".join([*words, "neither"])), copy_of(a, a)).state == "changed"


@pytest.mark.parametrize(
    ("copy", "places", "missing"),
    [
        ("Both pledge to meet.", [], 0),
        ("Both may pledge to meet.", ["may"], 0),
        ("Both pledge to meet again soon.", ["again soon"], 0),
        ("Both hope to meet.", ["hope"], 0),
        ("Both meet.", [], 2),
        ("", [], 4),
    ],
)
def test_changed_places_are_shown_in_the_copy(copy, places, missing):
    found = changed_places(fingerprint("Both pledge to meet."), copy)
    assert [copy[a:b] for a, b in found.places] == places
    assert found.missing == missing
