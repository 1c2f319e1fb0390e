"""From lines to paragraphs: what is left out and put together is said and can be undone."""

import textwrap

import pytest

from ttx.sources.lines import Extract, Line, Settings
from ttx.sources.reading import read
from ttx.sources.sentences import sentences

NUMBERED = """Joint Statement of the Two Harbours

Office of the Harbour Master

1. The two harbours met in the north on June 1, 2020. They reviewed the lights and the
buoys of the sound.

2. Both sides pledged to keep the lights burning. They will meet again in 2021.

The harbour masters thanked their crews for a long year of work at sea.

3. Both sides noted that the sound has been safe since
2019. No ship was lost.
"""


def lines_of(text):
    return Extract("text", tuple(Line(n, each) for n, each in enumerate(text.split("\n"), start=1)))


def texts(reading):
    return {p.name: p.blocks for p in reading.paragraphs}


def rules(reading):
    return [(d.line.number, d.rule) for d in reading.dropped]


def test_a_numbered_text_has_its_paragraphs_blocks_and_sentences():
    text = "1. One is here. So is two.\n\na third stands alone\n\n2. Fourth.\n"

    reading = read(lines_of(text))

    assert reading.style == "numbered"
    assert texts(reading) == {"1": ("One is here. So is two.", "a third stands alone"), "2": ("Fourth.",)}
    assert (reading.blocks, reading.sentences) == (3, 4)
    assert tuple(s for p in reading.paragraphs for s in p.sentences) == sentences(text)


def test_what_stands_before_the_first_number_is_in_no_paragraph():
    assert rules(read(lines_of(NUMBERED)))[:2] == [(1, "head"), (3, "head")]


def test_wrapped_lines_are_one_again_and_a_year_at_a_line_s_beginning_is_no_number():
    text = "\n\n".join("\n".join(textwrap.wrap(p, 40)) for p in NUMBERED.replace("\n", " ").split("  "))

    reading = read(lines_of(text))

    assert [len(p.blocks) for p in reading.paragraphs] == [1, 2, 1]
    assert reading.paragraphs[2].blocks[0].endswith("since 2019. No ship was lost.")
    assert {m.rule for m in reading.mended} == {"wrap"}


def test_joining_can_be_settled_either_way():
    text = "1. One line\nand another\n\n2. Two.\n"

    assert texts(read(lines_of(text)))["1"] == ("One line", "and another")
    assert texts(read(lines_of(text), Settings(wrapped="join")))["1"] == ("One line and another",)


def test_a_number_that_does_not_follow_begins_nothing_and_is_told():
    reading = read(lines_of("1. One.\n\n2. Two.\n\n5. Five.\n\n6. Six.\n"))

    assert texts(reading) == {"1": ("One.",), "2": ("Two.", "5. Five.", "6. Six.")}
    assert any("--excerpt" in each for each in reading.unsure)


def test_an_excerpt_may_begin_anywhere_and_leave_numbers_out():
    reading = read(lines_of("7. Seven.\n\n9. Nine.\n\n8. No.\n"), Settings(excerpt=True))

    assert texts(reading) == {"7": ("Seven.",), "9": ("Nine.", "8. No.")}
    assert "Numbers are left out after 7." in reading.unsure


def test_without_numbers_paragraphs_are_called_u1_u2_and_that_is_said():
    reading = read(lines_of("A short heading\n\nFirst sentence here. Second.\n\nThird sentence.\n"))

    assert texts(reading) == {"u1": ("First sentence here. Second.",), "u2": ("Third sentence.",)}
    assert rules(reading) == [(1, "heading")]
    assert reading.paragraphs[0].section == "A short heading"
    assert any("u1, u2" in each for each in reading.unsure)


def test_a_list_late_in_an_unnumbered_text_does_not_number_it():
    text = "\n\n".join([*["Long words stand here and go on for a while."] * 6, "1. One.", "2. Two."])

    assert read(lines_of(text)).style == "unnumbered"
    assert read(lines_of(text), Settings(numbering="numbered")).style == "numbered"
    assert any("--numbered" in each for each in read(lines_of(text)).unsure)


def test_roman_numbers_count_too():
    reading = read(lines_of("I. One is here.\n\nII. Two is here.\n\nIII. Three.\n\nIV. Four.\n"))

    assert (reading.style, [p.name for p in reading.paragraphs]) == ("roman", ["I", "II", "III", "IV"])
    assert [p.number for p in reading.paragraphs] == [1, 2, 3, 4]


@pytest.mark.parametrize("mark", ["1.", "I."])
def test_a_numbered_heading_names_its_paragraph_and_is_no_sentence(mark):
    after = {"1.": "2.", "I.": "II."}[mark]
    text = f"{mark} Space\n\nBoth sides looked up. It was dark.\n\n{after} Sea\n\nBoth sides looked down.\n"

    reading = read(lines_of(text))

    assert [(p.section, p.blocks) for p in reading.paragraphs] == [
        ("Space", ("Both sides looked up. It was dark.",)),
        ("Sea", ("Both sides looked down.",)),
    ]


def test_headings_between_numbered_paragraphs_are_sections():
    text = "1. One.\n\nCyber and Space\n\n2. Two.\n\n3. Three.\n"

    reading = read(lines_of(text))

    assert [(p.name, p.section) for p in reading.paragraphs] == [
        ("1", ""),
        ("2", "Cyber and Space"),
        ("3", "Cyber and Space"),
    ]
    assert texts(read(lines_of(text), Settings(keep=frozenset({"heading"}))))["1"] == (
        "One.",
        "Cyber and Space",
    )


def test_torn_superscripts_are_put_back():
    reading = read(lines_of("1. The 53\nrd\n meeting and the 46 th one.\n\n2. The 54 nd is none.\n"))

    assert texts(reading) == {"1": ("The 53rd meeting and the 46th one.",), "2": ("The 54 nd is none.",)}
    assert [m.words for m in reading.mended] == ["46th", "53rd"]


def test_an_ordinal_s_end_that_fits_nothing_is_left_out():
    reading = read(lines_of("1. The meeting\n\nth\n\n2. The end.\n"))

    assert rules(reading) == [(3, "ordinal")]


def test_a_hyphen_goes_only_where_the_whole_word_is_known():
    text = "1. The cooperation of both co-\noperation and the policy-\nmaker.\n\n2. Two.\n"

    reading = read(lines_of(text), Settings(wrapped="join"))

    assert texts(reading)["1"] == ("The cooperation of both cooperation and the policy-maker.",)
    assert any("policy-maker keeps its hyphen" in each for each in reading.unsure)
    kept = read(lines_of(text), Settings(wrapped="join", keep=frozenset({"hyphen"})))
    assert "co-operation" in texts(kept)["1"][0]


def test_running_headers_and_page_numbers_go_and_the_paragraph_goes_on_over_the_page():
    pages = [
        ("Statement of June", "1. The sides met and spoke about the sea and", "1"),
        ("Statement of June", "the lights that burn on it every night. They", "2"),
        ("Statement of June", "agreed on very much and wrote all of it down.", "3"),
    ]
    lines = [Line(3 * p + n + 1, text, p + 1) for p, page in enumerate(pages) for n, text in enumerate(page)]

    reading = read(Extract("pdf", tuple(lines)), Settings(wrapped="join", numbering="numbered"))

    assert " ".join(texts(reading)["1"]) == (
        "The sides met and spoke about the sea and the lights that burn on it every night. They agreed on "
        "very much and wrote all of it down."
    )
    assert {d.rule for d in reading.dropped} == {"running-header"}


FURNITURE = [
    ("page-number", "- 3 -"),
    ("page-number", "Page 2 of 9"),
    ("pager", "Go to Contents"),
    ("pager", "« Previous 1 2 3 Next »"),
    ("banner", "An official website of the government"),
    ("contents", "Opening remarks ........ 12"),
    ("dateline", "December 2, 2021"),
    ("end-mark", "###"),
    ("publisher", "/Public Release. More of our news."),
]


@pytest.mark.parametrize(("rule", "line"), FURNITURE)
def test_furniture_is_left_out_by_a_rule_that_can_be_undone(rule, line):
    text = f"1. One is here.\n\n2. Two is here.\n\n{line}\n"

    assert rules(read(lines_of(text))) == [(5, rule)]
    assert texts(read(lines_of(text)))["2"] == ("Two is here.",)
    assert read(lines_of(text), Settings(keep=frozenset({rule, "heading"}))).dropped == ()
    assert (
        read(lines_of(text), Settings(keep_lines=frozenset({5}), keep=frozenset({"publisher"}))).dropped == ()
    )


def test_lines_are_left_out_where_a_person_says_so():
    reading = read(lines_of("1. One.\n\nNot this.\n\n2. Two.\n"), Settings(drop_lines=frozenset({3})))

    assert rules(reading) == [(3, "by-line")]
    assert texts(reading)["1"] == ("One.",)


def test_letters_are_composed_and_spaces_plain_and_nothing_is_corrected():
    reading = read(lines_of("1. The\u00a0of\ufb01ce of the United Sates e\u0301tait la\u0301.\n"))

    assert texts(reading)["1"] == ("The office of the United Sates \u00e9tait l\u00e1.",)


def test_a_text_in_another_language_is_told():
    reading = read(
        lines_of(
            "1. \uc591\uce21\uc740 \ud611\ub825\ud558\uae30\ub85c \ud588\ub2e4.\n\n2. \ub05d\uc774\ub2e4.\n"
        )
    )

    assert reading.language == ""
    assert any("English" in each for each in reading.unsure)
    assert (len(reading.paragraphs), reading.sentences) == (2, 2)
