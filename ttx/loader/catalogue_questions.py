"""What a catalogue that has the right shape is asked: TTX501 to TTX508."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from unicodedata import combining, east_asian_width

from ttx.expressions.hints import did_you_mean, shown
from ttx.loader.compile import Notes
from ttx.loader.places import Path
from ttx.loader.schema import catalogue as authored

LONGEST_LABEL = 18
"""Cells a label has on a wall."""
MOST_WORDS = 5
"""Words of the document that may stand in one place."""
MOST_FINGERPRINT_WORDS = 2000

_LOCATOR = re.compile(r"([1-9][0-9]{0,3})\.([1-9][0-9]{0,3})")
_LETTERS = re.compile(r"[0-9a-f]{64}")
_WORDS = re.compile(r"(?:[0-9a-f]{2})+")


class Asked:
    """One catalogue and where what is wrong with it is written down."""

    def __init__(self, given: authored.Catalogue, notes: Notes, broken: Collection[Path]) -> None:
        self._given = given
        self._notes = notes
        self._broken = broken
        self._sentences = {each.at: each for each in given.sentences}
        self._entries = {each.id for each in given.commitments}

    def all(self) -> None:
        """Ask everything."""
        self._ids()
        self._counts()
        for n, sentence in enumerate(self._given.sentences):
            self._fingerprint(sentence.fingerprint, ("sentences", n, "fingerprint"))
            self._label(sentence.label, ("sentences", n, "label"))
        for n, entry in enumerate(self._given.commitments):
            path: Path = ("commitments", n)
            self._label(entry.label, (*path, "label"))
            self._key_terms(entry, path)
            self._named(entry, path)
            self._placed(entry, path)
        self._tensions()

    def _ids(self) -> None:
        """TTX501."""
        prefix = f"{self._given.document}-"
        groups = {
            "commitments": [each.id for each in self._given.commitments],
            "tensions": [each.id for each in self._given.tensions],
        }
        for key, ids in groups.items():
            first: dict[str, int] = {}
            for n, name in enumerate(ids):
                if first.setdefault(name, n) != n:
                    line = self._notes.spans.of((key, first[name], "id")).line
                    message = f"{shown(name)} stands here already (line {line})."
                    self._notes.say("TTX501", (key, n, "id"), message, "Give one of the two another id.")
                elif key == "commitments" and not name.startswith(prefix):
                    message = f"{shown(name)} does not begin with {prefix}"
                    self._notes.say("TTX501", (key, n, "id"), message, "Ids begin with their document.")

    def _counts(self) -> None:
        """TTX502 for a locator, TTX507 where the counting has gaps or ends elsewhere."""
        if self._unsure("sentences") or ("paragraphs",) in self._broken:
            return
        following: defaultdict[int, int] = defaultdict(lambda: 1)
        for n, each in enumerate(self._given.sentences):
            path: Path = ("sentences", n, "at")
            found = _LOCATOR.fullmatch(each.at)
            if found is None:
                self._notes.say("TTX502", path, f"{shown(each.at)} is no locator.", 'Write "16.5".')
                continue
            paragraph, sentence = int(found[1]), int(found[2])
            if paragraph > self._given.paragraphs:
                message = f"The document has {self._given.paragraphs} paragraphs."
                self._notes.say("TTX502", path, message)
            elif sentence != following[paragraph]:
                message = f"Sentence {paragraph}.{following[paragraph]} is wanted here."
                self._notes.say("TTX507", path, message, "Every sentence stands once, in its order.")
            following[paragraph] = sentence + 1
        missing = [p for p in range(1, self._given.paragraphs + 1) if p not in following]
        if missing:
            message = f"No sentence of paragraph {missing[0]} is listed."
            self._notes.say("TTX507", ("paragraphs",), message, "Paragraphs count from 1 without gaps.")

    def _placed(self, entry: authored.Commitment, path: Path) -> None:
        """TTX502, TTX506 and TTX508: an entry agrees with its sentence."""
        at = f"{entry.paragraph}.{entry.sentence}"
        sentence = self._sentences.get(at)
        if sentence is None:
            if not self._unsure("sentences"):
                message = f"Sentence {at} is not among the sentences."
                self._notes.say("TTX502", (*path, "sentence"), message)
            return
        if entry.block != sentence.block:
            message = f"Sentence {at} stands in block {sentence.block}."
            self._notes.say("TTX502", (*path, "block"), message)
        if entry.class_ not in sentence.acts:
            message = f"Sentence {at} is not listed as {entry.class_}."
            self._notes.say("TTX508", (*path, "class"), message, "Add it to the sentence's acts, or mend it.")
        own = entry.fingerprint
        if own is not None and own != sentence.fingerprint:
            message = f"The fingerprint of sentence {at} is another one."
            self._notes.say("TTX506", (*path, "fingerprint"), message, "Leave it out here.")

    def _fingerprint(self, given: authored.Fingerprint, path: Path) -> None:
        """TTX506."""
        if not _LETTERS.fullmatch(given.letters):
            message = "letters holds 64 of 0-9 and a-f, in quotes."
            self._notes.say("TTX506", (*path, "letters"), message)
        if not _WORDS.fullmatch(given.words) or len(given.words) > 2 * MOST_FINGERPRINT_WORDS:
            message = f"words holds two of 0-9 and a-f a word, at most {MOST_FINGERPRINT_WORDS} words."
            self._notes.say("TTX506", (*path, "words"), message)

    def _label(self, label: str, path: Path) -> None:
        """TTX504."""
        cells = _cells(label)
        if cells > LONGEST_LABEL:
            message = f"This label takes {cells} cells of a screen and has {LONGEST_LABEL}."
            self._notes.say("TTX504", path, message, "Shorten it.")

    def _key_terms(self, entry: authored.Commitment, path: Path) -> None:
        """TTX505: more words in a row would be the document itself."""
        given = [((*path, "key_terms", n), term) for n, term in enumerate(entry.key_terms)]
        given.append(((*path, "deadline", "words"), entry.deadline.words))
        if entry.milestone is not None:
            given.append(((*path, "milestone", "words"), entry.milestone.words))
        for place, term in given:
            if len(re.findall(r"\w+(?:[.'\u2019-]\w+)*", term)) > MOST_WORDS:
                message = f"At most {MOST_WORDS} words of the document stand in one place."
                self._notes.say("TTX505", place, message, "Keep the words that tell it apart.")

    def _named(self, entry: authored.Commitment, path: Path) -> None:
        """TTX503."""
        if self._unsure("commitments"):
            return
        for place, name in _names(entry, path):
            if name == entry.id:
                self._notes.say("TTX503", place, f"{shown(name)} names itself.")
            elif name not in self._entries:
                hint = did_you_mean(name, self._entries)
                self._notes.say("TTX503", place, f"There is no entry {shown(name)} here.", hint)

    def _tensions(self) -> None:
        """TTX503; a sentence is named as links name it, SCM53:16.5."""
        if self._unsure("commitments") or self._unsure("sentences"):
            return
        known = self._entries | {f"{self._given.document}:{at}" for at in self._sentences}
        for n, tension in enumerate(self._given.tensions):
            for m, name in enumerate(tension.of):
                if name not in known:
                    message = f"There is no entry or sentence {shown(name)} here."
                    self._notes.say("TTX503", ("tensions", n, "of", m), message, did_you_mean(name, known))
            if len(set(tension.of)) < (1 if tension.outside else 2):
                message = "A tension is of two, or of one and something outside."
                self._notes.say("TTX503", ("tensions", n, "of"), message)

    def _unsure(self, key: str) -> bool:
        """Whether a name may have been lost with a broken part: then nothing is said of names."""
        lost = (p for p in self._broken if not p or p[0] == key)
        return any(len(p) < 3 or p[-1] in ("id", "at") for p in lost)


def _names(entry: authored.Commitment, path: Path) -> Iterator[tuple[Path, str]]:
    if entry.part_of is not None:
        yield (*path, "part_of"), entry.part_of
    yield from (((*path, "see_also", n), name) for n, name in enumerate(entry.see_also))
    yield from (((*path, "needs", n), name) for n, name in enumerate(entry.needs))
    if entry.deadline.rides_on is not None:
        yield (*path, "deadline", "rides_on"), entry.deadline.rides_on


def _cells(text: str) -> int:
    """Cells of a terminal; letters of East Asia take two."""
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)
