"""What the names in a text stand for, and what is said of those that stand for nothing.

One name may be a track, a derived word, a decision, a cell's answer (``D-01.rok``) or an inject;
a word that is none of these may still be a value, which only the other side of a comparison can
say.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from ttx.expressions.hints import closest, did_you_mean, listed, shown
from ttx.expressions.scope import MOST_FAULTS, DecisionType, Fault, Scope, TrackType
from ttx.expressions.syntax import Node, Telling, Word
from ttx.frozen import dataclass
from ttx.model.conditions import AnswerRef, Condition, InjectRef, Told, TrackRef


@dataclass(frozen=True, slots=True)
class Wordy:
    """Something that is one of a number of words."""

    name: str
    words: tuple[str, ...]
    flag: bool = False


@dataclass(frozen=True, slots=True)
class Counting:
    """A whole number between two bounds; ``name`` is empty for one written out or worked out."""

    lo: int
    hi: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Truth:
    """Something that is true or false in itself."""

    name: str = ""


Kind: TypeAlias = Wordy | Counting | Truth


class Faults:
    """The faults of one text, as they are met."""

    def __init__(self) -> None:
        self._found: list[Fault] = []

    def add(self, code: str, node: Node, message: str, hint: str = "") -> None:
        """Note a fault under ``node``."""
        if not self.full:
            self._found.append(Fault(code, message, node.at, node.length, hint))

    @property
    def full(self) -> bool:
        """Whether enough was found to stop looking."""
        return len(self._found) >= MOST_FAULTS

    def in_order(self) -> tuple[Fault, ...]:
        """All of them from left to right, repeats once."""
        return tuple(sorted(dict.fromkeys(self._found), key=lambda f: f.offset))


def reference(word: Word, scope: Scope, faults: Faults) -> tuple[Condition, Kind] | None:
    """What a name refers to; None where it names nothing, or (then noted) a cell that has no say."""
    name = word.text
    if name in scope.tracks:
        return TrackRef(name, word.at), track_kind(name, scope.tracks[name])
    if name in scope.decisions:
        return _whole_answer(word, scope.decisions[name], faults)
    if name in scope.injects:
        return InjectRef(name, word.at), Truth(name)
    decision, dot, cell = name.partition(".")
    if dot and decision in scope.decisions:
        return _cell_answer(word, decision, cell, scope.decisions[decision], faults)
    return None


def track_kind(name: str, track: TrackType) -> Kind:
    """What a track is when it is compared."""
    if track.kind == "scale":
        return Counting(track.lo, track.hi, name)
    return Wordy(name, track.words, flag=track.kind == "flag")


def _whole_answer(word: Word, decision: DecisionType, faults: Faults) -> tuple[Condition, Kind]:
    if not decision.whole:
        by_cell = listed(f"{word.text}.{cell}" for cell in decision.cells)
        message = f"{word.text} has no answer of its own: each cell answers for itself."
        faults.add("TTX313", word, message, f"Write one of: {by_cell}.")
    return AnswerRef(word.text, None, word.at), Wordy(word.text, decision.values)


def _cell_answer(
    word: Word, name: str, cell: str, decision: DecisionType, faults: Faults
) -> tuple[Condition, Kind]:
    if not decision.cells:
        message = f"{name} has one answer for all its cells, none for {shown(cell)}."
        faults.add("TTX313", word, message, f"Write {name} alone.")
    elif cell not in decision.cells:
        hint = did_you_mean(word.text, (f"{name}.{c}" for c in decision.cells))
        message = f"{shown(cell)} does not answer {name}; {listed(decision.cells)} do."
        faults.add("TTX313", word, message, hint)
    return AnswerRef(name, cell, word.at), Wordy(word.text, decision.values)


def unknown(word: Word, scope: Scope, faults: Faults) -> None:
    """Note a name that stands for nothing, with what its author may have meant."""
    if faults.full:
        return
    message = f"No track, decision or inject is called {shown(word.text)}."
    faults.add("TTX304", word, message, _meant(word.text, scope))


def _meant(name: str, scope: Scope) -> str:
    if name.casefold() in ("true", "false"):
        return "A flag is yes or no; a flag or an inject can also stand alone."
    if spaced := _spaced(name, scope):
        return f"A minus has a space on both sides: {spaced}."
    if near := closest(name, _names(scope)):
        return f"Did you mean {shown(near)}?"
    if name in scope.parties:
        return f"{name} is a cell or voice: conditions read those as told({name}, ...) only."
    for owner, words in _values(scope):
        if name in words:
            return f"It is a value of {owner}: write {owner} == {name}."
    return ""


def _spaced(name: str, scope: Scope) -> str:
    """``heat - 1`` for ``heat-1``, where the parts mean something."""
    for cut, char in enumerate(name):
        left, right = name[:cut], name[cut + 1 :]
        if char == "-" and left in scope.tracks and (right.isdigit() or right in scope.tracks or not right):
            return f"{left} - {right or 1}"
    return ""


def _names(scope: Scope) -> Iterator[str]:
    yield from scope.tracks
    yield from scope.injects
    for name, decision in scope.decisions.items():
        if decision.whole:
            yield name
        yield from (f"{name}.{cell}" for cell in decision.cells)


def nearest_name(word: Word, scope: Scope) -> str:
    """The name most like this word, or empty."""
    return closest(word.text, _names(scope))


def _values(scope: Scope) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, track in scope.tracks.items():
        yield name, track.words
    for name, decision in scope.decisions.items():
        yield name, decision.values


def telling(raw: Telling, scope: Scope, faults: Faults) -> Told:
    """``told(a, b) before D-02`` with its parties and decision looked up."""
    teller, told, before = raw.teller, raw.told, raw.before
    for party in (teller, told):
        if party.text not in scope.parties and not faults.full:
            message = f"No cell or voice is called {shown(party.text)}."
            faults.add("TTX311", party, message, did_you_mean(party.text, scope.parties))
    if teller.text == told.text:
        faults.add("TTX311", told, f"{shown(told.text)} cannot tell itself: told needs two parties.")
    if before is not None and before.text not in scope.decisions and not faults.full:
        message = f"{shown(before.text)} is no decision: before compares with when one was put."
        faults.add("TTX312", before, message, did_you_mean(before.text, scope.decisions))
    return Told(teller.text, told.text, before.text if before else None, raw.at)
