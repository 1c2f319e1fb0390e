"""``validate``: everything that is wrong with a scenario, in one pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from pathlib import Path

import click

from ttx.cli import given, out
from ttx.cli.root import command
from ttx.diagnostics import Problem, Severity, has_errors
from ttx.errors import Exit, TtxError, UsageError
from ttx.frozen import dataclass
from ttx.model.counting import how_many

_COLOURS = {
    r"\berror\[TTX\d+\]": "red",
    r"\bwarning\[TTX\d+\]": "yellow",
    r"\b(info|author)\[TTX\d+\]": "blue",
}
FORMATS = ("text", "json", "github", "sarif")


@dataclass
class _Found:
    """What came of checking every scenario that was named."""

    problems: list[Problem] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    paths: dict[str, str] = field(default_factory=dict)
    """Name of each file that was read from a disk -> its path there."""
    code: int = Exit.FINE


@command(
    "validate",
    example="tabletop validate my-exercise/ graduated-steps\ntabletop validate my-exercise/ --watch",
)
@given.scenarios_argument
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--deep", is_flag=True, help="Also walk every course of play and say what that finds.")
@click.option("--strict", is_flag=True, help="Exit code 1 for warnings too.")
@click.option("--watch", is_flag=True, help="Check again whenever a file changes, until Ctrl+C.")
@given.output_option
def validate(  # noqa: PLR0917 - click gives options by name
    scenarios: tuple[str, ...], form: str, deep: bool, strict: bool, watch: bool, output: Path | None
) -> int:
    """Say everything that is wrong with a scenario.

    SCENARIO is a folder, a scenario.yaml, a bundled id, or - for stdin; without one, the scenario
    in this folder. Every problem is printed with file, line, column and a hint; tabletop explain
    says more of its code.

    Exit code 1 where there are errors; warnings alone give 0.
    """
    names = scenarios or (_here(),)
    if not watch:
        return _once(names, form, output, deep=deep, strict=strict).code
    if given.STDIN in names or output is not None:
        raise UsageError(
            "Only files can be watched, and only on the screen.", next_step="Leave out - and -o."
        )
    for again in _changes(names, form, deep=deep, strict=strict):
        out.note(f"{again} changed.")
    return Exit.FINE


def _changes(names: tuple[str, ...], form: str, *, deep: bool, strict: bool) -> Iterator[str]:
    """Check, then wait; the name of what changed, before it is checked again."""
    from ttx.cli.watching import waited
    from ttx.services.looking import looked

    paths = _roots(names)
    while True:
        before = looked(paths)
        found = _once(names, form, None, deep=deep, strict=strict)
        paths = [*_roots(names), *(Path(path) for path in found.paths.values())]
        out.note("Watching. Ctrl+C ends it.")
        yield waited({**looked(paths), **before})


def _roots(names: tuple[str, ...]) -> list[Path]:
    """What was named, as paths, so that a file that could not be read is watched too."""
    paths = [Path(name) for name in names]
    return [path / "scenario.yaml" if path.is_dir() else path for path in paths]


def _once(names: tuple[str, ...], form: str, output: Path | None, *, deep: bool, strict: bool) -> _Found:
    """Check each, and print what there is to say."""
    found = _Found()
    for name in names:
        try:
            _check(name, found, deep=deep)
        except TtxError as error:
            out.complain(error)
            found.code = max(found.code, error.code)
    if form == "text":
        if found.texts:
            out.deliver("\n".join(found.texts), output, _COLOURS)
    else:
        out.deliver(_written(found, form), output)
    wrong = has_errors(found.problems) or (strict and _warned(found.problems))
    found.code = max(found.code, Exit.PROBLEMS if wrong else Exit.FINE)
    return found


def _warned(problems: Iterable[Problem]) -> bool:
    return any(problem.severity is Severity.WARNING for problem in problems)


def _written(found: _Found, form: str) -> str:
    """The problems for a program."""
    from ttx.checks import CODES
    from ttx.render.problem_formats import as_github, as_sarif
    from ttx.render.problems import as_json

    if form == "json":
        return as_json(found.problems)
    return as_github(found.problems) if form == "github" else as_sarif(found.problems, CODES)


def _here() -> str:
    if Path("scenario.yaml").exists():
        return "scenario.yaml"
    raise UsageError(
        "There is no scenario.yaml in this folder.",
        next_step="Name a scenario: tabletop validate graduated-steps",
    )


def _check(name: str, found: _Found, *, deep: bool) -> None:
    """Add what is to be said of one scenario."""
    from ttx.render.problems import as_text
    from ttx.services import checking, library

    if name == given.STDIN:
        with given.spooled("scenario.yaml") as path:
            checked = checking.check_scenario(path, deep=deep)
        paths = {}
    else:
        checked = checking.check_scenario(library.source_of(name), deep=deep)
        paths = dict(checked.paths)
    shown = as_text(checked.problems, checked.texts, paths).rstrip("\n")
    found.texts += [shown] if shown else []
    found.texts.append(f"{out.one_line(name)}: {_count(checked.problems)}")
    found.problems += (_on_disk(problem, paths) for problem in checked.problems)
    found.paths |= paths


def _on_disk(problem: Problem, paths: dict[str, str]) -> Problem:
    """The problem at its file's own path, from this folder where the file lies below it."""
    path = paths.get(problem.span.file)
    if path is None:
        return problem
    below = Path(path).resolve()
    here = Path.cwd().resolve()
    shown = below.relative_to(here).as_posix() if below.is_relative_to(here) else path
    return replace(problem, span=replace(problem.span, file=shown))


def _count(problems: Iterable[Problem]) -> str:
    """``2 errors, 1 warning``."""
    counted = Counter(p.severity.value for p in problems)
    names = {"error": "error", "warning": "warning", "info": "hint", "author": "mark of the author"}
    parts = [
        f"{counted[kind]} {word}" if kind == "author" else how_many(counted[kind], word)
        for kind, word in names.items()
        if counted[kind]
    ]
    return ", ".join(parts) or "no problems"
