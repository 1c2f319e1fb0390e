"""Words brought to stems, and the concepts they mean."""

import pytest

from ttx.sources.stems import concepts, stem, tokens
from ttx.sources.vocabulary import CONCEPTS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("exercises", "exercising"),
        ("assessment", "assess"),
        ("training", "trains"),
        ("violation", "violations"),
        ("defense", "defence"),
        ("minister's", "ministers"),
    ],
)
def test_forms_of_a_word_are_one(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"), [("command", "commitment"), ("plan", "planet"), ("press", "process")]
)
def test_other_words_stay_apart(one, other):
    assert stem(one) != stem(other)


def test_words_are_kept_as_written_and_idle_ones_left_out():
    assert [t.word for t in tokens("Tell the U.S. and the UNC, 5G too.")] == ["US", "UNC", "5G"]
    assert [t.word for t in tokens("유엔사에 알린다")] == ["유엔사에", "알린다"]
    assert tokens("") == tokens("the of it !?") == ()


def test_a_phrase_means_what_its_words_alone_do_not():
    assert "peacekeeping" in concepts(tokens("two blue helmets"))
    assert "peacekeeping" not in concepts(tokens("a blue car"))
    assert concepts(tokens("the demilitarized zone"))["armistice"] == ("demilitarized", "zone")


@pytest.mark.parametrize("concept", CONCEPTS)
def test_no_phrase_of_the_vocabulary_loses_a_word(concept):
    """One that did would count for words of every day."""
    for phrase in CONCEPTS[concept].split():
        words = phrase.split("_")
        assert len(tokens(" ".join(words))) == len(words), phrase
        assert len(words) <= 3, phrase
