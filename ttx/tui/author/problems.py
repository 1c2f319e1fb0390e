"""What is wrong, as rows; and the lines of a file around a place, with what there is to say of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from ttx.diagnostics import Problem, Severity, Span
from ttx.model.counting import how_many
from ttx.render.plain import width
from ttx.render.problems import visible
from ttx.services.authoring import Foreseen, Reading
from ttx.tui.console.lines import Line, Run, bold, dim, line
from ttx.tui.glyphs import CUT
from ttx.tui.widgets.rows import Item

_TOKENS = {Severity.ERROR: "warn", Severity.WARNING: "warn"}
_COUNTED = {"error": "error", "warning": "warning", "info": "hint", "author": "to fill in"}
_LINE = re.compile(r"line \d+")
"""Where a message names another line, which moves as well."""
_AROUND = 2
"""Lines shown before the place and behind it."""
_GUTTER = 6
_AHEAD = 8
"""Cells that the place itself has at least, before the line is moved to the left."""


def problem_items(problems: Sequence[Problem]) -> tuple[tuple[Item, Problem], ...]:
    """A row for each problem, known by its code and words, so that it is found again on another line."""
    seen: Counter[str] = Counter()
    several = len({p.span.file for p in problems}) > 1
    found = []
    for problem in problems:
        name = f"{problem.code}|{problem.span.file}|{_LINE.sub('line', problem.message)}"
        seen[name] += 1
        at = problem.span
        place = f"{at.line}:{at.column}"
        word = problem.severity.value
        left = (
            Run(f"{word:<8}", _TOKENS.get(problem.severity, "dim"), bold=problem.severity is Severity.ERROR),
            dim(f"{problem.code} "),
            Run(f"{place:>7}  "),
            *((dim(f"{at.file}  "),) if several else ()),
            Run(problem.message),
        )
        found.append((Item(f"{name}|{seen[name]}", left), problem))
    return tuple(found)


def counted(problems: Sequence[Problem]) -> Line:
    """``2 errors  1 warning``; empty where there is none."""
    numbers = Counter(p.severity.value for p in problems)
    words = []
    for kind, word in _COUNTED.items():
        if numbers[kind]:
            n = numbers[kind]
            words.append(f"{n} {word}" if kind == "author" else how_many(n, word))
    loud = numbers["error"] > 0
    return (Run("  ".join(words), "warn" if loud else "dim"),) if words else ()


def nothing_wrong(reading: Reading, foreseen: Foreseen | None) -> str:
    """What is said in place of problems."""
    if reading.unread:
        return f"Not read. {reading.unread}"
    scenario = reading.scenario
    if scenario is None:
        return "reading ..."
    injects = sum(len(p.injects) for p in scenario.phases)
    decisions = sum(len(p.decisions) for p in scenario.phases)
    words = f"No problems. {how_many(injects, 'inject')}, {how_many(decisions, 'decision')}"
    endings = len(scenario.endings)
    if foreseen is None or not foreseen.exact:
        return f"{words}, {how_many(endings, 'ending')}."
    come = sum(("ending", e.id) in foreseen.keys for e in scenario.endings)
    of_them = f"all {endings}" if come == endings > 1 else f"{come} of {endings}"
    return f"{words}, {of_them} {'ending' if endings == 1 else 'endings'} can come."


def place_page(
    span: Span, texts: Mapping[str, str], cells: int, problem: Problem | None = None, why: str = ""
) -> tuple[Line, ...]:
    """Lines of the file around a place; of a problem also a mark under it, the sentence, the fix and why.

    Args:
        span: the place.
        texts: file name -> its text.
        cells: how wide a row may be.
        problem: what is wrong there; None where the place alone is shown.
        why: why it matters in the room.
    """
    lines = texts.get(span.file, "").splitlines()
    first = max(1, span.line - _AROUND)
    last = min(len(lines), span.line + (_AROUND if problem else 4 * _AROUND))
    room = max(12, cells - _GUTTER)
    here = lines[span.line - 1] if span.line <= len(lines) else ""
    away = _away(here, span.column - 1, room)
    shown: list[Line] = []
    for number in range(first, last + 1):
        text = _cut(lines[number - 1], away if number == span.line else 0, room)
        token = "text" if number == span.line else "dim"
        shown.append((dim(f"{number:>4}  "), Run(text, token)))
        if number == span.line and problem is not None:
            shown.append((dim(" " * _GUTTER), Run(_caret(here, span, away, room), "accent", bold=True)))
    if problem is None:
        return tuple(shown)
    shown += [(), line(bold(problem.message))]
    shown += [line(problem.hint)] if problem.hint else []
    shown += [line(dim(f"Why it matters: {why}"))] if why else []
    return tuple(shown)


def _away(text: str, at: int, room: int) -> int:
    """How many characters at the left are not shown, so that the place is."""
    if width(visible(text[:at])) < room - _AHEAD:
        return 0
    return next((n for n in range(at) if width(visible(text[n:at])) <= room // 3), at)


def _cut(text: str, away: int, room: int) -> str:
    part = visible(text[away:])
    if width(part) <= room:
        return part
    while width(part) > room - 1:
        part = part[: len(part) - max(1, (width(part) - room) // 2)]
    return part + CUT


def _caret(text: str, span: Span, away: int, room: int) -> str:
    start = span.column - 1
    indent = width(visible(text[away:start]))
    under = width(visible(text[start : start + span.length]))
    return " " * indent + "^" * max(1, min(under, room - indent))
