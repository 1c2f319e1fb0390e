"""What is handed out of a session file afterwards: its report, its list of events.

The file is only read; the same file and version give the same text.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ttx import __version__
from ttx.errors import TtxError, UsageError
from ttx.frozen import dataclass
from ttx.model.evaluation import WORDS
from ttx.services.logs import Seen, look
from ttx.store import SUFFIX

if TYPE_CHECKING:
    from ttx.loader.evaluation import LoadedEvaluation
    from ttx.loader.people import LoadedPeople
    from ttx.model.evaluation import Evaluated
    from ttx.render.paper import Paper, Part
    from ttx.render.paper.blocks import Block
    from ttx.report.values import Attribution, Evaluation, Profile, Report, Status
    from ttx.trace import Trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a report is to be: how far it stands, whom it names, how it rates, whom it is for."""

    status: Status = "draft"
    attribution: Attribution | None = None
    """None: what STARTEX promised the room."""
    evaluation: Evaluation | None = None
    """None: as the scenario says."""
    profile: Profile = "staff"
    evaluated: tuple[Evaluated, ...] = ()
    """What raters handed in."""
    people: Mapping[str, str] | None = None
    """Seat -> name, for attribution ``named``."""
    lang: str | None = None
    """The language of players' texts; None: the one that was played in."""


def evaluation(path: Path, file: Path, words: Evaluation | None) -> LoadedEvaluation:
    """A rater's file, read against the session it speaks of.

    Args:
        path: the session file.
        file: the rater's.
        words: in which words it rates; None: those of the scenario.

    Raises:
        LogError: as ``report``.
        LoadError: the rater's file cannot be read.
    """
    from ttx.loader.evaluation import Rated, load_evaluation

    seen = look(path)
    rated = Rated(
        objectives=tuple(seen.scenario.objectives),
        last_event=seen.events[-1].seq,
        words=WORDS[words or seen.scenario.evaluation],
    )
    return load_evaluation(file, rated)


def people(file: Path) -> LoadedPeople:
    """A file of names.

    Raises:
        LoadError: it cannot be read.
    """
    from ttx.loader.people import load_people

    return load_people(file)


def names_more(found: Report) -> bool:
    """Whether it names more than the room was promised at STARTEX (field A10)."""
    from ttx.render.paper.front import names_more as more

    return more(found.header)


def report(path: Path, asked: Asked) -> Report:
    """The after-action report as values, for one reader.

    Raises:
        LogError: the file is missing, damaged or of a later version.
        UsageError: the session has no translation into that language.
    """
    from ttx.report import build_report, for_profile

    seen, traced = _traced(path, asked.lang)
    built = build_report(
        seen.scenario,
        seen.events,
        traced,
        seen.head,
        __version__,
        status=asked.status,
        attribution=asked.attribution,
        evaluation=asked.evaluation,
        evaluated=asked.evaluated,
        people=asked.people,
    )
    return for_profile(built, asked.profile)


FORMATS = ("md", "html", "docx", "xlsx", "csv", "json")
"""Every format a report is written in."""
PAGES = ("md", "html", "docx")
"""Those that have pages, and so can be the quicklook alone."""


def report_file(
    found: Report, form: str, *, part: Part = "whole", like: bytes | None = None, table: str = "msel"
) -> bytes:
    """The report as a file of that format, the same bytes for the same report.

    Args:
        found: what is told.
        form: one of ``FORMATS``.
        part: which paper of it, in a format of ``PAGES``.
        like: for ``docx``, a Word file whose styles and page set-up are taken.
        table: for ``csv``, which of ``table_names``.

    Raises:
        TtxError: the extra that the format needs is not installed.
        UsageError: ``like`` is no Word file.
    """
    if form in ("docx", "xlsx"):
        return _office(found, form, part=part, like=like)
    return _text(found, form, part=part, table=table).encode("utf-8")


def _text(found: Report, form: str, *, part: Part, table: str) -> str:
    if form == "html":
        from ttx.render.html import report_html

        return report_html(found, part=part)
    if form == "json":
        from ttx.render.facts import report_json

        return report_json(found)
    if form == "csv":
        from ttx.render.facts import report_csv

        return report_csv(found, table)
    from ttx.render.markdown import report_markdown as written

    return written(found, part=part)


def _office(found: Report, form: str, *, part: Part, like: bytes | None) -> bytes:
    try:
        if form == "xlsx":
            from ttx.render.xlsx import report_xlsx

            return report_xlsx(found)
        from ttx.render.docx import report_docx
    except ModuleNotFoundError as error:
        raise TtxError(
            f"A {form} file needs the extra office, which is not installed.",
            next_step='Install it: pip install "ttx-tabletop[office]". Formats md and html need nothing.',
        ) from error
    try:
        return report_docx(found, part=part, like=like)
    except ValueError as error:
        raise UsageError(
            "The file after --like is no Word file.", next_step="Give a .docx; an older .doc does not do."
        ) from error


def names_in(found: Report) -> tuple[str, ...]:
    """What in a report's typed words reads like the name of a person, each once (field A10)."""
    from ttx.checks.person_names import names_in as seen
    from ttx.render.facts import texts_in

    return seen("\n".join(texts_in(found)))


def table_names() -> tuple[str, ...]:
    """The tables that CSV takes one of, in the order of the spreadsheet."""
    from ttx.render.tables import TABLES

    return tuple(TABLES)


def report_schema() -> dict[str, Any]:
    """JSON Schema of the report's JSON."""
    from ttx.render.facts import report_schema as made

    return made()


def report_markdown(path: Path) -> str:
    """The after-action report as Markdown, quicklook first.

    Raises:
        LogError: the file is missing, damaged or of a later version.
    """
    return report_file(report(path, Asked()), "md", part="whole").decode("utf-8")


def paper_of(found: Report, part: Part = "whole") -> Paper:
    """The report, or a part of it, as headings, sentences and tables, before any format."""
    from ttx.render.paper import paper

    return paper(found, part=part)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet for the wall."""

    title: str
    blocks: tuple[Block, ...]


def hot_wash_sheets(path: Path) -> tuple[Sheet, ...]:
    """The sheets of the hot wash, holding what players may see after ENDEX (room F31).

    Raises:
        LogError: as ``report_markdown``.
    """
    from ttx.render.paper.blocks import Heading, NewPage

    blocks = paper_of(report(path, Asked(profile="hotwash")), "hotwash").blocks
    starts = [n for n, b in enumerate(blocks) if isinstance(b, Heading) and b.level == 2]
    ends = [*starts[1:], len(blocks)]
    return tuple(
        Sheet(
            str(getattr(blocks[start], "words", "")),
            tuple(b for b in blocks[start + 1 : end] if not isinstance(b, NewPage)),
        )
        for start, end in zip(starts, ends, strict=True)
    )


def lacking_for(form: str) -> str:
    """What must be installed before a report is written in that format; empty where nothing is missing."""
    module = {"docx": "docx", "xlsx": "xlsxwriter"}.get(form, "")
    missing = module and find_spec(module) is None
    return 'needs the extra office: pip install "ttx-tabletop[office]"' if missing else ""


def write_report(path: Path, form: str = "md") -> Path:
    """Write the report beside the session, under a name that is free unless the same bytes are there.

    Args:
        path: the session file.
        form: one of ``FORMATS``.

    Raises:
        LogError: as ``report_markdown``.
        TtxError: the folder cannot be written, or an extra is missing.
    """
    made = report_file(report(path, Asked()), form)
    for number in count(1):
        again = "" if number == 1 else f"-{number}"
        to = path.with_name(f"{path.name.removesuffix(SUFFIX)}-report{again}.{form}")
        try:
            with to.open("xb") as stream:
                stream.write(made)
        except FileExistsError:
            if to.read_bytes() != made:
                continue
        except OSError as error:
            raise TtxError(f"It cannot be written: {error.strerror or error}.", where=str(to)) from error
        break
    return to


def log_rows(path: Path) -> str:
    """Every event of the session, one a row, in plain words.

    Raises:
        LogError: as ``report_markdown``.
    """
    from ttx.render.log_rows import log_rows as written

    seen = look(path)
    return written(seen.events, seen.scenario)


def _traced(path: Path, lang: str | None = None) -> tuple[Seen, Trace]:
    from ttx.trace import trace  # networkx loads only where links are followed

    seen = look(path, lang)
    return seen, trace(seen.scenario, seen.events)
