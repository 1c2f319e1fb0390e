"""Problems as text with the line and a caret under the place, and as JSON for programs.

Columns count characters; the caret is placed by display cells, so it stands right under Hangul.
What an author wrote is shown with hidden characters replaced, so no file can steer a terminal.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping

from ttx.diagnostics import Problem, Span
from ttx.render.plain import width

FORMAT = "ttx.problems/1"
WIDEST = 160
"""Display cells of a source line that are shown; a longer one is cut around the place."""
_BEFORE = 60
_LINE_END = re.compile(r"\r\n|\r|\n")


def as_text(
    problems: Iterable[Problem], sources: Mapping[str, str], paths: Mapping[str, str] | None = None
) -> str:
    """One block a problem: ``file:line:col``, the line, a caret, the hint; empty for no problem.

    Args:
        problems: what to show, in this order.
        sources: name of each file -> its text.
        paths: name of each file -> its path on a disk, shown in place of the name.
    """
    lines = {name: _LINE_END.split(text) for name, text in sources.items()}
    return "".join(_block(p, lines.get(p.span.file, []), paths or {}) for p in problems)


def as_json(problems: Iterable[Problem]) -> str:
    """One JSON object with all of them, its format named and versioned."""
    entries = [
        {
            "code": p.code,
            "severity": p.severity.value,
            "file": p.span.file,
            "line": p.span.line,
            "column": p.span.column,
            "length": p.span.length,
            "message": p.message,
            "hint": p.hint,
        }
        for p in problems
    ]
    return json.dumps({"format": FORMAT, "problems": entries}, ensure_ascii=False, indent=2) + "\n"


def _block(problem: Problem, lines: list[str], paths: Mapping[str, str]) -> str:
    at = problem.span
    where = paths.get(at.file, at.file)
    kind = f"{problem.severity.value}[{problem.code}]"
    block = [f"{visible(where)}:{at.line}:{at.column}: {kind}: {visible(problem.message)}"]
    if at.line <= len(lines):
        margin = " " * len(str(at.line))
        shown, caret = _pointed(lines[at.line - 1], at)
        block += [f"  {at.line} | {shown}", f"  {margin} | {caret}"]
    if problem.hint:
        block.append(f"  = {visible(problem.hint)}")
    return "\n".join(block) + "\n"


def _pointed(line: str, at: Span) -> tuple[str, str]:
    """The line, cut where it is long, and the caret under the span."""
    start = min(max(at.column - 1, 0), len(line))
    first = max(0, start - _BEFORE) if len(line) > WIDEST else 0
    part = visible(line[first : first + WIDEST])
    under = part[start - first : start - first + at.length]
    left, right = ("..." if first else ""), ("..." if first + WIDEST < len(line) else "")
    indent = " " * (len(left) + width(part[: start - first]))
    return f"{left}{part}{right}", indent + "^" * max(width(under), 1)


def visible(text: str) -> str:
    """The text with tabs as one space and what cannot be seen as U+FFFD; as long as before."""
    return "".join(" " if c == "\t" else c if _seen(c) else "\ufffd" for c in text)


def _seen(char: str) -> bool:
    if char == "\n":
        return True
    turns = "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069" or char == "\ufeff"
    return not turns and unicodedata.category(char) not in ("Cc", "Cs", "Co", "Zl", "Zp")
