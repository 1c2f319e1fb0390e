"""How a sentence is known again without being held (design 4.3).

``letters`` is a digest over the letters and digits alone, the same from a text file, a web page or
a PDF. ``words`` keeps one byte a word, too little to read a sentence back from and enough to find
it when an editor has changed some of its words.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from hashlib import sha256
from typing import Literal, TypeAlias

from ttx.frozen import dataclass
from ttx.model.catalogue import Commitment, Fingerprint, SentenceActs
from ttx.sources.sentences import Sentence

LEAST_LIKE = 0.6
"""Share of words in common from which a changed sentence counts as found."""
CLEAR_LEAD = 0.1
"""By how much the best must be ahead of the next one; nearer than that it is a guess."""

State: TypeAlias = Literal["right", "moved", "changed", "lost"]


@dataclass(frozen=True, slots=True)
class Located:
    """What became of an entry's sentence in somebody's copy."""

    state: State
    sentence: Sentence | None = None
    """Where it stands now; None where it is lost."""
    likeness: float = 0.0
    """Share of words in common, 0 to 1; of a lost one, that of the best guess."""


@dataclass(frozen=True, slots=True)
class ChangedPlaces:
    """Where a copy differs from what was read."""

    places: tuple[tuple[int, int], ...]
    """Stretches of the copy's sentence, ``[start, end)`` in characters, that stand in no reading."""
    missing: int
    """Words that were read and are not in the copy."""


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    start: int
    end: int


def fingerprint(sentence: str) -> Fingerprint:
    """The fingerprint of a sentence; punctuation, spaces, case and width of letters do not count."""
    words = words_of(sentence)
    letters = sha256("".join(words).encode("utf-8", "surrogatepass")).hexdigest()
    return Fingerprint(letters, "".join(_byte(word) for word in words))


def words_of(text: str) -> tuple[str, ...]:
    """The runs of letters and digits in a text, folded."""
    return tuple(token.word for token in _tokens(text))


def locate(entry: Commitment | SentenceActs, copy: Sequence[Sentence]) -> Located:
    """What became of an entry's sentence in a copy of the document.

    Its letters at its locator are *right*, elsewhere *moved* (to the nearest such place). Else the
    sentence most like it by words is taken as *changed*, if at least ``LEAST_LIKE`` of the words
    are common and no other comes near; otherwise it is *lost*.
    """
    same = [s for s in copy if _print_of(s.text).letters == entry.fingerprint.letters]
    if same:
        nearest = min(same, key=lambda s: (s.locator != entry.locator, abs(s.paragraph - entry.paragraph)))
        return Located("right" if nearest.locator == entry.locator else "moved", nearest, 1.0)
    return _changed(entry, copy)


def _changed(entry: Commitment | SentenceActs, copy: Sequence[Sentence]) -> Located:
    best, second, where, letters = 0.0, 0.0, None, ""
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(_bytes(entry.fingerprint.words))
    for sentence in copy:
        now = _print_of(sentence.text)
        if where is not None and now.letters == letters:
            continue  # a repetition of the best is no rival to it
        matcher.set_seq1(_bytes(now.words))
        # Bounds that cost little are asked first; only what could still matter is aligned.
        if min(matcher.real_quick_ratio(), matcher.quick_ratio()) <= second:
            continue
        likeness = matcher.ratio()
        if likeness > best:
            best, second, where, letters = likeness, best, sentence, now.letters
        else:
            second = max(second, likeness)
    if where is None or best < LEAST_LIKE or best - second < CLEAR_LEAD:
        return Located("lost", None, best)
    return Located("changed", where, best)


def changed_places(read: Fingerprint, sentence: str) -> ChangedPlaces:
    """Where ``sentence`` differs from the one a fingerprint was taken of."""
    tokens = tuple(_tokens(sentence))
    before, now = _bytes(read.words), tuple(_byte(token.word) for token in tokens)
    places, missing = [], 0
    for kind, i, j, k, m in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if kind != "equal":
            missing += max(0, (j - i) - (m - k))
            if m > k:
                places.append((tokens[k].start, tokens[m - 1].end))
    return ChangedPlaces(tuple(places), missing)


@lru_cache(maxsize=4096)
def _print_of(sentence: str) -> Fingerprint:
    return fingerprint(sentence)


def _byte(word: str) -> str:
    return sha256(word.encode("utf-8", "surrogatepass")).hexdigest()[:2]


def _bytes(words: str) -> tuple[str, ...]:
    return tuple(words[n : n + 2] for n in range(0, len(words), 2))


def _tokens(text: str) -> Iterator[_Token]:
    """Every word with its place in the text as given."""
    start = None
    for at, char in enumerate(text):
        if _joins(char):
            start = at if start is None else start
        elif start is not None:
            yield from _words(text, start, at)
            start = None
    if start is not None:
        yield from _words(text, start, len(text))


def _words(text: str, start: int, end: int) -> Iterator[_Token]:
    """One run mostly makes one word; signs such as a fraction fold into several."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text[start:end]).casefold())
    kept = "".join(char for char in folded if not _silent(char))
    spaced = "".join(char if char.isalnum() else " " for char in kept)
    yield from (_Token(word, start, end) for word in spaced.split())


@lru_cache(maxsize=4096)
def _joins(char: str) -> bool:
    folded = unicodedata.normalize("NFKC", char)
    return _silent(char) or any(each.isalnum() for each in folded)


def _silent(char: str) -> bool:
    """Accents that stand alone and marks nobody sees, a soft hyphen among them: they part no word."""
    return unicodedata.category(char) in ("Mn", "Mc", "Me", "Cf")
