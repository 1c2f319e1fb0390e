"""How well words said in a room find what they bear on: recall at 3 and 5 beside plain BM25.

The labelled moves are written from situations and labelled from paraphrases. One half is for
tuning; the other is opened only to report. A second set is by another hand, which read nothing of
the catalogue before it had written; it is opened only to report, and is the figure to quote.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from math import log
from pathlib import Path

import yaml

from ttx.model.catalogue import Catalogue
from ttx.services.citing import catalogue_of
from ttx.sources.finding import candidates
from ttx.sources.ranking import Ranker

_DATA = Path(__file__).parent / "data"


def moves(half: int) -> list[tuple[str, frozenset[str]]]:
    """Moves with what they bear on: half 0 is for tuning, 1 is held out, 2 is the blind set whole."""
    return _labelled("free-moves.yaml")[half::2] if half < 2 else _labelled("free-moves-blind.yaml")


def _labelled(name: str) -> list[tuple[str, frozenset[str]]]:
    given = yaml.safe_load((_DATA / name).read_text(encoding="utf-8"))["moves"]
    return [(each["said"], frozenset(each["bears"])) for each in given]


def plain_bm25(book: Catalogue) -> Callable[[str], list[str]]:
    """BM25 as the textbooks have it: whole words, one field, k1 1.2, b 0.75."""
    docs = {
        found.short: _words(
            " ".join(
                (found.label, found.paraphrase, *getattr(what, "key_terms", ()), *getattr(what, "themes", ()))
            )
        )
        for found, what in candidates(book)
    }
    counts = {short: Counter(words) for short, words in docs.items()}
    within = Counter(word for words in docs.values() for word in set(words))
    mean = sum(map(len, docs.values())) / len(docs)

    def score(short: str, word: str) -> float:
        count = counts[short][word]
        rare = log(1 + (len(docs) - within[word] + 0.5) / (within[word] + 0.5))
        return rare * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * len(docs[short]) / mean))

    def ranked(said: str) -> list[str]:
        asked = set(_words(said))
        scores = {short: sum(score(short, word) for word in asked) for short in docs}
        return sorted((s for s in docs if scores[s] > 0), key=lambda s: -scores[s])

    return ranked


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def recall(ranked: Callable[[str], Sequence[str]], given: list[tuple[str, frozenset[str]]], at: int) -> float:
    """The mean share of a move's labels that stand among its first ``at`` suggestions."""
    shares = [len(bears & set(ranked(said)[:at])) / min(at, len(bears)) for said, bears in given]
    return sum(shares) / len(shares)


def first_hit(
    ranked: Callable[[str], Sequence[str]], given: list[tuple[str, frozenset[str]]], at: int
) -> float:
    """The share of moves with at least one label among the first ``at`` suggestions."""
    return sum(bool(bears & set(ranked(said)[:at])) for said, bears in given) / len(given)


def run(halves: Sequence[int] = (0, 1, 2)) -> list[tuple[str, float, str]]:
    """Recall at 3 and 5, ours and plain BM25, a row each."""
    book = catalogue_of("scm53")
    ranker, plain = Ranker([book]), plain_bm25(book)

    def ours(said: str) -> list[str]:
        return [each.found.short for each in ranker.rank(said)]

    rows = []
    for half in halves:
        given = [move for move in moves(half) if move[1]]
        which = f"{('tuning half', 'held-out half', 'blind set')[half]}, {len(given)} moves"
        for name, ranked in (("cite", ours), ("plain BM25", plain)):
            for at in (3, 5):
                rows.append((f"{name}, recall at {at}, {which}", recall(ranked, given, at), "share"))
                rows.append((f"{name}, one right in {at}, {which}", first_hit(ranked, given, at), "share"))
    return rows


if __name__ == "__main__":
    for row, value, unit in run():
        print(f"{row:<55}{value:6.3f}  {unit}")
