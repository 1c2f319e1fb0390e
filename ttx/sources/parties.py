"""Who speaks and who would have to act, from the names and offices at a document's head."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ttx.frozen import dataclass

_SHORT = re.compile(r"(?:[A-Z][\w.]+(?: of)? ?){1,5}\(([A-Z](?:\.?[A-Z]){1,5}\.?)\)")
_OFFICE = r"(Minister|Secretary|President|Prime Minister|Chancellor|Chairman|Chair)"
_HOLDER = re.compile(
    rf"\b([A-Z][\w.]*|[A-Z]\.[A-Z]\.) {_OFFICE}(?: of (?:National )?(?:[A-Z]\w+)(?: [A-Z]\w+)?)?"
    r"((?: [A-Z][\w.-]+){1,4})"
)
_BOTH = re.compile(
    r"\b(?:both|the two|two (?:sides|leaders)|the leaders|the principals|we|they|allies|"
    r"the (?:ministers|secretaries|presidents|governments|parties|sides|countries)|\w+ and (?:the )?\w+)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"\bthat (?:[a-z ,]*,)?\s*(?:the |U\.S\. )?(?:[A-Z][\w.]+ ){0,4}"
    r"\(?([A-Z]{3,5})\)?[\w ]{0,20} (?:will|is to|are to|has|have)"
)
_THEIRS = re.compile(r"\b(?:the )?([A-Z](?:\.?[A-Z])+\.?) (?:commitment|pledge|extended deterrent)")
_ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """The sides of a document, and which office speaks for which."""

    names: tuple[str, ...]
    """Short, in the order of their first mention; ``all`` where none was found."""
    offices: Mapping[str, str]
    """``Secretary``, ``Secretary Austin`` -> ``US``; only where one side alone has the office."""

    def speaker(self, text: str, before: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
        """Who says a sentence, and why; ``before`` is who said the one before it in its paragraph."""
        head = re.split(r"\b(?:that|to)\b", text)[0]
        named = {
            side: office
            for office, side in self.offices.items()
            if re.search(rf"\b{re.escape(office)}\b", head[:160])
        }
        if len(named) == 1:
            side, office = next(iter(named.items()))
            alone = not re.search(r"\band (?:the )?(?:Minister|Secretary)\b", head[:80])
            if alone:
                return (side,), f"{office} speaks for that side"
        if re.match(r"(?:He|She)\b(?! and\b)", text) and before:
            return before, "he or she is who spoke before"
        if _BOTH.search(head):
            return self.names, "both or all of them speak"
        return self.names, "nobody is named apart"

    def bearer(self, text: str, speaker: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
        """Who would have to act, and why."""
        clause = _CLAUSE.search(text)
        if clause and plain(clause[1]) not in self.names:
            return (plain(clause[1]),), "the clause says what that one does"
        theirs = _THEIRS.search(text)
        if theirs and plain(theirs[1]) in self.names:
            return (plain(theirs[1]),), "the commitment is said to be that side's"
        return speaker, "who speaks undertakes it"


def parties_of(head: Sequence[str]) -> Parties:
    """The sides of a document, from the sentences of its first paragraph."""
    joined = " ".join(head)
    first = head[0] if head else ""
    shorts = [plain(m[1]) for m in _SHORT.finditer(first)]
    holders = [(plain(m[1]), m[2], m[3].strip()) for m in _HOLDER.finditer(joined)]
    sides = dict.fromkeys(side for side, _, _ in holders if side in shorts)
    names = tuple(sides) or tuple(dict.fromkeys(side for side, _, _ in holders))[:2]
    offices: dict[str, str] = {}
    taken: dict[str, set[str]] = {}
    for side, office, person in holders:
        if side in names:
            taken.setdefault(office, set()).add(side)
            for word in person.split():
                offices[f"{office} {word}"] = side
    offices.update({office: next(iter(held)) for office, held in taken.items() if len(held) == 1})
    return Parties(names=names or (_ALL,), offices=offices)


def plain(short: str) -> str:
    """A short name without its dots.

    >>> plain("U.S.")
    'US'
    """
    return short.replace(".", "")
