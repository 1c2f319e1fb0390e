"""Which commitments a sentence said in the room may bear on, the likeliest first.

BM25 over weighted fields (Robertson and Zaragoza, 2009, section 3.6) on stems and on concepts of
the field. It suggests and never assigns: what a decision bears on is said by people (room F45).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log

from ttx.frozen import dataclass
from ttx.model.catalogue import Catalogue, Commitment, SentenceActs
from ttx.model.parts import Bearing
from ttx.model.words_that_fit import fits, in_order
from ttx.sources.finding import Found, candidates, find
from ttx.sources.stems import concepts, tokens
from ttx.sources.vocabulary import EVERYDAY

_LABEL, _PARAPHRASE, _TERMS, _THEMES = 1.5, 1.0, 1.5, 0.5
"""Weights of the fields."""
_CONCEPT = 1.3
"""What a concept in common weighs beside a word in common."""
_EVERYDAY = 0.3
"""What a word of every day weighs beside a word of the field."""
_VIEW = 0.7
"""What a stated view weighs beside a commitment that matches as well."""
_K1 = 1.2
_B = 0.3
_LEAST_SHARE = 0.2
"""A suggestion with less than this share of the best one's score is noise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """A commitment or sentence that words may bear on, and why it is offered."""

    found: Found
    words: tuple[str, ...]
    """The typed words that met it, as typed."""
    bearings: tuple[Bearing, ...]
    """The bearings that fit it (room F42); ``touches`` and ``none`` fit always."""
    score: float


@dataclass(frozen=True, slots=True)
class _Entry:
    found: Found
    bearings: tuple[Bearing, ...]
    counts: Mapping[str, float]
    """Weighted count by stem, and by concept with ``~`` before it."""
    length: float
    weight: float


class Ranker:
    """The commitments and stated views of some catalogues, laid out once to be asked many times."""

    def __init__(self, catalogues: Iterable[Catalogue]) -> None:
        self._catalogues = tuple(catalogues)
        self._entries = tuple(_entries(self._catalogues))
        self._in = Counter(key for entry in self._entries for key in entry.counts)
        total = sum(entry.length for entry in self._entries)
        self._mean = total / len(self._entries) if self._entries else 1.0

    def rank(self, said: str, most: int = 8) -> tuple[Suggested, ...]:
        """What the words may bear on, best first; nothing where no word that says something is known."""
        asked = self._asked(said)
        scored = []
        for order, entry in enumerate(self._entries):
            score = sum(self._score(entry, key, share) for key, (share, _) in asked.items())
            if score > 0:
                scored.append((-score, order, entry))
        scored.sort(key=lambda s: s[:2])
        least = -scored[0][0] * _LEAST_SHARE if scored else 0.0
        return tuple(
            _suggested(entry, asked, -negative) for negative, _, entry in scored[:most] if -negative >= least
        )

    def search(self, typed: str, most: int = 8) -> tuple[Suggested, ...]:
        """What a few typed letters name, ids and labels first, then what the words may bear on."""
        bearings = {entry.found.target: entry.bearings for entry in self._entries}
        named = {found.target: found for found in find(self._catalogues, typed, most)}
        first = (
            Suggested(found=found, words=tuple(typed.split()), bearings=bearings[target], score=0.0)
            for target, found in named.items()
        )
        rest = (each for each in self.rank(typed, most) if each.found.target not in named)
        return (*first, *rest)[:most]

    def _asked(self, said: str) -> dict[str, tuple[float, tuple[str, ...]]]:
        """Each key of what was said: how much it counts, and the words behind it as typed."""
        found = tokens(said)
        asked: dict[str, tuple[float, tuple[str, ...]]] = {}
        for token in found:
            share = _EVERYDAY if token.word.casefold() in EVERYDAY else 1.0
            asked.setdefault(token.stem, (share, (token.word,)))
        for concept, words in concepts(found).items():
            asked[f"~{concept}"] = (_CONCEPT * (1 + log(len(words))), words)
        return asked

    def _score(self, entry: _Entry, key: str, share: float) -> float:
        count = entry.counts.get(key)
        if count is None:
            return 0.0
        rare = log(1 + (len(self._entries) - self._in[key] + 0.5) / (self._in[key] + 0.5))
        long = 1 - _B + _B * entry.length / self._mean
        return entry.weight * share * rare * count * (_K1 + 1) / (count + _K1 * long)


def _suggested(entry: _Entry, asked: Mapping[str, tuple[float, tuple[str, ...]]], score: float) -> Suggested:
    words = dict.fromkeys(w for key, (_, behind) in asked.items() if key in entry.counts for w in behind)
    return Suggested(found=entry.found, words=tuple(words), bearings=entry.bearings, score=score)


def _entries(catalogues: Sequence[Catalogue]) -> Iterator[_Entry]:
    for catalogue in catalogues:
        for found, what in candidates(catalogue):
            counts, length = _counts(found, what)
            entry = what if isinstance(what, Commitment) else None
            yield _Entry(found, in_order(fits(entry)), counts, length, 1.0 if entry else _VIEW)


def _counts(found: Found, what: Commitment | SentenceActs) -> tuple[Mapping[str, float], float]:
    terms, themes = (what.key_terms, what.themes) if isinstance(what, Commitment) else ((), ())
    fields = (
        (found.label, _LABEL),
        (found.paraphrase, _PARAPHRASE),
        (" ; ".join(terms), _TERMS),
        (" ".join(themes).replace("-", " "), _THEMES),
    )
    counts: defaultdict[str, float] = defaultdict(float)
    length = 0.0
    for text, weight in fields:
        words = tokens(text)
        length += weight * len(words)
        for token in words:
            counts[token.stem] += weight
        for concept in concepts(words):
            counts[f"~{concept}"] += weight
    return counts, length
