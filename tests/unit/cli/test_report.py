"""``report``: the format follows the file's name, and a reader gets what is theirs."""

import pytest


@pytest.fixture
def demo(tabletop):
    assert tabletop("demo").code == 0
    return tabletop


def test_the_format_is_what_the_file_is_called(demo):
    assert demo("report", "demo.ttx.jsonl", "-o", "page.html").code == 0
    assert (demo.folder / "page.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_the_quicklook_is_the_first_two_pages(demo):
    answer = demo("report", "demo.ttx.jsonl", "--profile", "quicklook", "--status", "agreed")

    assert "AGREED" in answer.out.splitlines()[0]
    assert "Annex" not in answer.out


def test_nobody_is_named_where_nobody_is_to_be(demo):
    whole = demo("report", "demo.ttx.jsonl", "--attribution", "none").out

    assert "the players of the" not in whole.casefold()
    assert "At the table" not in whole
