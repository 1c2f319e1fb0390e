"""``# ttx: ignore[TTX431] because ...``: what an author has looked at and wants to hear no more of.

The comment stands at the end of the line a problem is shown at, or on a line of its own above it.
An error cannot be ignored, a reason is wanted, and an ignore that ignores nothing is said too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ttx.checks.registry import CODES
from ttx.diagnostics import Problem, Severity, Span, has_errors, in_order
from ttx.expressions.hints import did_you_mean, shown
from ttx.frozen import dataclass

_COMMENT = re.compile(r"(?:^|(?<=\s))#\s*ttx:\s*ignore\b(?:\[([^\]\n]*)\])?(?:\s+because\b[ \t]*(.*))?")
_LINE_END = re.compile(r"\r\n|\r|\n")
_BY_WALKING = "TTX7"
"""Codes that only ``validate --deep`` can find."""
_FORM = "Write: # ttx: ignore[TTX431] because the room is meant to see through it."


@dataclass(frozen=True, slots=True)
class _Ignore:
    span: Span
    line: int
    """The line whose problems are meant."""
    codes: tuple[str, ...]
    because: str


def heeded(
    problems: Iterable[Problem], texts: Mapping[str, str], *, deep: bool = False
) -> tuple[Problem, ...]:
    """The problems without those that are ignored, and what is wrong with the ignores themselves.

    Args:
        problems: everything that was found.
        texts: file name -> its text.
        deep: whether every course was walked, so that an ignore of TTX7xx can be seen to ignore nothing.
    """
    found = tuple(problems)
    ignores = [each for name, text in texts.items() for each in _ignores(name, text)]
    if not ignores:
        return found
    whole = not has_errors(found)
    met: set[tuple[str, int, str]] = set()
    kept = []
    wanted = {(i.span.file, i.line, code) for i in ignores if i.because for code in i.codes}
    for problem in found:
        key = (problem.span.file, problem.span.line, problem.code)
        met.add(key)
        if key not in wanted or problem.severity is Severity.ERROR:
            kept.append(problem)
    own = [p for each in ignores for p in _wrong(each, met, whole=whole, deep=deep)]
    return in_order((*kept, *own))


def _ignores(name: str, text: str) -> Iterator[_Ignore]:
    if "ttx:" not in text or "ignore" not in text:
        return
    lines = _LINE_END.split(text)
    for n, line in enumerate(lines):
        found = _COMMENT.search(line)
        if found is None:
            continue
        codes = tuple(code for part in (found[1] or "").split(",") if (code := part.strip()))
        alone = not line[: found.start()].strip()
        meant = _next_line(lines, n) if alone else n
        span = Span(name, n + 1, found.start() + 1, len(found[0].rstrip()))
        yield _Ignore(span, meant + 1, codes, (found[2] or "").strip())


def _next_line(lines: list[str], n: int) -> int:
    """The next line that is no comment and not empty."""
    for m in range(n + 1, len(lines)):
        stripped = lines[m].strip()
        if stripped and not stripped.startswith("#"):
            return m
    return n


def _wrong(each: _Ignore, met: set[tuple[str, int, str]], *, whole: bool, deep: bool) -> Iterator[Problem]:
    if not each.codes or not each.because:
        what = "says no reason" if each.codes else "names no code"
        yield Problem("TTX118", each.span, f"This ignore {what}, and is not heeded.", Severity.WARNING, _FORM)
        return
    for code in each.codes:
        if code not in CODES:
            message = f"There is no code {shown(code)}."
            yield Problem("TTX119", each.span, message, Severity.WARNING, did_you_mean(code, CODES) or _FORM)
        elif (
            (each.span.file, each.line, code) not in met
            and whole
            and (deep or not code.startswith(_BY_WALKING))
        ):
            message = f"This ignores nothing: line {each.line} has no {code}."
            hint = "Delete it, or put it on the line the problem is shown at."
            yield Problem("TTX119", each.span, message, Severity.WARNING, hint)
