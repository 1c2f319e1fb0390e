"""The report as HTML: one file, whole without a network, and nothing typed becomes a mark."""

import itertools
import re
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest

from tests.unit.render.hostile import HOSTILE, hostile
from tests.unit.report.sample import HEAD, MARKING, SCENARIO, Room, played
from ttx.render.html import report_html
from ttx.report import build_report
from ttx.trace import trace

_EMPTY = {"meta", "hr", "col", "br"}


class Page(HTMLParser):
    """Tags in order, text without tags, and what is not closed as it was opened."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes, self.words, self.open, self.faults = [], [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag not in _EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)

    def handle_data(self, data):
        self.words.append(data)


def page(room, *, part="whole", **fields):
    return report_html(
        build_report(SCENARIO, room.events, trace(SCENARIO, room.events), HEAD, "0.1.0", **fields),
        part=part,
    )


@pytest.mark.parametrize("room", [played(), Room(), hostile()], ids=["played", "never began", "hostile"])
def test_every_tag_is_closed_and_nothing_comes_from_elsewhere(room):
    found = Page(page(room))

    assert not found.faults
    assert not found.open
    assert not {"script", "link", "img", "iframe", "object"} & set(found.tags)
    names = {(tag, name) for tag, name, _ in found.attributes}
    assert not {n for _, n in names if n.startswith("on")}
    assert all(value.startswith("#") for _, name, value in found.attributes if name in ("href", "src"))


def test_hostile_words_make_no_tag_more():
    assert set(Page(page(hostile())).tags) <= set(Page(page(played())).tags)
    whole = "".join(Page(page(hostile())).words)
    assert "<script>" in whole, "it stands as it was typed"
    assert "한국" in whole
    assert not re.search(r"[\x00-\x08\x0b-\x1f]", page(hostile()))


def test_charts_are_well_formed_and_say_what_they_show():
    drawn = re.findall(r"<svg.*?</svg>", page(played()), flags=re.DOTALL)

    assert len(drawn) == 5
    for each in drawn:
        root = ET.fromstring(each)
        title, shows = root[0], root[1]
        assert title.tag.endswith("title")
        assert title.text
        assert shows.tag.endswith("desc")
        assert shows.text


def test_charts_of_hostile_words_are_well_formed():
    for each in re.findall(r"<svg.*?</svg>", page(hostile()), flags=re.DOTALL):
        ET.fromstring(each)


def test_headings_skip_no_level_and_every_table_has_a_head():
    text = page(played())
    levels = [int(n) for n in re.findall(r"<h(\d)", text)]

    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels))
    for each in re.findall(r"<table.*?</table>", text, flags=re.DOTALL):
        assert '<th scope="' in each
        assert 'aria-labelledby="s' in each


def test_marking_and_status_stand_on_every_sheet_and_cannot_leave_their_string():
    text = page(played(), status="for_comment")
    style = re.search(r"<style>(.*?)</style>", text, flags=re.DOTALL)[1]

    assert style.count("content:") == 3
    assert MARKING.split()[0] in style
    assert "not agreed" in style
    assert text.count(MARKING) == 2
    scenario = 'a"}@import url(//x);{</style><script>'
    from ttx.render.html.page import css

    assert re.fullmatch(r"(?:[\w ]|\\[0-9a-f]{6} )*", css(scenario))


def test_the_quicklook_alone_has_no_annex():
    assert "Annex" not in page(played(), part="quicklook")


def test_the_same_record_gives_the_same_page():
    assert page(played()) == page(played())


def test_the_words_of_the_hostile_room_are_those_of_the_markdown_test():
    assert "<script>" in HOSTILE
