"""The guides say what is so: their commands, keys and format are those of the program."""

import contextlib
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from tests.written import blocks
from ttx.cli.guide import TOPICS, read
from ttx.cli.root import root
from ttx.model.records import OUTCOMES
from ttx.services.forms.answer import _OUTCOME_WORDS
from ttx.services.library import bundled_ids, source_of
from ttx.tui.console.settle import _DIGITS, _LETTERS
from ttx.tui.glyphs import bearing_word
from ttx.tui.keymap import CONSOLE, EXPLORER, LIBRARY, SHEET, Key, places
from ttx.tui.theme import NAMES

ROOT = Path(__file__).parents[3]
_TEXTS = {topic: read(topic) for topic in TOPICS} | {
    path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
    for path in sorted((ROOT / "README.md", *ROOT.glob("scenarios/*/*.md")))
}


def _blocks(text: str, language: str = "") -> list[str]:
    """The code blocks of a text in some language."""
    return [block.text for block in blocks(text) if block.kind == language]


def _commands() -> Iterator[tuple[str, str, bool]]:
    """Page, command, and whether it is one to be typed rather than named in a sentence."""
    for name, text in _TEXTS.items():
        typed = [line for block in _blocks(text) for line in block.splitlines()]
        named = re.findall(
            r"`(tabletop [^`]+)`", re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
        )
        yield from ((name, line, True) for line in typed if _called(line))
        yield from ((name, " ".join(each.split()), False) for each in named)


def _called(line: str) -> list[str] | None:
    """The words behind ``tabletop``; None where the line calls something else."""
    found = re.match(r"(?:\S*/)?tabletop(?: (.*))?$", line)
    return shlex.split(found[1] or "") if found else None


@pytest.mark.parametrize("topic", TOPICS)
def test_a_guide_is_printed_as_it_is_written(tabletop, topic):
    answer = tabletop("guide", topic)

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == read(topic)
    assert answer.out.startswith("# ")


def test_without_a_topic_all_are_listed_with_their_titles(tabletop):
    answer = tabletop("guide")

    assert [line.split()[0] for line in answer.out.splitlines()] == list(TOPICS)
    assert "in two minutes" in answer.out


@pytest.mark.parametrize(("name", "line", "typed"), sorted(set(_commands())))
def test_every_command_of_a_guide_can_be_called(tmp_path, name, line, typed):
    """Command, subcommand, options and, where it is to be typed, arguments; they need not be there."""
    words = [str(tmp_path) if word.startswith("/media/") else word for word in _called(line) or []]
    command: click.Command = root
    context = click.Context(root)
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        found = command.get_command(context, words.pop(0))
        assert found is not None, f"{name}: {line}"
        command = found

    leaving_out = () if typed else (click.MissingParameter, click.BadOptionUsage)
    with contextlib.suppress(*leaving_out, click.exceptions.Exit):
        command.make_context("tabletop", words)


def test_every_guide_that_is_named_exists():
    named = {topic for text in _TEXTS.values() for topic in re.findall(r"tabletop guide ([\w-]+)", text)}

    assert named <= {*TOPICS, *bundled_ids()}


def test_a_scenario_has_a_page_for_its_facilitator(tabletop, tmp_path):
    page = (source_of("graduated-steps") / "guide.md").read_text("utf-8")
    assert tabletop("guide", "graduated-steps").out == page
    assert tabletop("guide", str(source_of("graduated-steps") / "scenario.yaml")).out == page

    without = tabletop("guide", str(tmp_path))
    assert (without.code, without.out) == (2, "")
    assert "Write one as guide.md beside its scenario.yaml." in without.err

    unknown = tabletop("guide", "graduated-stops")
    assert unknown.code == 2
    assert "Did you mean graduated-steps?" in unknown.err


@pytest.mark.parametrize("name", ["guide.md", "without-a-laptop.md", "objections.md"])
def test_the_pages_of_graduated_steps_come_with_it(name):
    assert (source_of("graduated-steps") / name).read_text("utf-8").startswith("# Graduated Steps")


def test_every_make_target_of_the_readme_exists():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"make(?: PYTHON=\S+)? ([a-z]+)", "\n".join(_blocks(_TEXTS["README.md"]))))

    assert {"run", "test"} <= named <= targets


@pytest.mark.parametrize(
    "key", [*CONSOLE, *LIBRARY, *EXPLORER, *SHEET], ids=lambda key: f"{key.shown} {key.says}"
)
def test_every_key_stands_among_the_keys_with_its_words(key: Key):
    rows = [line for line in read("keys").splitlines() if line.startswith(f"| `{key.shown}` |")]

    assert any(row.endswith(f"| {key.says} |") for row in rows)
    for number in re.findall(r"\bf(\d+)\b", key.keys):
        assert any(f"`F{number}`" in row for row in rows)


@pytest.mark.parametrize("place", [name for name in places() if name != "everywhere"])
def test_every_action_that_can_have_another_key_stands_with_its_name(place: str):
    row = next((row for row in read("keys").splitlines() if row.startswith(f"| {place} | `")), "")

    for key in places()[place]:
        assert not key.movable or f"`{key.action}` `{key.sign}`" in row


def test_who_has_keys_of_their_own_reads_those(tabletop, tmp_path, monkeypatch):
    monkeypatch.setenv("TTX_CONFIG", str(tmp_path / "config.yaml"))
    (tmp_path / "config.yaml").write_text("keys:\n  note: ';'\n", encoding="utf-8")
    assert "| `;` | `F4` `Ctrl+G` |" in tabletop("guide", "keys").out
    assert "config.yaml (1 key)" in tabletop("info").out

    (tmp_path / "config.yaml").write_text("keys:\n  ntoe: ';'\n", encoding="utf-8")
    told = "config.yaml:2:9: there is no action ntoe. Did you mean note?"
    assert told in tabletop("guide", "keys").out
    assert told in tabletop("info").out


@pytest.mark.parametrize("topic", ["keys", "facilitator"])
def test_outcomes_and_bearings_are_those_of_the_console(topic):
    text = read(topic)
    digits = [str(n % 10) for n in range(1, len(OUTCOMES) + 1)]
    words = [_OUTCOME_WORDS[outcome] for outcome in OUTCOMES]
    table = f"| {' | '.join(words)} |"

    assert table in text or all(f"| `{d}` | {w} |" in text for d, w in zip(digits, words, strict=True))
    for sign, bearing in (*_LETTERS.items(), *_DIGITS.items()):
        assert re.search(rf"^\|.*`{sign}`.*\| {bearing_word(bearing)}\b", text, re.MULTILINE)


def test_help_names_every_theme(tabletop):
    said = " ".join(tabletop("run", "--help").out.split())

    assert all(theme in said for theme in NAMES)
