"""What one cell knows, or staff alone, does not stand word for word in what others are given.

Six words in a row, three of them telling, are taken for a quotation. A note may quote its own inject
or decision, two cells may hold the same paper, and a name is anybody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from ttx.checks.objective_answer import SMALL
from ttx.checks.texts import Text, texts
from ttx.diagnostics import Problem, Severity, Spans
from ttx.model.scenario import Scenario

CODE = "TTX439"
TITLE = "words of a private paper in what others read"

Run: TypeAlias = tuple[str, ...]

RUN = 6
"""Words in a row."""
TELLING = 3
"""Words among them that say something; *of the five on the* quotes nobody."""
LONG = 4
_WORD = re.compile(r"\w+")


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """A warning for every text given to cells that quotes what some of them may not know."""
    given = [(each, runs(each.text)) for each in texts(scenario)]
    everybody = frozenset(scenario.cells)
    read = [(each, found) for each, found in given if each.cells and not each.brief]
    quotable = {run for _, found in read for run in found}
    quotable -= {run for each, found in given if each.path[-1] == "name" for run in found}
    hidden: dict[Run, list[Text]] = {}
    for each, found in given:
        if _is_hidden(each, everybody):
            for run in quotable.intersection(found):
                hidden.setdefault(run, []).append(each)
    for each, found in read:
        if hidden.keys().isdisjoint(found):
            continue
        source, run = _quoted(each, found, hidden)
        if source is not None:
            message = f"Words of {_place(source)} stand here, where others read them: {' '.join(run)} ..."
            hint = "Say it in other words, or leave it to the paper it belongs to."
            yield Problem(CODE, spans.of(each.path), message, Severity.WARNING, hint)


def runs(text: str) -> list[Run]:
    """Every run of six words of a text, without case and signs."""
    words = _WORD.findall(text.casefold())
    return list(zip(*[words[n:] for n in range(RUN)], strict=False))


def _is_hidden(text: Text, everybody: frozenset[str]) -> bool:
    """Whether the text is a paper of some; what Control says when asked, ``until``, is no secret."""
    if not text.cells:
        return text.path[-1] != "until"
    return text.cells != everybody and (text.brief or text.path[0] == "facts")


def _quoted(text: Text, found: list[Run], hidden: dict[Run, list[Text]]) -> tuple[Text | None, Run]:
    """The first paper the text quotes, and how the quotation begins."""
    going: dict[int, int] = {}
    for n, run in enumerate(found):
        still: dict[int, int] = {}
        for source in hidden.get(run, ()):
            if text.cells <= source.cells or (source.item and source.item == text.item):
                continue
            begin = still[id(source)] = going.get(id(source), n)
            if len(_telling(found[begin : n + 1])) >= TELLING:
                return source, found[begin]
        going = still
    return None, ()


def _telling(quoted: list[Run]) -> set[str]:
    """The words of runs in a row that say something of their own."""
    words = {word for run in quoted for word in run}
    return {word for word in words if len(word) >= LONG and not SMALL.fullmatch(word)}


def _place(source: Text) -> str:
    """``the private paper of rok``, ``F-03, which is for rok,``, ``the staff's notes of I-03``."""
    if source.brief:
        return f"the private paper of {source.path[1]}"
    if source.cells:
        return f"{source.item}, which is for {' and '.join(sorted(source.cells))},"
    key = next((part for part in reversed(source.path) if isinstance(part, str)), "")
    return f"the staff's {key} of {source.item or source.path[0]}"
