"""Who told whom how often: senders down, receivers across."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ttx.render.charts import svg
from ttx.render.paper.blocks import SLOTS, Patch, Picture, Strip
from ttx.report.values import Report

_LEFT, _TOP, _ROW = 170, 96, 30
_RIGHT = 70
"""Room for the last name, which leans out."""
_TITLE = "Who spoke to whom, how often"
_MOST = 10
_SHADES = ("#eef3f8", "#cfdeec", "#9fbfdc", "#4f86b5", "#1f4e79")
_LIGHT_FROM = 3
"""From this shade on figures are white, to keep their contrast."""


def contacts(report: Report) -> Picture | None:
    """A square for each pair, with its number; the ten busiest parties where there are more."""
    counts = Counter((c.from_, c.to) for c in report.contacts)
    if not counts:
        return None
    busy = Counter(party for pair in counts.elements() for party in pair)
    order = dict.fromkeys(party for pair in counts for party in pair)
    kept = {name for name, _ in busy.most_common(_MOST)}
    parties = [name for name in order if name in kept]
    wide = (svg.WIDE - _LEFT - _RIGHT) / len(parties)
    most = max(counts.values())
    shapes: list[str] = [svg.text(0, _TOP - 10, "from, to the right", ink=svg.SOFT)]
    for column, name in enumerate(parties):
        x = _LEFT + column * wide + wide / 2
        shapes.append(svg.text(x, _TOP - 10, _short(name), most=20, bold=True, turn=-35))
    senders = [name for name in parties if any(counts[name, other] for other in parties)]
    for row, sender in enumerate(senders):
        top = _TOP + row * _ROW
        shapes.append(svg.text(_LEFT - 8, top + 19, _short(sender), most=22, at="end", bold=True))
        for column, receiver in enumerate(parties):
            shapes += _square(_LEFT + column * wide, top, wide, counts[(sender, receiver)], most)
    shows = "; ".join(f"{a} to {b}: {n}" for (a, b), n in counts.most_common(40))
    high = _TOP + len(senders) * _ROW + 6
    drawn = svg.drawing(high, shapes, _TITLE, shows)
    return Picture(_TITLE, shows, drawn, tuple(_strips(senders, parties, counts, most)))


def _short(party: str) -> str:
    """A voice without the word that Control plays it: the tables have it whole."""
    return party.removesuffix("(Control)").strip()


def _strips(
    senders: list[str], parties: list[str], counts: Counter[tuple[str, str]], most: int
) -> Iterator[Strip]:
    """The same squares as rows; senders down, receivers across."""
    wide = SLOTS // len(parties)
    rest = (Patch("", SLOTS - wide * len(parties)),) if SLOTS % len(parties) else ()
    yield Strip("from, to the right", (*(Patch(_short(name), wide) for name in parties), *rest))
    for sender in senders:
        row = (_patch(counts[sender, receiver], wide, most) for receiver in parties)
        yield Strip(_short(sender), (*row, *rest), right=True)


def _patch(count: int, wide: int, most: int) -> Patch:
    if not count:
        return Patch("", wide, "F6F8FA")
    shade = _shade(count, most)
    return Patch(str(count), wide, _SHADES[shade][1:], "FFFFFF" if shade >= _LIGHT_FROM else svg.INK[1:])


def _shade(count: int, most: int) -> int:
    return min(len(_SHADES) - 1, count * len(_SHADES) // (most + 1))


def _square(x: float, y: float, wide: float, count: int, most: int) -> list[str]:
    if not count:
        return [svg.box(x, y, wide - 2, _ROW - 2, fill="#ffffff", line=svg.LINE)]
    shade = _shade(count, most)
    ink = "#ffffff" if shade >= _LIGHT_FROM else svg.INK
    return [
        svg.box(x, y, wide - 2, _ROW - 2, fill=_SHADES[shade], line=svg.LINE),
        svg.text(x + wide / 2, y + 19, str(count), at="middle", ink=ink),
    ]
