"""``compare``: several sessions of one scenario side by side."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import click

from ttx.cli import given, out
from ttx.cli.root import command
from ttx.errors import Exit


@command("compare", example="tabletop compare room-a.ttx.jsonl room-b.ttx.jsonl --format csv -o rooms.csv")
@given.logs_argument
@click.option(
    "--format", "form", type=click.Choice(("table", "csv", "json")), default="table", show_default=True
)
@given.output_option
def compare(logs: tuple[str, ...], form: str, output: Path | None) -> int:
    """Set several rooms of one scenario side by side.

    Where they parted, endings, answers, tracks, what cells came to know, bearings, minutes to the
    record. Nothing is ranked. Rehearsals are left out. LOG is as for trace.
    """
    from ttx.render.rooms import rooms_csv, rooms_json, rooms_text
    from ttx.services import comparing

    with ExitStack() as stack:
        found, left_out = comparing.compare([stack.enter_context(given.readable_log(log)) for log in logs])
    if left_out:
        out.note(f"Left out, a rehearsal never counts: {', '.join(left_out)}.")
    if form == "table":
        text = rooms_text(found, only_parted=False)
    else:
        text = rooms_csv(found) if form == "csv" else rooms_json(found)
    out.deliver(text, output)
    return Exit.FINE
