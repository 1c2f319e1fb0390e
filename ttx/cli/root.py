"""The click side of the command line: commands loaded when asked for, every help with an example.

What is wrong with a call is said in one line with its usage; unknown names get the nearest known.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

import click
from click.shell_completion import shell_complete

from ttx import __version__
from ttx.cli import out
from ttx.cli.table import COMMANDS, help_text
from ttx.errors import Exit

_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 90}
COMPLETE_VARIABLE = "_TABLETOP_COMPLETE"
"""Set by the shell's completion script when it asks for words."""


class Command(click.Command):
    """A command whose help ends with an example."""

    example = ""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's
        """Write the example."""
        _write_example(self.example, formatter)


class Family(click.Group):
    """A command with commands under it; unknown names get the nearest known one."""

    example = ""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's
        """Write the example."""
        _write_example(self.example, formatter)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of that name.

        Raises:
            click.UsageError: there is none; the message names the nearest.
        """
        name = args[0]
        if not name.startswith("-") and self.get_command(ctx, name) is None and not ctx.resilient_parsing:
            near = difflib.get_close_matches(name, self.list_commands(ctx), n=1, cutoff=0.5)
            hint = f" Did you mean {near[0]}?" if near else ""
            if not hint and ctx.parent is not None:
                hint = f" There are: {', '.join(self.list_commands(ctx))}."
            ctx.fail(f"There is no command {out.one_line(name)}.{hint}")
        return super().resolve_command(ctx, args)


class Root(Family):
    """``tabletop`` itself: its commands stand in ``table`` and are loaded one at a time."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's
        """Load a command; None where there is none of that name."""
        row = COMMANDS.get(cmd_name)
        if row is None:
            return None
        found: click.Command = getattr(import_module(f"ttx.cli.{row.module}"), cmd_name)
        return found

    def get_help(self, ctx: click.Context) -> str:  # noqa: ARG002 - click's signature
        """The help as ``table`` writes it."""
        return help_text().rstrip()


@click.group(cls=Root, invoke_without_command=True, context_settings=_SETTINGS)
@click.version_option(__version__, message="tabletop %(version)s")
@click.pass_context
def root(context: click.Context) -> int:
    """Tabletop exercises in a terminal."""
    if context.invoked_subcommand is not None:
        return int(Exit.FINE)
    from ttx.cli.terminal import open_app

    return open_app()


def command(name: str, *, example: str, under: click.Group | None = None) -> Callable[[Any], Command]:
    """Make a function a command; ``example`` is what its help ends with.

    The function's docstring is the help; what it gives is the exit code.
    """

    def make(function: Any) -> Command:
        made = click.command(name, cls=Command, context_settings=_SETTINGS)(function)
        made.example = example
        if under is not None:
            under.add_command(made)
        return made

    return make


def family(name: str, *, example: str) -> Callable[[Any], Family]:
    """Make a function a command that has commands under it."""

    def make(function: Any) -> Family:
        made = click.group(name, cls=Family, no_args_is_help=False, context_settings=_SETTINGS)(function)
        made.example = example
        return made

    return make


def run(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code; a wrong call is said on stderr."""
    asked = os.environ.get(COMPLETE_VARIABLE)
    if asked:
        return shell_complete(root, {}, "tabletop", COMPLETE_VARIABLE, asked)
    try:
        with root.make_context("tabletop", list(arguments)) as context:
            given = root.invoke(context)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as wrong:
        _say_usage(wrong)
        return int(Exit.USAGE)
    return given if isinstance(given, int) else int(Exit.FINE)


def _say_usage(wrong: click.ClickException) -> None:
    context = wrong.ctx if isinstance(wrong, click.UsageError) else None
    path = context.command_path if context else "tabletop"
    out.note(f"{path}: {wrong.format_message()}")
    if context is not None:
        out.note(f"{context.get_usage()}\nHelp: {path} --help")


def _write_example(example: str, formatter: click.HelpFormatter) -> None:
    formatter.write_paragraph()
    formatter.write("Example:\n")
    for line in example.splitlines():
        formatter.write(f"  {line}\n")
