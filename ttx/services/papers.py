"""What is handed out of a session file afterwards: its report, its links, its list of events.

The file is only read; the same file and version give the same text.
"""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from ttx import __version__
from ttx.errors import TtxError, UsageError
from ttx.model.catalogue import short_target
from ttx.services.logs import Seen, look
from ttx.store import SUFFIX

if TYPE_CHECKING:
    from ttx.trace import Trace


def report_markdown(path: Path) -> str:
    """The after-action report as Markdown, quicklook first.

    Raises:
        LogError: the file is missing, damaged or of a later version.
    """
    from ttx.render.markdown import report_markdown as written
    from ttx.report import build_report

    seen, traced = _traced(path)
    return written(build_report(seen.scenario, seen.events, traced, seen.head, __version__))


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


def trace_table(path: Path) -> str:
    """Every link of the session as a table for the eye, with the legal sentence under it.

    Raises:
        LogError: as ``report_markdown``.
    """
    from ttx.render.trace_table import trace_table as written

    return written(_traced(path)[1].links)


def trace_csv(path: Path) -> str:
    """Every link of the session as CSV that no spreadsheet takes for a formula.

    Raises:
        LogError: as ``report_markdown``.
    """
    from ttx.render.trace_data import trace_csv as written

    return written(_traced(path)[1].links)


def trace_json(path: Path) -> str:
    """Every link of the session as JSON, ``ttx.trace/1``.

    Raises:
        LogError: as ``report_markdown``.
    """
    from ttx.render.trace_data import trace_json as written

    return written(_traced(path)[1].links)


def trace_why(path: Path, target: str) -> str:
    """Everything behind the links to one commitment: injects, records, tags, who settled what and why.

    Args:
        path: the session file.
        target: ``SCM53-05a``, or as screens have it ``05a`` or ``16.5``.

    Raises:
        LogError: as ``report_markdown``.
        UsageError: no record of this session links to it.
    """
    from ttx.render.why_text import why_text
    from ttx.trace import why

    seen, traced = _traced(path)
    known = sorted({link.target for link in traced.links})
    wanted = next((k for k in known if target in (k, short_target(k))), None)
    if wanted is None:
        raise UsageError(
            f"No record of this session links to {target}.",
            next_step=f"There are links to: {', '.join(known) or 'nothing'}.",
        )
    records = sorted({link.record for link in traced.links if link.target == wanted})
    pages = (why(seen.scenario, seen.events, record, wanted) for record in records)
    return why_text([page for page in pages if page is not None])


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
