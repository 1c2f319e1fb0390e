"""Tracks over exercise time as steps, one strip a track."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.model.times import show_exercise
from ttx.render.charts import svg
from ttx.render.paper.blocks import SLOTS, Patch, Picture, Strip
from ttx.report.values import Report, TrackLine

_LEFT, _STRIP, _GAP = 250, 56, 22
_TITLE = "Tracks over exercise time"


def tracks(report: Report) -> Picture | None:
    """A strip for each track; None where the scenario has none or nothing began."""
    if not report.tracks:
        return None
    end = max(1, *(t.end for t in report.tracks))
    shapes: list[str] = []
    for number, track in enumerate(report.tracks):
        shapes += _strip(track, number * (_STRIP + _GAP) + 10, end)
    bottom = len(report.tracks) * (_STRIP + _GAP) + 6
    shapes += [
        svg.text(_LEFT, bottom + 8, show_exercise(0), ink=svg.SOFT),
        svg.text(svg.WIDE - 8, bottom + 8, show_exercise(end), at="end", ink=svg.SOFT),
    ]
    shows = "; ".join(_told(each) for each in report.tracks)
    drawn = svg.drawing(bottom + 16, shapes, _TITLE, shows)
    strips = tuple(_patches(each, end) for each in report.tracks)
    return Picture(_TITLE, shows, drawn, strips, in_words=True)


def _patches(track: TrackLine, end: int) -> Strip:
    """A track's values one behind another, each as long as it stood, darker the higher it is."""
    starts = [min(SLOTS - 1, SLOTS * ms // end) for ms, _ in track.points]
    found: list[Patch] = []
    for (_, value), begin, until in zip(track.points, starts, (*starts[1:], SLOTS), strict=True):
        if until > begin:  # what stood for less than a slot is in the words alone
            found.append(_patch(track, value, until - begin))
    return Strip(track.title, tuple(found))


def _patch(track: TrackLine, value: int | str, slots: int) -> Patch:
    place = track.values.index(value) if value in track.values else 0
    shade = place * (len(_SHADES) - 1) // max(1, len(track.values) - 1)
    words = _said(value)
    shown = words if len(words) <= slots * _LETTERS else ""
    return Patch(shown, slots, _SHADES[shade], "FFFFFF" if shade >= _LIGHT_FROM else svg.INK[1:])


_SHADES = ("E3ECF5", "BFD3E6", "8FB3D5", "4F86B5", "1F4E79")
_LIGHT_FROM = 3
_LETTERS = 1.2
"""Of a value's words so many to a slot."""


def _strip(track: TrackLine, top: float, end: int) -> Iterator[str]:
    wide = svg.WIDE - _LEFT - 8
    most = max(1, len(track.values) - 1)
    place = {value: n for n, value in enumerate(track.values)}

    def at(ms: int, value: int | str) -> tuple[float, float]:
        return _LEFT + wide * ms / end, top + _STRIP - _STRIP * place.get(value, 0) / most

    yield svg.text(0, top + 14, track.title, most=26, bold=True)
    yield svg.text(_LEFT - 8, top + 9, _said(track.values[-1]), most=16, at="end", ink=svg.SOFT)
    yield svg.text(_LEFT - 8, top + _STRIP, _said(track.values[0]), most=16, at="end", ink=svg.SOFT)
    yield svg.text(0, top + 32, f"at the end: {_said(track.points[-1][1])}", most=28, ink=svg.SOFT)
    yield svg.line([(_LEFT, top + _STRIP), (svg.WIDE - 8, top + _STRIP)], ink=svg.LINE, wide=1)
    steps: list[tuple[float, float]] = []
    for ms, value in track.points:
        x, y = at(ms, value)
        steps += [(x, steps[-1][1]), (x, y)] if steps else [(x, y)]
    steps.append(at(end, track.points[-1][1]))
    yield svg.line(steps)


def _said(value: int | str) -> str:
    return str(value).replace("_", " ")


def _told(track: TrackLine) -> str:
    steps = ", then ".join(f"{_said(value)} at {show_exercise(ms)}" for ms, value in track.points[:12])
    more = f", and {len(track.points) - 12} more changes" if len(track.points) > 12 else ""
    return f"{track.title}: {steps}{more}"
