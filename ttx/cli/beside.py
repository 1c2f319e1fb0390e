"""``wall`` and ``scribe``: second windows beside the console, each a process of its own."""

from __future__ import annotations

import click

from ttx.cli import given
from ttx.cli.root import command


@command("wall", example="tabletop wall room-a.ttx.jsonl --as room")
@given.log_argument
@click.option("--as", "audience", default="room", metavar="WHO", help="room, or a cell by id or tag.")
@click.option("--theme", metavar="NAME", help="Colours: dark, light, high-contrast or colour-blind.")
@click.option("--ascii", "ascii_only", is_flag=True, help="Draw with plain characters only.")
@given.log_lang_option
def wall(*, log: str, audience: str, theme: str | None, ascii_only: bool, lang: str | None) -> int:
    """Show the room what is sent to its wall, and nothing else.

    LOG is the session that the console runs in another window. w on the console sends what is on the
    card, b there blanks the wall. This window needs nobody: it follows by itself, and holds its last
    picture when the console is gone. b blanks this window, q closes it.
    """
    from ttx.cli.terminal import open_wall

    return open_wall(given.session_file(log), audience, theme=theme, ascii_only=ascii_only, lang=lang)


@command("scribe", example="tabletop scribe room-a.ttx.jsonl")
@given.log_argument
def scribe(*, log: str) -> int:
    """Write lines beside the console; it takes them in with t.

    LOG is the session that the console runs in another window. Every line is kept with its time, in
    a file of its own beside the session, and stays there. A line may begin with a time (10:14 by the
    clock, -4 for four minutes ago), then a cell and a decision, and end with tags:

    \b
    rok D-03 keep it but nobody watches #dissent jcs
    10:14 unc says it was told by the wire #gap

    An empty line does nothing; Ctrl+D leaves.
    """
    from ttx.cli.scribe_lines import write_lines

    return write_lines(given.session_file(log))
