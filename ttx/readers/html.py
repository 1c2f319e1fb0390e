"""A web page as lines. What the page marks as its menus and margins is marked so, not left out."""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, Tag

from ttx.errors import LoadError
from ttx.sources.lines import Extract, Hint, Line

_SILENT = frozenset({"script", "style", "noscript", "template", "head", "svg", "iframe", "object", "select"})
_MARGINS = frozenset({"nav", "header", "footer", "aside", "form", "button", "menu"})
_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
_MOST_LINKED = 0.6
"""Share of a page's words inside links above which it is a page of navigation."""
_LEAST_WORDS = 40


def read(data: bytes, name: str) -> Extract:
    """The lines of a web page.

    Raises:
        LoadError: it has no text, or is a page of links.
    """
    soup = BeautifulSoup(data, "html.parser")
    walk = _Walk()
    walk.node(soup.body or soup, "")
    walk.end()
    lines = tuple(Line(n, text, 1, hint) for n, (text, hint) in enumerate(walk.lines, start=1))
    words = sum(len(line.text.split()) for line in lines if line.hint != "navigation")
    if not words:
        raise LoadError(
            "No text stands in this page.",
            where=name,
            next_step="Open it in a browser and save what it shows as text; some fetch their words later.",
        )
    if walk.linked > _MOST_LINKED * words or words < _LEAST_WORDS:
        raise LoadError(
            "This page leads to others: most of its words are links, and no document stands in it.",
            where=name,
            next_step="Follow the link to the document itself and save that page.",
        )
    return Extract("html", lines)


class _Walk:
    """Goes through a page and gathers its lines."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, Hint]] = []
        self.linked = 0
        """Words inside links, margins not counted."""
        self._text = ""
        self._hint: Hint = ""

    def node(self, node: PageElement, hint: Hint, *, link: bool = False) -> None:
        if isinstance(node, NavigableString):
            if type(node) is NavigableString:
                if node.find_parent("pre") is not None:
                    self._take_lines(str(node), hint)
                else:
                    self._take(str(node), hint, link=link)
            return
        if not isinstance(node, Tag) or node.name in _SILENT:
            return
        if node.name == "br":
            self._line()
            return
        hint = _hint(node, hint)
        inline = node.name in _INLINE
        if not inline:
            self.end()
            self._text = _mark(node)
        for child in node.children:
            self.node(child, hint, link=link or node.name == "a")
        if not inline:
            self.end()

    def end(self) -> None:
        """End a block: a gap follows."""
        self._line()
        if self.lines and self.lines[-1][0]:
            self.lines.append(("", ""))

    def _take_lines(self, text: str, hint: Hint) -> None:
        """Text whose line ends are the page's own, as in ``pre``."""
        for n, row in enumerate(text.split("\n")):
            if n:
                self._line()
            if not row.strip() and self.lines and self.lines[-1][0]:
                self.lines.append(("", ""))
            self._text, self._hint = self._text + row, hint

    def _take(self, text: str, hint: Hint, *, link: bool) -> None:
        said = " ".join(text.split())
        if link and hint != "navigation":
            self.linked += len(said.split())
        before = " " if text[:1].isspace() and self._text and not self._text.endswith(" ") else ""
        after = " " if said and text[-1:].isspace() else ""
        self._text += before + said + after
        self._hint = hint

    def _line(self) -> None:
        if self._text.strip():
            self.lines.append((self._text.strip(), self._hint))
        self._text = ""


def _hint(node: Tag, hint: Hint) -> Hint:
    if hint == "navigation" or node.name in _MARGINS or node.get("role") in _ROLES:
        inside = node.find_parent(("article", "main")) is not None and node.name == "header"
        return hint if inside and hint != "navigation" else "navigation"
    return "heading" if node.name in _HEADINGS else hint


def _mark(node: Tag) -> str:
    """The number a browser shows before an item of a numbered list."""
    if node.name != "li" or node.parent is None or node.parent.name != "ol":
        return ""
    first = _number(node.parent.get("start"), 1)
    items = list(_items(node.parent))
    place = next(n for n, item in enumerate(items) if item is node)
    return f"{_number(node.get('value'), first + place)}. "


def _items(parent: Tag) -> Iterator[Tag]:
    yield from (each for each in parent.children if isinstance(each, Tag) and each.name == "li")


def _number(given: object, otherwise: int) -> int:
    text = str(given or "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else otherwise
