"""The whole paper: the quicklook, then its annex."""

from __future__ import annotations

from ttx.render.charts import charts
from ttx.render.paper import front, rest, text_cited, told
from ttx.render.paper.blocks import Block, Heading, NewPage, Paper, Picture
from ttx.report.values import Report


def paper(report: Report, *, whole: bool = True, pictures: bool = False) -> Paper:
    """The report as a paper.

    Args:
        report: what is told.
        whole: with its annex; else the quicklook alone.
        pictures: with charts, for formats that can show them.
    """
    blocks = [*front.title(report, whole=whole), *front.quicklook(report.quicklook, whole=whole)]
    if whole:
        blocks += [NewPage(), Heading(1, "Annex: after-action report"), *_annex(report, pictures=pictures)]
    return Paper(
        title=front.name(report, whole=whole),
        marking=report.header.marking,
        status=front.STATUS[report.header.status],
        blocks=tuple(blocks),
    )


def _annex(report: Report, *, pictures: bool) -> list[Block]:
    drawn = charts(report) if pictures else {}

    def of(name: str) -> tuple[Picture, ...]:
        return (drawn[name],) if name in drawn else ()

    return [
        *rest.overview(report),
        *told.timeline(report, *of("tracks")),
        *told.contacts(report, *of("contacts")),
        *told.decisions(report, *of("flow")),
        *told.divergence(report),
        *told.latency(report, *of("latency")),
        *text_cited.commitments(report, *of("coverage")),
        *rest.questions(report),
        *rest.changes(report),
        *rest.objectives(report),
        *rest.findings(report),
        *rest.plan(),
        *rest.record(report),
    ]
