"""``cite``: which commitments some words may bear on."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from ttx.cli import given, out
from ttx.cli.root import command
from ttx.errors import Exit, UsageError

_MOST_LETTERS = 4000


def _catalogues(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from ttx.services.citing import bundled_catalogues

    ids = [CompletionItem(each) for each in bundled_catalogues() if each.startswith(incomplete)]
    return ids or [CompletionItem(incomplete, type="file")]


@command("cite", example='tabletop cite "tell the UNC by the duty line, then Seoul"')
@click.argument("text", nargs=-1, required=True)
@click.option(
    "--catalogue",
    "names",
    multiple=True,
    metavar="ID|FILE",
    shell_complete=_catalogues,
    help="Only this catalogue; default: all that come with ttx.",
)
@click.option("-n", "--most", type=click.IntRange(1, 50), default=5, show_default=True, help="How many.")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
@given.output_option
def cite(text: tuple[str, ...], names: tuple[str, ...], most: int, form: str, output: Path | None) -> int:
    """Say which commitments some words may bear on.

    TEXT is what a cell said, or - for stdin. The likeliest come first, with the words that met
    them and the bearings that fit. It is a suggestion; nothing is assigned.
    """
    from ttx.render.cite_text import cite_json, cite_text
    from ttx.services import citing

    said = _said(text)
    found = citing.cite(said, names, most)
    if form == "json":
        out.deliver(cite_json(said, found), output)
    elif found:
        out.deliver(cite_text(found), output)
    else:
        out.note("No commitment meets these words. Try other words, or an id such as 05a.")
    return Exit.FINE


def _said(text: tuple[str, ...]) -> str:
    if text == (given.STDIN,):
        if sys.stdin is None or sys.stdin.isatty():
            raise UsageError("Nothing comes in on stdin.", next_step="Pipe words into it, or type them.")
        said = sys.stdin.read(_MOST_LETTERS + 1)
    else:
        said = " ".join(text)
    if not said.strip():
        raise UsageError("There are no words to look for.", next_step='tabletop cite "keep the training"')
    if len(said) > _MOST_LETTERS:
        raise UsageError(
            f"That is more than {_MOST_LETTERS} characters.", next_step="Give what one cell said at a time."
        )
    return said
