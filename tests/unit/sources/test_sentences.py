"""A text as paragraphs, blocks and sentences: abbreviations end none, and any text can be read."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ttx.sources import sentences
from ttx.sources.sentences import split

DOCUMENT = """\
Of two ministers
Some ministry

1. Both met. They spoke.

They ate in 2021. 3. was no number here.

2. Nothing more. (They left.)
A second line
/Public Release. This is the site's own. Not the document's.
"""


def places(text):
    return [(s.paragraph, s.block, s.sentence, s.text) for s in sentences(text)]


def test_paragraphs_blocks_and_sentences():
    assert places(DOCUMENT) == [
        (1, 1, 1, "Both met."),
        (1, 1, 2, "They spoke."),
        (1, 2, 3, "They ate in 2021."),
        (1, 2, 4, "3. was no number here."),
        (2, 1, 1, "Nothing more."),
        (2, 1, 2, "(They left.)"),
        (2, 2, 3, "A second line"),
    ]


def test_the_ends_of_lines_do_not_matter():
    assert places(DOCUMENT.replace("\n", "\r\n")) == places(DOCUMENT)


def test_a_number_may_stand_alone_and_years_number_nothing():
    assert places("1.\nOne.\n2021. No.\n2.\tTwo.\n7. Two still.\n") == [
        (1, 1, 1, "One."),
        (1, 2, 2, "2021."),
        (1, 2, 3, "No."),
        (2, 1, 1, "Two."),
        (2, 2, 2, "7."),
        (2, 2, 3, "Two still."),
    ]


def test_without_numbers_empty_lines_part_the_paragraphs():
    assert [s.locator for s in sentences("One. Two.\nThree.\n\n \nFour.\n")] == ["1.1", "1.2", "1.3", "2.1"]


@pytest.mark.parametrize(
    "whole",
    [
        "The U.S. Secretary met Gen. Roe of the ROK-U.S. Command.",
        "Item No. 5 of vol. 2 names the Republic (R.O.K.) Guard.",
        "John J. Doe III came on Dec. 2 at 5 p.m. sharp.",
        "It costs 3.5 million, e.g. Here.",
        "He moved to Washington, D.C., in May.",
        "Is this one? it is.",
    ],
)
def test_abbreviations_end_no_sentence(whole):
    assert split(whole) == (whole,)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("They met the U.S. They left.", ("They met the U.S.", "They left.")),
        ("They said no. They left.", ("They said no.", "They left.")),
        ('"We met." Both left!  Why?', ('"We met."', "Both left!", "Why?")),
        ("It went on... The end.", ("It went on...", "The end.")),
        ("A list (one). Another [two.] 3 more.", ("A list (one).", "Another [two.]", "3 more.")),
        ("만났다. 떠났다.", ("만났다.", "떠났다.")),
        ("会いました。別れました。", ("会いました。", "別れました。")),
        ("Left by next year (F-CFC)", ("Left by next year (F-CFC)",)),
        ("", ()),
    ],
)
def test_sentences_end(text, parts):
    assert split(text) == parts


@given(st.text(alphabet=st.sampled_from("aB.!? \n\r\t1290()\"'.。J-")) | st.text())
@example("." * 50_000)
@example(".)" * 50_000)
@example("a. " * 50_000)
@example("1.\n" * 1000)
def test_any_text_is_counted_from_one_without_gaps_and_nothing_is_lost(text):
    found = sentences(text)
    assert all(s.text and s.text == s.text.strip() for s in found)
    numbers = [s.paragraph for s in found]
    assert numbers == sorted(numbers)
    for number in set(numbers):
        mine = [s for s in found if s.paragraph == number]
        assert [s.sentence for s in mine] == list(range(1, len(mine) + 1))
        assert [s.block for s in mine] == sorted(s.block for s in mine)
    kept = iter("".join(text.split()))
    assert all(char in kept for s in found for char in "".join(s.text.split()))
