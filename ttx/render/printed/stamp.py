"""What stands on every page of every paper: marking, whose copy, revision, hash of the scenario."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ttx.frozen import dataclass
from ttx.model.scenario import Scenario
from ttx.render.paper.blocks import Block, Heading, Paper, Paragraph, Run
from ttx.render.paper.saying import para


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which state of which scenario a paper shows, and whose copy it is."""

    digest: str
    """First digits of the hash over the scenario's files."""
    whose: str = ""
    """``ROK - copy 3 of 6``; empty: nobody's in particular."""


def stamped(
    scenario: Scenario, stamp: Stamp, title: str, blocks: Sequence[Block], *, wide: bool = False
) -> Paper:
    """The blocks as a paper under its title, stamped; ``wide`` lays its sheets across."""
    revision = f"revision {scenario.revision.n}"
    revision += f" of {scenario.revision.date}" if scenario.revision.date else ""
    parts = (stamp.whose, scenario.title, revision, f"scenario {stamp.digest}")
    return Paper(
        title=title,
        marking=scenario.marking,
        status=" | ".join(part for part in parts if part),
        blocks=(Heading(1, title), *blocks),
        wide=wide,
    )


def prose(words: str) -> list[Block]:
    """Authored text, each line of it a paragraph."""
    return [para(part) for part in words.splitlines() if part.strip()]


def named(name: str, words: str) -> Paragraph:
    """A paragraph that begins with its name."""
    return Paragraph((Run(f"{name}: ", "strong"), Run(words)))


def tags(scenario: Scenario, cells: Iterable[str]) -> str:
    """``ROK, US``; ``all`` where it is every cell."""
    given = tuple(cells)
    if given and set(given) == set(scenario.cells):
        return "all"
    return ", ".join(scenario.cells[each].tag if each in scenario.cells else each for each in given)
