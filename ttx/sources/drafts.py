"""A draft of a catalogue: what rules suggested, and what a person made of each of it.

Nothing is an entry before a person accepted it, and nobody accepts one that has no words of ours:
a paraphrase is written, never taken from the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any, Literal, TypeAlias

from ttx.frozen import dataclass
from ttx.sources.document import Document
from ttx.sources.fingerprints import words_of
from ttx.sources.suggesting import Suggestion, suggest

Status: TypeAlias = Literal["open", "accepted", "refused"]
CLASSES = ("commissive", "reaffirmation", "assessment", "position", "appreciation", "process")
DUTIES = ("result", "conduct", "standing", "stance", "enacted", "expected")
KINDS = ("none", "date", "event", "recurring", "milestone")
LONGEST_LABEL = 18
_RUN = 6
"""So many words in a row of the sentence are its words, not ours (five may stand as a key term)."""
_MOST_PARTS = 26


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a draft."""

    at: str
    """The sentence, ``paragraph.sentence``."""
    part: int = 0
    """0-based; a sentence with several promises is split."""
    status: Status = "open"
    label: str = ""
    paraphrase: str = ""
    speaker: str = ""
    """Short names, parted by commas; likewise the bearer and the themes."""
    bearer: str = ""
    verb: str = ""
    act_class: str = ""
    duty: str = ""
    deadline: str = ""
    """At most five words of the sentence."""
    deadline_kind: str = "none"
    themes: str = ""
    reasons: str = ""
    """Why the rules suggested so, a line each."""

    @property
    def key(self) -> str:
        """What tells it from others: ``3.5`` and, once split, ``3.5b``."""
        return f"{self.at}{chr(97 + self.part)}" if self.part else self.at


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Every entry, in the order of the document."""

    document: str
    entries: tuple[Entry, ...]
    acts: Mapping[str, tuple[str, ...]]
    """What each sentence does, by locator."""

    def entry(self, key: str) -> Entry | None:
        """An entry by its key."""
        return next((each for each in self.entries if each.key == key), None)

    def put(self, entry: Entry) -> Draft:
        """The draft with an entry in place of the one of its key."""
        return replace(self, entries=tuple(entry if e.key == entry.key else e for e in self.entries))

    def split(self, key: str) -> Draft:
        """The draft with a second entry for the same sentence behind one; as it is where that fails."""
        entry = self.entry(key)
        parts = [e.part for e in self.entries if entry and e.at == entry.at]
        if entry is None or max(parts) + 1 >= _MOST_PARTS:
            return self
        more = replace(entry, part=max(parts) + 1, status="open", label="", paraphrase="")
        at = max(n for n, e in enumerate(self.entries) if e.at == entry.at) + 1
        return replace(self, entries=(*self.entries[:at], more, *self.entries[at:]))


def begin(document: Document) -> Draft:
    """A draft of what the rules suggest of a document: its promises and repetitions of them."""
    suggested = [s for s in suggest(document.sentences) if words_of(s.sentence.text)]
    return Draft(
        document=document.id,
        entries=tuple(_entry(s) for s in suggested if s.binding is not None),
        acts={s.sentence.locator: s.kinds for s in suggested},
    )


def _entry(suggestion: Suggestion) -> Entry:
    binding = suggestion.binding
    assert binding is not None
    return Entry(
        at=suggestion.sentence.locator,
        speaker=", ".join(suggestion.speaker),
        bearer=", ".join(suggestion.bearer),
        verb=binding.verb,
        act_class=binding.kind,
        duty=suggestion.duty,
        deadline=suggestion.deadline_words,
        deadline_kind=suggestion.deadline_kind,
        themes=", ".join(suggestion.themes),
        reasons="\n".join(suggestion.reasons),
    )


def faults(entry: Entry, sentence: str) -> tuple[str, ...]:
    """What keeps an entry from being accepted, each in a sentence; nothing where it can be."""
    found = []
    if not entry.label or len(entry.label) > LONGEST_LABEL:
        found.append(f"Write a label of 1 to {LONGEST_LABEL} letters.")
    if not entry.paraphrase:
        found.append("Write a paraphrase in words of your own.")
    elif shared(entry.paraphrase, sentence):
        found.append(
            f"The paraphrase has {_RUN} words in a row of the sentence: say it in words of your own."
        )
    for name, value, known in (
        ("class", entry.act_class, CLASSES),
        ("duty", entry.duty, DUTIES),
        ("kind of deadline", entry.deadline_kind, KINDS),
    ):
        if value not in known:
            found.append(f"The {name} is one of {', '.join(known)}.")
    if not listed(entry.speaker) or not listed(entry.bearer):
        found.append("Say who speaks and who would have to act.")
    for name, value in (("verb", entry.verb), ("deadline", entry.deadline)):
        if value not in sentence:
            found.append(f"The {name} stands in the sentence as written there.")
    if len(entry.deadline.split()) > _RUN - 1:
        found.append(f"A deadline has at most {_RUN - 1} words.")
    return tuple(found)


def shared(paraphrase: str, sentence: str) -> bool:
    """Whether a paraphrase takes a run of words from the sentence."""
    ours, theirs = words_of(paraphrase), words_of(sentence)
    held = {theirs[n : n + _RUN] for n in range(len(theirs) - _RUN + 1)}
    return any(ours[n : n + _RUN] in held for n in range(len(ours) - _RUN + 1))


def listed(text: str) -> tuple[str, ...]:
    """The names in a list parted by commas."""
    return tuple(name for each in text.split(",") if (name := each.strip()))


def held(draft: Draft) -> dict[str, Any]:
    """A draft as plain values, to be written down."""
    return {
        "document": draft.document,
        "entries": [asdict(entry) for entry in draft.entries],
        "acts": {at: list(kinds) for at, kinds in draft.acts.items()},
    }


def from_held(values: Mapping[str, Any]) -> Draft:
    """The draft that was written down so.

    Raises:
        KeyError, TypeError, AttributeError: the values are something else.
    """
    entries: Iterable[Mapping[str, Any]] = values["entries"]
    acts: Mapping[str, Sequence[str]] = values["acts"]
    return Draft(
        document=values["document"],
        entries=tuple(Entry(**entry) for entry in entries),
        acts={at: tuple(kinds) for at, kinds in acts.items()},
    )
