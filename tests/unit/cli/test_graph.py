"""``graph``: every step, phase and ending stands in each form, and no text becomes markup."""

import json
import re
from xml.etree import ElementTree as ET

import pytest

from tests.small import BASE, ROOM
from ttx.services.library import bundled_ids

HOSTILE = '"]<b>&amp;`; x [/x] [ROK]'


@pytest.mark.parametrize("name", bundled_ids())
def test_each_form_has_every_step_and_ending(tabletop, name):
    given = json.loads(tabletop("graph", name, "--format", "json").out)
    assert given["format"] == "ttx.scenario-graph/1"
    ids = {p["id"] for p in given["places"]}
    assert {w["from"] for w in given["ways"]} | {w["to"] for w in given["ways"]} <= ids
    reached = {w["to"] for w in given["ways"]}
    aside = {p["id"] for p in given["places"] if p["aside"]}
    assert ids - reached - aside == {given["places"][0]["id"]}
    boxes = ET.fromstring(tabletop("graph", name, "--format", "svg").out)
    assert len([e for e in boxes.iter() if e.tag.endswith("rect")]) == len(ids) + 1
    assert len(re.findall(r"shape=", tabletop("graph", name, "--format", "dot").out)) == len(ids)
    assert tabletop("graph", name).out.startswith("flowchart TD\n")


def test_a_text_is_never_markup(tabletop):
    folder = tabletop.folder / "small"
    (folder / "rules").mkdir(parents=True)
    (folder / "rules" / "room.yaml").write_text(ROOM, encoding="utf-8")
    assert "title: Small" in BASE
    text = BASE.replace("title: Small", f"title: '{HOSTILE}'").replace("title: Shots", f"title: '{HOSTILE}'")
    (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    ET.fromstring(tabletop("graph", folder, "--format", "svg").out)
    assert "<b>" not in tabletop("graph", folder).out
    drawn = tabletop("graph", folder, "--format", "dot").out
    assert all(line.replace('\\"', "").count('"') % 2 == 0 for line in drawn.splitlines())


def test_a_scenario_that_cannot_be_played_is_not_drawn(tabletop):
    folder = tabletop.folder / "wrong"
    folder.mkdir()
    (folder / "scenario.yaml").write_text("format: ttx/1\n", encoding="utf-8")
    answer = tabletop("graph", folder)
    assert (answer.code, answer.out) == (2, "")
    assert "cannot be played" in answer.err
