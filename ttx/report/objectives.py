"""Objectives with the evidence the log offers. People put the word; the program never grades."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.model.events import (
    AnswerRecorded,
    Bookmarked,
    DecisionPut,
    InjectReleased,
    NoteTaken,
    ObservationMade,
    SlipTaken,
)
from ttx.model.position import cell_of
from ttx.model.scenario import Objective
from ttx.report.divergence import told
from ttx.report.given import Traced
from ttx.report.played import Of, Played, quoted
from ttx.report.recorded import FEEDBACK, HOT_WASH, PARKED
from ttx.report.values import Line, ObjectiveLine

NOT_PUT = "not put"


def objectives(played: Played, traced: Traced) -> tuple[ObjectiveLine, ...]:
    """Every objective; ``not put`` where nothing of it was played, which the log alone can say."""
    return tuple(_objective(played, traced, each) for each in played.scenario.objectives.values())


def _objective(played: Played, traced: Traced, objective: Objective) -> ObjectiveLine:
    evidence = tuple(_evidence(played, traced, objective))
    return ObjectiveLine(
        id=objective.id,
        text=objective.text,
        evidence_asked=objective.evidence,
        word="" if evidence else NOT_PUT,
        evidence=evidence,
    )


def _evidence(played: Played, traced: Traced, objective: Objective) -> Iterator[Line]:
    given = [r for r in played.all(InjectReleased) if objective.id in _of_inject(played, r.fact.inject)]
    put = [p for p in played.all(DecisionPut) if objective.id in _of_decision(played, p.fact.decision)]
    if given:
        names = ", ".join(dict.fromkeys(r.fact.inject for r in given))
        yield Line(f"Given: {names}", tuple(r.seq for r in given))
    answers = [a for a in played.all(AnswerRecorded) if objective.id in _of_decision(played, a.fact.decision)]
    waiting = [p for p in put if not any(a.fact.decision == p.fact.decision for a in answers)]
    if waiting:
        names = ", ".join(p.fact.decision for p in waiting)
        yield Line(f"Put, nothing recorded: {names}", tuple(p.seq for p in waiting))
    for each in answers:
        yield Line(f"{_answered(played, each)}: {told(played, each)}", (each.seq,))
    yield from _linked(traced, objective)
    for seen in played.all(ObservationMade):
        if seen.fact.objective == objective.id:
            yield _observation(played, seen)


def _answered(played: Played, each: Of[AnswerRecorded]) -> str:
    """``D-01``; of a cell's own answer whose it is."""
    own = cell_of(each.fact.slot)
    first = " first" if played.written_first(each.fact) else ""
    return f"{each.fact.decision}, {played.who.cell(own)}{first}" if own else each.fact.decision


def _of_inject(played: Played, inject: str) -> tuple[str, ...]:
    found = played.scenario.inject(inject)
    return found.objectives if found else ()


def _of_decision(played: Played, decision: str) -> tuple[str, ...]:
    found = played.scenario.decision(decision)
    return found.objectives if found else ()


def _linked(traced: Traced, objective: Objective) -> Iterator[Line]:
    for target in objective.commitments:
        mine = [k for k in traced.links if k.target == target and k.bearing != "none"]
        if mine:
            settled = sum(k.settled for k in mine)
            place = f"{target} ({mine[0].locator}) {mine[0].label}"
            yield Line(
                f"Records linked to {place}: {settled} settled, {len(mine) - settled} proposed, not settled",
                tuple(sorted({k.record for k in mine})),
            )


def observations(played: Played) -> tuple[Line, ...]:
    """What evaluators saw: strengths, then areas, then the rest."""
    order = {"strength": 0, "area": 1, "": 2}
    found = sorted(played.all(ObservationMade), key=lambda o: (order[o.fact.kind], o.seq))
    return tuple(_observation(played, each) for each in found)


def _observation(played: Played, each: Of[ObservationMade]) -> Line:
    fact = each.fact
    kind = {"strength": "Strength", "area": "Area to improve", "": "Observed"}[fact.kind]
    cell = f", {played.who.cell(fact.cell)}" if fact.cell else ""
    objective = f", {fact.objective}" if fact.objective else ""
    return Line(f"{kind}{cell}{objective}: {fact.text}", (each.seq, *fact.evidence))


def notes(played: Played) -> tuple[Line, ...]:
    """What somebody meant to find again: notes with a tag, then bookmarks with words.

    Untagged notes stay in the log; feedback and what was parked stand in places of their own.
    """
    apart = ("", PARKED, FEEDBACK)
    tagged = [n for n in played.all(NoteTaken) if n.fact.tag.strip().lower() not in apart]
    marked = [b for b in played.all(Bookmarked) if b.fact.text.strip()]
    return (
        *(_note(played, each) for each in tagged),
        *(Line(f"bookmark: {b.fact.text}", (b.seq,)) for b in marked),
    )


def _note(played: Played, each: Of[NoteTaken]) -> Line:
    fact = each.fact
    cell = f", {played.who.cell(fact.cell)}" if fact.cell else ""
    return Line(
        f"{_tagged(played, fact.tag)}{cell}: {fact.text}", (each.seq, *((fact.of,) if fact.of else ()))
    )


def _tagged(played: Played, tag: str) -> str:
    """A tag; of an answer at the hot wash, the question."""
    number = tag.removeprefix(f"{HOT_WASH} ")
    asked = played.scenario.hot_wash
    at = int(number) if tag != number and number.isdecimal() else 0
    return f'Hot wash, asked "{asked[at - 1]}"' if 1 <= at <= len(asked) else tag


def slips(played: Played) -> tuple[Line, ...]:
    """Private answers as a phase closed."""
    return tuple(_slip(played, each) for each in played.all(SlipTaken))


def _slip(played: Played, each: Of[SlipTaken]) -> Line:
    fact = each.fact
    phase = next((p for p in played.scenario.phases if p.id == fact.phase), None)
    asked = phase.slips[fact.slip].ask if phase and fact.slip < len(phase.slips) else ""
    who = f"{played.who.cell(fact.cell)}, " if fact.cell else ""
    value = str(fact.value) if fact.value is not None else ""
    words = quoted(str(fact.text)) if fact.text.strip() else ""
    what = f"asked {quoted(asked)}" if asked else "asked on a slip"
    return Line(f"{who}{what}: {' '.join(p for p in (value, words) if p) or 'no answer'}", (each.seq,))
