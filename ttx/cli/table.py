"""The written-out list of commands, and the help of the whole made from it.

Imports nothing, so that ``--help`` answers at once. Each row is kept true by a test that loads
every command and compares.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Row(NamedTuple):
    """One command: its name, where it is written, one line of help."""

    name: str
    module: str
    """Module of ``ttx.cli`` that holds it, under the command's name."""
    summary: str


GROUPS: Final = (
    (
        "In the room",
        (
            Row("check", "check", "Room check: what is right, and what to mend"),
            Row("run", "room", "Run a scenario with a room: the console"),
            Row("resume", "room", "Go on with a session where it stood"),
            Row("wall", "beside", "A window for the projector, or for a cell's table"),
            Row("scribe", "beside", "Write lines beside the console, in a second window"),
        ),
    ),
    (
        "Without a room",
        (
            Row("demo", "demo", "Play a bundled exercise to the end, here and now"),
            Row("play", "play", "Play a scenario along a file of moves"),
            Row("rehearse", "rehearse", "Play many sessions without people, and count"),
        ),
    ),
    (
        "For authors",
        (
            Row("validate", "validate", "Say everything that is wrong with a scenario"),
            Row("explain", "explain", "Why a problem matters, with examples"),
            Row("explore", "explore", "Which endings can happen, and how likely"),
            Row("graph", "graph", "Draw a scenario: phases, steps, endings"),
            Row("print", "prints", "Papers for the tables and for staff"),
            Row("new", "new", "Begin a scenario: a folder that runs as it stands"),
            Row("source", "source", "Import documents, prove citations, draft catalogues"),
            Row("bundle", "bundle", "A scenario with all it names, as one file"),
            Row("upgrade", "upgrade", "Write an older file in the form of today"),
            Row("schema", "schema", "The JSON Schema of authored files and of the report"),
        ),
    ),
    (
        "Afterwards",
        (
            Row("log", "log", "Show, verify, strike, fork, diff, recover, backport"),
            Row("review", "review", "Look through a session event by event"),
            Row("compare", "comparing", "Several rooms of one scenario side by side"),
            Row("cite", "cite", "Which commitments some words may bear on"),
            Row("code", "code", "Code links a second time, blind, and compare"),
            Row("trace", "trace", "Which decision bears on which commitment"),
            Row("report", "papers", "The after-action report"),
        ),
    ),
    (
        "About ttx",
        (
            Row("guide", "guide", "Read the guides"),
            Row("info", "info", "Versions, folders, terminal, what is bundled"),
            Row("completion", "completion", "Let the shell complete commands and names"),
        ),
    ),
)
"""Commands in the order of a user's day, under the headings of the help."""

COMMANDS: Final = {row.name: row for _, rows in GROUPS for row in rows}

WITHOUT_TERMINAL: Final = tuple(name for name in COMMANDS if name not in ("run", "resume", "wall", "review"))
"""Commands that need no terminal."""


def help_text() -> str:
    """What ``tabletop --help`` prints."""
    lines = [
        "Usage: tabletop [COMMAND] [OPTIONS] [ARGUMENTS]",
        "",
        "Run tabletop exercises in a terminal, and link every decision to the",
        "commitments of a cited document. Without a command: open the app.",
        "",
    ]
    for title, rows in GROUPS:
        lines.append(f"{title}:")
        lines += [f"  {row.name:<12}{row.summary}" for row in rows]
        lines.append("")
    lines += [
        "Options:",
        "  --version   Print the version",
        "  -h, --help  Print this; after a command, the help of that command",
        "",
        "Exit codes: 0 fine, 1 problems found, 2 usage or no terminal,",
        "3 file or session file, 70 a bug in ttx, 130 or 143 stopped from outside.",
        "",
        "Example:",
        "  tabletop demo",
        "",
    ]
    return "\n".join(lines)
