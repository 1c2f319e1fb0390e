"""``demo``: a bundled exercise played to its end, with its report, in the current folder."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from ttx.cli import given, out, scripted
from ttx.cli.root import command
from ttx.errors import Exit, LoadError
from ttx.store.names import SUFFIX

_SCENARIO = "graduated-steps"


@command("demo", example="tabletop demo")
@given.seed_option
@given.start_option
def demo(seed: str | None, start: str | None) -> int:
    """Play a bundled exercise to the end, here and now.

    Writes a session file and its report into the current folder, under names that are still free,
    and says what to do with them. Takes a few seconds and no terminal.
    """
    from ttx.services import library, papers

    source = library.source_of(_SCENARIO)
    moves = source / "moves" / "demo.yaml"
    log, report = _free_names(Path())
    result = scripted.play_out(source, moves, log, seed=seed, start=start)
    if result.problems:
        scripted.complain(result.problems, moves, str(moves))
        return Exit.PROBLEMS
    text = papers.report_markdown(log)
    try:
        with report.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        raise LoadError(f"It cannot be written: {error.strerror or error}.", where=str(report)) from error
    out.put(_said(result, log, report))
    return Exit.FINE


def _free_names(folder: Path) -> tuple[Path, Path]:
    """Names for session file and report of which neither is taken."""
    for number in count(1):
        stem = "demo" if number == 1 else f"demo-{number}"
        log, report = folder / f"{stem}{SUFFIX}", folder / f"{stem}-report.md"
        if not log.exists() and not report.exists():
            break
    return log, report


def _said(result: scripted.Result, log: Path, report: Path) -> str:
    return "\n".join(
        (
            f"Played {out.one_line(result.title)} to its end: {out.one_line(result.ending)}.",
            "",
            f"In {out.one_line(str(Path.cwd()))}:",
            f"  {log}  the session, {result.events} events; seal {result.seal}",
            f"  {report}  the report",
            "",
            "What to do next:",
            f"  tabletop trace {log}       decisions and the commitments they bear on",
            f"  tabletop log verify {log}  that nothing in the file was changed",
            f"  tabletop run {_SCENARIO}      run it yourself (needs a terminal)",
            "  tabletop guide first-exercise     two minutes",
        )
    )
