"""``trace``: which decision bears on which commitment, in one session or a series."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import cast

import click

from ttx.cli import given, out
from ttx.cli.root import command
from ttx.errors import Exit, UsageError

_SECTIONS = ("links", "decisions", "commitments", "dated", "tensions")
_FORMATS = ("table", "csv", "json", "mermaid", "dot", "graphml")


@command("trace", example="tabletop trace room-a.ttx.jsonl --show commitments --format csv -o covered.csv")
@given.logs_argument
@click.option("--show", type=click.Choice(_SECTIONS), help="Only this; default: all that the format holds.")
@click.option("--format", "form", type=click.Choice(_FORMATS), default="table", show_default=True)
@click.option(
    "--why",
    metavar="[RECORD:]TARGET",
    help="Everything behind the links to one commitment: 05a, 16.5, D-01:05a, #41:05a, M-07:03b.",
)
@click.option("--rests-on", metavar="TARGET|changed", help="What of scenario and record rests on a citation.")
@given.output_option
def trace(
    *,
    logs: tuple[str, ...],
    show: str | None,
    form: str,
    why: str | None,
    rests_on: str | None,
    output: Path | None,
) -> int:
    """Show which decision bears on which commitment, and how.

    LOG is a session file, the name of one in the sessions folder, or - for stdin. Several are
    shown as a series; rehearsals are left out of one.
    """
    from ttx.services import tracing

    _fits(show, form, why, rests_on)
    with ExitStack() as stack:
        series = tracing.read([stack.enter_context(given.readable_log(log)) for log in logs])
    if series.practice:
        out.note(f"Left out, a rehearsal never counts: {', '.join(series.practice)}.")
    if not series.traced:
        raise UsageError("Only rehearsals were named.", next_step="Name one alone to look at it.")
    if why:
        text = tracing.why_page(series, why)
    elif rests_on:
        text = tracing.rests_on(series, rests_on, cast(tracing.Format, form))
    else:
        text = tracing.written(series, cast("tracing.Section | None", show), cast(tracing.Format, form))
    out.deliver(text, output)
    return Exit.FINE


def _fits(show: str | None, form: str, why: str | None, rests_on: str | None) -> None:
    """Refuse what cannot be had together, rather than leave a part of it out."""
    if why and (rests_on or show or form != "table"):
        raise UsageError("--why is a page of its own.", next_step="Leave the other options out.")
    if rests_on and (show or form not in ("table", "csv", "json")):
        raise UsageError("--rests-on is a table, CSV or JSON.", next_step="Leave --show out.")
    if show and form not in ("table", "csv"):
        raise UsageError(
            f"{form} always holds everything.", next_step="Leave --show out, or take table or csv."
        )
