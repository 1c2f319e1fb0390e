"""The paper for its reader: the quicklook and its annex, the quicklook alone, sheets for the wall."""

from __future__ import annotations

from typing import Literal, TypeAlias

from ttx.render.charts import charts
from ttx.render.paper import front, rest, text_cited, told
from ttx.render.paper.blocks import Block, Heading, NewPage, Paper, Picture
from ttx.render.paper.hotwash import hotwash
from ttx.report.values import Report

Part: TypeAlias = Literal["whole", "quicklook", "hotwash"]


def paper(report: Report, *, part: Part = "whole", pictures: bool = False) -> Paper:
    """The report as a paper.

    Args:
        report: what is told.
        part: all of it, the two pages of the quicklook, or the sheets for the hot wash.
        pictures: with charts, for formats that can show them.
    """
    return Paper(
        title=f"{report.header.title}: hot wash"
        if part == "hotwash"
        else front.name(report, whole=part == "whole"),
        marking=report.header.marking,
        status=front.STATUS[report.header.status],
        large=part == "hotwash",
        blocks=tuple(hotwash(report) if part == "hotwash" else _pages(report, part, pictures=pictures)),
    )


def _pages(report: Report, part: Part, *, pictures: bool) -> list[Block]:
    whole = part == "whole"
    blocks = [*front.title(report, whole=whole), *front.quicklook(report, whole=whole)]
    if whole:
        blocks += [NewPage(), Heading(1, "Annex: after-action report"), *_annex(report, pictures=pictures)]
    return blocks


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
        *rest.plan(report),
        *rest.record(report),
    ]
