"""``explain``: why a problem matters in the room, with a bad and a good example."""

from __future__ import annotations

from textwrap import fill

import click
from click.shell_completion import CompletionItem

from ttx.cli import out
from ttx.cli.root import command
from ttx.errors import Exit

_WIDE = 96


def _codes(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from ttx.checks import CODES

    begun = incomplete.upper()
    return [CompletionItem(code, help=title) for code, title in CODES.items() if code.startswith(begun)]


@command("explain", example="tabletop explain TTX204")
@click.argument("code", required=False, shell_complete=_codes)
def explain(code: str | None) -> int:
    """Say why a problem matters in the room.

    CODE is the one printed with a problem, such as TTX204; without one, all of them are listed.
    """
    if code is None:
        from ttx.checks import CODES

        out.put("\n".join(f"{each}  {title}" for each, title in CODES.items()))
        return Exit.FINE
    from ttx.services.explaining import PLACES, explained

    found = explained(code)
    parts = [f"{found.code}: {found.title}", "", fill(found.why, _WIDE), ""]
    parts += [f"{PLACES[found.where]}, not:", "", _indented(found.bad), ""]
    parts += ["but:", "", _indented(found.good)]
    if found.beside:
        parts += ["", "with more.yaml:", "", _indented(found.beside)]
    out.put("\n".join(parts))
    return Exit.FINE


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.rstrip("\n").split("\n"))
