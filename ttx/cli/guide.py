"""``guide``: the guides that come with ttx, printed as they are written."""

from __future__ import annotations

import difflib
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from ttx.cli import out
from ttx.cli.root import command
from ttx.errors import Exit, UsageError

_FOLDER = Path(__file__).parents[1] / "guide"
TOPICS = ("first-exercise", "facilitator", "author", "analyst", "keys", "offline")
"""Names of the guides, in the order a newcomer reads them."""


def _complete(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(each) for each in TOPICS if each.startswith(incomplete)]


@command("guide", example="tabletop guide first-exercise")
@click.argument("topic", required=False, shell_complete=_complete)
def guide(topic: str | None) -> int:
    """Read a guide; without TOPIC, list them."""
    if topic is None:
        out.put("\n".join(f"{each:<16}{_title(each)}" for each in TOPICS))
        out.note("\nRead one with: tabletop guide first-exercise")
        return Exit.FINE
    if topic not in TOPICS:
        near = difflib.get_close_matches(topic, TOPICS, n=1, cutoff=0.4)
        raise UsageError(
            f"There is no guide {topic}.{f' Did you mean {near[0]}?' if near else ''}",
            next_step=f"There are: {', '.join(TOPICS)}.",
        )
    out.put(read(topic))
    return Exit.FINE


def read(topic: str) -> str:
    """The text of a guide, in Markdown."""
    return (_FOLDER / f"{topic}.md").read_text(encoding="utf-8")


def _title(topic: str) -> str:
    return read(topic).partition("\n")[0].removeprefix("# ")
