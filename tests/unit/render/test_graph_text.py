"""Mermaid and DOT: labels are text, whatever was typed."""

import re

import pytest

from tests.unit.report.sample import SCENARIO, begun, link
from ttx.model import commands as c
from ttx.render.graph_text import dot, mermaid
from ttx.trace import graph
from ttx.trace.drawing import drawn

HOSTILE = ['x"]; click n1 "javascript:a()"', "<b>&amp;", "a\\", 'a" ]; evil [label="', "`md` #35; |x|"]


def _drawn(said):
    room = begun()
    room.do(c.RecordMove(cell="us", said=said, links=(link("DOC-05a"),)))
    return drawn(graph(SCENARIO, room.events))


@pytest.mark.parametrize("said", HOSTILE)
def test_no_label_of_a_mermaid_chart_ends_early(said):
    for line in mermaid(_drawn(said)).splitlines()[1:]:
        label = re.fullmatch(r'  n\d+(?:\["(.*)"\]|\("(.*)"\))|  n\d+ -->\|"(.*)"\| n\d+', line)
        assert label, line
        text = next(g for g in label.groups() if g is not None)
        assert not set('"<>[]`|') & set(text)


@pytest.mark.parametrize("said", HOSTILE)
def test_no_label_of_a_dot_graph_ends_early(said):
    for line in dot(_drawn(said)).splitlines()[2:-1]:
        assert re.fullmatch(r'  n\d+( -> n\d+)? \[(shape=\w+, )?label="([^"\\]|\\.)*"\];', line), line
