"""The first two minutes, key by key, as the guide for newcomers says them."""

import re

from tests.tui.driving import begin, room
from ttx.cli.guide import read
from ttx.model.events import AnswerRecorded, ContactMade, FirstWritten, NoteTaken, Retracted

_KEYS = {"Space": "space", "Tab": "tab", "Enter": "enter", "Esc": "escape", "F2": "f2"}


def _rows(heading):
    section = read("first-exercise").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    for row in re.findall(r"^\| (`.*) \|$", section, re.MULTILINE):
        yield from re.findall(r"`([^`]+)`", re.sub(r"\(.*?\)", "", row))


async def test_the_keys_of_the_guide_lead_where_it_says(tmp_path):
    session, _ = begin(tmp_path, practice=True)
    async with room(session, size=(80, 24)) as driver:
        for heading in ("Play the first decision", "Three more things a room does"):
            for token in _rows(heading):
                if token in _KEYS or len(token) == 1:
                    await driver.press(_KEYS.get(token, token))
                else:
                    await driver.type(token)
                await driver.pilot.pause()

    facts = [event.fact for event in session.events]
    [answer] = [fact for fact in facts if isinstance(fact, AnswerRecorded)]
    [contact] = [fact for fact in facts if isinstance(fact, ContactMade)]
    assert len([fact for fact in facts if isinstance(fact, FirstWritten)]) == 2
    assert (answer.decision, answer.coded) == ("D-01", "minister-first")
    assert [link.target for link in answer.links] == ["SCM53-05c"]
    assert (contact.from_, contact.to) == ("rok_defence", "unc")
    assert [fact.tag for fact in facts if isinstance(fact, NoteTaken)] == ["challenge"]
    assert isinstance(facts[-1], Retracted)
