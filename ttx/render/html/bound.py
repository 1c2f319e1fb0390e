"""Several papers as one HTML file: each begins a sheet, with its own words above and below.

A set of copies is one file to print, and every sheet of it says whose copy it is. Sheets that lie
across and sheets that stand may follow one another.
"""

from __future__ import annotations

from collections.abc import Sequence

from ttx.render.html.page import Body, css, text
from ttx.render.html.style import STYLE
from ttx.render.paper.blocks import Paper
from ttx.render.plain import one_line

_BOUND = """
.paper+.paper{break-before:page}
.paper>h1{font-size:1.5rem}
td:empty{height:2.2rem}
.tall td:empty{height:3.3rem}
@media print{.paper>h1{font-size:16pt}h2{margin-top:10pt}}
"""


def bound(title: str, papers: Sequence[Paper]) -> str:
    """The papers as one HTML file that needs nothing else; the same papers give the same text."""
    body = Body()
    margins: dict[str, str] = {}
    parts = []
    for paper in papers:
        name = margins.setdefault(_margins(paper), f"p{len(margins)}")
        parts.append(_part(body, name, paper))
    running = "".join(f"@page {name}{{{words}}}" for words, name in margins.items())
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">\n"
        f"<title>{text(title)}</title>\n<style>{STYLE}{_BOUND}{running}</style>\n</head>\n<body>\n"
        f"<main>\n{''.join(parts)}</main>\n</body>\n</html>\n"
    )


def _part(body: Body, name: str, paper: Paper) -> str:
    marking, status = text(paper.marking), text(paper.status)
    blocks = "\n".join(body.of(paper))
    return (
        f'<div class="paper" style="page:{name}">\n'
        f'<p class="marking top"><b>{marking}</b> <span>{status}</span></p>\n{blocks}\n'
        f'<p class="marking end"><b>{marking}</b> <span>{status}</span></p>\n</div>\n'
    )


def _margins(paper: Paper) -> str:
    """Size and margins of its sheets, as CSS; no typed character ends the string."""
    marking, status = css(one_line(paper.marking)), css(one_line(paper.status))
    size = "A4 landscape" if paper.wide else "A4"
    return (
        f'size:{size};margin:20mm 14mm;@top-center{{content:"{marking}\\00000a {status}";'
        f"white-space:pre;text-align:center;font:600 8pt/1.5 sans-serif}}"
        f'@bottom-center{{content:"{marking}\\00000a {status}";white-space:pre;text-align:center;'
        f"font:600 8pt/1.5 sans-serif}}"
        '@bottom-right{content:"sheet " counter(page) " of " counter(pages);font:8pt sans-serif}'
    )
