"""What a session has that its scenario lacks: improvised injects, and answers nobody had foreseen.

Both come back as what changes no course of play by itself: an inject as a contingency that is held
back, an answer as an entry of the coding frame, which is never explored. The author makes more of
it where it deserves more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from ttx.engine.standing import standing
from ttx.frozen import dataclass
from ttx.model.events import AdHocReleased, AnswerRecorded, Event, PhaseEntered
from ttx.model.events import ExerciseStarted as Started
from ttx.model.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Addition:
    """Something to be added to an authored file."""

    event: int
    """Number of the event it comes from."""
    where: Literal["phase", "decision"]
    of: str
    """Id of the phase or decision it goes to."""
    key: Literal["injects", "coding"]
    data: Mapping[str, Any]
    """As an author would write it, in the order of its keys."""


def additions(scenario: Scenario, events: Sequence[Event], now: Scenario) -> tuple[Addition, ...]:
    """What of a session may go back to its scenario.

    Args:
        scenario: as the session played it.
        events: the record.
        now: the scenario as its author has it; what it holds already is left out.
    """
    phase = scenario.phases[0].id
    found: list[Addition] = []
    taken = {i.id for p in now.phases for i in p.injects} | {d.id for p in now.phases for d in p.decisions}
    texts = {i.text.strip() for p in now.phases for i in p.injects}
    for event in standing(events):
        fact = event.fact
        if isinstance(fact, Started | PhaseEntered):
            phase = fact.change.entered or phase
        elif isinstance(fact, AdHocReleased) and str(fact.text).strip() not in texts:
            found.append(_inject(event.seq, phase, fact, taken))
        elif isinstance(fact, AnswerRecorded):
            found += _answer(event.seq, fact, now)
    return tuple(found)


def _inject(number: int, phase: str, fact: AdHocReleased, taken: set[str]) -> Addition:
    id_ = next(
        i
        for n in range(1, len(taken) + 2)
        if (i := f"{fact.inject}-{n}" if n > 1 else fact.inject) not in taken
    )
    taken.add(id_)
    words = {"from": fact.from_, "channel": fact.channel, "title": fact.title, "text": fact.text}
    data = {
        "id": id_,
        "kind": "contingency",
        "to": list(fact.to),
        **({"voice": fact.voice} if fact.voice else {}),
        **{name: str(each) for name, each in words.items() if str(each).strip()},
        "notes": f"Improvised in a session, event #{number}.",
    }
    return Addition(number, "phase", phase, "injects", data)


def _answer(number: int, fact: AnswerRecorded, now: Scenario) -> Iterator[Addition]:
    """A near or free answer, where words were written down that the frame does not hold."""
    decision = now.decision(fact.decision)
    said = " ".join(str(fact.said).split())
    if decision is None or not said or not (fact.near or fact.coded == "free"):
        return
    if said in {c.text.strip() for c in decision.coding} | {o.text.strip() for o in decision.options}:
        return
    known = {c.id for c in decision.coding} | {o.id for o in decision.options}
    id_ = f"said-{number}"
    yield Addition(
        number, "decision", decision.id, "coding", {"id": f"{id_}-b" if id_ in known else id_, "text": said}
    )
