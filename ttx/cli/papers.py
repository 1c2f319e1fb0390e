"""``report``: what a session file shows afterwards."""

from __future__ import annotations

from pathlib import Path

import click

from ttx.cli import given, out
from ttx.cli.root import command
from ttx.errors import Exit


@command("report", example="tabletop report room-a.ttx.jsonl -o report.md")
@given.log_argument
@click.option("--format", "form", type=click.Choice(("md",)), default="md", show_default=True)
@given.output_option
def report(log: str, form: str, output: Path | None) -> int:  # noqa: ARG001 - one format so far
    """Write the after-action report of a session, in Markdown.

    Every fact in it carries the number of its event; what people must judge is left blank. The same
    session file gives the same report. LOG is a session file, the name of one in the sessions
    folder, or - for stdin.
    """
    from ttx.services import papers

    with given.readable_log(log) as path:
        out.deliver(papers.report_markdown(path), output)
    return Exit.FINE
