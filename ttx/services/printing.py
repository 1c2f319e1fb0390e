"""Papers of the day before: a scenario without errors becomes sheets for tables and for staff."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Literal, TypeAlias

from ttx.errors import TtxError, UsageError
from ttx.frozen import dataclass
from ttx.model.counting import how_many
from ttx.model.events import FileText
from ttx.model.scenario import Scenario
from ttx.render.paper.blocks import Paper
from ttx.render.printed import Stamp, eeg, facilitator, handout, pack, rater, role, sitman
from ttx.render.printed.evaluators import Rated
from ttx.render.printed.msel import msel, msel_sheet
from ttx.render.sheets import sheet_csv
from ttx.services import checking

Form: TypeAlias = Literal["html", "md"]
STAFF = "staff"
_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Set:
    """Papers that go into one file: its name without an ending, its title, the papers in order."""

    name: str
    title: str
    papers: tuple[Paper, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """A scenario that may be printed, with the hash that stands on its papers."""

    scenario: Scenario
    digest: str

    def stamp(self, whose: str = "") -> Stamp:
        """What stands on a paper for whoever it is."""
        return Stamp(self.digest, whose)


def open_desk(source: Path, lang: str = "") -> Desk:
    """Read a scenario that is about to be printed; its players' texts in a language, empty: its own.

    Raises:
        UsageError: it has errors, and the message names each with its place; or no such translation.
        LoadError: the file cannot be read at all.
    """
    checked = checking.check_scenario(source)
    if checked.scenario is None:
        errors = [p for p in checked.problems if p.severity.value == "error"]
        count = how_many(len(errors), "error")
        raise UsageError(
            f"{source} has {count}, and nothing is printed of it:\n" + "\n".join(p.headline for p in errors),
            next_step=f"See what to do about each with: tabletop validate {source}",
        )
    return Desk(checked.translations.shown(checked.scenario, lang), digest_of(checked.files))


def digest_of(files: Sequence[FileText]) -> str:
    """The first twelve digits of sha256 over the files of a scenario, in the order of their names."""
    whole = sha256()
    for each in sorted(files, key=lambda f: f.name):
        for part in (each.name, each.text):
            data = part.encode("utf-8")
            whole.update(len(data).to_bytes(8, "big") + data)
    return whole.hexdigest()[:_DIGITS]


def whose(desk: Desk, who: str, copies: Mapping[str, int]) -> tuple[str, ...]:
    """Whose each copy is: ``ROK - copy 1 of 6``; without a count one that names the cell alone."""
    tag = who.upper() if who == STAFF else desk.scenario.cells[who].tag
    if who not in copies:
        return (tag,)
    return tuple(f"{tag} - copy {n} of {copies[who]}" for n in range(1, copies[who] + 1))


def read_copies(desk: Desk, text: str) -> dict[str, int]:
    """``rok=6,us=5,staff=3`` as counts; a cell is named by its id or its tag.

    Raises:
        UsageError: it reads otherwise, or names no cell.
    """
    cells = desk.scenario.cells
    by_name = {name.casefold(): c for c, cell in cells.items() for name in (c, cell.tag)} | {STAFF: STAFF}
    copies: dict[str, int] = {}
    for part in filter(None, (p.strip() for p in text.split(","))):
        name, sign, count = part.partition("=")
        who = by_name.get(name.strip().casefold())
        if who is None:
            raise UsageError(
                f"--copies {part}: there is no cell {name.strip()}.",
                next_step=f"There are: {', '.join((*cells, STAFF))}.",
            )
        if not sign or not count.strip().isdecimal() or not 1 <= int(count) <= _MOST_COPIES:
            raise UsageError(
                f"--copies {part}: the count is a number from 1 to {_MOST_COPIES}.",
                next_step="Write it like rok=6,us=5,staff=3.",
            )
        copies[who] = int(count)
    return copies


_MOST_COPIES = 99


def sitmans(desk: Desk, copies: Mapping[str, int]) -> Set:
    """The situation manual: one for everybody, or a copy for each that was counted."""
    owners = [each for who in copies for each in whose(desk, who, copies)] or [""]
    return _set(desk, "sitman", [sitman(desk.scenario, desk.stamp(each)) for each in owners])


def roles(desk: Desk, only: str | None, copies: Mapping[str, int]) -> tuple[Set, ...]:
    """The paper of one cell, or of every cell, a file each."""
    cells = (cell_of(desk, only),) if only else tuple(desk.scenario.cells)
    return tuple(
        _set(desk, f"role-{c}", [role(desk.scenario, desk.stamp(each), c) for each in whose(desk, c, copies)])
        for c in cells
    )


def msels(desk: Desk, copies: Mapping[str, int], *, review: bool) -> Set:
    """The list of events for staff."""
    owners = whose(desk, STAFF, copies)
    name = "msel-review" if review else "msel"
    return _set(desk, name, [msel(desk.scenario, desk.stamp(each), review=review) for each in owners])


def books(desk: Desk, copies: Mapping[str, int]) -> Set:
    """The facilitator's book."""
    return _set(
        desk, "facilitator", [facilitator(desk.scenario, desk.stamp(o)) for o in whose(desk, STAFF, copies)]
    )


def eegs(desk: Desk, copies: Mapping[str, int], rated: Rated) -> Set:
    """The evaluators' guide."""
    return _set(desk, "eeg", [eeg(desk.scenario, desk.stamp(o), rated) for o in whose(desk, STAFF, copies)])


def raters(desk: Desk, copies: Mapping[str, int], rated: Rated) -> Set:
    """The second rater's form, to be filled blind."""
    owners = whose(desk, STAFF, copies)
    return _set(desk, "rater", [rater(desk.scenario, desk.stamp(o), rated) for o in owners])


def rater_file(desk: Desk, rated: Rated) -> tuple[str, bytes]:
    """The name and text of the file that a rater's form is typed into (``report --rated``)."""
    from ttx.render.rater_yaml import rater_yaml  # noqa: PLC0415 - only where it is asked for

    return f"{desk.scenario.id}-rater.yaml", rater_yaml(desk.scenario, rated).encode("utf-8")


def packed(desk: Desk, copies: Mapping[str, int], rated: Rated) -> tuple[Set, ...]:
    """Everything for a room, one set for each envelope, the tick list last."""
    return tuple(Set(e.name, e.title, e.papers) for e in pack(desk.scenario, copies, desk.stamp, rated))


def msel_xlsx(desk: Desk, *, review: bool) -> bytes:
    """The list of events as a spreadsheet, its head frozen and filtered.

    Raises:
        TtxError: the extra it is made with is not installed.
    """
    try:
        from ttx.render.xlsx import sheets_xlsx  # noqa: PLC0415 - only where it is asked for
    except ModuleNotFoundError as error:
        raise TtxError(
            "An xlsx file needs the extra office, which is not installed.",
            next_step='Install it: pip install "ttx-tabletop[office]". The others need nothing.',
        ) from error
    made = msel(desk.scenario, desk.stamp("STAFF"))
    return sheets_xlsx(
        made.title, f"{made.marking} | {made.status}", (msel_sheet(desk.scenario, review=review),)
    )


def msel_csv(desk: Desk, *, review: bool) -> str:
    """The list of events as CSV, every column its own; no cell is taken for a formula."""
    return sheet_csv(msel_sheet(desk.scenario, review=review))


def handouts(desk: Desk, inject_id: str, copies: Mapping[str, int]) -> Set:
    """One inject as a sheet for each cell it goes to.

    Raises:
        UsageError: there is no such inject, or it is a marker for staff.
    """
    inject = desk.scenario.inject(inject_id)
    if inject is None:
        known = ", ".join(i.id for p in desk.scenario.phases for i in p.injects)
        raise UsageError(f"There is no inject {inject_id}.", next_step=f"There are: {known}.")
    if inject.kind == "expected_action":
        raise UsageError(
            f"{inject_id} marks for staff what players are expected to do; nobody is given it.",
            next_step="tabletop print msel prints it for staff.",
        )
    owners = [each for c in inject.to for each in whose(desk, c, copies)] or [""]
    return _set(desk, f"handout-{inject_id}", [handout(desk.scenario, desk.stamp(o), inject) for o in owners])


def cell_of(desk: Desk, name: str) -> str:
    """The cell a user means by its id or tag.

    Raises:
        UsageError: there is none.
    """
    for cell_id, cell in desk.scenario.cells.items():
        if name.casefold() in (cell_id.casefold(), cell.tag.casefold()):
            return cell_id
    raise UsageError(f"There is no cell {name}.", next_step=f"There are: {', '.join(desk.scenario.cells)}.")


def write(sets: Sequence[Set], folder: Path, form: Form, *, replace: bool) -> tuple[Path, ...]:
    """Write each set to its file; gives the paths.

    Raises:
        TtxError: the folder cannot be written, or a file there holds something else.
    """
    as_text = _FORMS[form]
    files = {f"{each.name}.{form}": as_text(each).encode("utf-8") for each in sets}
    return write_files(files, folder, replace=replace)


def write_files(files: Mapping[str, bytes], folder: Path, *, replace: bool) -> tuple[Path, ...]:
    """Write files into a folder, all or, where one would be lost, none; gives their paths.

    Raises:
        TtxError: as ``write``.
    """
    paths = {folder / name: data for name, data in files.items()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, data in paths.items():
            if not replace and path.exists() and path.read_bytes() != data:
                raise UsageError(
                    "It is there already and holds something else, perhaps what somebody wrote into it.",
                    where=str(path),
                    next_step="Give -o another folder, or --replace to write it anew.",
                )
        for path, data in paths.items():
            path.write_bytes(data)
    except OSError as error:
        where = str(error.filename or folder)
        raise TtxError(
            f"It cannot be written: {error.strerror or error}.",
            where=where,
            next_step="Give -o another folder.",
        ) from error
    return tuple(paths)


def _set(desk: Desk, name: str, papers: Sequence[Paper]) -> Set:
    return Set(f"{desk.scenario.id}-{name}", papers[0].title, tuple(papers))


def _html(given: Set) -> str:
    from ttx.render.html.bound import bound  # noqa: PLC0415 - only where it is asked for

    return bound(given.title, given.papers)


def _markdown(given: Set) -> str:
    from ttx.render.markdown.marks import written  # noqa: PLC0415 - likewise

    return "\n---\n\n".join(written(paper) for paper in given.papers)


_FORMS: Mapping[Form, Callable[[Set], str]] = {"html": _html, "md": _markdown}
