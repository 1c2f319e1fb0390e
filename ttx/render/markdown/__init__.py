"""The report as clean Markdown (CommonMark with tables)."""

from ttx.render.markdown.marks import written
from ttx.render.paper import Part, paper
from ttx.report.values import Report


def report_markdown(report: Report, *, part: Part = "whole") -> str:
    """The report as Markdown. Typed words are escaped; the same report gives the same text."""
    return written(paper(report, part=part))
