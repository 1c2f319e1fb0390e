"""The annex on the cited text: matrix, what is counted apart, tensions, dates, the untouched."""

from __future__ import annotations

from collections.abc import Sequence

from ttx.render.legal import LEGAL
from ttx.render.markdown.marks import bullets, section, table, text
from ttx.render.markdown.told import link_table
from ttx.report.values import Commitments, LinkLine, Report


def commitments(report: Report) -> list[str]:
    """Everything the record has to do with the cited text."""
    found = report.commitments
    if not found.sources:
        return section("7. Commitments", ["The scenario cites no source."])
    return section(
        "7. Commitments",
        bullets(found.sources, ""),
        _sub("7.1 What bears on which commitment", _matrix(found), [LEGAL]),
        _sub("7.2 Under a condition (counted apart)", *_apart(found.conditional)),
        _sub("7.3 Stated views (nothing is promised; never counted)", *_apart(found.stated)),
        _sub("7.4 Tensions met", bullets(found.tensions, "None: no two sides of one were both touched.")),
        _sub(
            "7.5 Needs met", bullets(found.needs, "None: nothing that was touched rests on something else.")
        ),
        _sub("7.6 Dated commitments", bullets(found.dated, "None that the scenario names.")),
        _sub("7.7 Nobody touched", _untouched(found)),
    )


def _sub(title: str, *parts: Sequence[str]) -> list[str]:
    return section(title, *parts, level=3)[:-1]


def _matrix(found: Commitments) -> list[str]:
    head = ("Commitment", *(text(c) for c in found.columns))
    rows = (
        (
            text(f"{row.target} ({row.place}) {row.label}".strip()),
            *("; ".join(text(e) for e in entries) for entries in row.entries),
        )
        for row in found.matrix
    )
    return table(head, rows, "No record is linked to a commitment.")


def _apart(links: Sequence[LinkLine]) -> tuple[list[str], list[str]]:
    return (link_table(links), [LEGAL]) if links else (["None."], [])


def _untouched(found: Commitments) -> list[str]:
    rows = [f"- Set aside: {text(each)}" for each in found.set_aside]
    rows += [f"- Not raised: {text(each)}" for each in found.not_raised]
    if found.outside:
        rows.append(f"- {found.outside} commitments of the catalogue are named nowhere in this scenario.")
    return rows or ["Every commitment the scenario names was raised."]
