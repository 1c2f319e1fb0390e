"""Whether what was read out of a document still stands in a user's copy, place by place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ttx.frozen import dataclass
from ttx.model.catalogue import Catalogue, SentenceActs
from ttx.model.scenario import Scenario
from ttx.sources.document import Document
from ttx.sources.fingerprints import State, changed_places, fingerprint, locate
from ttx.sources.sentences import Sentence

STATES: tuple[State, ...] = ("right", "moved", "changed", "lost")
_MOST_LOST = 0.5
"""Share of sentences not found above which a copy is of another document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One sentence that was read out of a document, and what became of it in a copy."""

    locator: str
    state: State
    targets: tuple[str, ...]
    """What cites it: ids of commitments, and ``SCM53:16.5`` for the sentence itself."""
    now: str = ""
    """Where it stands in the copy; empty where it is lost."""
    words: str = ""
    """The copy's sentence with its changed places in brackets; only where it changed."""
    missing: int = 0
    """Words that were read and are not in the copy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A place of a scenario that cites a sentence."""

    scenario: str
    where: str
    """``I-03``, ``D-01.b``, ``D-04 coding wait``, or an objective's id."""
    target: str
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A catalogue held against a copy of its source."""

    catalogue: Catalogue
    document: Document
    citations: tuple[Citation, ...]

    @property
    def counts(self) -> dict[State, int]:
        """Sentences by state, every state named."""
        found = Counter(c.state for c in self.citations)
        return {state: found[state] for state in STATES}

    @property
    def right(self) -> bool:
        """Whether nothing moved, changed or got lost."""
        return all(c.state == "right" for c in self.citations)

    @property
    def other_document(self) -> bool:
        """Whether so little was found that the copy is of another document; an excerpt holds little else."""
        lost, all_of_it = self.counts["lost"], len(self.citations)
        found = all_of_it - lost
        return lost > _MOST_LOST * all_of_it and found < _MOST_LOST * len(self.document.sentences)

    def state_of(self, target: str) -> State | None:
        """What became of a commitment's or sentence's passage; None where it is not of this catalogue."""
        return next((c.state for c in self.citations if target in c.targets), None)


def prove(catalogue: Catalogue, document: Document) -> Proof:
    """Every sentence of a catalogue, found again in a copy or not."""
    copy = document.sentences
    citing: dict[str, list[str]] = {}
    for one in catalogue.commitments.values():
        citing.setdefault(one.locator, []).append(one.id)
    citations = tuple(
        _citation(entry, copy, (*citing.get(entry.locator, ()), f"{catalogue.document}:{entry.locator}"))
        for entry in catalogue.sentences.values()
    )
    return Proof(catalogue=catalogue, document=document, citations=citations)


def _citation(entry: SentenceActs, copy: Sequence[Sentence], targets: tuple[str, ...]) -> Citation:
    found = locate(entry, copy)
    if found.sentence is None:
        return Citation(locator=entry.locator, state=found.state, targets=targets)
    if found.state != "changed":
        return Citation(locator=entry.locator, state=found.state, targets=targets, now=found.sentence.locator)
    changed = changed_places(entry.fingerprint, found.sentence.text)
    return Citation(
        locator=entry.locator,
        state=found.state,
        targets=targets,
        now=found.sentence.locator,
        words=bracketed(found.sentence.text, changed.places),
        missing=changed.missing,
    )


def bracketed(text: str, places: Sequence[tuple[int, int]]) -> str:
    """A text with stretches of it in brackets.

    >>> bracketed("one two three", [(4, 7)])
    'one [two] three'
    """
    for start, end in reversed(places):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


def uses(scenario: Scenario, proofs: Sequence[Proof]) -> tuple[Use, ...]:
    """Every place of a scenario that cites one of these catalogues, in file order, each once."""
    found = {}
    for where, target in _cited(scenario):
        state = next((s for proof in proofs if (s := proof.state_of(target))), None)
        if state is not None:
            found[where, target] = Use(scenario=scenario.id, where=where, target=target, state=state)
    return tuple(found.values())


def _cited(scenario: Scenario) -> Iterator[tuple[str, str]]:
    for objective in scenario.objectives.values():
        yield from ((objective.id, target) for target in objective.commitments)
    for phase in scenario.phases:
        for inject in phase.injects:
            yield from ((inject.id, link.target) for link in inject.links)
        for decision in phase.decisions:
            for option in decision.options:
                yield from ((f"{decision.id}.{option.id}", link.target) for link in option.links)
            for entry in decision.coding:
                yield from ((f"{decision.id} coding {entry.id}", link.target) for link in entry.links)


def between(before: Document, now: Document) -> tuple[Citation, ...]:
    """What became of each sentence of an earlier copy in a later one."""
    copy = now.sentences
    return tuple(
        _citation(
            SentenceActs(
                paragraph=each.paragraph,
                block=each.block,
                sentence=each.sentence,
                acts=(),
                fingerprint=fingerprint(each.text),
            ),
            copy,
            (),
        )
        for each in before.sentences
    )
