"""The second coder's work: what to look at, blind; keep each bearing in a file of its own; compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from pathlib import Path

from ttx.errors import UsageError
from ttx.frozen import dataclass
from ttx.model.counting import how_many, is_are
from ttx.model.events import AnswerRecorded, MoveRecorded
from ttx.model.parts import Bearing
from ttx.model.words_that_fit import fits, in_order
from ttx.services.logs import Seen, look
from ttx.store import codings
from ttx.trace import links
from ttx.trace.agreement import Agreement, Pair, agreement, settled_bearings, to_code
from ttx.trace.targets import target_of


@dataclass(frozen=True, slots=True)
class Item:
    """One link to code: what was asked and said, and our words of the commitment; not how others coded it."""

    pair: Pair
    asked: str
    who: str
    said: str
    outcome: str
    locator: str
    label: str
    paraphrase: str
    bearings: tuple[Bearing, ...]


@dataclass
class Coding:
    """The work of one coder on one session."""

    path: Path
    coder: str
    items: tuple[Item, ...]
    settled: dict[Pair, str]
    codes: dict[Pair, str] = field(default_factory=dict)

    @property
    def left(self) -> Sequence[Item]:
        """What is not coded yet, in the order of the record."""
        return [item for item in self.items if item.pair not in self.codes]

    def code(self, item: Item, bearing: Bearing) -> None:
        """Keep a bearing, at once and on the disk.

        Raises:
            LogError: the disk refused.
            UsageError: the bearing does not fit.
        """
        if bearing not in item.bearings:
            raise UsageError(f"{bearing} does not fit it.", next_step=f"It takes {', '.join(item.bearings)}.")
        codes = {**self.codes, item.pair: bearing}
        codings.save(self.path, self.coder, codes)
        self.codes = codes

    def compared(self) -> Agreement:
        """How far it agrees with what staff settled.

        Raises:
            UsageError: something is not coded yet; who looks now is not blind any more.
        """
        if self.left:
            left = len(self.left)
            raise UsageError(
                f"{how_many(left, 'link')} {is_are(left)} not coded yet; who compares now is not "
                "blind any more.",
                next_step=f"Go on with: tabletop code {self.path.name} --coder {self.coder}",
            )
        return agreement(self.settled, self.codes)


def coding(path: Path, coder: str) -> Coding:
    """A coder's work on a session, as far as it came.

    Raises:
        LogError: the session file or the coder's own file cannot be read.
        UsageError: nobody can be called so.
    """
    if not codings.fits(coder):
        raise UsageError("A coder is called by one to twelve letters and digits.", next_step="--coder B")
    seen = look(path)
    found = links(seen.scenario, seen.events)
    items = tuple(_item(seen, pair) for pair in to_code(found))
    known = {item.pair for item in items}
    kept = {pair: bearing for pair, bearing in codings.load(path, coder).items() if pair in known}
    return Coding(path, coder, items, dict(settled_bearings(found)), kept)


def _item(seen: Seen, pair: Pair) -> Item:
    record, target = pair
    fact = seen.events[record - 1].fact
    assert isinstance(fact, AnswerRecorded | MoveRecorded)
    decision = seen.scenario.decision(fact.decision) if isinstance(fact, AnswerRecorded) else None
    books = seen.scenario.catalogues.values()
    entry = next((book.commitments[target] for book in books if target in book.commitments), None)
    at = target_of(seen.scenario, target)
    cells = fact.cells if isinstance(fact, AnswerRecorded) else (fact.cell,)
    names = [seen.scenario.cells[c].name if c in seen.scenario.cells else c for c in cells]
    return Item(
        pair=pair,
        asked=decision.ask if decision else "",
        who=", ".join(names),
        said=str(fact.said),
        outcome=fact.outcome if isinstance(fact, AnswerRecorded) else "",
        locator=at.locator,
        label=at.label,
        paraphrase=at.paraphrase,
        bearings=(*in_order(fits(entry)), "touches", "none"),
    )


def seconds(path: Path, pair: Pair) -> tuple[tuple[str, str], ...]:
    """(coder, bearing) of everybody who coded a link.

    Raises:
        LogError: a coder's file is broken.
    """
    found = []
    for coder in codings.coders(path):
        bearing = codings.load(path, coder).get(pair)
        if bearing:
            found.append((coder, bearing))
    return tuple(found)
