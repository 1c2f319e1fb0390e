"""What an evaluator saw, and the word put to an objective with the events that show it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, cast

from ttx.engine import standing
from ttx.model.commands import Observe, RateObjective
from ttx.model.evaluation import NOT_PUT, WORDS
from ttx.model.events import ObjectiveRated
from ttx.model.times import show_exercise
from ttx.render.phrases import phrase
from ttx.services.forms.values import (
    WHEN,
    Asked,
    Choice,
    Field,
    Form,
    Given,
    cell_choices,
    several,
    true_at,
    words,
)
from ttx.services.session import Session

KINDS = (Choice("strength", "strength", "1"), Choice("area", "area for improvement", "2"))
"""What an observation or a finding is; chosen neither: it was only seen."""
_PSMU = {
    "P": "P performed without challenges",
    "S": "S performed with some challenges",
    "M": "M performed with major challenges",
    "U": "U unable to be performed",
}
_MOST_OFFERED = 9
_MINUTE = 60_000


def observation_form(session: Session, seen: int = 0, objective: str = "") -> Form:
    """What an evaluator saw; ``seen`` is the event it is seen in, whose time it takes (0: none)."""
    cells = cell_choices([(c.id, c.tag) for c in session.scenario.cells.values()])
    fields = (
        Field(key="text", label="Seen", kind="text", hint="what was done or said, not what you think of it"),
        Field(key="kind", label="Kind", kind="one", choices=KINDS),
        Field(key="cell", label="Cell", kind="one", choices=cells),
        *objective_field(session, objective),
        Field(key="target", label="Bears on", kind="links", hint="one commitment: 05a, armistice"),
        evidence_field(seen),
        Field(key="when", label=WHEN.label, hint=WHEN.hint, value=_time_of(session, seen)),
    )
    return Form(
        name="observe",
        title=f"An observation in #{seen}" if seen else "An observation",
        needed="what was seen",
        fields=fields,
        make=lambda given: _observed(session, given),
    )


def _observed(session: Session, given: Given) -> Asked | str:
    if not words(given, "text"):
        return "What was seen? Type it in a few words."
    targets = [part.rpartition(":")[0] for part in several(given, "target")]
    if len(targets) > 1:
        return "An observation bears on one commitment: drop the others with Ctrl+X."
    evidence = numbers_in(given.get("evidence", ""))
    if isinstance(evidence, str):
        return evidence
    late = true_at(given, session.elapsed())
    if isinstance(late, str):
        return late
    command = Observe(
        text=words(given, "text"),
        cell=given.get("cell") or None,
        objective=given.get("objective") or None,
        target=targets[0] if targets else None,
        kind=cast(Literal["", "strength", "area"], given.get("kind", "")),
        evidence=evidence,
    )
    return Asked(command, "evaluator", late)


def objective_field(session: Session, chosen: str = "") -> tuple[Field, ...]:
    """The row of objectives; none where the scenario names none."""
    choices = tuple(Choice(o, o) for o in session.scenario.objectives)
    field = Field(key="objective", label="Objective", kind="one", choices=choices, value=chosen)
    return (field,) if choices else ()


def evidence_field(*events: int, label: str = "Evidence") -> Field:
    """The row in which events are named by their numbers."""
    shown = " ".join(str(n) for n in dict.fromkeys(events) if n)
    return Field(key="evidence", label=label, hint="events by their numbers: 14 30", value=shown)


def numbers_in(text: str) -> tuple[int, ...] | str:
    """Numbers of events as typed: ``14 30``, ``#14, #30``; words that say what is wrong otherwise."""
    if re.sub(r"[#\d,;\s]", "", text):
        return "Evidence: write the numbers of events, as 14 30."
    return tuple(dict.fromkeys(int(n) for n in re.findall(r"[0-9]{1,9}", text)))


def _time_of(session: Session, number: int) -> str:
    """The event's exercise time, where it is more than a minute ago."""
    if not number:
        return ""
    event = session.events[number - 1]
    at = event.ms if event.true_at is None else event.true_at
    return show_exercise(at, seconds=False) if session.elapsed() - at >= _MINUTE else ""


def rated(session: Session, objective: str) -> ObjectiveRated | None:
    """The word that stands on an objective; None where nobody rated it."""
    facts = [e.fact for e in standing(session.events) if isinstance(e.fact, ObjectiveRated)]
    return next((f for f in reversed(facts) if f.objective == objective), None)


def rating_form(session: Session, objective: str, offered: Sequence[int] = ()) -> Form | str:
    """A word on an objective and the events that show it; words where the scenario rates nothing.

    Args:
        session: the session.
        objective: its id.
        offered: numbers of events that the record offers as evidence, in order.
    """
    if not WORDS[session.scenario.evaluation]:
        return "The scenario says evaluation: none. Observations and findings can still be recorded."
    about = session.scenario.objectives[objective]
    asked = (f"Evidence asked for: {about.evidence}",) if about.evidence else ()
    return Form(
        name=f"rate:{objective}",
        title=f"Rate {objective}",
        needed="a word, and what shows it",
        fields=_rating_fields(session, objective, offered),
        make=lambda given: _rated(objective, given),
        notes=(about.text, *asked),
    )


def _rating_fields(session: Session, objective: str, offered: Sequence[int]) -> tuple[Field, ...]:
    mode, before = session.scenario.evaluation, rated(session, objective)
    named = tuple(Choice(_one(w), _PSMU.get(w, w), str(n)) for n, w in enumerate(WORDS[mode], start=1))
    word = Field(
        key="word",
        label="Word",
        kind="one",
        choices=named,
        upright=mode == "psmu",
        value=_one(before.word) if before else "",
    )
    analysis = Field(
        key="analysis",
        label="Analysis",
        kind="text",
        hint="why it came out so",
        value=str(before.analysis) if before else "",
    )
    chosen = before.evidence if before else ()
    events = list(dict.fromkeys((*chosen, *offered)))[: max(_MOST_OFFERED, len(chosen))]
    if not events:
        return (word, evidence_field(label="Shown by"), analysis)
    choices = tuple(
        Choice(
            str(n), f"#{n} {phrase(session.events[n - 1], session.scenario)}", str(key) if key < 10 else ""
        )
        for key, n in enumerate(events, start=1)
    )
    value = " ".join(str(n) for n in chosen)
    shown = Field(key="shown", label="Shown by", kind="many", choices=choices, upright=True, value=value)
    return (word, shown, evidence_field(label="And by"), analysis)


def _one(words_: str) -> str:
    """``not shown`` without its blank: values of choices are separated by blanks."""
    return words_.replace(" ", "_")


def _rated(objective: str, given: Given) -> Asked | str:
    word = given.get("word", "").replace("_", " ")
    if not word:
        return "Which word? Choose one."
    more = numbers_in(given.get("evidence", ""))
    if isinstance(more, str):
        return more
    evidence = tuple(dict.fromkeys((*(int(n) for n in several(given, "shown")), *more)))
    if not evidence and word != NOT_PUT:
        return "A rating needs evidence: choose an event with Space, or type its number."
    command = RateObjective(
        objective=objective, word=word, evidence=evidence, analysis=words(given, "analysis")
    )
    return Asked(command, "evaluator")
