"""``report``: what a session comes to afterwards, in the format and for the reader that is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from ttx.cli import given, out
from ttx.cli.root import command
from ttx.errors import Exit, UsageError

if TYPE_CHECKING:
    from ttx.report.values import Attribution, Evaluation, Profile, Status

FORMATS: Final = ("md", "html")
_IN_A_FILE: Final = ("docx", "xlsx")
"""Formats that mean nothing on a terminal."""


@command("report", example="tabletop report room-a.ttx.jsonl -o report.html")
@given.log_argument
@click.option("--format", "form", type=click.Choice(FORMATS), help="Default: as FILE ends, else md.")
@click.option(
    "--profile",
    type=click.Choice(("quicklook", "players", "staff", "sponsor")),
    default="staff",
    show_default=True,
)
@click.option(
    "--status", type=click.Choice(("draft", "for_comment", "agreed")), default="draft", show_default=True
)
@click.option(
    "--attribution",
    type=click.Choice(("named", "role", "cell", "none")),
    help="Default: what STARTEX promised the room.",
)
@click.option(
    "--evaluation", type=click.Choice(("shown", "psmu", "none")), default="shown", show_default=True
)
@given.output_option
def report(
    *,
    log: str,
    form: str | None,
    profile: Profile,
    status: Status,
    attribution: Attribution | None,
    evaluation: Evaluation,
    output: Path | None,
) -> int:
    """Write the after-action report of a session.

    Every fact in it carries the number of its event; what people must judge is left blank. The same
    session file gives the same report. LOG is a session file, the name of one in the sessions
    folder, or - for stdin.
    """
    from ttx.services import papers

    form = form or _form_of(output)
    _fits(form, output)
    asked = papers.Asked(status=status, attribution=attribution, evaluation=evaluation, profile=profile)
    with given.readable_log(log) as path:
        made = papers.report_file(papers.report(path, asked), form, whole=profile != "quicklook")
    if output is None:
        out.put(made.decode("utf-8"))
    else:
        out.deliver_file(made, output)
    return Exit.FINE


def _form_of(output: Path | None) -> str:
    """The format a file's name asks for."""
    ending = output.suffix.lower().removeprefix(".") if output else ""
    ending = {"htm": "html"}.get(ending, ending)
    return ending if ending in FORMATS else "md"


def _fits(form: str, output: Path | None) -> None:
    if form in _IN_A_FILE and output is None:
        raise UsageError(f"{form} is no text for a terminal.", next_step=f"Add -o report.{form}.")
