"""What the explorer shows: catalogues, and of a session what touched them. Nothing here is drawn."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Literal, Protocol, TypeAlias

from ttx.frozen import dataclass
from ttx.model.catalogue import Catalogue, Commitment, SentenceActs
from ttx.services.session import Session
from ttx.sources.finding import candidates
from ttx.sources.ranking import Ranker
from ttx.trace import Trace, trace

Group: TypeAlias = Literal["paragraph", "theme", "state"]
_PLACE = re.compile(r"\s*(\d{1,3})(?:\.(\d{1,3}))?\s*")
_MOST = 40


class Copy(Protocol):
    """A document that the user imported."""

    def sentence(self, locator: str) -> str | None:
        """The sentence at ``paragraph.sentence`` as the copy has it; None where it has none."""


Copies: TypeAlias = Callable[[Catalogue], Copy | None]
"""The user's own copy of the document a catalogue was read from, where there is one."""


def no_copy(_catalogue: Catalogue) -> Copy | None:
    """No document is imported."""
    return None


def is_view(what: Commitment | SentenceActs) -> bool:
    """Whether it is a sentence that states a view, which can be relied on or be at odds with."""
    return isinstance(what, SentenceActs) and bool({"assessment", "position"} & set(what.acts))


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: a commitment, or a sentence of which there may be commitments."""

    target: str
    short: str
    label: str
    catalogue: Catalogue
    what: Commitment | SentenceActs

    @property
    def paragraph(self) -> int:
        """The paragraph it stands in."""
        return self.what.paragraph

    @property
    def commitment(self) -> Commitment | None:
        """The commitment, where it is one."""
        return self.what if isinstance(self.what, Commitment) else None


@dataclass
class Known:
    """Everything the explorer can show."""

    catalogues: Sequence[Catalogue]
    session: Session | None = None
    copies: Copies = no_copy

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """Every commitment and stated view, in the order of the document."""
        found = [
            Entry(f.target, f.short, f.label, book, what)
            for book in self.catalogues
            for f, what in candidates(book)
        ]
        found.sort(key=lambda e: (e.catalogue.id, e.paragraph, e.what.sentence, e.commitment is None))
        return {entry.target: entry for entry in found}

    @cached_property
    def traced(self) -> Trace | None:
        """What the session has to do with them."""
        return trace(self.session.scenario, self.session.events) if self.session is not None else None

    @cached_property
    def states(self) -> Mapping[str, str]:
        """How far each came in the session."""
        return {c.target: c.state for c in self.traced.covered} if self.traced else {}

    @cached_property
    def examined(self) -> frozenset[str]:
        """What an objective of the exercise is to test."""
        if self.session is None:
            return frozenset()
        return frozenset(t for o in self.session.scenario.objectives.values() for t in o.commitments)

    def passage(self, entry: Entry) -> str | None:
        """The sentence itself from the user's copy; None where there is none, or it lacks the sentence."""
        book = entry.catalogue.id
        if book not in self._read:
            self._read[book] = self.copies(entry.catalogue)
        copy = self._read[book]
        return copy.sentence(entry.what.locator) if copy is not None else None

    @cached_property
    def _read(self) -> dict[str, Copy | None]:
        return {}

    @cached_property
    def _ranker(self) -> Ranker:
        return Ranker(self.catalogues)

    def find(self, typed: str) -> tuple[Entry, ...]:
        """By place (``12``, ``12.3``), by id or label, or by what words may bear on."""
        place = _PLACE.fullmatch(typed)
        if place:
            return self._at(int(place[1]), int(place[2]) if place[2] else None)
        found = self._ranker.search(typed, _MOST)
        return tuple(self.entries[s.found.target] for s in found if s.found.target in self.entries)

    def standing_for(self, entry: Entry) -> str:
        """The target of an entry in the whole list: of a bare sentence, the first commitment read from it."""
        if entry.target in self.entries:
            return entry.target
        same = (e for e in self.entries.values() if e.catalogue is entry.catalogue)
        return next((e.target for e in same if e.what.locator == entry.what.locator), "")

    def _at(self, paragraph: int, sentence: int | None) -> tuple[Entry, ...]:
        """The sentences there, also those nothing was read from, each with its commitments behind it."""
        found: list[Entry] = []
        for book in self.catalogues:
            for at, acts in book.sentences.items():
                if acts.paragraph != paragraph or sentence not in (None, acts.sentence):
                    continue
                target = f"{book.document}:{at}"
                label = acts.label or f"sentence {at}"
                found.append(self.entries.get(target) or Entry(target, at, label, book, acts))
                found += [
                    e
                    for e in self.entries.values()
                    if e.commitment and e.catalogue is book and e.what.locator == at
                ]
        return tuple(found)

    def grouped(self, group: Group) -> Sequence[tuple[str, tuple[Entry, ...]]]:
        """The entries under their headings; by theme an entry may stand under several."""
        by: dict[str, list[Entry]] = {}
        for entry in self.entries.values():
            for name in self._headings(entry, group):
                by.setdefault(name, []).append(entry)
        from ttx.render.trace_sections import STATES

        far = {words: n for n, words in enumerate(STATES.values())}
        if group == "theme":
            order = sorted(by)
        elif group == "state":
            order = sorted(by, key=lambda name: far.get(name, len(far)))
        else:
            order = list(by)
        return [(name, tuple(by[name])) for name in order]

    def _headings(self, entry: Entry, group: Group) -> Sequence[str]:
        from ttx.render.trace_sections import STATES

        if group == "paragraph":
            several = f"{entry.catalogue.short_title}, " if len(self.catalogues) > 1 else ""
            return (f"{several}Paragraph {entry.paragraph}",)
        own = "stated views" if is_view(entry.what) else "proceedings and thanks"
        if group == "theme":
            themes = entry.commitment.themes if entry.commitment else ()
            return [theme.replace("-", " ") for theme in themes] or [own]
        return (STATES.get(self.states.get(entry.target, ""), f"{own}, not linked"),)
