"""``report``: what a session comes to afterwards, in the format and for the reader that is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from ttx.cli import given, out
from ttx.cli.root import command
from ttx.cli.watching import waited
from ttx.errors import Exit, LogError, UsageError
from ttx.frozen import dataclass
from ttx.model.counting import how_many
from ttx.services.looking import looked

if TYPE_CHECKING:
    from ttx.loader.evaluation import LoadedEvaluation
    from ttx.loader.people import LoadedPeople
    from ttx.model.evaluation import Evaluated
    from ttx.report.values import Attribution, Evaluation, Gap, Profile, Status

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
    type=click.Choice(("quicklook", "hotwash", "players", "staff", "sponsor")),
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
    "--evaluation",
    type=click.Choice(("shown", "psmu", "none")),
    help="Default: as the scenario says, else shown.",
)
@click.option(
    "--rated",
    type=given.FILE,
    multiple=True,
    metavar="FILE.yaml",
    help="A rater's file; twice for two raters who rated blind.",
)
@click.option(
    "--people",
    type=given.FILE,
    metavar="FILE.yaml",
    help="Who sat where, with --attribution named: people: {SEAT: NAME}.",
)
@click.option("--watch", is_flag=True, help="Write FILE anew whenever the session goes on; Ctrl+C ends it.")
@click.option("--table", type=click.Choice(TABLES), help="Which table CSV holds; default: msel.")
@click.option("--like", type=given.FILE, metavar="FILE.docx", help="Styles and page set-up of a Word file.")
@given.log_lang_option
@given.output_option
def report(
    *,
    log: str,
    form: str | None,
    profile: Profile,
    status: Status,
    attribution: Attribution | None,
    evaluation: Evaluation | None,
    rated: tuple[Path, ...],
    people: Path | None,
    watch: bool,
    table: str | None,
    like: Path | None,
    lang: str | None,
    output: Path | None,
) -> int:
    """Write the after-action report of a session.

    Every fact in it carries the number of its event; what people must judge is left blank. The same
    session file gives the same report. LOG is a session file, the name of one in the sessions
    folder, or - for stdin.
    """
    form = form or _form_of(output)
    _fits(form, output, profile, table, like)
    asked = _Asked(form, profile, status, attribution, evaluation, rated, people, table, like, lang, output)
    with given.readable_log(log) as path:
        if not watch:
            return asked.write(path)
        if output is None:
            raise UsageError("--watch writes a file again and again.", next_step="Add -o report.html.")
        return _watched(path, asked)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the command was asked for."""

    form: str
    profile: Profile
    status: Status
    attribution: Attribution | None
    evaluation: Evaluation | None
    rated: tuple[Path, ...]
    people: Path | None
    table: str | None
    like: Path | None
    lang: str | None
    output: Path | None

    def write(self, path: Path) -> int:
        """Write the report once; says what in it reads like a person's name and what it lacks."""
        from ttx.services import papers

        handed_in = _handed_in(path, self.rated, self.evaluation)
        names = _names(self.people)
        if handed_in is None or (self.people and names is None):
            return Exit.PROBLEMS
        asked = papers.Asked(
            status=self.status,
            attribution=self.attribution,
            evaluation=self.evaluation,
            profile=self.profile,
            evaluated=handed_in,
            people=names,
            lang=self.lang,
        )
        found = papers.report(path, asked)
        if self.people and found.header.attribution != "named":
            raise UsageError(
                f"--people names persons; this paper is to name by {found.header.attribution}.",
                next_step="Add --attribution named, if those who sat there agreed to it.",
            )
        made = papers.report_file(
            found,
            self.form,
            part="quicklook"
            if self.profile == "quicklook"
            else "hotwash"
            if self.profile == "hotwash"
            else "whole",
            like=given.existing(self.like).read_bytes() if self.like else None,
            table=self.table or "msel",
        )
        if self.output is None:
            out.put(made.decode("utf-8"))
        else:
            out.deliver_file(made, self.output)
            _say(found.gaps, papers.names_in(found))
        if papers.names_more(found):
            out.note("This paper names more than the room was promised at STARTEX.")
        return Exit.FINE


def _say(gaps: Sequence[Gap], names: Sequence[str]) -> None:
    """What the writer should look at before anybody else reads it."""
    room = sum(gap.room_only for gap in gaps)
    if gaps:
        only = f", {room} of them only while the room is still there" if room else ""
        things = how_many(len(gaps), "thing")
        out.note(f"Still missing: {things}{only}. The report lists them under Improvement plan.")
    if names:
        out.note(f"These read like persons; tabletop log strike takes words out: {', '.join(names)}")


def _watched(path: Path, asked: _Asked) -> int:
    """Write the report anew whenever the session goes on; ends with Ctrl+C."""
    while True:
        before = looked((path, *asked.rated))
        try:
            asked.write(path)
        except LogError as error:  # a line may be half written at this moment; the next look has it whole
            out.complain(error)
        waited(before)


def _handed_in(path: Path, files: tuple[Path, ...], words: Evaluation | None) -> tuple[Evaluated, ...] | None:
    """Every rater's file; None where one does not fit, which is said with its place."""
    from ttx.services import papers

    found = [papers.evaluation(path, given.existing(file), words) for file in files]
    _problems(found)
    made = tuple(each.value for each in found if each.value is not None)
    return made if len(made) == len(found) else None


def _names(file: Path | None) -> Mapping[str, str] | None:
    """The file of names; None where none was given or it does not fit, which is said with its place."""
    from ttx.services import papers

    if file is None:
        return None
    found = papers.people(given.existing(file))
    _problems([found])
    return found.value


def _problems(found: Sequence[LoadedEvaluation | LoadedPeople]) -> None:
    """Say what does not fit, each with its place."""
    problems = [problem for each in found for problem in each.problems]
    if problems:
        from ttx.render.problems import as_text

        texts = {name: text for each in found for name, text in each.texts.items()}
        out.note(as_text(problems, texts))


def _form_of(output: Path | None) -> str:
    """The format a file's name asks for."""
    ending = output.suffix.lower().removeprefix(".") if output else ""
    ending = {"htm": "html"}.get(ending, ending)
    return ending if ending in FORMATS else "md"


def _fits(form: str, output: Path | None, profile: str, table: str | None, like: Path | None) -> None:
    """Refuse what cannot be had together."""
    if form in _IN_A_FILE and output is None:
        raise UsageError(f"{form} is no text for a terminal.", next_step=f"Add -o report.{form}.")
    if profile in ("quicklook", "hotwash") and form not in _PAGES:
        raise UsageError(
            f"The {profile} is two pages or four sheets; {form} has none.",
            next_step="Take --format md, html or docx.",
        )
    if table and form != "csv":
        raise UsageError("--table goes with CSV.", next_step="Add --format csv.")
    if like and form != "docx":
        raise UsageError("--like goes with Word files.", next_step="Add --format docx.")
