"""A Markdown file as lines: its marks are taken off, its words stay."""

from __future__ import annotations

import re

from ttx.sources.lines import Hint, Line

_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$")
_RULES = (
    (re.compile(r"<!--.*?-->"), ""),
    (re.compile(r"^\s{0,3}(?:>\s?)+"), ""),
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[([^\]]+)\]\([^)]*\)"), r"\1"),
    (re.compile(r"<sup>\s*(.*?)\s*</sup>", re.IGNORECASE), r"\1"),
    (re.compile(r"</?[a-z][^>]{0,80}>", re.IGNORECASE), ""),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<!\w)_(?=\S)([^_]+?)(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>-])"), r"\1"),
)


def read_markdown(text: str) -> tuple[Line, ...]:
    """The lines of a Markdown text, headings and the settings at its head marked as such."""
    raw = text.split("\n")
    ahead = _front_matter(raw)
    return tuple(
        Line(n, line, 1, "front-matter") if n <= ahead else _line(n, line)
        for n, line in enumerate(raw, start=1)
    )


def _front_matter(raw: list[str]) -> int:
    """How many lines the settings take."""
    if raw[0].strip() != "---":
        return 0
    return next((n for n, line in enumerate(raw[1:60], start=2) if line.strip() in ("---", "...")), 0)


def _line(number: int, raw: str) -> Line:
    heading = _HEADING.match(raw)
    hint: Hint = "heading" if heading else ""
    text = heading[1] if heading else raw
    for pattern, put in _RULES:
        text = pattern.sub(put, text)
    if re.match(r"\s*[0-9]{1,4}[.)]\s", text):
        hint = ""  # a numbered heading is told from a numbered paragraph by its words
    return Line(number, text, 1, hint)
