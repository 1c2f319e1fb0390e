"""``bundle``: a scenario with everything it names, as one file."""

from __future__ import annotations

from pathlib import Path

import click

from ttx.cli import given, out
from ttx.cli.root import command
from ttx.errors import Exit, UsageError
from ttx.model.counting import how_many


@command("bundle", example="tabletop bundle graduated-steps -o graduated-steps.zip")
@given.scenario_argument
@given.output_option
@click.option("--open", "to", type=given.FILE, metavar="DIR", help="SCENARIO is a bundle: open it into DIR.")
def bundle(scenario: str, output: Path | None, to: Path | None) -> int:
    """Pack a scenario, its packs and its catalogues into one file (-o), or open one."""
    from ttx.services import bundling, library

    if to is not None:
        count = bundling.opened(given.existing(Path(scenario)), to)
        out.note(f"{how_many(count, 'file')}. Next: tabletop validate {out.one_line(str(to))}")
    elif output is not None:
        count = bundling.bundle(library.source_of(scenario), output)
        out.note(f"Written: {out.one_line(str(output))}, {how_many(count, 'file')}")
    else:
        raise UsageError("A bundle needs a name.", next_step="tabletop bundle graduated-steps -o steps.zip")
    return Exit.FINE
