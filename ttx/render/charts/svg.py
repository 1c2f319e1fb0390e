"""The few shapes charts are drawn with. Typed words are escaped here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from ttx.render.plain import cut, one_line

WIDE = 680
"""Width of every chart, in its own units; a page shows it across the column."""
INK, SOFT, LINE, FILL = "#1b1f24", "#57606a", "#c9ced4", "#1f4e79"


def text(
    x: float,
    y: float,
    words: str,
    *,
    most: int = 60,
    at: str = "start",
    ink: str = INK,
    bold: bool = False,
    turn: int = 0,
) -> str:
    """Words on one line from a point, cut to so many display cells; ``turn`` in degrees, clockwise."""
    turned = f' transform="rotate({turn} {_n(x)} {_n(y)})"' if turn else ""
    weight = ' font-weight="600"' if bold else ""
    shown = escape(cut(one_line(words), most), quote=False)
    return f'<text x="{_n(x)}" y="{_n(y)}" text-anchor="{at}" fill="{ink}"{weight}{turned}>{shown}</text>'


def box(x: float, y: float, wide: float, high: float, *, fill: str = FILL, line: str = "none") -> str:
    """A rectangle."""
    place = f'x="{_n(x)}" y="{_n(y)}" width="{_n(wide)}" height="{_n(high)}"'
    return f'<rect {place} fill="{fill}" stroke="{line}"/>'


def line(points: Iterable[tuple[float, float]], *, ink: str = FILL, wide: float = 2) -> str:
    """A line through points."""
    path = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
    return f'<polyline points="{path}" fill="none" stroke="{ink}" stroke-width="{wide:g}"/>'


def drawing(high: float, shapes: Iterable[str], title: str, shows: str) -> str:
    """The shapes as one picture that says in words what it shows."""
    name, told = (escape(one_line(words), quote=False) for words in (title, shows))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {_n(high)}" role="img" font-size="12" '
        f"font-family=\"'Noto Sans','Noto Sans CJK KR','Malgun Gothic',sans-serif\">"
        f"<title>{name}</title><desc>{told}</desc>"
        f"{''.join(shapes)}</svg>"
    )


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
