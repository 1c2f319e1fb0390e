"""The report as one HTML file that needs nothing else: works offline, prints with its marking."""

from ttx.render.html.page import written
from ttx.render.paper import paper
from ttx.report.values import Report


def report_html(report: Report, *, whole: bool = True) -> str:
    """The report as one HTML file with its charts in it; the same report gives the same text."""
    return written(paper(report, whole=whole, pictures=True))
