"""The draft of a catalogue in the app: every decision is kept, and nothing is accepted without our words."""

import pytest

from ttx.services import documents, drafting, importing
from ttx.sources.lines import Settings
from ttx.tui.app import TtxApp
from ttx.tui.sources.screen import DraftScreen
from ttx.tui.widgets import Bar

TEXT = """1. The two harbours met in the north on June 1, 2020.

2. Both sides pledged to keep the lights burning and to count the buoys.

3. They reaffirmed their commitment to the harbour treaty.
"""


@pytest.fixture
def document(tmp_path, monkeypatch):
    monkeypatch.setenv("TTX_DATA", str(tmp_path / "data"))
    path = tmp_path / "harbours.txt"
    path.write_text(TEXT, encoding="utf-8")
    return importing.import_file(path, Settings()).document


async def driven(document, *steps):
    """Press keys and type words in turn; gives what the draft's file holds then, and the last words said."""
    app = TtxApp(opening=lambda: DraftScreen(document, drafting.opened(document)))
    async with app.run_test(size=(100, 36)) as pilot:
        await pilot.pause()
        for step in steps:
            await pilot.press(*(step if isinstance(step, list) else [step]))
            await pilot.pause()
        said = app.screen.query_one("#said", Bar).render_line(0).text
    return drafting.opened(document), said


def typed(words):
    return ["space" if letter == " " else letter for letter in words]


async def test_an_entry_is_accepted_only_with_words_of_ours(document):
    draft, said = await driven(document, "a")

    assert draft.entries[0].status == "open"
    assert "Write a label" in said


async def test_an_entry_is_edited_and_accepted(document):
    draft, said = await driven(
        document, "e", typed("Lights"), "tab", typed("No light goes out"), "f2", "a"
    )  # fmt: skip

    entry = draft.entries[0]
    assert (entry.key, entry.label, entry.paraphrase) == ("2.1", "Lights", "No light goes out")
    assert entry.status == "accepted"
    assert "accepted" in said


async def test_an_entry_with_the_document_s_words_is_not_accepted(document):
    draft, said = await driven(
        document, "e", typed("Lights"), "tab", typed("both sides pledged to keep the lights"), "f2", "a"
    )  # fmt: skip

    assert draft.entries[0].status == "open"
    assert "words of your own" in said


async def test_entries_are_split_refused_and_opened_again(document):
    draft, _ = await driven(document, "s", "down", "x", "down", "x", "o")

    assert [(e.key, e.status) for e in draft.entries] == [
        ("2.1", "open"),
        ("2.1b", "refused"),
        ("3.1", "open"),
    ]


async def test_what_is_typed_stays_where_the_sheet_is_closed(document):
    draft, _ = await driven(document, "e", typed("Half"), "escape")

    assert draft.entries[0].label == "Half"
    assert documents.by_id("harbours") == document
