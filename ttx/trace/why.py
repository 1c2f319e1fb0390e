"""Everything behind one link, for the reader who doubts it (room F35)."""

from __future__ import annotations

from collections.abc import Sequence

from ttx.engine.standing import standing
from ttx.frozen import dataclass
from ttx.model.catalogue import Provenance
from ttx.model.events import (
    AnswerRecorded,
    Event,
    InjectReleased,
    MoveRecorded,
    Overruled,
    RecordCompleted,
    Ruled,
)
from ttx.model.scenario import Scenario
from ttx.trace.graph import graph, injects_before, objectives_behind
from ttx.trace.links import links
from ttx.trace.targets import Target, target_of
from ttx.trace.values import TraceLink


@dataclass(frozen=True, slots=True)
class Behind:
    """One event behind a link: number, exercise time (ms), hat, what it was."""

    event: int
    ms: int
    hat: str
    what: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """A link with its passage, its record and every event that led to it or followed from it."""

    target: Target
    provenance: Provenance | None
    links: tuple[TraceLink, ...]
    """The target's links on this record: more than one where word and deed, or two answers, differ."""
    said: str
    written_by: str
    """The hat in which the words were written down."""
    objectives: tuple[str, ...]
    injects: tuple[str, ...]
    behind: tuple[Behind, ...]


def why(scenario: Scenario, events: Sequence[Event], record: int, target: str) -> Why | None:
    """What stands behind the links of event ``record`` to ``target``; None where there are none."""
    found = tuple(k for k in links(scenario, events) if k.record == record and k.target == target)
    if not found:
        return None
    event = events[record - 1]
    fact = event.fact
    assert isinstance(fact, AnswerRecorded | MoveRecorded)
    web = graph(scenario, events)
    decision = fact.decision if isinstance(fact, AnswerRecorded) else None
    before = injects_before(web, scenario, decision) if decision else ()
    return Why(
        target=target_of(scenario, target),
        provenance=_provenance(scenario, target),
        links=found,
        said=str(fact.said),
        written_by=event.hat,
        objectives=objectives_behind(web, target),
        injects=before,
        behind=_behind(scenario, events, record, before, found),
    )


def _provenance(scenario: Scenario, target: str) -> Provenance | None:
    document = target.partition(":")[0]
    for catalogue in scenario.catalogues.values():
        if target in catalogue.commitments or catalogue.document == document:
            return catalogue.provenance
    return None


def _behind(
    scenario: Scenario,
    events: Sequence[Event],
    record: int,
    injects: Sequence[str],
    found: Sequence[TraceLink],
) -> tuple[Behind, ...]:
    rows = [_released(e, injects) for e in standing(events) if e.seq < record]
    rows += [_after(scenario, e, record) for e in events[record - 1 :]]
    for link in found:
        for step in (*link.history, link.now):
            hat = events[step.event - 1].hat
            text = f"{step.prints}: {step.because}" if step.because else step.prints
            rows.append(Behind(step.event, step.ms, hat, f"{step.status} by {step.who}", text))
            rows += [
                Behind(
                    r.event,
                    events[r.event - 1].ms,
                    events[r.event - 1].hat,
                    f"reply of {_name(scenario, r.cell)}",
                    r.text,
                )
                for r in step.replies
            ]
    kept = dict.fromkeys(r for r in rows if r is not None)
    return tuple(sorted(kept, key=lambda b: (b.event, b.what)))


def _released(event: Event, injects: Sequence[str]) -> Behind | None:
    fact = event.fact
    if isinstance(fact, InjectReleased) and fact.inject in injects:
        return Behind(event.seq, event.ms, event.hat, f"inject {fact.inject} released")
    return None


def _after(scenario: Scenario, event: Event, record: int) -> Behind | None:
    """The record itself and what later refers to it other than links."""
    fact = event.fact
    if event.seq == record and isinstance(fact, AnswerRecorded | MoveRecorded):
        return Behind(event.seq, event.ms, event.hat, "written down", str(fact.said))
    if isinstance(fact, RecordCompleted) and fact.of == record:
        return Behind(event.seq, event.ms, event.hat, "record completed")
    if isinstance(fact, Ruled) and fact.of == record:
        rule = scenario.rules.get(fact.rule)
        result = rule.says(fact.result) if rule else fact.result
        return Behind(event.seq, event.ms, event.hat, f"ruled: {result}", str(fact.reason))
    if isinstance(fact, Overruled) and fact.of == record:
        return Behind(event.seq, event.ms, event.hat, "overruled by staff", str(fact.reason))
    return None


def _name(scenario: Scenario, cell: str) -> str:
    found = scenario.cells.get(cell)
    return found.name if found else cell
