"""What every part of the compiler is handed: names, scope, rules, dates, and where to note problems.

Conditions and effects are read here, because here their place in the file is known: a fault is
shown under its own word where the text stands on one line as written, else where the text begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from ttx.diagnostics import Span
from ttx.expressions import Fault, Scope, parse, parse_effect
from ttx.expressions.hints import shown
from ttx.expressions.spellings import time_hint
from ttx.frozen import dataclass
from ttx.loader.compile.names import Names
from ttx.loader.compile.notes import Notes
from ttx.loader.places import Path
from ttx.model.conditions import When
from ttx.model.parts import Effect
from ttx.model.rules import Rule
from ttx.model.times import parse_time

_DATE = re.compile(r"\d{4}-")
_CLOCK = re.compile(r"(\d+):(\d\d)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """One scenario under compilation."""

    names: Names
    scope: Scope
    notes: Notes
    rules: Mapping[str, Rule]
    lost_packs: frozenset[str] = frozenset()
    """Packs that are named and could not be read: nothing is said of their rules."""
    day: str | None = None
    """The date of D, ISO, where the scenario has a calendar."""

    def under(self, notes: Notes) -> Context:
        """The same scenario, while another file is read."""
        return replace(self, notes=notes)

    def when(self, text: str | None, path: Path) -> When | None:
        """A condition; None where there is none or it is faulty."""
        if text is None or self.notes.full:
            return None
        read = parse(text, self.scope)
        if isinstance(read, When):
            return read
        self._note(read, text, path)
        return None

    def effects(self, texts: Iterable[str], path: Path) -> tuple[Effect, ...]:
        """The effects that can be read."""
        found: list[Effect] = []
        for n, text in enumerate(texts):
            if self.notes.full:
                break
            read = parse_effect(text, self.scope)
            if isinstance(read, Effect):
                found.append(read)
            else:
                self._note(read, text, (*path, n))
        return tuple(found)

    def time(self, text: str | None, path: Path, phase_at: int | None = None) -> int | None:
        """Scenario time, minutes since D 00:00; what cannot be read as one is TTX222."""
        if text is None:
            return None
        minutes = parse_time(text, phase_at=phase_at, day=self.day)
        if minutes is not None and _on_the_clock(text):
            return minutes
        hint = time_hint(text) or "Write D 07:40, D+1 08:00, D-14 or, within a phase, T+0:20."
        if text.startswith("T") and phase_at is None:
            hint = "T+ counts from the at of a phase, and there is none here."
        elif _DATE.match(text) and self.day is None:
            hint = "A date can be read where starts names the date of D."
        self.notes.say("TTX222", path, f"{shown(text)} is no scenario time.", hint)
        return None

    def _note(self, faults: tuple[Fault, ...], text: str, path: Path) -> None:
        if not self.notes.trusts(text):
            return
        span = self.notes.spans.of(path)
        for fault in faults:
            place = under_word(span, text, fault.offset, fault.length)
            self.notes.at(fault.code, path, place, fault.message, fault.hint)


def under_word(span: Span, text: str, offset: int, length: int) -> Span:
    """The place of ``text[offset:offset + length]``, where ``span`` is the place of ``text`` in its file."""
    quotes = {len(text): 0, len(text) + 2: 1}.get(span.length)
    if quotes is None:
        return span
    offset = min(offset, len(text))
    return Span(span.file, span.line, span.column + quotes + offset, max(length, 1))


def _on_the_clock(text: str) -> bool:
    found = _CLOCK.search(text)
    if found is None:
        return True
    return int(found[2]) < 60 and (int(found[1]) < 24 or text.startswith("T"))
