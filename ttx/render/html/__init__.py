"""The report as one HTML file that needs nothing else: works offline, prints with its marking."""

from ttx.render.html.page import written
from ttx.render.paper import Part, paper
from ttx.report.values import Report


def report_html(report: Report, *, part: Part = "whole") -> str:
    """The report as one HTML file with its charts in it; the same report gives the same text."""
    return written(paper(report, part=part, pictures=True))
