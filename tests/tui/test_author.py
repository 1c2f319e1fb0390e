"""The author's view: it follows the files, keeps its place, and comes back whole from an editor."""

import contextlib
import sys
from pathlib import Path

import pytest

from tests.small import BASE, ROOM
from ttx.course import Script
from ttx.diagnostics import Problem, Span
from ttx.render.plain import width
from ttx.services.authoring import Desk as Reader
from ttx.services.authoring import foreseen
from ttx.tui.app import TtxApp
from ttx.tui.author.explain import ExplainScreen
from ttx.tui.author.preview import VIEWS, places
from ttx.tui.author.problems import place_page
from ttx.tui.author.screen import AuthorScreen
from ttx.tui.console.lines import plain
from ttx.tui.console.screen import Console
from ttx.tui.library.screen import Library
from ttx.tui.widgets import Page, Rows

PATIENCE = 200


@pytest.fixture
def own(tmp_path):
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "room.yaml").write_text(ROOM, encoding="utf-8")
    file = tmp_path / "scenario.yaml"
    file.write_text(BASE, encoding="utf-8")
    return file


class Desk:
    """The view over a scenario, driven by keys and by saving."""

    def __init__(self, app, pilot, file):
        self.app, self.pilot, self.file = app, pilot, file

    @property
    def screen(self):
        return next(s for s in self.app.screen_stack if isinstance(s, AuthorScreen))

    def rows(self, which):
        return self.screen.query_one(which, Rows)

    def text(self):
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)

    async def until(self, done, what):
        for _ in range(PATIENCE):
            if done():
                return
            await self.pilot.pause(0.05)
        raise AssertionError(f"never: {what}\n{self.text()}")

    async def settled(self):
        await self.until(lambda: self.screen.reading.at, "a first reading")

    async def save(self, text):
        before = self.screen.reading
        self.file.write_text(text, encoding="utf-8")
        await self.until(lambda: self.screen.reading is not before, "read again")
        await self.pilot.pause()


@contextlib.asynccontextmanager
async def desk(file, size=(120, 36)):
    app = TtxApp(opening=lambda: AuthorScreen(file))
    async with app.run_test(size=size) as pilot:
        made = Desk(app, pilot, file)
        await made.settled()
        await pilot.pause()
        yield made
    if app.failed is not None:
        raise app.failed


async def test_it_follows_what_is_saved_and_keeps_its_place(own):
    async with desk(own) as at:
        assert "No problems. 5 injects" in at.text()
        await at.pilot.press("tab", *["down"] * 2)
        assert at.rows("#preview").cursor == "D-01"
        more = "      - {id: I-09, at: T+0:01, minutes: 1, to: [rok], from: Desk, text: New., objectives: [O1]}\n"
        await at.save(BASE.replace("      - {id: I-02,", f"{more}      - {{id: I-02,", 1))
        assert "I-09" in at.text()
        assert at.rows("#preview").cursor == "D-01"
        await at.pilot.press("tab")
        await at.save(BASE.replace("to: [rok]", "to: [rock]", 1).replace("id: I-02", "id: I-01", 1))
        await at.pilot.press("end")
        kept = at.rows("#entries").cursor
        assert "I-01" in kept, at.text()
        await at.save(
            "# one line more\n"
            + BASE.replace("to: [rok]", "to: [rock]", 1).replace("id: I-02", "id: I-01", 1)
        )
        assert at.rows("#entries").cursor == kept


async def test_a_broken_file_keeps_the_last_preview_and_says_so(own):
    async with desk(own) as at:
        await at.save(BASE.replace("injects:", "injects: [", 1))
        assert "1 error" in at.text().splitlines()[3] or "errors" in at.text().splitlines()[3]
        assert "What is saved now cannot be played" in at.text()
        assert "I-01 Shots" in at.text()
        assert "UNCLASSIFIED // EXERCISE" in at.text().splitlines()[0]
        await at.pilot.press("right")
        await at.until(lambda: "can come" in at.text(), "what can come of the last that could be played")
        await at.pilot.press("left")
        at.file.unlink()
        await at.until(lambda: at.screen.reading.unread, "gone")
        assert "Not read. There is no such file." in at.text()
        await at.save(BASE)
        assert "What is saved now cannot be played" not in at.text()
        assert "No problems" in at.text()


async def test_views_turn_and_escape_leads_out_by_steps(own, monkeypatch):
    async with desk(own) as at:
        await at.until(lambda: "1 of 2 endings can come" in at.text(), "walked")
        await at.pilot.press("right")
        assert "[map]" in at.text()
        assert "ruled: consensus" in at.text()
        await at.pilot.press("right")
        assert "[coverage]" in at.text()
        assert "O1 Show who is told" in at.text()
        await at.pilot.press("left", "left")
        assert "[timeline]" in at.text()
        await at.pilot.press("tab", "escape")
        assert at.screen.focused.id == "entries"
        left = []
        monkeypatch.setattr(at.screen, "dismiss", left.append)
        await at.pilot.press("escape")
        assert left == [None]


async def test_slash_finds_a_problem_an_inject_or_a_decision_by_its_words(own):
    async with desk(own) as at:
        await at.pilot.press("slash", *"d-02", "enter")
        assert at.rows("#preview").cursor == "D-02"
        assert at.screen.focused.id == "preview"
        assert "What now?" in at.text()
        await at.pilot.press("slash", *"morning", "enter")
        assert at.rows("#preview").cursor == "I-05"
        await at.pilot.press("right", "slash", *"no such word", "enter", "escape")
        assert "[map]" in at.text()
        await at.save(BASE.replace("to: [rok]", "to: [rock]", 1).replace("id: I-02", "id: I-01", 1))
        await at.pilot.press("slash", *"ttx220", "enter")
        assert "TTX220" in at.rows("#entries").cursor
        assert at.screen.focused.id == "entries"


async def test_what_only_a_whole_walk_shows_is_listed_once_nothing_is_saved(own):
    async with desk(own) as at:
        await at.until(lambda: "TTX701" in at.text(), "everything worked out")
        assert "No course of play ever comes to the ending bad." in at.text()
        assert "1 warning  1 hint" in at.text().splitlines()[3]
        await at.pilot.press("down")
        assert "TTX709" in at.rows("#entries").cursor
        await at.pilot.press("space")
        assert isinstance(at.app.screen, ExplainScreen)
        await at.pilot.press("escape")
        kept = at.rows("#entries").cursor
        await at.save("# one line more\n" + BASE)
        await at.until(lambda: "TTX701" in at.text(), "worked out again")
        assert at.rows("#entries").cursor == kept
        reason = "  # ttx: ignore[TTX701] because the sponsor wants it on paper"
        await at.save(BASE.replace("title: Bad}", "title: Bad}" + reason, 1))
        await at.until(lambda: "TTX709" in at.text(), "worked out again")
        assert "TTX701" not in at.text()
        assert at.rows("#entries").cursor == kept


async def test_a_small_screen_shows_one_list_at_a_time(own):
    async with desk(own, size=(80, 24)) as at:
        assert not at.rows("#preview").size.height
        await at.pilot.press("right")
        await at.pilot.pause()
        assert at.rows("#preview").size.height
        assert at.screen.query_one("#page", Page).size.height
        assert not at.rows("#entries").size.height
        await at.pilot.press("escape")
        await at.pilot.pause()
        assert at.rows("#entries").size.height


async def test_space_explains_the_problem_under_the_cursor(own):
    async with desk(own) as at:
        await at.pilot.press("space")
        assert "no problem under the cursor" in at.text()
        await at.save(BASE.replace("to: [rok]", "to: [rock]", 1))
        for key in ("space", "enter"):
            await at.pilot.press(key)
            assert isinstance(at.app.screen, ExplainScreen)
            assert "TTX221" in at.text()
            assert "but:" in at.text()
            await at.pilot.press("escape")
        assert "Did you mean 'rok'?" in at.text()


async def test_e_opens_the_editor_at_the_line_and_comes_back_whole(own, tmp_path, monkeypatch):
    told = tmp_path / "told"
    script = tmp_path / "fake"
    script.write_text(
        f"import sys, pathlib\npathlib.Path({str(told)!r}).write_text(' '.join(sys.argv[1:]))\n"
        f"path = pathlib.Path(sys.argv[-1])\n"
        f"path.write_text(path.read_text(encoding='utf-8').replace('[rock]', '[rok]'), encoding='utf-8')\n",
        encoding="utf-8",
    )
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")
    async with desk(own) as at:
        await at.save(BASE.replace("to: [rok]", "to: [rock]", 1))
        await at.pilot.press("e")
        assert "cannot be lent to an editor" in at.text()
        monkeypatch.setattr(at.app, "suspend", contextlib.nullcontext)
        await at.pilot.press("e")
        await at.until(lambda: at.screen.reading.scenario is not None, "mended")
        assert told.read_text() == str(own)
        assert "No problems" in at.text()
        monkeypatch.delenv("EDITOR")
        await at.pilot.press("e")
        assert "No editor is set. Leave, set EDITOR" in at.text()


async def test_y_rehearses_it_and_comes_back(own, tmp_path, monkeypatch):
    monkeypatch.setenv("TTX_DATA", str(tmp_path / "data"))
    async with desk(own) as at:
        await at.pilot.press("y")
        assert isinstance(at.app.screen, Console)
        assert "REHEARSAL" in at.text()
        at.app.leave_session()
        await at.pilot.pause()
        assert at.app.screen is at.screen
        await at.save(BASE.replace("to: [rok]", "to: [rock]", 1))
        await at.pilot.press("y")
        await at.until(lambda: "1 error and cannot be played" in at.text(), "told why not")


async def test_the_library_leads_to_it_and_learns_what_changed(own, tmp_path, monkeypatch):
    monkeypatch.setenv("TTX_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    app = TtxApp()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("end", "a")
        at = Desk(app, pilot, own)
        await at.settled()
        assert isinstance(app.screen, AuthorScreen)
        await at.save(BASE.replace("to: [rok]", "to: [rock]", 1))
        await pilot.press("escape")
        assert isinstance(app.screen, Library)
        await at.until(lambda: "1 error" in at.text(), "known anew")
    assert app.failed is None


def test_every_row_of_a_preview_has_a_place_or_none_by_intent(own):
    reading = Reader(Path(own)).read()
    where = places(reading.scenario, reading.spans)
    walked = foreseen(reading.scenario, lambda: False)
    lines = own.read_text(encoding="utf-8").splitlines()
    for make in VIEWS.values():
        for known in (None, walked):
            for item in make(Script(reading.scenario), known):
                if item.takes_cursor:
                    assert where[item.id].file == "scenario.yaml", item.id
    assert "id: D-01" in lines[where["D-01"].line - 1]
    assert lines[where["option:D-01.wait"].line - 1].strip().startswith("wait:")


@pytest.mark.parametrize("cells", [30, 60])
def test_the_mark_stands_under_the_place_also_under_hangul_and_far_to_the_right(cells):
    text = "a: 1\n" + "제목: " + "말" * 40 + " [rock]\nb: 2\n"
    line = text.splitlines()[1]
    span = Span("a.yaml", 2, line.index("rock") + 1, 4)
    shown = [plain(each) for each in place_page(span, {"a.yaml": text}, cells)]
    page = [plain(each) for each in place_page(span, {"a.yaml": text}, cells, Problem("TTX221", span, "No."))]
    row = next(n for n, each in enumerate(page) if "rock" in each)
    before = page[row][: page[row].index("rock")]
    assert page[row + 1].index("^") == width(before)
    assert all(width(each) <= cells for each in page[:4])
    assert shown[1] == page[1]
