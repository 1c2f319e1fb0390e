"""``schema``: the published shape of what is authored and of what is handed out."""

from __future__ import annotations

import json
from pathlib import Path

import click

from ttx.cli import given, out
from ttx.cli.root import command
from ttx.errors import Exit

KINDS = {
    "scenario": "scenario",
    "include": "include",
    "pack": "rules",
    "catalogue": "catalogue",
    "moves": "moves",
    "translation": "translation",
}
"""What a user calls a kind of authored file -> what the loader calls it."""
_NAMES = (*KINDS, "rules", "report")


@command("schema", example="tabletop schema scenario -o scenario.schema.json")
@click.argument("kind", type=click.Choice(_NAMES))
@given.output_option
def schema(kind: str, output: Path | None) -> int:
    """Print the JSON Schema of a kind of file.

    An editor with a YAML language server completes and checks while somebody types, where the
    first line of a file names its schema, as in those that come with ttx:
    # yaml-language-server: $schema=scenario.schema.json

    An include is a file that a scenario includes, a pack (or rules) a file of rules; the schema of
    a report says what report --format json holds.
    """
    if kind == "report":
        from ttx.services.papers import report_schema

        made = report_schema()
    else:
        from ttx.services.schemas import authored_schema

        made = authored_schema(KINDS.get(kind, kind))
    out.deliver(json.dumps(made, ensure_ascii=False, indent=2) + "\n", output)
    return Exit.FINE
