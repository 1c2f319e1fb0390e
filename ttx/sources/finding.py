"""Commitments and sentences found by a few letters, as somebody types them while a room talks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ttx.frozen import dataclass
from ttx.model.catalogue import Catalogue, Commitment, SentenceActs

_VIEWS = frozenset({"assessment", "position"})
"""Acts that promise nothing: a sentence that does one beside a promise can be pointed at for it."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a link may point at, with what tells it from others."""

    target: str
    """``SCM53-05a``, or ``SCM53:16.5`` for a sentence that promises nothing."""
    short: str
    """``05a`` or ``16.5``."""
    label: str
    paraphrase: str


def find(catalogues: Iterable[Catalogue], words: str, most: int = 8) -> tuple[Found, ...]:
    """The best matches first; an empty search finds nothing.

    Every typed word must occur; an id or locator that begins with it counts more than a label,
    a label more than key terms and themes, and those more than the paraphrase.
    """
    typed = words.casefold().split()
    if not typed:
        return ()
    scored = []
    for order, (found, fields) in enumerate(_all(catalogues)):
        score = [_score(word, fields) for word in typed]
        if all(score):
            scored.append((-sum(score), order, found))
    return tuple(found for _, _, found in sorted(scored, key=lambda s: s[:2])[:most])


def _score(word: str, fields: tuple[str, str, str, str]) -> int:
    ids, label, terms, paraphrase = fields
    begins_id = any(part.startswith(word) for part in ids.split())
    begins_label = any(part.startswith(word) for part in label.split())
    return 8 * begins_id + 4 * begins_label + 2 * (word in label or word in terms) + (word in paraphrase)


def _all(catalogues: Iterable[Catalogue]) -> Iterator[tuple[Found, tuple[str, str, str, str]]]:
    for catalogue in catalogues:
        for found, what in candidates(catalogue):
            terms = (*what.key_terms, *what.themes) if isinstance(what, Commitment) else ()
            ids = f"{found.target} {found.short} {what.locator}"
            fields = (ids, found.label, " ".join(terms), found.paraphrase)
            yield (
                found,
                (fields[0].casefold(), fields[1].casefold(), fields[2].casefold(), fields[3].casefold()),
            )


def candidates(catalogue: Catalogue) -> Iterator[tuple[Found, Commitment | SentenceActs]]:
    """Everything a link may point at: the commitments, then sentences that do more than promise."""
    for one in catalogue.commitments.values():
        yield Found(one.id, one.short, one.label, one.paraphrase), one
    promised = {c.locator for c in catalogue.commitments.values()}
    for sentence in catalogue.sentences.values():
        if sentence.locator in promised and _VIEWS.isdisjoint(sentence.acts):
            continue
        target = f"{catalogue.document}:{sentence.locator}"
        yield Found(target, sentence.locator, sentence.label or "stated view", sentence.paraphrase), sentence
