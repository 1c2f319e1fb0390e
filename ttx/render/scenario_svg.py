"""A scenario as one picture: a column a phase, its steps below each other, endings in the last column."""

from __future__ import annotations

from html import escape

from ttx.render.plain import cut, width
from ttx.render.scenario_graph import Place, ScenarioGraph, Way, shown_label

_COLUMN, _GAP, _ROW, _HIGH, _TOP, _LEFT = 330, 120, 46, 32, 92, 60
_CELLS = 42
"""Cells of a label in a box."""
_FILLS = {"inject": "#ffffff", "decision": "#dbe9f6", "close": "#eeeeee", "ending": "#fdf0d5"}


def svg(graph: ScenarioGraph) -> str:
    """The picture, as text of an SVG file; it names no font file and loads nothing."""
    columns = [[p for p in graph.places if p.phase == phase] for phase, _ in graph.phases]
    columns.append([p for p in graph.places if not p.phase])
    at = {p.id: (x, y) for x, column in enumerate(columns) for y, p in enumerate(column)}
    wide = 2 * _LEFT + len(columns) * _COLUMN + (len(columns) - 1) * _GAP
    labels = {p.id: p.label if p.kind == "ending" else p.id.removeprefix("close ") for p in graph.places}
    notes = [f"{labels[way.end]}: {way.when}" for way in _told(graph)]
    high = _TOP + max(map(len, columns)) * _ROW + 30
    titles = [*(title for _, title in graph.phases), "Endings, the first that holds"]
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high + 18 * len(notes) + 20}" '
            f'width="{wide}" height="{high + 18 * len(notes) + 20}" font-family="sans-serif" font-size="13">'
        ),
        (
            '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" '
            'orient="auto"><path d="M0 0 8 4 0 8z" fill="#555"/></marker></defs>'
        ),
        '<rect width="100%" height="100%" fill="#ffffff"/>',
        _words(_LEFT, 28, graph.title, "18"),
        _words(_LEFT, 48, graph.marking, "12"),
        *(_words(_x(n), _TOP - 14, title, "14") for n, title in enumerate(titles)),
        *(_arrow(way, at) for way in graph.ways),
        *(_box(p, *at[p.id]) for p in graph.places),
        *(_words(_LEFT, high + 18 * n, note, "12") for n, note in enumerate(notes)),
        "</svg>",
    ]
    return "\n".join(part for part in parts if part) + "\n"


def _told(graph: ScenarioGraph) -> list[Way]:
    """A way for each condition that is written below the picture, each once."""
    return list({(w.end, w.when): w for w in graph.ways if w.when}.values())


def _x(column: int) -> int:
    return _LEFT + column * (_COLUMN + _GAP)


def _box(place: Place, column: int, row: int) -> str:
    x, y = _x(column), _TOP + row * _ROW
    round_ = {"decision": 3, "inject": 3}.get(place.kind, 14)
    dash = ' stroke-dasharray="5 4"' if place.aside else ""
    label = cut(shown_label(place), _CELLS)
    fit = f' textLength="{_COLUMN - 20}" lengthAdjust="spacingAndGlyphs"' if width(label) > _CELLS - 2 else ""
    return (
        f'<rect x="{x}" y="{y}" width="{_COLUMN}" height="{_HIGH}" rx="{round_}" '
        f'fill="{_FILLS[place.kind]}" stroke="#444"{dash}/>'
        f'<text x="{x + 10}" y="{y + 21}"{fit}>{escape(label)}</text>'
    )


def _words(x: int, y: int, text: str, size: str) -> str:
    return f'<text x="{x}" y="{y}" font-size="{size}" fill="#222">{escape(text)}</text>'


def _arrow(way: Way, at: dict[str, tuple[int, int]]) -> str:
    """Straight down in a column, else a curve from the right edge to the left one; dashed: only where."""
    (a, b), (c, d) = at[way.start], at[way.end]
    dash = ' stroke-dasharray="4 3"' if way.when else ""
    if a == c and d == b + 1:
        x = _x(a) + _COLUMN // 2
        path = f"M{x} {_TOP + b * _ROW + _HIGH}V{_TOP + d * _ROW - 1}"
    elif a >= c:
        x, y, to = _x(a), _TOP + b * _ROW + 16, _TOP + d * _ROW + 16
        path = f"M{x} {y}C{x - 50} {y} {x - 50} {to} {_x(c) - 1} {to}"
    else:
        x, y, to, x2 = _x(a) + _COLUMN, _TOP + b * _ROW + 16, _TOP + d * _ROW + 16, _x(c)
        path = f"M{x} {y}C{x + 70} {y} {x2 - 70} {to} {x2 - 1} {to}"
    return f'<path d="{path}" fill="none" stroke="#555"{dash} marker-end="url(#tip)"/>'
