"""What is made of what was seen: findings, what mends them, and what cells say at the hot wash."""

from __future__ import annotations

from typing import Literal, cast

from ttx.model.commands import AgreeAction, RecordFinding, TakeNote
from ttx.model.evaluation import ActionState
from ttx.model.events import ActionAgreed, FindingMade, ObservationMade
from ttx.report.recorded import FEEDBACK, HOT_WASH, PARKED
from ttx.services.forms.evaluating import KINDS, evidence_field, numbers_in, objective_field
from ttx.services.forms.values import Asked, Choice, Field, Form, Given, cell_choices, words
from ttx.services.session import Session

_ELEMENTS = tuple(
    Choice(word, word, str(n))
    for n, word in enumerate(("planning", "organisation", "equipment", "training", "exercises"), start=1)
)
_STATES = (
    Choice("open", "open", "1"),
    Choice("under_way", "under way", "2"),
    Choice("closed", "closed", "3"),
)
"""``under way`` without its blank: values of choices are separated by blanks."""
_ROUND = (("strength", "one strength"), ("gap", "one gap"), ("surprise", "one surprise"))
"""What every cell is asked first (field A7)."""


def finding_form(session: Session, of: int = 0, objective: str = "") -> Form:
    """What was found and what brought it about; an observation may be its beginning (``of``)."""
    fact = session.events[of - 1].fact if of else None
    seen = fact if isinstance(fact, ObservationMade) else None
    kind = (seen.kind if seen else "") or "area"
    fields = (
        Field(key="text", label="Found", kind="text", value=str(seen.text) if seen else ""),
        Field(key="kind", label="Kind", kind="one", choices=KINDS, value=kind),
        *objective_field(session, (seen.objective or "" if seen else "") or objective),
        Field(key="cause", label="Cause", kind="text", hint="what brought it about; ask why until it holds"),
        evidence_field(*((of, *seen.evidence) if seen else ())),
    )
    return Form(
        name=f"finding:{of}" if seen else "finding",
        title=f"A finding from #{of}" if seen else "A finding",
        needed="what was found",
        fields=fields,
        make=_found,
        notes=("A finding is about how it was done, never about who did it.",),
    )


def _found(given: Given) -> Asked | str:
    if not words(given, "text"):
        return "What was found? Type it in a few words."
    evidence = numbers_in(given.get("evidence", ""))
    if isinstance(evidence, str):
        return evidence
    command = RecordFinding(
        text=words(given, "text"),
        kind=cast(Literal["strength", "area"], given.get("kind") or "area"),
        objective=given.get("objective") or None,
        cause=words(given, "cause"),
        evidence=evidence,
    )
    return Asked(command, "evaluator")


def action_form(session: Session, *, of: int = 0, instead: int = 0) -> Form:
    """What is to be done, by which office, until when; ``instead`` changes one that stands."""
    stands = session.events[instead - 1].fact if instead else None
    before = stands if isinstance(stands, ActionAgreed) else None
    of = of or (before.of or 0 if before else 0)
    found = session.events[of - 1].fact if of else None

    def make(given: Given) -> Asked | str:
        return _mended(given, of or None, instead or None)

    return Form(
        name=f"mend:{instead or of}",
        title=f"Change #{instead}" if before else f"What mends #{of}" if of else "What is to be mended",
        needed="what is to be done",
        fields=_action_fields(before),
        make=make,
        notes=(str(found.text),) if isinstance(found, FindingMade) else (),
    )


def _action_fields(before: ActionAgreed | None) -> tuple[Field, ...]:
    def value(key: str) -> str:
        return str(getattr(before, key)) if before else ""

    state = value("state").replace(" ", "_") or "open"
    return (
        Field(key="action", label="To be done", kind="text", value=value("action")),
        Field(key="owner", label="By", hint="an office, never a name", value=value("owner")),
        Field(key="due", label="Until", hint="D+60, or a date", value=value("due")),
        Field(key="element", label="Element", kind="one", choices=_ELEMENTS, value=value("element")),
        Field(key="state", label="State", kind="one", choices=_STATES, value=state),
        Field(
            key="closed_by", label="Closed by", hint="the office that saw it done", value=value("closed_by")
        ),
    )


def _mended(given: Given, of: int | None, instead: int | None) -> Asked | str:
    if not words(given, "action"):
        return "What is to be done? Type it in a few words."
    command = AgreeAction(
        action=words(given, "action"),
        of=of,
        element=words(given, "element"),
        owner=words(given, "owner"),
        due=words(given, "due"),
        state=cast(ActionState, (given.get("state") or "open").replace("_", " ")),
        closed_by=words(given, "closed_by"),
        instead=instead,
    )
    return Asked(command, "evaluator")


def asked_at_hot_wash(session: Session) -> tuple[tuple[str, str], ...]:
    """(tag, what is asked) of everything the hot wash collects, in order."""
    own = tuple((f"{HOT_WASH} {n}", text) for n, text in enumerate(session.scenario.hot_wash, start=1))
    return (*_ROUND, *own, (FEEDBACK, "feedback on the exercise"), (PARKED, "parked for another day"))


def hot_wash_form(session: Session, tag: str = "") -> Form:
    """One line of a cell at the hot wash; nobody is named (room F31)."""
    choices = tuple(
        Choice(t.replace(" ", "_"), text, str(n) if n < 10 else "")
        for n, (t, text) in enumerate(asked_at_hot_wash(session), start=1)
    )
    cells = cell_choices([(c.id, c.tag) for c in session.scenario.cells.values()])
    fields = (
        Field(key="text", label="Words", hint="one line, as it was said"),
        Field(key="cell", label="Cell", kind="one", choices=cells),
        Field(
            key="tag", label="Asked", kind="one", choices=choices, upright=True, value=tag.replace(" ", "_")
        ),
    )
    return Form(
        name="hot wash",
        title="Said at the hot wash",
        needed="words, and to what; without a cell nobody is named",
        fields=fields,
        make=_said,
    )


def _said(given: Given) -> Asked | str:
    if not words(given, "text"):
        return "What was said? Type it in a line."
    if not given.get("tag"):
        return "To which question? Choose one."
    tag = given["tag"].replace("_", " ")
    return Asked(TakeNote(text=words(given, "text"), tag=tag, cell=given.get("cell") or None), "scribe")
