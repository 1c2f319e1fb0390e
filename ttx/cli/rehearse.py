"""``rehearse``: whole sessions without people, many at once, and what they came to."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ttx.cli import given, out
from ttx.cli.root import command
from ttx.errors import Exit, UsageError
from ttx.frozen import dataclass

if TYPE_CHECKING:
    from ttx.model.moves import Moves
    from ttx.model.scenario import Scenario

_MOST = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Along:
    """What a file of moves gives; ``wrong`` where it was faulty, which has been said."""

    moves: Moves | None = None
    wrong: bool = False


@command("rehearse", example="tabletop rehearse graduated-steps --sessions 500 --lean ladder=up")
@given.scenario_argument
@click.option("--sessions", type=click.IntRange(1, _MOST), default=100, show_default=True, metavar="N")
@click.option("--moves", metavar="FILE", help="Play these first, then by choice; - for stdin.")
@click.option("--lean", metavar="TRACK=VALUE", help="Prefer what brings a track towards a value.")
@click.option("--silence", is_flag=True, help="A cell may also leave a decision unanswered.")
@click.option("--contingency", is_flag=True, help="Staff may release contingency injects.")
@given.seed_option
@given.start_option
@click.option("--keep", type=click.Path(path_type=Path), metavar="DIR", help="Keep the session files there.")
@click.option("--jobs", type=click.IntRange(1, 256), metavar="N", help="Processes; default: the cores.")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
@given.output_option
def rehearse(
    *,
    scenario: str,
    sessions: int,
    moves: str | None,
    lean: str | None,
    silence: bool,
    contingency: bool,
    seed: str | None,
    start: str | None,
    keep: Path | None,
    jobs: int | None,
    form: str,
    output: Path | None,
) -> int:
    """Play whole sessions without people and count what came of them.

    Each goes through the engine and a session file of its own, which is marked as a rehearsal and
    never counts. Every offered answer weighs the same, then every choice of a ruling, unless
    --lean or --moves say otherwise. The same --seed gives the same sessions.

    Exit code 1 where something was refused or a move did not fit. Ctrl+C prints what is done.
    """
    from ttx.course import Reach
    from ttx.render.rehearsal_text import rehearsal_json, rehearsal_text
    from ttx.services import checking, library, rehearsing
    from ttx.services.choosing import lean_to
    from ttx.services.ports import system

    checked = checking.playable(library.source_of(scenario))
    assert checked.scenario is not None
    along = _along(moves, checked.scenario)
    if along.wrong:
        return Exit.PROBLEMS
    file = along.moves
    ports = system()
    plan = rehearsing.Plan(
        files=checked.files,
        seed=seed or (file.seed if file else None) or ports.entropy.take(4).hex(),
        start=start or (file.start if file else None) or ports.clock.utc(),
        sessions=sessions,
        moves=file.moves if file else (),
        reach=Reach(silence=silence, contingency=contingency),
        lean=lean_to(checked.scenario, lean) if lean else None,
        keep=keep,
    )
    found = rehearsing.rehearse(plan, jobs=jobs or 0)
    page = rehearsal_json(found.rehearsal) if form == "json" else rehearsal_text(found.rehearsal)
    out.deliver(page, output)
    if found.interrupted:
        raise KeyboardInterrupt
    return Exit.PROBLEMS if found.rehearsal.refused or found.rehearsal.misfits else Exit.FINE


def _along(name: str | None, scenario: Scenario) -> _Along:
    """Read the moves; what is wrong in them is said on stderr.

    Raises:
        LoadError: there is no such file.
        UsageError: they belong to another scenario.
    """
    from ttx.cli.scripted import complain
    from ttx.diagnostics import has_errors
    from ttx.loader import load_moves

    if name is None:
        return _Along()
    with ExitStack() as stack:
        path = (
            stack.enter_context(given.spooled("moves.yaml"))
            if name == given.STDIN
            else given.existing(Path(name))
        )
        loaded = load_moves(path)
        if loaded.moves is None or has_errors(loaded.problems):
            complain(loaded.problems, path, name)
            return _Along(wrong=True)
    if loaded.moves.scenario not in ("", scenario.id):
        raise UsageError(
            f"These moves belong to {loaded.moves.scenario}, not to {scenario.id}.",
            where=name,
            next_step="Give the scenario they were written for.",
        )
    return _Along(moves=loaded.moves)
