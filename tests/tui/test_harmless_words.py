"""Words are words: whatever an author wrote or a person typed is shown as it is, and does nothing."""

import asyncio
import dataclasses
import unicodedata
from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.events import Paste
from textual.widgets import Input, TextArea

from tests.small import BASE
from tests.tui.driving import SCENARIO, Driver, room
from tests.tui.rooms import accepted, play, small, standing_in, take
from ttx.model import commands as c
from ttx.model.events import NoteTaken
from ttx.services import checking
from ttx.services import session as sessions
from ttx.services.forms import answer
from ttx.services.ports import Ports, ScriptedClock, SeededEntropy
from ttx.services.stepping import step_of
from ttx.tui.app import TtxApp
from ttx.tui.console.timeline import rows_of

MARKUP = "[ROK] [/x] [@click=app.quit]"
HOSTILE = (
    f"{MARKUP} \x1b[2J\x07\u202eltr\u2066 z\u200dwj e\u0301 \ud55c\uae00 =cmd()\r\tx\n\x9b31m {'long' * 50}"
)
SIZES = ((80, 24), (120, 36))
WRITTEN = {
    *("title", "theme", "marking", "purpose", "audience", "scope", "stop_line", "name", "brief", "private"),
    *("limits", "about", "until", "text", "notes", "ask", "from_", "channel", "handling", "for_", "against"),
    *("label", "paraphrase", "short_title", "probes", "expected", "assumptions", "hot_wash", "channels"),
}


def spoiled(thing, written=False):
    """The same with hostile words wherever an author writes words."""
    if isinstance(thing, str):
        return HOSTILE if written and thing else thing
    if isinstance(thing, tuple):
        return tuple(spoiled(each, written) for each in thing)
    if isinstance(thing, Mapping):
        return {key: spoiled(each, written) for key, each in thing.items()}
    if dataclasses.is_dataclass(thing) and type(thing).__name__ != "When":
        changed = {
            f.name: spoiled(getattr(thing, f.name), f.name in WRITTEN)
            for f in dataclasses.fields(thing)
            if f.init
        }
        return dataclasses.replace(thing, **changed)
    return thing


def harmless(driver):
    """No sign that moves a cursor reaches a row, and every row is as wide as the screen."""
    rows = driver.app.screen._compositor.render_strips()
    for strip in rows:
        text = "".join(segment.text for segment in strip)
        unseen = {f"{ord(ch):04x}" for ch in text if unicodedata.category(ch) in ("Cc", "Cf", "Cs")}
        assert not unseen, (type(driver.app.screen).__name__, unseen, text)
        assert cell_len(text) == driver.app.size.width
        assert not any(segment.style and (segment.style.meta or {}).get("@click") for segment in strip)
    return driver.text()


@pytest.fixture
def hostile(tmp_path):
    checked = checking.playable(SCENARIO)
    clock = ScriptedClock("2026-03-14T09:00:00Z")
    ports = Ports(clock, SeededEntropy("room"))
    scenario = spoiled(checked.scenario)
    session = sessions.begin(scenario, checked.files, tmp_path / "room.ttx.jsonl", ports)
    yield session, clock
    session.close()


@pytest.mark.parametrize("size", SIZES)
async def test_an_author_s_words_do_nothing_on_any_screen(hostile, size):
    session, clock = hostile
    async with room(session, size=size) as driver:
        assert MARKUP in harmless(driver)
        play(session, clock, lambda step: step.doing == "record")
        for row in rows_of(session):
            driver.console.about = "" if row.id == "now" else row.id
            driver.console.options_shown = True
            driver.console.show()
            await driver.pilot.pause()
            text = harmless(driver)
            assert row.id not in session.script.injects or "[@click=app.quit]" in text
        for about in [f"#{e.seq}" for e in session.events]:
            driver.console.about = about
            driver.console.show()
            await driver.pilot.pause()
            harmless(driver)
        driver.console.action_now()
        for key in ("m", "n", "c", "i", "a", "e", "p", "u", "question_mark"):
            await driver.press(key)
            assert driver.app.screen is not driver.console
            harmless(driver)
            await driver.press("escape")
        form = answer.answer_form(session, step_of(session).about)
        given_ = {**standing_in(form), "coded": "unc-first", "links": "SCM53-05a:touches", "said": HOSTILE}
        accepted(session, form.make(given_))
        driver.console.show()
        await driver.press("s")
        assert type(driver.app.screen).__name__ == "SettleScreen"
        assert "[@click=app.quit]" in harmless(driver)
        await driver.press("escape")
        driver.console.action_stop()
        await driver.pilot.pause()
        assert MARKUP in harmless(driver)
        await driver.press("f2", "f2")
        play(session, clock, lambda step: step.doing in ("rule", "slip"))
        driver.console.action_step()
        await driver.pilot.pause()
        harmless(driver)
        await driver.press("escape")
        play(session, clock)
        driver.console.show()
        await driver.pilot.pause()
        assert "ENDEX" in harmless(driver)


async def test_an_author_s_words_do_nothing_in_the_library(tmp_path, monkeypatch):
    monkeypatch.setenv("TTX_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    for name, title in (
        ("marked", f"'{MARKUP}'"),
        ("escaped", '"a \\e[2J \\u202Eb"'),
        ("broken", f"{MARKUP}"),
    ):
        folder = tmp_path / "scenarios" / name
        folder.mkdir(parents=True)
        text = BASE.replace("title: Small", f"title: {title}").replace("[room]", "[]")
        (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    app = TtxApp()
    async with app.run_test(size=(120, 36)) as pilot:
        driver = Driver(app, pilot)
        await app.workers.wait_for_complete()
        await pilot.press("end")
        for _ in range(4):
            assert MARKUP in harmless(driver)
            await pilot.press("space")
            await pilot.pause()
            harmless(driver)
            if type(app.screen).__name__ == "Console":
                await pilot.press("q")
                await pilot.pause()
            await pilot.press("up")
    assert app.failed is None


TYPED = st.sampled_from(
    [HOSTILE, MARKUP, "=cmd()", "\x1b]0;x\x07", "\u1112\u1161\u11ab", "a" * 300, "\t\t", "\u202e"]
)


async def _typed_everywhere(session, words):
    """Into every field of every sheet that a key opens; its draft is offered again."""
    async with room(session, size=(120, 40)) as driver:
        for key in "mnia":
            await driver.press(key)
            screen = driver.app.screen
            assert screen is not driver.console, key
            for field in [*screen.query(Input), *screen.query(TextArea)]:
                field.focus()
                field.post_message(Paste(words))
                await driver.pilot.pause()
                harmless(driver)
            await driver.press("escape", key)
            harmless(driver)
            await driver.press("escape")


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(words=HOSTILE)
@given(words=TYPED | st.text(min_size=1, max_size=30))
def test_typed_words_do_nothing_in_any_field(tmp_path_factory, words):
    session, _ = small(tmp_path_factory.mktemp("typed"))
    session.do(c.StartExercise())
    asyncio.run(_typed_everywhere(session, words))
    session.close()


async def test_a_formula_typed_key_by_key_is_kept_as_typed(tmp_path):
    session, _ = small(tmp_path)
    session.do(c.StartExercise())
    async with room(session) as driver:
        await driver.press("n", *"=cmd() [x]?!q", "enter")
        assert [e.fact.text for e in session.events if isinstance(e.fact, NoteTaken)] == ["=cmd() [x]?!q"]
        assert "=cmd() [x]?!q" in harmless(driver)
        await driver.press("n")
        await driver.type(HOSTILE)
        await driver.press("enter")
        assert MARKUP in harmless(driver)
        take(session)
    session.close()
