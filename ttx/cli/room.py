"""``run`` and ``resume``: the console, with a room in front of it."""

from __future__ import annotations

from pathlib import Path

import click

from ttx.cli import given
from ttx.cli.root import command

_copy = click.option("--copy-to", type=given.FOLDER, metavar="DIR", help="Keep a second copy there.")
_theme = click.option("--theme", metavar="NAME", help="Colours: dark, light, high-contrast or colour-blind.")
_plain = click.option("--plain", is_flag=True, help="Lines instead of a screen: one in, sentences out.")
_ascii = click.option("--ascii", "ascii_only", is_flag=True, help="Draw with plain characters only.")


@command("run", example="tabletop run graduated-steps --log room-a.ttx.jsonl --copy-to /media/usb")
@given.scenario_argument
@click.option("--log", type=given.FILE, metavar="FILE", help="Session file; default: the sessions folder.")
@_copy
@_theme
@_ascii
@click.option("--practice", is_flag=True, help="A rehearsal that never counts.")
@_plain
@given.lang_option
def run(
    *,
    scenario: str,
    log: Path | None,
    copy_to: Path | None,
    theme: str | None,
    ascii_only: bool,
    practice: bool,
    plain: bool,
    lang: str,
) -> int:
    """Run a scenario with a room.

    SCENARIO is a folder, a scenario.yaml, or the id of a bundled one (tabletop info lists them).
    """
    from ttx.cli.terminal import open_app, open_plain, require_terminal

    if not plain:
        require_terminal()
    from ttx.services import checking, library

    source = library.source_of(scenario)
    checking.playable(source, lang)
    if plain:
        return open_plain(scenario=source, log=log, copy_to=copy_to, practice=practice, lang=lang)
    return open_app(
        scenario=source,
        log=log,
        copy_to=copy_to,
        theme=theme,
        ascii_only=ascii_only,
        practice=practice,
        lang=lang,
    )


@command("resume", example="tabletop resume room-a.ttx.jsonl")
@given.log_argument
@_copy
@_theme
@_ascii
@_plain
def resume(log: str, copy_to: Path | None, theme: str | None, ascii_only: bool, plain: bool) -> int:
    """Go on with a session where it stood.

    LOG is a session file, or the name of one in the sessions folder. Nothing recorded is lost when
    the machine dies; a line that was broken off is set aside and said so.
    """
    from ttx.cli.terminal import open_app, open_plain

    if plain:
        return open_plain(log=given.session_file(log), copy_to=copy_to)
    return open_app(log=given.session_file(log), copy_to=copy_to, theme=theme, ascii_only=ascii_only)
