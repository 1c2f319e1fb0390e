"""``review``: a session file event by event, as it was."""

from __future__ import annotations

import click

from ttx.cli import given
from ttx.cli.root import command


@command("review", example="tabletop review room-a.ttx.jsonl")
@given.log_argument
@click.option("--theme", metavar="NAME", help="Colours: dark, light, high-contrast or colour-blind.")
@click.option("--ascii", "ascii_only", is_flag=True, help="Draw with plain characters only.")
def review(*, log: str, theme: str | None, ascii_only: bool) -> int:
    """Look through a session event by event, as it was.

    LOG is a session file, or the name of one in the sessions folder; it is only read. Beside each
    event stands how everything was after it, for staff, for the room or for a cell. Space begins a
    new session from there. Of a damaged file it shows what stands before the damage.
    """
    from ttx.cli.terminal import open_review

    return open_review(given.session_file(log), theme=theme, ascii_only=ascii_only)
