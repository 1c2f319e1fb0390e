"""``validate``: everything that is wrong with a scenario, in one pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from ttx.cli import given, out
from ttx.cli.root import command
from ttx.diagnostics import Problem, has_errors
from ttx.errors import Exit, TtxError, UsageError

_COLOURS = {
    r"\berror\[TTX\d+\]": "red",
    r"\bwarning\[TTX\d+\]": "yellow",
    r"\b(info|author)\[TTX\d+\]": "blue",
}


@command("validate", example="tabletop validate my-exercise/ graduated-steps")
@given.scenarios_argument
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
@click.option("--deep", is_flag=True, help="Also walk every course of play and say what that finds.")
@given.output_option
def validate(scenarios: tuple[str, ...], form: str, deep: bool, output: Path | None) -> int:
    """Say everything that is wrong with a scenario.

    SCENARIO is a folder, a scenario.yaml, a bundled id, or - for stdin; without one, the scenario
    in this folder. Every problem is printed with file, line, column and a hint.

    Exit code 1 where there are errors; warnings alone give 0.
    """
    from ttx.render.problems import as_json, as_text

    problems: list[Problem] = []
    parts: list[str] = []
    code = Exit.FINE
    for name in scenarios or (_here(),):
        try:
            found, texts, paths = _checked(name, deep=deep)
        except TtxError as error:
            out.complain(error)
            code = max(code, error.code)
            continue
        problems += found
        parts += [as_text(found, texts, paths).rstrip("\n")] if found else []
        parts.append(f"{out.one_line(name)}: {_count(found)}")
    if form == "json":
        out.deliver(as_json(tuple(problems)), output)
    elif parts:
        out.deliver("\n".join(parts), output, _COLOURS)
    return max(code, Exit.PROBLEMS if has_errors(problems) else Exit.FINE)


def _here() -> str:
    if Path("scenario.yaml").exists():
        return "scenario.yaml"
    raise UsageError(
        "There is no scenario.yaml in this folder.",
        next_step="Name a scenario: tabletop validate graduated-steps",
    )


def _checked(name: str, *, deep: bool) -> tuple[tuple[Problem, ...], Mapping[str, str], Mapping[str, str]]:
    """Problems, the text of each file, and its path where it has one of its own."""
    from ttx.services import checking, library

    if name == given.STDIN:
        with given.spooled("scenario.yaml") as path:
            checked = checking.check_scenario(path, deep=deep)
        return checked.problems, checked.texts, {}
    checked = checking.check_scenario(library.source_of(name), deep=deep)
    return checked.problems, checked.texts, checked.paths


def _count(problems: Iterable[Problem]) -> str:
    """``2 errors, 1 warning``."""
    counted = Counter(p.severity.value for p in problems)
    names = {"error": "error", "warning": "warning", "info": "hint", "author": "mark of the author"}
    parts = [
        f"{counted[kind]} {word}{'s' if counted[kind] > 1 and kind != 'author' else ''}"
        for kind, word in names.items()
        if counted[kind]
    ]
    return ", ".join(parts) or "no problems"
