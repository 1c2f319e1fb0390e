"""Charts of a session as SVG: tracks, contacts, the flow of decisions, latency, coverage."""

from __future__ import annotations

from ttx.render.charts.bars import coverage, latency
from ttx.render.charts.contacts import contacts
from ttx.render.charts.flow import flow
from ttx.render.charts.tracks import tracks
from ttx.render.paper.blocks import Picture
from ttx.report.values import Report

__all__ = ["charts"]

_DRAWN = {
    "tracks": tracks,
    "contacts": contacts,
    "flow": flow,
    "latency": latency,
    "coverage": coverage,
}


def charts(report: Report) -> dict[str, Picture]:
    """Every chart the record gives something for, by its name."""
    made = {name: draw(report) for name, draw in _DRAWN.items()}
    return {name: picture for name, picture in made.items() if picture is not None}
