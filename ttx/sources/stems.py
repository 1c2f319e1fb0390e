"""Words brought to stems: exercises, exercised and exercising count as one word.

A light stemmer of our own for English; a word of any other script stays as it is. A stem is a key
and is never shown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from ttx.frozen import dataclass
from ttx.sources.vocabulary import CONCEPTS, IDLE

_WORD = re.compile(r"[^\W_]+(?:[-&'\u2019][^\W_]+)*")
_DOTS = re.compile(r"(?<=\b\w)\.(?=\w\b)|(?<=\b\w\.\w)\.")
_ENDINGS = (
    "ization", "isation", "ations", "ation", "ments", "ment", "ences", "ence", "ances", "ance", "ently",
    "ings", "ing", "ions", "ion", "ives", "ive", "ities", "ity", "ness", "ents", "ent", "ants", "ant",
    "ally", "ies", "ied", "ors", "ers", "or", "er", "ed", "es", "al", "ly", "y", "e", "s",
)  # fmt: skip
_COUNTRY = "US"
"""Not the pronoun."""
_LEAST = 3
_MOST_PHRASE = 3


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a text: as written, and its stem."""

    word: str
    stem: str


def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text that say something, in order; ``U.S.`` is one word."""
    undotted = _DOTS.sub("", text)
    words = (match[0] for match in _WORD.finditer(undotted))
    kept = (w for w in words if w.casefold() not in IDLE or w == _COUNTRY)
    return tuple(Token(w, stem(w.casefold())) for w in kept)


@cache
def stem(word: str) -> str:
    """What is left of a casefolded word without its endings, two at most.

    >>> stem("exercises") == stem("exercising")
    True
    """
    word = word.replace("\u2019", "'").removesuffix("'s").replace("defense", "defence")
    for _ in range(2):
        ending = next((e for e in _ENDINGS if _strips(word, e)), None)
        if ending is None:
            break
        word = word[: -len(ending)]
        if len(word) > _LEAST and word[-1] == word[-2] and word[-1] not in "ls":
            word = word[:-1]
    return word


def _strips(word: str, ending: str) -> bool:
    """Long endings leave four letters at least, and no s is taken from assess."""
    least = _LEAST if ending in ("s", "e", "y") else _LEAST + 1
    doubled = ending in ("s", "es") and word.endswith("ss")
    return word.endswith(ending) and len(word) - len(ending) >= least and not doubled


def concepts(found: tuple[Token, ...]) -> Mapping[str, tuple[str, ...]]:
    """Each concept that these words mean, with the words as written."""
    known = _by_stems()
    hits: dict[str, dict[str, None]] = {}
    for at in range(len(found)):
        for size in range(1, _MOST_PHRASE + 1):
            run = found[at : at + size]
            for concept in known.get(tuple(t.stem for t in run), ()) if len(run) == size else ():
                hits.setdefault(concept, {}).update(dict.fromkeys(t.word for t in run))
    return {concept: tuple(words) for concept, words in hits.items()}


@cache
def _by_stems() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    by: dict[tuple[str, ...], dict[str, None]] = {}
    for concept, words in CONCEPTS.items():
        for each in (concept, *words.split()):
            key = tuple(t.stem for t in tokens(each.replace("_", " ")))
            if key:
                by.setdefault(key, {})[concept] = None
    return {key: tuple(concepts) for key, concepts in by.items()}
