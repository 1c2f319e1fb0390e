"""``explore``: what a scenario can do before anyone plays it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ttx.cli import given, out
from ttx.cli.root import command
from ttx.errors import Exit, UsageError
from ttx.frozen import dataclass

if TYPE_CHECKING:
    from ttx.course import Reach
    from ttx.explore.graph import Stopped
    from ttx.explore.sampling import Sampled
    from ttx.explore.witness import MoveEntry
    from ttx.model.conditions import When
    from ttx.model.scenario import Scenario
    from ttx.services.foresight import Limits

_BARS = "·─●█"
_COLOURS = {
    r"(?m)^(ENDINGS|STILL OPEN|WHAT AN ANSWER MOVES|DOMINATED|TRACKS|TIMES|COMMITMENTS)\b": "blue",
    r"(?m)^NEVER USED: nothing": "green",
    r"(?m)^(NEVER USED$|NOT COME TO YET|NOT EXACT)": "yellow",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What was asked for on the command line."""

    scenario: Scenario
    reach: Reach
    limits: Limits
    form: str
    output: Path | None
    plain: bool

    def deliver(self, text: str) -> None:
        out.deliver(text, self.output, {} if self.plain else _COLOURS)


@command("explore", example="tabletop explore graduated-steps --witness ending:measure-gone -o moves.yaml")
@given.scenario_argument
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
@click.option("--silence", is_flag=True, help="A cell may also leave a decision unanswered.")
@click.option("--contingency", is_flag=True, help="Staff may release contingency injects.")
@click.option("--witness", metavar="KIND:ID", help="Moves that lead to ending:ID, inject:I-01, phase:ID, ...")
@click.option("--ask", metavar="CONDITION", help="Can this hold at some point, and how likely is it?")
@click.option("--prism", type=given.FILE, metavar="FILE", help="Write the same model for the PRISM checker.")
@click.option("--limit", type=click.IntRange(min=1), default=250_000, show_default=True, help="Most states.")
@click.option("--seconds", type=click.FloatRange(min=0), default=60, show_default=True, help="Longest walk.")
@click.option(
    "--memory", type=click.IntRange(min=1), default=2_000, show_default=True, help="Most megabytes."
)
@click.option(
    "--samples", type=click.IntRange(min=1), default=4_000, show_default=True, help="Beyond limits."
)
@click.option("--seed", default="explore", show_default=True, help="What the samples are drawn from.")
@click.option("--no-color", is_flag=True, help="No colour (nor with NO_COLOR, nor into a pipe).")
@given.output_option
def explore(
    *,
    scenario: str,
    form: str,
    silence: bool,
    contingency: bool,
    witness: str | None,
    ask: str | None,
    prism: Path | None,
    limit: int,
    seconds: float,
    memory: int,
    samples: int,
    seed: str,
    no_color: bool,
    output: Path | None,
) -> int:
    """Show what a scenario can do before anyone plays it.

    Every course of play is walked, exactly: which endings can come and how likely, what is never
    used, where the time goes, which commitments can come up. Beyond --limit, --seconds or --memory
    courses are drawn at random, and that is said. Ctrl+C keeps what is known.

    --witness ending:ID, inject:ID, decision:ID, option:D-01.a, outcome:D-02.agreed or phase:ID
    gives moves that "tabletop play" runs to that place (with --ask: --witness ask). --ask takes a
    condition as scenarios write it: --ask "heat > 3 and told(rok, us)".
    """
    from ttx.course import Reach, Script
    from ttx.services import checking, foresight, library

    play = checking.playable(library.source_of(scenario)).scenario
    assert play is not None
    reach = Reach(silence=silence, contingency=contingency)
    if prism is not None:
        from ttx.explore.prism import prism as written

        out.deliver(written(Script(play), reach), prism)
        return Exit.FINE
    limits = foresight.Limits(states=limit, seconds=seconds, memory=memory, samples=samples, seed=seed)
    asked = _Asked(scenario=play, reach=reach, limits=limits, form=form, output=output, plain=no_color)
    if ask is not None:
        return _ask(asked, ask, witness)
    return _page(asked) if witness is None else _witness(asked, witness)


def _page(asked: _Asked) -> int:
    from ttx.render.explore_data import explored_json
    from ttx.render.explore_text import explored_text
    from ttx.services import foresight

    with out.passing() as say:
        found = foresight.explored(asked.scenario, reach=asked.reach, limits=asked.limits, say=say)
    if asked.form == "json":
        asked.deliver(explored_json(found))
    else:
        asked.deliver(explored_text(asked.scenario, found, fancy=_fancy(asked)))
    return _left(found.stopped, found.sampled)


def _left(stopped: Stopped, drawn: Sampled | None) -> int:
    """The exit code: 130 where the user ended it, whatever was shown."""
    ended = "interrupted" in (stopped, drawn.stopped if drawn else "")
    return Exit.INTERRUPTED if ended else Exit.FINE


def _witness(asked: _Asked, target: str) -> int:
    from ttx.explore.reached import KINDS, claim_named
    from ttx.services import foresight

    kind, colon, name = target.partition(":")
    if not colon or kind not in KINDS:
        raise UsageError(
            f"--witness {out.one_line(target)} names no place.",
            next_step=f"Write KIND:ID, the kind one of {', '.join(KINDS)}.",
        )
    with out.passing() as say:
        found = foresight.explored(asked.scenario, reach=asked.reach, limits=asked.limits, say=say)
    claim = claim_named(found.claims, kind, name)
    if claim is None:
        names = [c.name for c in found.claims if c.kind == kind]
        raise UsageError(
            f"There is no {kind} {out.one_line(name)}.", next_step=f"There are: {', '.join(names)}."
        )
    if not claim.reached:
        known = "No course comes to" if found.exact else "Nothing found so far comes to"
        why = " without --contingency" if claim.held_back else ""
        out.note(f"{known} {kind} {name}{why}.")
        return Exit.PROBLEMS
    _give(asked, f"{kind} {name}", claim.moves)
    return Exit.FINE


def _ask(asked: _Asked, text: str, witness: str | None) -> int:
    from ttx.render.explore_data import asked_json
    from ttx.render.explore_text import asked_text
    from ttx.services import foresight

    when = _condition(asked.scenario, text)
    if when is None:
        return Exit.PROBLEMS
    with out.passing() as say:
        found, drawn = foresight.asked(asked.scenario, when, reach=asked.reach, limits=asked.limits, say=say)
    if witness is not None:
        if found.moves is None:
            out.note("No course comes to that." if not found.stopped else "Nothing found comes to that.")
            return Exit.PROBLEMS
        _give(asked, text, found.moves)
    elif asked.form == "json":
        asked.deliver(asked_json(found, drawn))
    else:
        asked.deliver(asked_text(found, drawn, fancy=_fancy(asked)))
    return _left(found.stopped, drawn)


def _condition(scenario: Scenario, text: str) -> When | None:
    """The condition; None where it has faults, which are shown."""
    from ttx.render.problems import as_text
    from ttx.services import foresight

    line = " ".join(text.splitlines())
    read = foresight.question(scenario, line)
    if isinstance(read, tuple):
        out.note(as_text(read, {"--ask": line}).rstrip("\n"))
        return None
    return read


def _give(asked: _Asked, what: str, moves: tuple[MoveEntry, ...]) -> None:
    from ttx.render.explore_data import moves_file

    out.deliver(moves_file(asked.scenario.id, what, moves), asked.output)


def _fancy(asked: _Asked) -> bool:
    return asked.output is not None or out.draws(_BARS)
