"""``check``: the room check, before anybody is let in."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

from ttx.cli import given, out
from ttx.cli.root import command
from ttx.errors import Exit


@command("check", example="tabletop check full-range --copy-to /media/usb")
@given.scenario_argument
@click.option("--copy-to", type=given.FOLDER, metavar="DIR", help="Where the second copy will go.")
def check(scenario: str, copy_to: Path | None) -> int:
    """Say what is right and what to mend before a room is let in.

    SCENARIO is a folder, a scenario.yaml, or the id of a bundled one. It looks at the scenario, the
    folders that are written to, the clock, the marking, the cited text and the terminal.

    Exit code 1 where anything is to be mended.
    """
    from ttx.services import library
    from ttx.services.roomcheck import KOREAN, Checked, Terminal, check_room

    checked = Checked.read(library.source_of(scenario))
    size = shutil.get_terminal_size()
    terminal = Terminal(encoding=sys.stdout.encoding or "", columns=size.columns, rows=size.lines)
    found = check_room(checked, terminal, copy_to)
    mend = sum(not each.ok for each in found)
    out.put(f"ROOM CHECK  {out.one_line(checked.name)}   {len(found) - mend} right, {mend} to mend")
    for each in found:
        out.put(f"{'ok  ' if each.ok else 'MEND'}  {out.one_line(each.what)}")
        if each.mend:
            out.put(f"      {each.mend}")
    out.put("The bars of these two rows stand under each other, or Korean will not align:")
    out.put("\n".join(KOREAN))
    return Exit.PROBLEMS if mend else Exit.FINE
