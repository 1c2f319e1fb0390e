"""What a user has set: one file, read to its end, every fault with its line."""

from pathlib import Path

import pytest

from ttx.services import settings


@pytest.fixture
def written(tmp_path, monkeypatch):
    path = tmp_path / "mine.yaml"
    monkeypatch.setenv(settings.VARIABLE, str(path))

    def write(text):
        path.write_text(text, encoding="utf-8")
        return settings.read_settings()

    return write


def test_without_a_file_all_is_as_it_comes(tmp_path, monkeypatch):
    monkeypatch.setenv(settings.VARIABLE, str(tmp_path / "none.yaml"))
    assert settings.read_settings() == settings.Settings(tmp_path / "none.yaml")
    monkeypatch.delenv(settings.VARIABLE)
    assert settings.settings_file().name == "config.yaml"
    assert isinstance(settings.settings_file(), Path)


def test_everything_it_may_hold_is_read_with_its_place(written):
    found = written("keys:\n  move: ';'\n  note: m\ntheme: light\nascii: true\n")
    assert found.keys == (
        settings.Wanted("move", ";", "mine.yaml:2:9"),
        settings.Wanted("note", "m", "mine.yaml:3:9"),
    )
    assert (found.theme, found.theme_at, found.ascii_only, found.wrong) == (
        "light",
        "mine.yaml:4:8",
        True,
        (),
    )


def test_every_fault_is_told_in_one_pass(written):
    found = written("colour: red\nascii: maybe\nkeys: {move: [a]}\ntheme: [dark]\n")
    assert [words.partition(": ")[0] for words in found.wrong] == [
        "mine.yaml:1:1",
        "mine.yaml:4:8",
        "mine.yaml:2:8",
        "mine.yaml:3:14",
    ]


def test_a_folder_in_its_place_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv(settings.VARIABLE, str(tmp_path))
    assert settings.read_settings().wrong[0].startswith(f"{tmp_path.name}: it cannot be read")
