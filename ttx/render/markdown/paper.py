"""The whole paper: marking first and last, quicklook before its annex."""

from __future__ import annotations

from ttx.render.markdown import front, rest, text_cited, told
from ttx.render.markdown.marks import text
from ttx.report.values import Report


def report_markdown(report: Report) -> str:
    """The report as Markdown. Typed words are escaped; the same report gives the same text."""
    marking = f"**{text(report.header.marking)}**"
    status = f"*{front.STATUS[report.header.status]}*"
    lines = [
        f"{marking} {status}",
        "",
        *front.title(report),
        *front.quicklook(report.quicklook),
        "---",
        "",
        "# Annex: after-action report",
        "",
        f"{marking} {status}",
        "",
        *rest.overview(report),
        *told.timeline(report),
        *told.contacts(report),
        *told.decisions(report),
        *told.divergence(report),
        *told.latency(report),
        *text_cited.commitments(report),
        *rest.questions(report),
        *rest.changes(report),
        *rest.objectives(report),
        *rest.findings(report),
        *rest.plan(),
        *rest.record(report),
        f"{marking} {status}",
    ]
    return "\n".join(lines) + "\n"
