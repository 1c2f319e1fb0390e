"""The annex on the cited text: matrix, what is counted apart, tensions, dates, the untouched."""

from __future__ import annotations

from collections.abc import Sequence

from ttx.model.counting import how_many, is_are
from ttx.render.legal import LEGAL
from ttx.render.paper.blocks import Block, Paragraph, Picture
from ttx.render.paper.saying import bullets, listed, para, say, section, table
from ttx.render.paper.told import link_table
from ttx.report.values import Commitments, LinkLine, Report

_LEGAL = Paragraph(say(LEGAL), "fixed")


def commitments(report: Report, *pictures: Picture) -> list[Block]:
    """Everything the record has to do with the cited text."""
    found = report.commitments
    if not found.sources:
        return section("7. Commitments", para("The scenario cites no source."))
    return section(
        "7. Commitments",
        bullets(found.sources, ""),
        pictures,
        _sub("7.1 What bears on which commitment", _matrix(found), _LEGAL),
        _sub("7.2 Under a condition (counted apart)", *_apart(found.conditional)),
        _sub("7.3 Stated views (nothing is promised; never counted)", *_apart(found.stated)),
        _sub("7.4 Tensions met", bullets(found.tensions, "None: no two sides of one were both touched.")),
        _sub("7.5 What rests on something else", bullets(found.needs, "Nothing that was touched.")),
        _sub("7.6 Dated commitments", bullets(found.dated, "None that the scenario names.")),
        _sub("7.7 Nobody touched", _untouched(found)),
    )


def _sub(title: str, *parts: Block) -> list[Block]:
    return section(title, *parts, level=3)


def _matrix(found: Commitments) -> Block:
    rows = (
        (f"{row.target} ({row.place}) {row.label}".strip(), *("; ".join(e) for e in row.entries))
        for row in found.matrix
    )
    shares = (5, *(4 for _ in found.columns))
    return table(("Commitment", *found.columns), rows, "No record is linked to a commitment.", shares)


def _apart(links: Sequence[LinkLine]) -> Sequence[Block]:
    return (link_table(links), _LEGAL) if links else (para("None."),)


def _untouched(found: Commitments) -> Block:
    rows = [f"Set aside: {each}" for each in found.set_aside]
    rows += [f"Not raised: {each}" for each in found.not_raised]
    if found.outside:
        count = f"{how_many(found.outside, 'commitment')} of the catalogue {is_are(found.outside)}"
        rows.append(f"{count} named nowhere in this scenario.")
    return listed(rows, "Every commitment the scenario names was raised.")
