"""Who is said to have done something, as far as the attribution allows.

The subject is always the players, never a state (room F33). No session file holds the name of a
person; ``named`` takes them from a file of names, and without one shows what ``role`` does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ttx.model.scenario import Scenario
from ttx.report.values import Attribution

_A_CELL = "a cell"


class Who:
    """Names for one report."""

    def __init__(
        self, scenario: Scenario, attribution: Attribution, people: Mapping[str, str] | None = None
    ) -> None:
        """``people``: seat or office, or ``cell/seat`` -> a person's name; used where names may stand."""
        self.scenario = scenario
        self.attribution = attribution
        named = people if people and attribution == "named" else {}
        self._people = {seat.strip().casefold(): name.strip() for seat, name in named.items()}

    @property
    def offices(self) -> bool:
        """Whether seats and offices may be named."""
        return self.attribution in ("named", "role")

    def cell(self, cell: str) -> str:
        """A cell's name, or ``a cell``."""
        found = self.scenario.cells.get(cell)
        if self.attribution == "none":
            return _A_CELL
        return found.name if found else cell

    def cells(self, cells: Iterable[str]) -> str:
        """Several cells: ``ROK defence and US``."""
        names = list(dict.fromkeys(self.cell(c) for c in cells))
        return listed(names) or "nobody"

    def players(self, cells: Iterable[str]) -> str:
        """``the players of the ROK defence cell``."""
        given = list(cells)
        if self.attribution == "none" or not given:
            return "the players"
        noun = "cell" if len(given) == 1 else "cells"
        return f"the players of the {self.cells(given)} {noun}"

    def party(self, party: str) -> str:
        """A side of a contact: cell, seat where offices may be named, or a voice of Control."""
        cell, _, seat = party.partition("/")
        voice = self.scenario.voices.get(cell)
        if voice is not None:
            return voice.name
        name = self.cell(cell)
        return f"{name} ({self.seat(seat, cell)})" if seat and self.offices else name

    def office(self, words: str) -> str:
        """An office where offices may be named, with its person's name, else ``an office``."""
        return self.seat(words.strip()) if self.offices and words.strip() else "an office"

    def seat(self, seat: str, cell: str = "") -> str:
        """A seat, with the name of who sat there where that may stand and is known."""
        own = self._people.get(f"{cell}/{seat}".casefold())
        name = own or self._people.get(seat.casefold())
        return f"{seat}, {name}" if name else seat

    @property
    def names_people(self) -> bool:
        """Whether names of persons were given and may stand."""
        return bool(self._people)


def listed(names: Iterable[str]) -> str:
    """``a, b and c``; empty where there are none.

    >>> listed(("a", "b", "c")), listed(())
    ('a, b and c', '')
    """
    given = list(names)
    if len(given) < 2:
        return "".join(given)
    return f"{', '.join(given[:-1])} and {given[-1]}"


def capital(sentence: str) -> str:
    """The sentence with a capital first letter, the rest as it is."""
    return sentence[:1].upper() + sentence[1:]
