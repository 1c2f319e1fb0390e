"""The scribe's window: one line in, one line kept. Works on any terminal, a serial line, or a pipe."""

from __future__ import annotations

import sys
from pathlib import Path

from ttx.cli import out
from ttx.errors import LogError, UsageError


def write_lines(log: Path) -> int:
    """Keep every line that comes in until there are no more.

    Raises:
        LogError: this is no session file.
    """
    from ttx.store import Presence, read_heading

    heading = read_heading(log)
    if heading is None:
        raise LogError(
            "This is no session file.", where=str(log), next_step="tabletop alone lists the sessions."
        )
    asked = sys.stdin.isatty()
    if asked:
        out.put(f"{heading.marking}\n{heading.title}: lines for the console, which takes them with t.")
        out.put("[10:14 | -4] [CELL] [D-03] words [#tag ...]   Ctrl+D leaves\n")
    here = Presence(log, "scribe")
    try:
        return _kept(log, asked=asked)
    finally:
        here.close()


def _kept(log: Path, *, asked: bool) -> int:
    """Keep every line; gives the exit code."""
    from ttx.services import scribing
    from ttx.services.ports import system

    ports = system()
    refused = 0
    while (typed := _next(asked=asked)) is not None:
        if not typed.strip():
            continue
        try:
            scribing.write(log, typed.strip(), ports)
        except (LogError, UsageError) as error:
            refused += 1
            out.complain(error)
            out.note(f"Not kept: {typed.strip()}")
            continue
        if asked:
            out.put("kept")
    return 3 if refused and not asked else 0


def _next(*, asked: bool) -> str | None:
    """The next line; None at the end."""
    if not asked:
        return sys.stdin.readline() or None
    try:
        return input("> ")
    except EOFError:
        out.put("")
        return None
