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

FORMATS: Final = ("md", "html", "docx", "xlsx", "csv", "json")
_IN_A_FILE: Final = ("docx", "xlsx")
"""Formats that mean nothing on a terminal."""
_PAGES: Final = ("md", "html", "docx")
TABLES: Final = ("msel", "timeline", "decisions", "links", "contacts", "questions", "latency", "plan", "gaps")


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
@click.option("--table", type=click.Choice(TABLES), help="Which table CSV holds; default: msel.")
@click.option("--like", type=given.FILE, metavar="FILE.docx", help="Styles and page set-up of a Word file.")
@given.output_option
def report(
    *,
    log: str,
    form: str | None,
    profile: Profile,
    status: Status,
    attribution: Attribution | None,
    evaluation: Evaluation,
    table: str | None,
    like: Path | None,
    output: Path | None,
) -> int:
    """Write the after-action report of a session.

    Every fact in it carries the number of its event; what people must judge is left blank. The same
    session file gives the same report. LOG is a session file, the name of one in the sessions
    folder, or - for stdin.
    """
    from ttx.services import papers

    form = form or _form_of(output)
    _fits(form, output, profile, table, like)
    asked = papers.Asked(status=status, attribution=attribution, evaluation=evaluation, profile=profile)
    with given.readable_log(log) as path:
        made = papers.report_file(
            papers.report(path, asked),
            form,
            whole=profile != "quicklook",
            like=given.existing(like).read_bytes() if like else None,
            table=table or "msel",
        )
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


def _fits(form: str, output: Path | None, profile: str, table: str | None, like: Path | None) -> None:
    """Refuse what cannot be had together."""
    if form in _IN_A_FILE and output is None:
        raise UsageError(f"{form} is no text for a terminal.", next_step=f"Add -o report.{form}.")
    if profile == "quicklook" and form not in _PAGES:
        raise UsageError(
            f"The quicklook is two pages; {form} has none.", next_step="Take --format md, html or docx."
        )
    if table and form != "csv":
        raise UsageError("--table goes with CSV.", next_step="Add --format csv.")
    if like and form != "docx":
        raise UsageError("--like goes with Word files.", next_step="Add --format docx.")
