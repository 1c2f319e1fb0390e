"""``upgrade``: an older file in the form of today."""

from __future__ import annotations

from pathlib import Path

import click

from ttx.cli import given, out
from ttx.cli.root import command
from ttx.errors import Exit
from ttx.model.counting import how_many


@command("upgrade", example="tabletop upgrade rules/commitments/mine.yaml -o mine.yaml")
@click.argument("file", type=given.FILE)
@given.output_option
def upgrade(file: Path, output: Path | None) -> int:
    """Write an older file in the form of today, its comments kept.

    It is printed, or written with -o; FILE itself is changed only if -o names it.
    """
    from ttx.services.upgrading import upgraded

    text, changed = upgraded(file)
    out.deliver(text, output)
    out.note(f"{how_many(changed, 'place')} put otherwise." if changed else "Nothing in it is old.")
    return Exit.FINE
