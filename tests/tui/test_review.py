"""Review of a session file: from the library and by command, never from the console; nothing is changed."""

import pytest

from tests.tui.driving import begin
from tests.tui.rooms import play
from ttx.engine import replay
from ttx.model import commands as c
from ttx.model.words import Words
from ttx.services import reviewing
from ttx.tui.app import TtxApp
from ttx.tui.console.lines import plain
from ttx.tui.keymap import CONSOLE, GO
from ttx.tui.library.screen import Library
from ttx.tui.review.pages import items_of, number_of, page_of
from ttx.tui.review.screen import ReviewScreen


@pytest.fixture
def recorded(tmp_path):
    """A session file of Graduated Steps up to its second decision, with a bookmark in it."""
    session, clock = begin(tmp_path)
    play(session, clock, lambda step: step.doing == "record")
    session.do(c.Bookmark(text=Words("here it turned")))
    session.close()
    return session


def text_of(app):
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


def test_each_moment_is_what_its_events_fold_to(recorded):
    review = reviewing.Review(recorded.path)
    for number in range(1, len(review.events) + 1):
        then = review.at(number)
        assert then.state == replay(review.events[:number])
        assert len(then.events) == number
    assert review.at(10_000).last == review.events[-1]
    assert review.at(-3).last == review.events[0]


def test_states_far_from_the_start_are_what_their_events_fold_to(recorded, monkeypatch):
    monkeypatch.setattr(reviewing, "_EVERY", 3)
    review = reviewing.Review(recorded.path)
    for number in range(len(review.events), 0, -1):
        assert review.at(number).state == replay(review.events[:number])


def test_a_cell_sees_what_it_saw_then_and_nothing_of_what_came_later(recorded):
    review = reviewing.Review(recorded.path)
    released = [e for e in review.events if type(e.fact).__name__ == "InjectReleased"]
    first, to = released[0], released[0].fact.to[0]
    title = review.script.injects[first.fact.inject].title
    before = "\n".join(plain(x) for x in page_of(review, first.seq - 1, to))
    after = "\n".join(plain(x) for x in page_of(review, first.seq, to))
    assert title not in before
    assert title in after


def test_words_filter_and_a_number_jumps(recorded):
    review = reviewing.Review(recorded.path)
    assert len(items_of(review)) == len(review.events)
    found = items_of(review, "it turned")
    assert [i.id for i in found] == [f"#{review.events[-1].seq}"]
    assert (number_of("#12"), number_of(" 7 "), number_of("D-01"), number_of("")) == (12, 7, None, None)
    last = len(review.events)
    assert (review.landmark(1, 1), review.landmark(last, 1), review.landmark(1, -1)) == (last, None, None)


def test_what_stands_before_the_damage_is_shown(recorded):
    lines = recorded.path.read_bytes().split(b"\n")
    lines[4] = lines[4].replace(b"{", b"[", 1)
    recorded.path.write_bytes(b"\n".join(lines))
    review = reviewing.Review(recorded.path)
    assert len(review.events) == 4
    assert review.damage.line == 5


async def test_it_is_walked_by_keyboard_and_forks(recorded, monkeypatch):
    before = recorded.path.read_bytes()
    review = reviewing.Review(recorded.path)
    app = TtxApp(opening=lambda: ReviewScreen(review))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "After #1 " in text_of(app)
        await pilot.press("down", "j")
        assert "After #3 " in text_of(app)
        await pilot.press("slash", "6", "enter")
        assert "After #6 " in text_of(app)
        await pilot.press("right")
        assert "ROOM after #6" in text_of(app)
        await pilot.press("right_square_bracket")
        last = len(review.events)
        assert f"ROOM after #{last}" in text_of(app)
        await pilot.press("slash", *"zzz")
        assert "No event holds these words." in text_of(app)
        await pilot.press("escape", "home", "down", "down", "space", "enter")
        await pilot.pause()
        assert "goes on from #3" in text_of(app)
        await pilot.press("escape")
        await pilot.pause()
        assert not app.is_running
    assert app.failed is None
    assert recorded.path.read_bytes() == before
    forked = recorded.path.with_name("room-from-3.ttx.jsonl")
    assert len(reviewing.Review(forked).events) >= 3


async def test_the_library_opens_it_and_the_console_does_not(recorded, monkeypatch):
    monkeypatch.setenv("TTX_DATA", str(recorded.path.parent))
    folder = recorded.path.parent / "sessions"
    folder.mkdir()
    recorded.path.rename(folder / recorded.path.name)
    assert not {k.action for k in (*CONSOLE, *GO)} & {"review", "fork"}
    app = TtxApp()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert "r Review" in text_of(app)
        await pilot.press("r")
        await pilot.pause()
        assert isinstance(app.screen, ReviewScreen)
        await pilot.press("question_mark")
        assert "to the phase or bookmark" in text_of(app)
        await pilot.press("escape", "escape")
        assert isinstance(app.screen, Library)
        await pilot.press("end", "r")
        assert "Move the cursor to a session" in text_of(app)
    assert app.failed is None
