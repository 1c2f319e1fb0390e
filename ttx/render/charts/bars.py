"""How long answers took, and how far commitments came: plain bars with their figures."""

from __future__ import annotations

from collections.abc import Mapping

from ttx.render.charts import svg
from ttx.render.paper.blocks import SLOTS, Patch, Picture, Strip
from ttx.report.played import minutes
from ttx.report.values import Report

_ROW, _LEFT = 24, 220
_MOST_ROWS = 40
_FIGURE = 12
"""Slots kept for the figure behind the longest bar."""
STATES: Mapping[str, str] = {
    "settled": "settled",
    "considered": "looked at, no bearing",
    "raised": "raised, not settled",
    "set_aside": "set aside",
    "not_raised": "not raised",
}
"""How far a commitment came, as papers say it."""


def latency(report: Report) -> Picture | None:
    """A bar for each answer, in minutes; the longest forty where there are more."""
    slow = sorted(report.latencies, key=lambda each: -each.ms)
    kept = [each for each in report.latencies if each in slow[:_MOST_ROWS]]
    rows = [(f"{each.decision} {each.who}", each.ms, minutes(each.ms)) for each in kept]
    more = f" The longest {_MOST_ROWS} of {len(slow)}." if len(slow) > _MOST_ROWS else ""
    return _bars("From read-out to the record", rows, more)


def coverage(report: Report) -> Picture | None:
    """A bar for each state a commitment can be in at the end."""
    rows = [(STATES[state], count, str(count)) for state, count in report.coverage]
    return _bars("How far the commitments came that the scenario names", rows)


def _bars(title: str, rows: list[tuple[str, int, str]], more: str = "") -> Picture | None:
    if not rows:
        return None
    longest = max(1, *(value for _, value, _ in rows))
    wide = svg.WIDE - _LEFT - 90
    shapes: list[str] = []
    for number, (name, value, figure) in enumerate(rows):
        top = number * _ROW + 6
        length = max(2.0, wide * value / longest)
        shapes += [
            svg.text(_LEFT - 8, top + 13, name, most=32, at="end"),
            svg.box(_LEFT, top + 2, length, _ROW - 9),
            svg.text(_LEFT + length + 6, top + 13, figure),
        ]
    shows = "; ".join(f"{name}: {figure}" for name, _, figure in rows) + more
    drawn = svg.drawing(len(rows) * _ROW + 10, shapes, title, shows)
    return Picture(title, shows, drawn, tuple(_strip(row, longest) for row in rows))


def _strip(row: tuple[str, int, str], longest: int) -> Strip:
    """A bar as long as its value, its figure behind it."""
    name, value, figure = row
    long = max(1, (SLOTS - _FIGURE) * value // longest)
    return Strip(name, (Patch("", long, svg.FILL[1:]), Patch(figure, SLOTS - long)), right=True)
