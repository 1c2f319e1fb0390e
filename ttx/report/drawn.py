"""What the charts are drawn from: tracks over exercise time, how far commitments came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from ttx.engine.fold import FOLDS
from ttx.model.position import Op, after
from ttx.model.scenario import Track
from ttx.report.given import Traced
from ttx.report.played import Played
from ttx.report.values import TrackLine

STATES = ("settled", "considered", "raised", "set_aside", "not_raised")
"""How far a commitment that the scenario names came, best first."""


def track_lines(played: Played) -> tuple[TrackLine, ...]:
    """Every track of the scenario: its value at STARTEX and after each event that changed it.

    Read along what stands, so that what was taken back is not in it.
    """
    tracks = played.scenario.tracks
    points: dict[str, list[tuple[int, int | str]]] = {name: [] for name in tracks}
    end = 0
    for ms, values in _values(played):
        end = ms
        for name, value in values.items():
            if name in points and (not points[name] or points[name][-1][1] != value):
                points[name].append((ms, value))
    lines = {name: _line(tracks[name], tuple(found), end) for name, found in points.items() if found}
    return tuple(replace(line, private=name in played.by_slip) for name, line in lines.items())


def _values(played: Played) -> Iterator[tuple[int, dict[str, int | str]]]:
    """Exercise time and tracks after every event that works on one, and at the end."""
    values: dict[str, int | str] = {}
    for event in played.stands:
        change = getattr(event.fact, "change", None) if type(event.fact) in FOLDS else None
        ops: tuple[Op, ...] = change.tracks if change is not None else ()
        for op in ops:
            values[op.track] = after(op, values.get(op.track, 0))
        if ops or event is played.stands[-1]:
            yield event.ms, dict(values)


def _line(track: Track, points: tuple[tuple[int, int | str], ...], end: int) -> TrackLine:
    if track.kind == "scale":
        return TrackLine(track.title, tuple(range(track.lo, track.hi + 1)), points, end)
    given = track.values or ("no", "yes")
    seen = tuple(dict.fromkeys(v for _, v in points if v not in given))
    return TrackLine(track.title, (*given, *seen), points, end)


def coverage(traced: Traced) -> tuple[tuple[str, int], ...]:
    """How many commitments that the scenario names came how far; stated views are no commitments."""
    counts = Counter(c.state for c in traced.covered if not c.stated)
    return tuple((state, counts[state]) for state in STATES if counts[state])
