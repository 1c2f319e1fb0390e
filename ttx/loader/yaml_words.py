"""What a YAML parser stumbles over, in an author's words.

The parser's own sentences speak of tokens and indicators. Owned here: which of them means what
to somebody who writes a scenario, and where the fault is best shown.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from ttx.diagnostics import Span
from ttx.frozen import dataclass

_LINE_END = re.compile(r"\r\n|\r|\n")
_QUOTES = "Put text that holds ': ' or ' #', or begins with a special sign, in quotes."
_COLUMN = "Entries that belong together begin in the same column; nothing follows a closing quote or bracket."
_NAMELESS = "Text cannot begin with & or *: they begin anchors and aliases, which mean nothing here."


@dataclass(frozen=True, slots=True)
class Said:
    """A fault of the YAML text."""

    code: str
    span: Span
    message: str
    hint: str
    unclosed: bool = False
    """Whether a quote begins here that swallowed what stands below."""


@dataclass(frozen=True, slots=True)
class _Meaning:
    """``parts`` of the parser's sentence, what it means, and whether it is best shown where it began."""

    parts: tuple[str, ...]
    message: str
    hint: str
    at_start: bool = False


_MEANINGS = (
    _Meaning(
        ("mapping values are not allowed",),
        "A colon makes a key here, where none can begin.",
        "Put text that holds ': ' in quotes, or see that the line begins in the column of its neighbours.",
    ),
    _Meaning(("quoted scalar", "end of stream"), "This quote is never closed.", "Close it.", at_start=True),
    _Meaning(("quoted scalar", "document"), "This quote is never closed.", "Close it.", at_start=True),
    _Meaning(("escape",), "A backslash in double quotes means something else here.", "Use single quotes."),
    _Meaning(
        ("flow sequence",), "This [ is not closed, or a comma is missing behind it.", _QUOTES, at_start=True
    ),
    _Meaning(
        ("flow mapping",), "This { is not closed, or a comma is missing behind it.", _QUOTES, at_start=True
    ),
    _Meaning(
        ("sequence entries are not allowed",),
        "A list cannot begin here.",
        "Begin it on its own line below the key, or put text that begins with '- ' in quotes.",
    ),
    _Meaning(("anchor",), _NAMELESS, "Put the text in quotes.", at_start=True),
    _Meaning(("alias",), _NAMELESS, "Put the text in quotes.", at_start=True),
    _Meaning(("block scalar",), "Text that begins with | or > stands on the lines below it.", _QUOTES),
    _Meaning(("node content",), "Nothing can begin with this sign.", "Put the text in quotes."),
    _Meaning(("tag",), "A sign ! begins a tag, and tags mean nothing here.", "Put the text in quotes."),
    _Meaning(("directive",), "A line that begins with % means nothing here.", "Delete it."),
    _Meaning(("incompatible",), "A line that begins with % means nothing here.", "Delete it."),
    _Meaning(("block collection",), "This line does not fit the list above it.", _COLUMN),
    _Meaning(("block mapping",), "This does not fit the keys above it.", _COLUMN),
    _Meaning(("document start",), "This does not fit what stands above it.", _COLUMN),
    _Meaning(("simple key",), "A key is not closed by a colon on this line.", _COLUMN),
)
_UNFIT = tuple(m for m in _MEANINGS if m.parts in (("block collection",), ("block mapping",)))
_UNCLEAR = _Meaning((), "From here on the file cannot be read as YAML.", _COLUMN)


def in_plain_words(error: yaml.MarkedYAMLError, text: str, name: str) -> Said:
    """What the parser's error means for the author of ``text``, and where."""
    sentence = f"{error.context or ''} {error.problem or ''}"
    if "nesting depth" in sentence:
        return Said("TTX108", _span(error.problem_mark, name), "Lists and mappings stand too deep here.", "")
    if "cannot start any token" in sentence:
        return _bad_beginning(error, text, name)
    meaning = next((m for m in _MEANINGS if all(part in sentence for part in m.parts)), _UNCLEAR)
    if meaning.at_start and error.context_mark:
        quote = "quoted scalar" in sentence
        return Said("TTX101", _span(error.context_mark, name), meaning.message, meaning.hint, quote)
    if error.problem_mark and error.problem_mark.index >= len(text.rstrip()):
        return Said("TTX101", _end(text, name), "The file ends here in the middle of something.", _QUOTES)
    hint = (
        f"{meaning.hint} {_neighbour(error.problem_mark, text)}".rstrip()
        if meaning in _UNFIT
        else meaning.hint
    )
    return Said("TTX101", _span(error.problem_mark, name), meaning.message, hint)


def _neighbour(mark: Any, text: str) -> str:
    """Which line began the block that the place would have to fit: the fault may as well be there."""
    lines = _LINE_END.split(text)
    if mark is None or mark.line >= len(lines):
        return ""
    own, began = mark.column, None
    for above in range(mark.line - 1, -1, -1):
        bare = lines[above].lstrip(" ")
        column = len(lines[above]) - len(bare)
        if not bare or bare.startswith("#"):
            continue
        if column <= own:
            break
        if began is None or column <= began[1]:
            began = (above, column)
    return f"Line {began[0] + 1} begins in column {began[1] + 1}." if began else ""


def _bad_beginning(error: yaml.MarkedYAMLError, text: str, name: str) -> Said:
    mark = error.problem_mark
    span = _span(mark, name)
    sign = text[mark.index : mark.index + 1] if mark else ""
    if sign == "\t":
        return Said("TTX101", span, "A tab stands here; YAML is indented with spaces.", "Use two spaces.")
    return Said("TTX101", span, f"Text cannot begin with {sign or 'this sign'}.", "Put it in quotes.")


def _span(mark: Any, name: str) -> Span:
    return Span(name, mark.line + 1, mark.column + 1) if mark else Span(name, 1, 1)


def _end(text: str, name: str) -> Span:
    """The last thing that stands in a text."""
    lines = _LINE_END.split(text.rstrip())
    return Span(name, len(lines), max(len(lines[-1]), 1))
