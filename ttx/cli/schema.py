"""``schema``: the published shape of what is authored and of what is handed out."""

from __future__ import annotations

import json
from pathlib import Path

import click

from ttx.cli import given, out
from ttx.cli.root import command
from ttx.errors import Exit

_KINDS = ("scenario", "rules", "catalogue", "moves", "report")


@command("schema", example="tabletop schema report -o report.schema.json")
@click.argument("kind", type=click.Choice(_KINDS))
@given.output_option
def schema(kind: str, output: Path | None) -> int:
    """Print the JSON Schema of a kind of file.

    An editor that is given the schema of a scenario completes and checks while somebody types; the
    schema of a report says what report --format json holds.
    """
    if kind == "report":
        from ttx.services.papers import report_schema

        made = report_schema()
    else:
        from ttx.services.schemas import authored_schema

        made = authored_schema(kind)
    out.deliver(json.dumps(made, ensure_ascii=False, indent=2) + "\n", output)
    return Exit.FINE
