"""What exploring finds, as problems with their places: for authors, one pass, nothing guessed.

Only what a whole walk proved is said. Nothing here keeps a scenario from being played: what can
never happen is a warning, what may be meant so is a remark.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TypeAlias

from ttx.diagnostics import Problem, Severity, Span, Spans, in_order
from ttx.explore.findings import Explored, Whole
from ttx.explore.reached import Claim
from ttx.model.parts import FREE
from ttx.model.position import decision_of
from ttx.model.scenario import Scenario

_LONG_WAIT = 30
"""Room minutes."""
_RARE, _CERTAIN = Fraction(5, 100), Fraction(70, 100)

Path: TypeAlias = tuple[str | int, ...]


def foreseen(scenario: Scenario, explored: Explored, spans: Spans) -> tuple[Problem, ...]:
    """Everything a whole walk has against a scenario, in file order; empty where it was not whole."""
    if explored.whole is None:
        return ()
    whole = explored.whole
    places = _places(scenario)
    found = [
        *_never(explored, places, spans),
        *_dead_ends(whole, spans),
        *_shadowed(whole, spans),
        *_crossed(whole, places, spans),
        *_dominated(whole, places, spans),
        *_times(scenario, whole, places, spans),
        *_objectives(explored, spans),
        *_chances(whole, spans),
    ]
    return in_order(found)


def _places(scenario: Scenario) -> dict[str, Path]:
    """Where each phase, inject and decision stands."""
    found: dict[str, Path] = {}
    for p, phase in enumerate(scenario.phases):
        found[f"phase:{phase.id}"] = ("phases", p, "id")
        found |= {i.id: ("phases", p, "injects", n, "id") for n, i in enumerate(phase.injects)}
        found |= {d.id: ("phases", p, "decisions", n, "id") for n, d in enumerate(phase.decisions)}
    return found


def _never(explored: Explored, places: dict[str, Path], spans: Spans) -> Iterator[Problem]:
    for claim in explored.claims:
        if claim.reached or claim.held_back:
            continue
        what = {"option": "answer", "outcome": "result"}.get(claim.kind, claim.kind)
        message = f"No course of play ever comes to the {what} {claim.name}."
        hint = "Look at the conditions on the way to it, or leave it out."
        yield Problem("TTX701", _span(claim, places, spans), message, Severity.WARNING, hint)


def _span(claim: Claim, places: dict[str, Path], spans: Spans) -> Span:
    first, _, rest = claim.name.partition(".")
    if claim.kind == "ending":
        return spans.key(("endings", claim.name))
    if claim.kind == "phase":
        return spans.of(places[f"phase:{claim.name}"])
    place = places[first]
    option = rest.partition(".")[0]
    if claim.kind in ("option", "outcome") and option not in ("", FREE):
        return spans.key((*place[:-1], "options", option))
    return spans.of(place)


def _dead_ends(whole: Whole, spans: Spans) -> Iterator[Problem]:
    for moves in whole.dead_ends:
        message = f"After {len(moves)} choices nothing follows, though the exercise has not ended."
        yield Problem("TTX702", spans.of(("phases",)), message, Severity.WARNING)


def _shadowed(whole: Whole, spans: Spans) -> Iterator[Problem]:
    for each in whole.shadowed:
        message = f"{each.ending} never comes: wherever it could, {' or '.join(each.by)} is taken before it."
        hint = "Endings are read in file order; put the narrower condition first."
        yield Problem("TTX703", spans.key(("endings", each.ending)), message, Severity.WARNING, hint)


def _crossed(whole: Whole, places: dict[str, Path], spans: Spans) -> Iterator[Problem]:
    for each in whole.crossed:
        a, b = each.answers
        message = (
            f"{each.first} and {each.second} can be open together, and which is answered first changes "
            f"{', '.join(each.endings)} ({a}, then {b}, or the other way)."
        )
        hint = "Put an inject between them, or let their effects not touch the same track."
        yield Problem("TTX705", spans.of(places[each.second]), message, Severity.WARNING, hint)


def _dominated(whole: Whole, places: dict[str, Path], spans: Spans) -> Iterator[Problem]:
    for each in whole.dominated:
        gains = [*each.commitments, *(f"the ending {e}" for e in each.endings)]
        message = (
            f"{each.by} leaves every ending as open as {each.option} and serves no commitment worse; "
            f"it is better on {', '.join(gains)}."
        )
        hint = "Texts for and against are not weighed: see that this answer has a reason of its own."
        path = (*places[decision_of(each.decision)][:-1], "options", each.option)
        yield Problem("TTX704", spans.key(path), message, Severity.INFO, hint)


def _times(scenario: Scenario, whole: Whole, places: dict[str, Path], spans: Spans) -> Iterator[Problem]:
    for cell, minutes in whole.times.idle_most.items():
        if minutes >= _LONG_WAIT and cell in scenario.cells:
            message = f"{cell} can sit for {minutes} room minutes without a part in anything."
            hint = "Give it an inject, a sentence to write first, or a question in between."
            yield Problem("TTX706", spans.key(("cells", cell)), message, Severity.WARNING, hint)
    for phase in whole.times.phases:
        if phase.planned and phase.greatest > phase.planned:
            message = (
                f"The steps of {phase.phase} can take {phase.greatest} minutes; it plans {phase.planned}."
            )
            yield Problem("TTX707", spans.of(places[f"phase:{phase.phase}"]), message, Severity.WARNING)


def _objectives(explored: Explored, spans: Spans) -> Iterator[Problem]:
    for each in explored.objectives:
        if not each.shown:
            message = f"No course of play can show {each.objective}."
            hint = "Name it at an inject or a decision that is reached, or link an answer to its commitments."
            yield Problem(
                "TTX708", spans.key(("objectives", each.objective)), message, Severity.WARNING, hint
            )


def _chances(whole: Whole, spans: Spans) -> Iterator[Problem]:
    for name, chance in whole.endings.items():
        if not chance.max > 0 or _RARE <= chance.even <= _CERTAIN:
            continue
        how = "rare" if chance.even < _RARE else "nearly certain"
        message = f"{name} is {how}: {float(chance.even):.1%} even-handed."
        hint = "Even-handed describes the file, not what states do."
        yield Problem("TTX709", spans.key(("endings", name)), message, Severity.INFO, hint)
