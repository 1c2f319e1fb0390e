"""What one cell knows, or staff alone, does not stand word for word in what others are given.

Six words in a row are taken for a quotation. A note may quote its own inject or decision, and two
cells may hold the same paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ttx.checks.texts import Text, texts
from ttx.diagnostics import Problem, Severity, Spans
from ttx.model.scenario import Scenario

CODE = "TTX439"
TITLE = "words of a private paper in what others read"

RUN = 6
"""Words in a row."""
_WORD = re.compile(r"\w+")


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """A warning for every text given to cells that quotes what some of them may not know."""
    given = [(each, runs(each.text)) for each in texts(scenario)]
    everybody = frozenset(scenario.cells)
    hidden: dict[str, list[Text]] = {}
    for each, found in given:
        if _is_hidden(each, everybody):
            for run in found:
                hidden.setdefault(run, []).append(each)
    for each, found in given:
        if not each.cells or each.brief:
            continue
        source, run = _quoted(each, found, hidden)
        if source is not None:
            message = f"Words of {_place(source)} stand here, where others read them: {run} ..."
            hint = "Say it in other words, or leave it to the paper it belongs to."
            yield Problem(CODE, spans.of(each.path), message, Severity.WARNING, hint)


def runs(text: str) -> list[str]:
    """Every run of six words of a text, without case and signs."""
    words = _WORD.findall(text.casefold())
    return [" ".join(words[n : n + RUN]) for n in range(len(words) - RUN + 1)]


def _is_hidden(text: Text, everybody: frozenset[str]) -> bool:
    """Whether the text is a paper of some; what Control says when asked, ``until``, is no secret."""
    if not text.cells:
        return text.path[-1] != "until"
    return text.cells != everybody and (text.brief or text.path[0] == "facts")


def _quoted(text: Text, found: list[str], hidden: dict[str, list[Text]]) -> tuple[Text | None, str]:
    for run in found:
        for source in hidden.get(run, ()):
            if not text.cells <= source.cells and not (source.item and source.item == text.item):
                return source, run
    return None, ""


def _place(source: Text) -> str:
    """``the private paper of rok``, ``F-03, which is for rok,``, ``the staff's notes of I-03``."""
    if source.brief:
        return f"the private paper of {source.path[1]}"
    if source.cells:
        return f"{source.item}, which is for {' and '.join(sorted(source.cells))},"
    key = next((part for part in reversed(source.path) if isinstance(part, str)), "")
    return f"the staff's {key} of {source.item or source.path[0]}"
