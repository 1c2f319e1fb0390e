"""The help: complete, true to the commands, every page with an example."""

import re
from collections.abc import Iterator

import click
import pytest

from ttx.cli.root import Command, Family, root
from ttx.cli.table import COMMANDS, WITHOUT_TERMINAL


def _all() -> Iterator[tuple[str, click.Command]]:
    context = click.Context(root)
    for name in COMMANDS:
        command = root.get_command(context, name)
        assert command is not None
        yield name, command
        if isinstance(command, click.Group):
            yield from ((f"{name} {sub}", c) for sub, c in command.commands.items())


_NAMED = dict(_all())


@pytest.mark.parametrize("name", _NAMED)
def test_every_help_ends_with_an_example_of_that_command(tabletop, name):
    answer = tabletop(*name.split(), "--help")

    assert answer.code == 0
    assert answer.err == ""
    _, _, example = answer.out.partition("\nExample:\n")
    assert f"tabletop {name}" in example
    assert all(line.startswith("  ") for line in example.rstrip("\n").split("\n"))


@pytest.mark.parametrize("name", _NAMED)
def test_every_command_is_of_our_kind_and_says_what_it_does(name):
    command = _NAMED[name]

    assert isinstance(command, Command | Family)
    assert command.help
    assert command.example


@pytest.mark.parametrize("name", _NAMED)
def test_every_option_of_an_example_exists(name):
    command = _NAMED[name]
    known = {opt for parameter in command.params for opt in parameter.opts}
    known |= {o for sub in getattr(command, "commands", {}).values() for p in sub.params for o in p.opts}

    assert isinstance(command, Command | Family)
    own = command.example.partition("|")[0]
    assert set(re.findall(r"(?<=\s)--?[a-z][a-z-]*", own)) <= known


def test_the_whole_help_names_every_command_and_fits_eighty_columns(tabletop):
    answer = tabletop("--help")

    assert all(f"\n  {name} " in answer.out for name in COMMANDS)
    assert max(map(len, answer.out.split("\n"))) <= 80
    assert answer.out.rstrip().endswith("tabletop demo")


def test_help_is_the_same_with_and_without_click(tabletop):
    assert tabletop("--help").out == tabletop("--help", "run").out


def test_what_needs_no_terminal_is_everything_but_the_app():
    assert set(COMMANDS) - set(WITHOUT_TERMINAL) == {"run", "resume", "wall", "review"}
