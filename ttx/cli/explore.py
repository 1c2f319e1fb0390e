"""``explore``: which endings can happen, and how likely at least, even-handed and at most."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ttx.cli import given, out
from ttx.cli.root import command
from ttx.errors import Exit

if TYPE_CHECKING:
    from ttx.explore.endings import Chance, Endings
    from ttx.model.scenario import Scenario

_WIDTH = 24


@command("explore", example="tabletop explore graduated-steps --silence")
@given.scenario_argument
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
@click.option("--silence", is_flag=True, help="A cell may also leave a decision unanswered.")
@click.option("--contingency", is_flag=True, help="Staff may release contingency injects.")
@click.option("--limit", type=click.IntRange(min=1), help="Give up beyond this many states.")
@given.output_option
def explore(
    *, scenario: str, form: str, silence: bool, contingency: bool, limit: int | None, output: Path | None
) -> int:
    """Show which endings a scenario can come to.

    Every course of play is walked, exactly. Even-handed: each answer has equal weight. That
    describes how the file is written, not what states do; it is for authors only.
    """
    from ttx.course import Reach
    from ttx.render.endings_data import endings_json
    from ttx.services import checking, foresight, library

    play = checking.playable(library.source_of(scenario)).scenario
    assert play is not None
    reach = Reach(silence=silence, contingency=contingency)
    found = (
        foresight.endings(play, reach=reach)
        if limit is None
        else foresight.endings(play, reach=reach, limit=limit)
    )
    text = endings_json(found) if form == "json" else _table(play, found)
    out.deliver(text, output)
    return Exit.FINE


def _table(scenario: Scenario, found: Endings) -> str:
    titles = {e.id: out.one_line(e.title) for e in scenario.endings}
    wide = max(out.columns(each) for each in ("ending", *found.endings))
    lines = [
        f"{out.one_line(scenario.title)}: {found.states:,} states, {len(found.endings)} endings",
        "",
        f"{'ending':<{wide}}   least    even    most  0%{'100%':>{_WIDTH - 2}}",
    ]
    for name, chance in found.endings.items():
        percents = "  ".join(_percent(c) for _, c in _three(chance))
        lines.append(f"{out.padded(name, wide)}  {percents}  {_bar(chance)}  {titles[name]}")
    never = [name for name, chance in found.endings.items() if chance.max == 0]
    if never:
        lines += ["", f"Never reached: {', '.join(never)}."]
    lines += ["", "Even-handed: every answer weighs the same. It describes the file, not what states do."]
    return "\n".join(lines)


def _percent(chance: Fraction) -> str:
    """Six places: ``100%``, ``33.3%``; never rounded to a certainty that is none."""
    if chance in (0, 1):
        return f"{'100%' if chance else '0%':>6}"
    shown = min(max(float(chance) * 100, 0.1), 99.9)
    return f"{shown:5.1f}%"


def _bar(chance: Chance) -> str:
    """The range from least to most on a line, with a mark at even-handed."""
    blank, reach, mark = "·─●" if out.draws("·─●") else ".-o"
    low, even, high = (min(int(c * _WIDTH), _WIDTH - 1) for c in (chance.min, chance.even, chance.max))
    if chance.max == 0:
        return blank * _WIDTH
    places = [mark if at == even else reach if low <= at <= high else blank for at in range(_WIDTH)]
    return "".join(places)


def _three(chance: Chance) -> tuple[tuple[str, Fraction], ...]:
    return (("min", chance.min), ("even", chance.even), ("max", chance.max))
