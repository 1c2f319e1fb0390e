"""What is handed out of a session file afterwards: its report, its list of events.

The file is only read; the same file and version give the same text.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from ttx import __version__
from ttx.errors import TtxError
from ttx.services.logs import Seen, look
from ttx.store import SUFFIX

if TYPE_CHECKING:
    from ttx.report.values import Attribution, Evaluation, Profile, Report, Status
    from ttx.trace import Trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a report is to be: how far it stands, whom it names, how it rates, whom it is for."""

    status: Status = "draft"
    attribution: Attribution | None = None
    """None: what STARTEX promised the room."""
    evaluation: Evaluation = "shown"
    profile: Profile = "staff"


def report(path: Path, asked: Asked) -> Report:
    """The after-action report as values, for one reader.

    Raises:
        LogError: the file is missing, damaged or of a later version.
    """
    from ttx.report import build_report, for_profile

    seen, traced = _traced(path)
    built = build_report(
        seen.scenario,
        seen.events,
        traced,
        seen.head,
        __version__,
        status=asked.status,
        attribution=asked.attribution,
        evaluation=asked.evaluation,
    )
    return for_profile(built, asked.profile)


def report_file(found: Report, form: str, *, whole: bool) -> bytes:
    """The report as a file of that format, the same bytes for the same report.

    Args:
        found: what is told.
        form: ``md`` or ``html``.
        whole: with the annex; else the two pages of the quicklook.
    """
    if form == "html":
        from ttx.render.html import report_html

        return report_html(found, whole=whole).encode("utf-8")
    from ttx.render.markdown import report_markdown as written

    return written(found, whole=whole).encode("utf-8")


def report_markdown(path: Path) -> str:
    """The after-action report as Markdown, quicklook first.

    Raises:
        LogError: the file is missing, damaged or of a later version.
    """
    return report_file(report(path, Asked()), "md", whole=True).decode("utf-8")


def write_report(path: Path) -> Path:
    """Write the report beside the session, under a name that is free unless the same text is there.

    Raises:
        LogError: as ``report_markdown``.
        TtxError: the folder cannot be written.
    """
    text = report_markdown(path).encode("utf-8")
    for number in count(1):
        name = path.name.removesuffix(SUFFIX) + ("-report.md" if number == 1 else f"-report-{number}.md")
        to = path.with_name(name)
        try:
            with to.open("xb") as stream:
                stream.write(text)
        except FileExistsError:
            if to.read_bytes() != text:
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


def _traced(path: Path) -> tuple[Seen, Trace]:
    from ttx.trace import trace  # networkx loads only where links are followed

    seen = look(path)
    return seen, trace(seen.scenario, seen.events)
