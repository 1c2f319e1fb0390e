"""Problems for programs: GitHub's workflow commands, and SARIF 2.1.0.

Lines and columns are 1-based and count characters in both; SARIF is told so by ``columnKind``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from ttx import __version__
from ttx.diagnostics import Problem, Severity

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LOUD = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def as_github(problems: Iterable[Problem]) -> str:
    """One ``::error file=...`` line a problem; remarks and the author's own marks are notices."""
    return "".join(map(_workflow_command, problems))


def _workflow_command(problem: Problem) -> str:
    at = problem.span
    given = {
        "file": at.file,
        "line": at.line,
        "col": at.column,
        "endColumn": at.column + at.length,
        "title": problem.code,
    }
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in given.items())
    said = f"{problem.message} {problem.hint}".rstrip()
    return f"::{_LOUD.get(problem.severity, 'notice')} {properties}::{_data(said)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(problems: Iterable[Problem], titles: Mapping[str, str]) -> str:
    """One SARIF 2.1.0 log with one run; ``titles``: code -> its title, for the rules that are named."""
    found = tuple(problems)
    codes = sorted({problem.code for problem in found})
    rules = [{"id": code, "shortDescription": {"text": titles.get(code, code)}} for code in codes]
    driver = {"name": "tabletop", "version": __version__, "semanticVersion": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, codes.index(problem.code)) for problem in found],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _result(problem: Problem, rule: int) -> dict[str, Any]:
    at = problem.span
    region = {"startLine": at.line, "startColumn": at.column, "endColumn": at.column + at.length}
    where = {"artifactLocation": {"uri": _uri(at.file)}, "region": region}
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": _LOUD.get(problem.severity, "note"),
        "message": {"text": f"{problem.message} {problem.hint}".rstrip()},
        "locations": [{"physicalLocation": where}],
    }


def _uri(path: str) -> str:
    """A path as a URI reference: absolute ones as ``file:``, others as they are, signs escaped."""
    plain = path.replace("\\", "/")
    return f"file://{quote(plain)}" if plain.startswith("/") else quote(plain)
