"""``log``: what can be done with a session file that nobody is playing."""

from __future__ import annotations

from pathlib import Path

import click

from ttx.cli import given, out
from ttx.cli.root import command, family
from ttx.errors import Exit, UsageError
from ttx.model.counting import how_many, is_are


@family("log", example="tabletop log verify room-a.ttx.jsonl --head 4F2A-91C7-0B3E")
def log() -> None:
    """Show, verify, strike, fork, compare and recover session files; take what was improvised back.

    LOG is a path, the name of a session in the sessions folder, or, where it is only read, - for
    stdin.
    """


@command("show", under=log, example="tabletop log show room-a.ttx.jsonl | head -20")
@given.log_argument
@given.output_option
def show(log: str, output: Path | None) -> int:
    """List every event with its number and times."""
    from ttx.services import papers

    with given.readable_log(log) as path:
        out.deliver(papers.log_rows(path), output)
    return Exit.FINE


@command("verify", under=log, example="tabletop log verify room-a.ttx.jsonl --head 4F2A-91C7-0B3E")
@given.log_argument
@click.option("--head", help="The seal or head that was written down outside the file.")
def verify(log: str, head: str | None) -> int:
    """Prove that nothing in a session file was changed.

    Names the first line that does not stand as it was written. Lines cut off the end show only
    against a seal that was written down: give it with --head.

    Exit code 3 where something is wrong.
    """
    from ttx.services import logs
    from ttx.store import seal

    with given.readable_log(log) as path:
        verdict = logs.verify(path, head)
    out.put(f"{_named(log)}: {verdict.what}")
    if verdict.torn:
        out.put("It is the last line, broken off while it was written; resume sets it aside.")
    if verdict.at_line is not None:
        out.put(f"The head asked for stands at line {verdict.at_line} of {verdict.lines}.")
    if verdict.lines:
        out.put(f"Head of line {verdict.lines}: {verdict.head}\nSeal: {seal(verdict.head)}")
    if verdict.bad_line and verdict.lines and not verdict.torn:
        out.note(f"tabletop log recover {_named(log)} --to NEW keeps the lines before it in a new file.")
    return Exit.FINE if verdict.ok else Exit.FILE


@command(
    "strike", under=log, example='tabletop log strike room-a.ttx.jsonl 41 42 --reason "a name was typed"'
)
@given.log_argument
@click.argument("numbers", nargs=-1, required=True, type=click.IntRange(min=1), metavar="NUMBER...")
@click.option("--reason", required=True, help="Why; it is kept in the file.")
def strike(log: str, numbers: tuple[int, ...], reason: str) -> int:
    """Remove every typed word of some events, for good.

    NUMBER is an event's number, as log show prints it. The facts stay, the file still verifies, and
    the removal stands in it as an event. Copies elsewhere are not reached.
    """
    from ttx.services import logs, ports
    from ttx.store import may_still_hold

    if not reason.strip():
        raise UsageError("A reason is needed.", next_step="Say in a few words why the words go.")
    path = given.session_file(log)
    count = logs.strike_words(path, tuple(sorted(set(numbers))), reason, ports.system())
    out.put(f"Struck {how_many(count, 'text')} from {_named(path)}.")
    left = may_still_hold(path)
    if left:
        out.note("These may still hold the words: " + ", ".join(str(each) for each in left))
    return Exit.FINE


@command("fork", under=log, example="tabletop log fork room-a.ttx.jsonl --at 41 --to other-way.ttx.jsonl")
@given.log_argument
@click.argument("line", type=click.IntRange(min=1), required=False)
@click.option("--at", type=click.IntRange(min=1), metavar="LINE", help="The last event that is kept.")
@click.option("--to", required=True, type=given.FILE, metavar="FILE", help="The new session file.")
def fork(log: str, line: int | None, at: int | None, to: Path) -> int:
    """Begin a new session from a point of another.

    LINE is the number of the last event that is kept, with --at or bare. The first file is only
    read.
    """
    from ttx.services import logs, ports

    line = _one_of(line, at)
    logs.fork_at(given.session_file(log), line, to, ports.system())
    out.put(
        f"{_named(to)} goes on from line {line} of {_named(log)}.\ntabletop resume {_named(to)} opens it."
    )
    return Exit.FINE


@command("diff", under=log, example="tabletop log diff room-a.ttx.jsonl other-way.ttx.jsonl")
@click.argument("first")
@click.argument("second")
@given.output_option
def diff(first: str, second: str, output: Path | None) -> int:
    """Say where two sessions of one scenario parted, and what differs.

    Answers, tracks, injects, what cells came to know, endings. What is the same is left out;
    tabletop compare shows all.
    """
    from ttx.render.rooms import rooms_text
    from ttx.services import comparing

    paths = [given.session_file(name) for name in (first, second)]
    found, _ = comparing.compare(paths, also_practice=True)
    out.deliver(rooms_text(found, only_parted=True), output)
    return Exit.FINE


@command("backport", under=log, example="tabletop log backport room-a.ttx.jsonl --to my-exercise")
@given.log_argument
@click.option("--to", required=True, metavar="SCENARIO", help="The author's file or folder.")
@click.option("--write", is_flag=True, help="Write it; default: show what would change.")
def backport(log: str, to: str, *, write: bool) -> int:
    """Take what a session improvised back to its scenario.

    An improvised inject becomes one that is held back; an answer in a cell's own words, or only near
    an option, becomes an entry of the coding frame. Comments and every other line stay as they are.
    """
    from ttx.services import backporting, library

    with given.readable_log(log) as path:
        found = backporting.propose(path, library.source_of(to))
    if not found.additions:
        out.note("The session has nothing that the scenario lacks.")
        return Exit.FINE
    out.put(found.diff)
    if write:
        backporting.write(found)
        for each in found.files:
            out.note(f"Written: {_named(each)}")
    else:
        out.note("Nothing was written. Look it through, then say --write.")
    return Exit.FINE


@command("recover", under=log, example="tabletop log recover room-a.ttx.jsonl --to whole.ttx.jsonl")
@given.log_argument
@click.option("--to", required=True, type=given.FILE, metavar="FILE", help="The new session file.")
def recover(log: str, to: Path) -> int:
    """Save what is whole of a damaged session file.

    The lines before the first bad one go to a new file, the rest beside it. The damaged file is
    only read.
    """
    from ttx.services import logs, ports

    system = ports.system()
    found = logs.recover(given.session_file(log), to, at=system.clock.utc(), salts=system.salt)
    out.put(
        f"{_named(to)} holds the {how_many(found.lines, 'line')} that {is_are(found.lines)} whole.\n"
        f"Line {found.bad_line}: {found.what}.\n"
        f"The bytes from there on are kept in {_named(found.rest)}."
    )
    return Exit.FINE


def _one_of(line: int | None, at: int | None) -> int:
    """The line to fork at, however it was given."""
    if line is not None and at is not None and line != at:
        raise UsageError(f"Two lines are named, {line} and {at}.", next_step="Name one, with --at.")
    found = at if at is not None else line
    if found is None:
        raise UsageError(
            "From where it goes on is not said.",
            next_step="Add --at 41, the last event that is kept; tabletop log show lists them.",
        )
    return found


def _named(file: Path | str) -> str:
    """A file's name on one line, whatever stands in it."""
    return out.one_line(str(file))
