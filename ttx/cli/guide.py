"""``guide``: the guides that come with ttx, printed as they are written."""

from __future__ import annotations

import difflib
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from ttx.cli import out
from ttx.cli.root import command
from ttx.errors import Exit, UsageError

FOLDER = Path(__file__).parents[1] / "guide"
TOPICS = (
    "first-exercise",
    "tutorial",
    "facilitator",
    "author",
    "analyst",
    "sources",
    "reference",
    "commitments",
    "codes",
    "commands",
    "keys",
    "offline",
)
"""Names of the guides, in the order a newcomer reads them."""
_PAGE = "guide.md"
"""The page for the facilitator in a scenario's folder."""


def _complete(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(each) for each in TOPICS if each.startswith(incomplete)]


@command("guide", example="tabletop guide first-exercise")
@click.argument("topic", required=False, shell_complete=_complete)
def guide(topic: str | None) -> int:
    """Read a guide; without TOPIC, list them.

    TOPIC may also be a scenario: then its page for the facilitator is printed.
    """
    if topic is None:
        out.put("\n".join(f"{each:<16}{_title(each)}" for each in TOPICS))
        out.note("\nRead one with: tabletop guide first-exercise")
        out.note("The facilitator's page of a scenario: tabletop guide graduated-steps")
        return Exit.FINE
    if topic == "keys":
        out.put(_keys())
    else:
        out.put(read(topic) if topic in TOPICS else _of_scenario(topic))
    return Exit.FINE


def _keys() -> str:
    """The guide of the keys; a user who has set own keys reads those."""
    from ttx.services.settings import settings_file

    page = read("keys")
    if not settings_file().exists():
        return page
    from ttx.cli.terminal import keys_page

    return keys_page(page)


def _of_scenario(topic: str) -> str:
    """The page for the facilitator that lies in a scenario's folder, in Markdown.

    Raises:
        UsageError: there is no such guide and no such scenario, or it has no such page.
    """
    from ttx.services.library import bundled_ids, source_of

    names = (*TOPICS, *bundled_ids())
    folder = source_of(topic) if topic in names or Path(topic).exists() else None
    if folder is None:
        near = difflib.get_close_matches(topic, names, n=1, cutoff=0.4)
        raise UsageError(
            f"There is no guide {topic}.{f' Did you mean {near[0]}?' if near else ''}",
            next_step=f"There are: {', '.join(names)}.",
        )
    page = (folder if folder.is_dir() else folder.parent) / _PAGE
    if not page.is_file():
        raise UsageError(
            f"{topic} has no page for its facilitator.",
            next_step=f"Write one as {_PAGE} beside its scenario.yaml.",
        )
    return page.read_text(encoding="utf-8")


def read(topic: str) -> str:
    """The text of a guide, in Markdown."""
    return (FOLDER / f"{topic}.md").read_text(encoding="utf-8")


def _title(topic: str) -> str:
    return read(topic).partition("\n")[0].removeprefix("# ")
