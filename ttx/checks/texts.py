"""Every text of a scenario that somebody reads, with its path and who may come to read it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from ttx.checks.walk import Path, consequences, decisions, injects
from ttx.frozen import dataclass
from ttx.model.parts import Decision
from ttx.model.scenario import Phase, Scenario


@dataclass(frozen=True, slots=True)
class Text:
    """A text and its readers: ids of cells; empty: staff alone."""

    path: Path
    text: str
    cells: frozenset[str]
    item: str = ""
    """The inject, decision or phase it belongs to."""
    brief: bool = False
    """Whether it is a cell's private paper, which nobody is given in play."""


def texts(scenario: Scenario) -> tuple[Text, ...]:
    """All of them, empty ones left out."""
    if not _LAST or _LAST[0][0] is not scenario:
        parts = (_front, _staff, _injects, _decisions, _phases)
        found = tuple(each for part in parts for each in part(scenario) if each.text)
        _LAST[:] = [(scenario, found)]
    return _LAST[0][1]


_LAST: list[tuple[Scenario, tuple[Text, ...]]] = []
"""The scenario that was asked about last and its texts: one check after the other asks for the same."""


def any_of(words: Sequence[str]) -> Callable[[str], bool]:
    """A question to a text: whether one of the words stands in it; the quick way to leave a text alone."""

    def found(text: str) -> bool:
        for word in words:  # noqa: SIM110 - any() over a generator costs three times as much
            if word in text:
                return True
        return False

    return found


def word_found(form: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first place a form is met, not counting those in the middle of a word."""
    for found in form.finditer(text):
        at = found.start()
        if at == 0 or not (text[at].isalnum() and text[at - 1].isalnum()):
            return found
    return None


def _front(scenario: Scenario) -> Iterator[Text]:
    everybody = frozenset(scenario.cells)
    for name in ("title", "theme", "purpose", "audience", "scope", "stop_line"):
        yield Text((name,), getattr(scenario, name), everybody)
    for name in ("assumptions", "artificialities", "hot_wash"):
        yield from (Text((name, n), text, everybody) for n, text in enumerate(getattr(scenario, name)))
    for cell in scenario.cells.values():
        at = ("cells", cell.id)
        yield Text((*at, "name"), cell.name, everybody)
        yield Text((*at, "brief"), cell.brief, everybody)
        yield Text((*at, "private"), cell.private, frozenset({cell.id}), brief=True)
        yield from (Text((*at, "seats", n), seat, everybody) for n, seat in enumerate(cell.seats))
    for objective in scenario.objectives.values():
        yield Text(("objectives", objective.id, "text"), objective.text, everybody)


def _staff(scenario: Scenario) -> Iterator[Text]:
    staff: frozenset[str] = frozenset()
    for voice in scenario.voices.values():
        yield Text(("voices", voice.id, "name"), voice.name, frozenset(scenario.cells))
        yield Text(("voices", voice.id, "limits"), voice.limits, staff)
    for objective in scenario.objectives.values():
        yield Text(("objectives", objective.id, "evidence"), objective.evidence, staff)
    for fact in scenario.facts.values():
        yield Text(("facts", fact.id, "until"), fact.until, staff, fact.id)
        if fact.then is not None:
            yield Text(("facts", fact.id, "then", "text"), fact.then.text, frozenset(fact.then.to), fact.id)
    for ending in scenario.endings:
        yield Text(("endings", ending.id, "title"), ending.title, staff)
        yield Text(("endings", ending.id, "text"), ending.text, staff)


def _injects(scenario: Scenario) -> Iterator[Text]:
    staff: frozenset[str] = frozenset()
    for path, inject in injects(scenario):
        to = frozenset(inject.to)
        given = {
            "from": inject.from_,
            "title": inject.title,
            "text": inject.text,
            "handling": inject.handling,
        }
        yield from (Text((*path, key), text, to, inject.id) for key, text in given.items())
        yield Text((*path, "notes"), inject.notes, staff, inject.id)
        yield from (Text((*path, "expected", n), e, staff, inject.id) for n, e in enumerate(inject.expected))


def _decisions(scenario: Scenario) -> Iterator[Text]:
    for path, decision in decisions(scenario):
        yield from _decision(path, decision)
    for path, brings in consequences(scenario):
        yield Text((*path, "text"), brings.text, frozenset())


def _decision(path: Path, decision: Decision) -> Iterator[Text]:
    staff: frozenset[str] = frozenset()
    to = frozenset(decision.to)
    yield Text((*path, "ask"), decision.ask, to, decision.id)
    yield Text((*path, "notes"), decision.notes, staff, decision.id)
    yield from (Text((*path, "probes", n), p, staff, decision.id) for n, p in enumerate(decision.probes))
    for n, first in enumerate(decision.first):
        yield Text((*path, "first", n, "ask"), first.ask, frozenset(first.to), decision.id)
    for option in decision.options:
        at = (*path, "options", option.id)
        yield Text((*at, "text"), option.text, to, decision.id)
        yield Text((*at, "for"), option.for_, staff, decision.id)
        yield Text((*at, "against"), option.against, staff, decision.id)
        for n, link in enumerate(option.links):
            yield Text((*at, "links", n, "because"), link.because, staff, decision.id)
    for n, entry in enumerate(decision.coding):
        yield Text((*path, "coding", n, "text"), entry.text, staff, decision.id)


def _phases(scenario: Scenario) -> Iterator[Text]:
    everybody = frozenset(scenario.cells)
    for p, phase in enumerate(scenario.phases):
        at: Path = ("phases", p)
        yield Text((*at, "title"), phase.title, everybody, phase.id)
        yield Text((*at, "notes"), phase.notes, frozenset(), phase.id)
        yield from _asked(at, phase)


def _asked(at: Path, phase: Phase) -> Iterator[Text]:
    for n, question in enumerate(phase.questions):
        yield Text((*at, "questions", n, "text"), question.text, frozenset(question.to), phase.id)
    for n, slip in enumerate(phase.slips):
        yield Text((*at, "slips", n, "ask"), slip.ask, frozenset(slip.to), phase.id)
