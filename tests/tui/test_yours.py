"""Keys of one's own: they hold on every screen and stand wherever keys are named, or none of them does."""

import pytest

from tests.tui.driving import Driver, begin, room
from tests.tui.rooms import small
from ttx.model.commands import StartExercise
from ttx.services import settings
from ttx.tui import keymap
from ttx.tui.app import TtxApp
from ttx.tui.keymap import CONSOLE, sign_of
from ttx.tui.yours import in_your_keys, your_settings


@pytest.fixture
def config(tmp_path, monkeypatch):
    path = tmp_path / "config.yaml"
    monkeypatch.setenv(settings.VARIABLE, str(path))

    def write(text):
        path.write_text(text, encoding="utf-8")
        return your_settings()

    yield write
    keymap.use_keys({})


async def test_a_key_of_one_s_own_opens_its_place_also_by_its_jamo_and_the_old_one_is_free(tmp_path, config):
    assert config("keys:\n  note: x\n  skip: n\n  see_as: ','\n  bookmark: ctrl+y\n")[1] == ()
    session, _ = small(tmp_path)
    session.do(StartExercise())
    async with room(session) as driver:
        opens = {
            **dict.fromkeys(("x", "X", "ㅌ", "f4", "ctrl+g"), ("StripScreen", "Note")),
            **dict.fromkeys(("n", "N", "ㅜ"), ("SheetScreen", "Skip")),
            "comma": ("PickScreen", "See as whom?"),
        }
        for key, (screen, words) in opens.items():
            await driver.press(key)
            assert type(driver.app.screen).__name__ == screen, key
            assert words in driver.text(), key
            await driver.press("escape")
        for key in ("at", "y"):
            before = len(session.events)
            await driver.press(key)
            assert driver.app.screen is driver.console
            assert len(session.events) == before
        await driver.press("ctrl+y")
        assert len(session.events) == before + 1
    session.close()


async def test_footer_help_palette_and_sentences_name_the_keys_that_hold(tmp_path, config):
    config("keys:\n  note: ';'\n  skip: '0'\n  gaps: x\n  fill_in: '9'\n")
    session, _ = begin(tmp_path)
    session.do(StartExercise())
    async with room(session) as driver:
        text = driver.text()
        assert "; Note" in text
        assert "n Note" not in text
        assert "d defer  0 skip" in text
        await driver.press("question_mark")
        assert ";           a note;" in driver.text()
        await driver.press("escape", "colon")
        await driver.type("skip the step")
        assert any(row.rstrip().endswith(" 0") for row in driver.text().splitlines())
        await driver.press("escape", "g")
        assert "x  Gaps" in driver.text()
        await driver.press("ㅌ")
        assert type(driver.app.screen).__name__ == "GapsScreen"
    session.close()


async def test_a_letter_of_one_s_own_is_a_letter_where_somebody_types(tmp_path, config):
    config("keys:\n  note: x\n  skip: n\n")
    session, _ = small(tmp_path)
    session.do(StartExercise())
    async with room(session) as driver:
        await driver.press("x", *"next exit", "enter")
        assert session.events[-1].fact.text == "next exit"
    session.close()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("keys:\n  mvoe: ';'\n", "config.yaml:2:9: there is no action mvoe. Did you mean move?"),
        ("keys:\n  move: quick\n", "config.yaml:2:9: quick is no key that can be given: take a letter"),
        ("keys:\n  move:\n", "config.yaml:2:"),
        ("keys:\n  move: j\n", "config.yaml:2:9: j goes up or down in every list; choose another key."),
        ("keys:\n  move: n\n", "config.yaml:2:9: n is note already (console); choose another key, or give note"),
        ("keys:\n  move: ㅜ\n", "config.yaml:2:9: n is note already (console)"),
        ("keys:\n  move: ctrl+g\n", "config.yaml:2:9: Ctrl+G is note already (console)"),
        ("keys:\n  note: ';'\n  move: ';'\n", "is move already (console)"),
        ("keys:\n  stop: ';'\n", "config.yaml:2:9: stop stays on !: whoever sits down must find it there."),
        ("keys:\n  step: ';'\n", "config.yaml:2:9: step keeps its key, which means the same on every screen."),
        ("keys:\n  pane_1: ';'\n", "config.yaml:2:11: pane_1 keeps its key"),
        ("keys:\n  move: ctrl+c\n", "config.yaml:2:9: ctrl+c is no key that can be given"),
        ("keys:\n  move: escape\n", "config.yaml:2:9: escape is no key that can be given"),
        ("keys:\n  move: [a, b]\n", "config.yaml:2:9: move takes one key"),
        ("keys: m\n", "config.yaml:1:7: keys takes lines such as  move: j"),
        ("keyz:\n  move: b\n", "config.yaml:1:1: keyz is no setting; there are keys, theme, ascii."),
        ("theme: pink\n", "config.yaml:1:8: there is no theme pink; there are dark, light"),
        ("ascii: perhaps\n", "config.yaml:1:8: ascii is true or false."),
        ("keys: {move: ';', move: ':'}\n", "config.yaml:1:"),
        ("keys: {move\n", "config.yaml:"),
        ("- a\n", "config.yaml:1:1: this is no list of settings"),
    ],
)  # fmt: skip
async def test_what_is_wrong_is_told_with_its_line_and_the_app_starts_with_its_own_keys(
    tmp_path, config, text, told
):
    found = config(text)[1]
    assert told in " ".join(found), found
    assert sign_of("move", CONSOLE) == "m"
    session, _ = small(tmp_path)
    session.do(StartExercise())
    app = TtxApp(session, told=found)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        shown = " ".join(" ".join(Driver(app, pilot).text().split()).split())
        assert told.split(":")[0] in shown
        await pilot.press("m")
        assert type(app.screen).__name__ == "SheetScreen"
    assert app.failed is None
    session.close()


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"#" * 70_000])
def test_a_file_that_is_no_text_or_too_large_is_told(tmp_path, config, content):
    config("")
    (tmp_path / "config.yaml").write_bytes(content)
    told = your_settings()[1]
    assert len(told) == 1
    assert told[0].startswith("config.yaml: it is ")


def test_one_wrong_key_lets_none_hold_and_empty_or_commented_files_set_nothing(config):
    found, told = config("keys:\n  note: ';'\n  mvoe: x\n")
    assert [wanted.action for wanted in found.keys] == ["note", "mvoe"]
    assert "None of your keys is used until this is mended." in told
    assert keymap.remapped() == {}
    assert config("")[1] == config("# nothing yet\n")[1] == config("keys:\n")[1] == ()


async def test_in_the_library_it_is_told_whole_until_the_cursor_goes_on(tmp_path, config, monkeypatch):
    monkeypatch.setenv("TTX_DATA", str(tmp_path))
    told = config("keys:\n  mvoe: ';'\n")[1]
    app = TtxApp(told=told)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        driver = Driver(app, pilot)
        assert "config.yaml:2:9: there is no action mvoe. Did you mean move?" in driver.text()
        await pilot.press("down")
        assert "mvoe" not in driver.text()
    assert app.failed is None


def test_the_guide_of_the_keys_shows_the_user_s_own(config):
    page = (
        "# Every key\n\n| `n` | `F4` `Ctrl+G` | a note; ! challenge, * insight, p park as its first sign |\n"
    )
    assert in_your_keys(page) == page
    config("keys:\n  note: ';'\n")
    assert "| `;` | `F4` `Ctrl+G` | a note;" in in_your_keys(page)


def test_theme_and_plain_marks_are_settings_too(config):
    found, told = config("theme: light\nascii: true\n")
    assert (found.theme, found.ascii_only, told) == ("light", True, ())
