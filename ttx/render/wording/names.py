"""What people call the parts of a scenario; an id that it does not hold stands for itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from ttx.model.events import Event
from ttx.model.parts import FREE
from ttx.model.position import cell_of
from ttx.model.records import Reason
from ttx.model.scenario import Scenario
from ttx.model.times import show_time
from ttx.render.plain import one_line
from ttx.report.outcomes import REASON_WORDS
from ttx.trace.targets import target_of

OUTCOME_WORDS = {
    "decided": "decided",
    "in_part": "decided in part",
    "conditional": "decided under a condition",
    "split": "split",
    "referred": "referred",
    "asked": "waits for an answer from Control",
    "set_aside": "set aside",
    "not_taken": "not taken",
    "not_put": "not put",
    "no_agreement": "no agreement",
}


class Names:
    """Names of one scenario."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario

    def tag(self, cell: str) -> str:
        """A cell's tag."""
        found = self.scenario.cells.get(cell)
        return found.tag if found else cell

    def tags(self, cells: Iterable[str]) -> str:
        """Tags of several cells: ``ROK, US``."""
        return ", ".join(self.tag(c) for c in cells) or "nobody"

    def party(self, party: str) -> str:
        """A side of a contact: a cell, ``cell/seat``, or a voice of Control."""
        cell, _, seat = party.partition("/")
        voice = self.scenario.voices.get(cell)
        if voice is not None:
            return voice.name
        return f"{self.tag(cell)} ({seat})" if seat else self.tag(cell)

    def result(self, rule: str, result: str) -> str:
        """A ruling's result in the rule's own words."""
        found = self.scenario.rules.get(rule)
        return found.says(result) if found else result

    def inject(self, inject: str) -> str:
        """An inject's id and title."""
        found = self.scenario.inject(inject)
        return f"{inject} {found.title}".strip() if found else inject

    def known(self, what: str) -> str:
        """Something that can be disclosed: an inject, a cell's private brief, a fact."""
        kind, colon, name = what.partition(":")
        if colon and kind == "private":
            return f"the private brief of {self.tag(name)}"
        return f"fact {name}" if colon and kind == "fact" else self.inject(what)

    def step(self, step: str) -> str:
        """An inject with its title, or a decision by its id."""
        return self.inject(step)

    def slot(self, slot: str, cells: Iterable[str]) -> str:
        """A decision and who answered it: ``D-03 US``."""
        own = cell_of(slot)
        return f"{slot.partition('.')[0]} {self.tag(own) if own else self.tags(cells)}"

    def coded(self, decision: str, coded: str, *, near: bool = False) -> str:
        """A coded answer with its words: ``a, UNC at once``; ``nearest to`` where it was near."""
        nearest = "nearest to " if near else ""
        found = self.scenario.decision(decision)
        if found and (option := found.option(coded)):
            return f"{nearest}{option.letter}, {option.text}"
        entry = next((c for c in found.coding if c.id == coded), None) if found else None
        if entry is not None:
            return f"{nearest}{entry.text}"
        return "in its own words" if coded == FREE else coded

    def phase(self, phase: str) -> str:
        """A phase's title."""
        return next((p.title for p in self.scenario.phases if p.id == phase), phase)

    def ending(self, ending: str) -> str:
        """An ending's title."""
        return next((e.title for e in self.scenario.endings if e.id == ending), ending)

    def track(self, track: str) -> str:
        """A track's title."""
        found = self.scenario.tracks.get(track)
        return found.title if found else track

    def target(self, target: str) -> str:
        """A commitment or sentence: id, place, label."""
        found = target_of(self.scenario, target)
        return " ".join(p for p in (found.id, found.locator and f"({found.locator})", found.label) if p)

    def time(self, minutes: int) -> str:
        """Scenario time, by date where the scenario has a calendar."""
        return show_time(minutes, day=self.scenario.calendar.date)


Phrasing: TypeAlias = Callable[[Names, Event, Any], str]
"""Words of one kind of fact."""


def quoted(words: str) -> str:
    """Typed words in quotation marks, on one line; nothing where there are none."""
    text = one_line(words)
    return f'"{text}"' if text else ""


def because(reason: Reason | str | None) -> str:
    """A reason behind a colon; empty where none was given."""
    if reason is None:
        return ""
    if isinstance(reason, str):
        text = one_line(reason)
    else:
        parts = (REASON_WORDS.get(reason.code, reason.code), one_line(reason.text))
        text = ", ".join(p for p in parts if p)
    return f": {text}" if text else ""
