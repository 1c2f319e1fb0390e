"""``graph``: how a scenario hangs together, as a picture or for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from ttx.cli import given, out
from ttx.cli.root import command
from ttx.errors import Exit


@command("graph", example="tabletop graph graduated-steps --format svg -o steps.svg")
@given.scenario_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(("mermaid", "dot", "svg", "json")),
    default="mermaid",
    show_default=True,
)
@given.output_option
def graph(scenario: str, form: str, output: Path | None) -> int:
    """Draw a scenario: its phases, their steps, where each leads, and the endings.

    A dashed way is one that is not always gone; a dashed box has no turn of its own: Control
    gives it, or an outcome sends it. It shows staff's conditions: it is not for players.
    """
    from ttx.course import Script
    from ttx.render import scenario_graph
    from ttx.render.scenario_svg import svg
    from ttx.services import checking, library

    checked = checking.playable(library.source_of(scenario))
    assert checked.scenario is not None
    drawn = scenario_graph.scenario_graph(Script(checked.scenario))
    write = {"dot": scenario_graph.dot, "json": scenario_graph.as_json, "mermaid": scenario_graph.mermaid}
    out.deliver(svg(drawn) if form == "svg" else write[form](drawn), output)
    return Exit.FINE
