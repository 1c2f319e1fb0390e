"""Documents that scenarios cite: their sentences, and how one is known again without being held."""

from ttx.sources.fingerprints import (
    ChangedPlaces,
    Found,
    State,
    changed_places,
    find,
    fingerprint,
    words_of,
)
from ttx.sources.sentences import Sentence, sentences

__all__ = [
    "ChangedPlaces",
    "Found",
    "Sentence",
    "State",
    "changed_places",
    "find",
    "fingerprint",
    "sentences",
    "words_of",
]
