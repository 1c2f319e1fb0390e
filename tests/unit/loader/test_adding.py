"""Adding to an author's file: one item more, and no other line is touched."""

import pytest
import yaml

from ttx.loader.adding import OneLineError, with_item

TEXT = """\
# the words of the author
phases:
  - id: one   # first
    injects:
      # before all others
      - id: I-1
        text: 'quoted'   # kept
    decisions:
      - id: D-1
        ask: "Why?"
  - {id: two, title: Two}
"""


def test_an_item_is_added_and_every_other_line_stands():
    text = with_item(
        TEXT, "phase", "one", "injects", {"id": "I-9", "text": "a: b # no comment", "to": ["rok"]}
    )

    added = [line for line in text.splitlines() if line not in TEXT.splitlines()]
    assert [line for line in text.splitlines() if line not in added] == TEXT.splitlines()
    assert yaml.safe_load(text)["phases"][0]["injects"][0] == {
        "id": "I-9",
        "text": "a: b # no comment",
        "to": ["rok"],
    }


def test_a_list_is_begun_where_there_is_none():
    text = with_item(TEXT, "decision", "D-1", "coding", {"id": "k", "text": "한국 " * 60})

    decision = yaml.safe_load(text)["phases"][0]["decisions"][0]
    assert decision["ask"] == "Why?"
    assert decision["coding"] == [{"id": "k", "text": ("한국 " * 60)}]


def test_a_file_without_that_thing_is_left_to_another():
    assert with_item(TEXT, "phase", "nine", "injects", {"id": "I"}) is None
    assert with_item("title: no phases\n", "phase", "one", "injects", {"id": "I"}) is None


def test_what_stands_within_brackets_is_not_written_anew():
    with pytest.raises(OneLineError):
        with_item(TEXT, "phase", "two", "injects", {"id": "I"})
