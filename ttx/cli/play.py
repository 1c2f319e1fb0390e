"""``play``: a scenario along a file of moves, as written."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import click

from ttx.cli import given, out, scripted
from ttx.cli.root import command
from ttx.errors import Exit


@command("play", example="tabletop play my-exercise/ --moves moves.yaml --log test.ttx.jsonl")
@given.scenario_argument
@click.option("--moves", required=True, metavar="FILE", help="The moves, in order; - for stdin.")
@click.option("--log", required=True, type=given.FILE, metavar="FILE", help="A new session file.")
@given.seed_option
@given.start_option
def play(scenario: str, moves: str, log: Path, seed: str | None, start: str | None) -> int:
    """Play a scenario along a file of moves.

    The steps of the book carry themselves out; a move names only what people choose. With --seed
    and --start (or both in the file) the same moves give the same bytes every time.

    Exit code 1 where a move does not fit or moves run out; the session file is kept as far as it
    came.
    """
    from ttx.services import library

    source = library.source_of(scenario)
    with ExitStack() as stack:
        path = (
            stack.enter_context(given.spooled("moves.yaml"))
            if moves == given.STDIN
            else given.existing(Path(moves))
        )
        result = scripted.play_out(source, path, log, seed=seed, start=start)
        if result.problems:
            scripted.complain(result.problems, path, moves)
    if result.problems:
        if result.events:
            out.note(f"Played as far as that: {out.one_line(str(log))}, {result.events} events.")
        return Exit.PROBLEMS
    out.put(
        f"{out.one_line(result.title)}\n"
        f"Ending   {out.one_line(result.ending)}\n"
        f"Session  {out.one_line(str(log))}, {result.events} events\n"
        f"Seal     {result.seal}"
    )
    return Exit.FINE
