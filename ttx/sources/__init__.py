"""Documents that scenarios cite: their sentences, and how one is known again without being held."""

from ttx.sources.fingerprints import (
    ChangedPlaces,
    Located,
    State,
    changed_places,
    fingerprint,
    locate,
    words_of,
)
from ttx.sources.sentences import Sentence, sentences

__all__ = [
    "ChangedPlaces",
    "Located",
    "Sentence",
    "State",
    "changed_places",
    "fingerprint",
    "locate",
    "sentences",
    "words_of",
]
