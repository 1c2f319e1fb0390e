"""The report as a Word file with real styles, headings, tables, header and footer.

Needs the extra ``office``; whoever calls says so where it is missing.
"""

from __future__ import annotations

from ttx.render.docx.document import written
from ttx.render.paper import Part, paper
from ttx.report.values import Report

__all__ = ["report_docx"]


def report_docx(report: Report, *, part: Part = "whole", like: bytes | None = None) -> bytes:
    """The report as a Word file; the same report gives the same bytes.

    Args:
        report: what is told.
        part: which paper of it.
        like: a Word file whose styles and page set-up are taken; its words are not.

    Raises:
        ValueError: ``like`` is no Word file.
    """
    return written(paper(report, part=part, pictures=True), like)
