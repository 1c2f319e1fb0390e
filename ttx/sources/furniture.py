"""Lines of a page that are no words of the document: each dropped by a rule that has a name.

Nothing is dropped in silence, and every rule can be switched off by its name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from ttx.sources.lines import Dropped, Line, Settings

RULES: Final[Mapping[str, str]] = {
    "navigation": "menus, headers and footers of a web page",
    "front-matter": "settings at the head of a Markdown file",
    "banner": "a notice of the site, not of the document",
    "pager": "a link to another page or place",
    "page-number": "the number of a page",
    "running-header": "the same line at the head or foot of most pages",
    "contents": "a line of a table of contents",
    "dateline": "a date or place alone on its line",
    "publisher": "what the publisher adds behind the text",
    "end-mark": "a mark that says the text ends",
    "ordinal": "the torn-off end of an ordinal number",
    "head": "what stands before the first paragraph",
    "heading": "a heading, which is no sentence",
    "by-line": "left out because you said so",
}
"""Every rule that leaves lines out, and what it takes them for."""

MENDING: Final[Mapping[str, str]] = {
    "superscript": "a torn superscript put back",
    "hyphen": "a word parted at a line's end put together",
    "wrap": "lines that a page's width ended put together",
}
"""Every rule that puts lines together."""

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|sept|oct|nov|dec)[a-z]*\.?"
_DATE = rf"(?:\d{{1,2}}\s+{_MONTH}|{_MONTH}\s+\d{{1,2}},?)\s+\d{{4}}"
_PATTERNS: Final = {
    "banner": re.compile(
        r"(?:an? official website of|official websites use|secure \.gov websites|here.s how you know"
        r"|skip to (?:main )?content|this website uses cookies|a lock \()",
        re.IGNORECASE,
    ),
    "pager": re.compile(
        r"(?:go to contents|back to (?:top|contents)|(?:table of )?contents|previous(?: page)?|next(?: page)?"
        r"|[<\u00ab\u2039 ]*prev(?:ious)?\b.{0,30}next[>\u00bb\u203a ]*"
        r"|(?:\d{1,3}\s+){2,}(?:next|last|[>\u00bb\u203a])?"
        r"|share(?: this)?|print(?: this page)?|download(?: pdf)?|top)\s*$",
        re.IGNORECASE,
    ),
    "contents": re.compile(r".*(?:\.\s?){4,}\s*\d{1,4}\s*$"),
    "dateline": re.compile(rf"(?:[A-Z][\w .'-]{{1,30}},\s+)?(?:\w+day,?\s+)?{_DATE}\.?\s*$", re.IGNORECASE),
    "end-mark": re.compile(
        r"\W*(?:END|ends?|finis)\W*$|[#*_\- ]{3,}$|\W*30\W*$(?<=[-\u2013#])", re.IGNORECASE
    ),
}
_PAGE_NUMBER = re.compile(
    r"[-\u2013\u2014\s]*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?(?:\s*\|\s*page)?[-\u2013\u2014\s]*$",
    re.IGNORECASE,
)
_CONTACTS = re.compile(
    r"(?:media|press) contacts?\b|for (?:further|more) information,? contact", re.IGNORECASE
)
_LATE = 0.8
"""Share of the lines behind which contacts end a text."""
_ORDINAL = re.compile(r"\s*(?:st|nd|rd|th)\s*$")
_LONGEST = 300
"""Characters of a line above which it is no furniture, and is not asked."""
_EDGE = 2
"""Lines at the head and foot of a page among which running headers are looked for."""
_PAGES = 3
"""Fewer pages show no habit."""


def drop(lines: Sequence[Line], settings: Settings) -> tuple[tuple[Line, ...], tuple[Dropped, ...]]:
    """The lines that are left, and those dropped, each in order; where one was, an empty line stands."""
    running = _running(lines) if "running-header" not in settings.keep else frozenset[int]()
    kept, dropped, ended = [], [], False
    for n, line in enumerate(lines):
        if line.empty:
            kept.append(line)
            continue
        ended = ended or ("publisher" not in settings.keep and _ends_text(lines, n))
        rule = "publisher" if ended else _rule(lines, n, line.number in running)
        if line.number in settings.drop_lines:
            rule = "by-line"
        elif rule in settings.keep or line.number in settings.keep_lines:
            rule = ""
        if rule:
            dropped.append(Dropped(line, rule))
            kept.append(Line(line.number, "", line.page))
        else:
            kept.append(line)
    return tuple(kept), tuple(dropped)


def _rule(lines: Sequence[Line], n: int, runs: bool) -> str:
    line = lines[n]
    text = line.text.strip()
    if line.hint in ("navigation", "front-matter"):
        return line.hint
    if runs:
        return "running-header"
    if len(text) > _LONGEST:
        return ""
    if _PAGE_NUMBER.match(text) and (_alone(lines, n) or _at_edge(lines, n)):
        return "page-number"
    if _ORDINAL.match(text):
        return "ordinal"
    alone = _alone(lines, n)
    for rule, pattern in _PATTERNS.items():
        if (alone or rule in ("banner", "contents")) and pattern.match(text):
            return rule
    return ""


def _ends_text(lines: Sequence[Line], n: int) -> bool:
    """Whether the publisher's own words begin here; whom to ask is said at the end only."""
    text = lines[n].text.strip()
    return text.startswith("/Public Release") or (n > _LATE * len(lines) and bool(_CONTACTS.match(text)))


def _alone(lines: Sequence[Line], n: int) -> bool:
    """Whether gaps or the ends of a page stand on both sides of a line."""
    here = lines[n]
    beside = (lines[m] if 0 <= m < len(lines) else None for m in (n - 1, n + 1))
    return all(each is None or each.empty or each.page != here.page for each in beside)


def _at_edge(lines: Sequence[Line], n: int) -> bool:
    """Whether a line begins or ends a page that is not the only one."""
    page, more = lines[n].page, lines[0].page != lines[-1].page
    beside = (lines[m].page if 0 <= m < len(lines) else 0 for m in (n - 1, n + 1))
    return more and any(each != page for each in beside)


def _running(lines: Sequence[Line]) -> frozenset[int]:
    """Numbers of the lines that come back at the edge of at least half the pages."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        if not line.empty:
            pages.setdefault(line.page, []).append(line)
    if len(pages) < _PAGES:
        return frozenset()
    edges = [
        (place, line)
        for page in pages.values()
        for place, part in (("head", page[:_EDGE]), ("foot", page[-_EDGE:]))
        for line in part
    ]
    seen = Counter({(place, _pattern_of(line), line.page) for place, line in edges})
    counts = Counter((place, text) for place, text, _ in seen)
    least = max(_PAGES, len(pages) // 2)
    return frozenset(line.number for place, line in edges if counts[place, _pattern_of(line)] >= least)


def _pattern_of(line: Line) -> str:
    return re.sub(r"\d+", "#", " ".join(line.text.split()).casefold())
