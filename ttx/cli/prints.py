"""``print``: the papers of the day before, as files to print."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from ttx.cli import given, out
from ttx.cli.root import command, family
from ttx.errors import Exit, UsageError

if TYPE_CHECKING:
    from ttx.render.printed.evaluators import Rated
    from ttx.services import printing

_FORMS = ("html", "md")
_FOLDER = click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    metavar="FOLDER",
    help="Where the files go; default: here.",
)
_COPIES = click.option(
    "--copies",
    default="",
    metavar="CELL=N,...",
    help="How many for whom: rok=6,us=5,staff=3. Each says which it is.",
)
_FORM = click.option("--format", "form", type=click.Choice(_FORMS), default="html", show_default=True)
_EVALUATION = click.option(
    "--evaluation",
    type=click.Choice(("shown", "psmu", "none")),
    help="Which words evaluators choose from; default: as the scenario says, else shown.",
)
_REPLACE = click.option("--replace", is_flag=True, help="Write over a file that holds something else.")


def _paper(function: Any) -> Any:
    """The options that every paper takes."""
    for option in (given.lang_option, _REPLACE, _FORM, _COPIES, _FOLDER, given.scenario_argument):
        function = option(function)
    return function


@family("print", example="tabletop print sitman full-range -o papers")
def print() -> None:  # noqa: A001 - it is what the command is called
    """Print the papers of a scenario for the room and for staff.

    Files are HTML that a browser prints with the marking above and below every page, whose copy it
    is, the revision, and a hash of the scenario. Players' papers hold only what is marked as theirs.
    A scenario with errors is not printed.
    """


@command("sitman", under=print, example="tabletop print sitman full-range --copies rok=6,us=5 -o papers")
@_paper
def sitman(scenario: str, folder: Path, copies: str, form: str, *, replace: bool, lang: str) -> int:
    """The situation manual that every player gets.

    Purpose, scope, assumptions, the day, rules, who sits where. Nothing that is still to come.
    """
    desk, counted = _opened(scenario, copies, lang)
    from ttx.services import printing

    return _write((printing.sitmans(desk, counted),), folder, form, replace=replace)


@command("role", under=print, example="tabletop print role full-range --cell rok -o papers")
@_paper
@click.option("--cell", help="Only this cell; default: every cell, a file each.")
def role(
    scenario: str, folder: Path, copies: str, form: str, *, replace: bool, lang: str, cell: str | None
) -> int:
    """The paper of a cell: its brief, what it alone knows, its seats."""
    desk, counted = _opened(scenario, copies, lang)
    from ttx.services import printing

    return _write(printing.roles(desk, cell, counted), folder, form, replace=replace)


@command(
    "handout", under=print, example="tabletop print handout full-range I-01 --copies rok=6,us=5 -o papers"
)
@_paper
@click.argument("inject")
def handout(
    scenario: str, folder: Path, copies: str, form: str, *, replace: bool, lang: str, inject: str
) -> int:
    """One inject as a sheet to be handed out.

    It begins and ends with EXERCISE EXERCISE EXERCISE.
    """
    desk, counted = _opened(scenario, copies, lang)
    from ttx.services import printing

    return _write((printing.handouts(desk, inject, counted),), folder, form, replace=replace)


@command("msel", under=print, example="tabletop print msel full-range --review --format csv -o papers")
@given.scenario_argument
@_FOLDER
@_COPIES
@click.option(
    "--format", "form", type=click.Choice((*_FORMS, "csv", "xlsx")), default="html", show_default=True
)
@_REPLACE
@click.option("--review", is_flag=True, help="With empty columns: comment, by, agreed.")
@given.lang_option
def msel(
    scenario: str, folder: Path, copies: str, form: str, *, replace: bool, lang: str, review: bool
) -> int:
    """The list of events for staff, never for players.

    Every inject and decision with scenario time, planned exercise clock, type, from, to, channel,
    text, what is expected, objectives, commitments, notes and minutes.
    """
    desk, counted = _opened(scenario, copies, lang)
    from ttx.services import printing

    made = printing.msels(desk, counted, review=review)
    if form in _FORMS:
        return _write((made,), folder, form, replace=replace)
    if counted:
        raise UsageError("A table has no copies.", next_step="Leave --copies out.")
    if form == "xlsx":
        data = printing.msel_xlsx(desk, review=review)
    else:
        data = printing.msel_csv(desk, review=review).encode("utf-8")
    files = {f"{made.name}.{form}": data}
    return _said(printing.write_files(files, folder, replace=replace))


@command("facilitator", under=print, example="tabletop print facilitator full-range -o papers")
@_paper
def facilitator(scenario: str, folder: Path, copies: str, form: str, *, replace: bool, lang: str) -> int:
    """The facilitator's book: the whole scenario in the order of the day, never for players."""
    desk, counted = _opened(scenario, copies, lang)
    from ttx.services import printing

    return _write((printing.books(desk, counted),), folder, form, replace=replace)


@command("eeg", under=print, example="tabletop print eeg full-range --copies staff=2 -o papers")
@_paper
@_EVALUATION
@click.option("--blind", is_flag=True, help="A second rater's form, and the file it is typed into.")
def eeg(
    scenario: str,
    folder: Path,
    copies: str,
    form: str,
    *,
    replace: bool,
    lang: str,
    evaluation: Rated | None,
    blind: bool,
) -> int:
    """The evaluators' guide: each objective with its evidence and boxes for a rating.

    With --blind the form of a second rater, who rates from the record without seeing the first
    one's words, and NAME-rater.yaml with the objectives in it for report --rated.
    """
    desk, counted = _opened(scenario, copies, lang)
    from ttx.services import printing

    rated = evaluation or desk.scenario.evaluation
    if not blind:
        return _write((printing.eegs(desk, counted, rated),), folder, form, replace=replace)
    _write((printing.raters(desk, counted, rated),), folder, form, replace=replace)
    name, data = printing.rater_file(desk, rated)
    return _said(printing.write_files({name: data}, folder, replace=replace))


@command("pack", under=print, example="tabletop print pack full-range --copies rok=6,us=5,staff=3 -o pack")
@_paper
@_EVALUATION
def pack(
    scenario: str, folder: Path, copies: str, form: str, *, replace: bool, lang: str, evaluation: Rated | None
) -> int:
    """Everything for a room: one file for each envelope, and a tick list.

    A cell's envelope holds situation manual, role paper, slips and feedback; staff's the book, the
    list of events, the evaluators' guide, a second rater's form and numbered blank forms. Who has
    no count gets one copy for each seat, staff two.
    """
    desk, counted = _opened(scenario, copies, lang)
    from ttx.services import printing

    return _write(
        printing.packed(desk, counted, evaluation or desk.scenario.evaluation), folder, form, replace=replace
    )


def _opened(scenario: str, copies: str, lang: str = "") -> tuple[printing.Desk, dict[str, int]]:
    from ttx.services import library, printing

    desk = printing.open_desk(library.source_of(scenario), lang)
    return desk, printing.read_copies(desk, copies)


def _write(sets: tuple[printing.Set, ...], folder: Path, form: str, *, replace: bool) -> int:
    from ttx.services import printing

    return _said(printing.write(sets, folder, cast("printing.Form", form), replace=replace))


def _said(paths: tuple[Path, ...]) -> int:
    for path in paths:
        out.put(f"Written: {out.one_line(str(path))}")
    return Exit.FINE
