"""Recording what a cell decided or did: an answer, a free move, a first writing, what was left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, cast

from ttx.course import holds
from ttx.model.commands import CompleteRecord, RecordAnswer, RecordFirst, RecordMove
from ttx.model.events import AnswerRecorded
from ttx.model.parts import FREE, NONE, Decision
from ttx.model.position import cell_of, decision_of
from ttx.model.records import OUTCOMES, TAKEN, Carried, Grounds, OfficePosition, Outcome
from ttx.model.words import Words
from ttx.services.forms.values import (
    WHEN,
    Asked,
    Choice,
    Field,
    Form,
    Given,
    cell_choices,
    links_of,
    true_at,
    words,
)
from ttx.services.session import Session
from ttx.services.stepping import tags

_OUTCOME_WORDS: Mapping[Outcome, str] = {
    "decided": "decided",
    "in_part": "in part",
    "conditional": "if",
    "split": "split",
    "referred": "referred",
    "asked": "asked",
    "set_aside": "set aside",
    "not_taken": "not taken",
    "not_put": "not put",
    "no_agreement": "no agreement",
}
_NEEDS: Mapping[str, str] = {"conditional": "until", "referred": "referred_to"}
_SURE = tuple(Choice(c, c) for c in ("low", "medium", "high"))
_HOW = tuple(Choice(c, c) for c in ("agreed", "ruled", "majority", "nobody"))
_GROUNDS = (
    Field(key="rationale", label="Why", kind="text"),
    Field(key="dissent", label="Dissent", kind="text"),
    Field(key="confidence", label="Sure", kind="one", choices=_SURE),
    Field(key="rejected", label="Rejected"),
    Field(key="assumptions", label="Assumes"),
    Field(key="positions", label="Held", hint="office: what it held; office: ..."),
    Field(key="by", label="Carried by"),
    Field(key="how", label="How", kind="one", choices=_HOW),
)
_LINKS = Field(key="links", label="Bears on", kind="links", hint="type a few letters: 05a, armistice")


def answer_form(session: Session, slot: str) -> Form:
    """The sheet for what became of a decision."""
    decision = session.script.decisions[decision_of(slot)]
    cell = cell_of(slot)
    names = tags(session, (cell,) if cell else decision.to)
    fields = (
        Field(key="coded", label="Answer", kind="one", choices=_coding(session, decision), upright=True),
        Field(key="outcome", label="Outcome", kind="one", choices=_outcomes(), value="decided"),
        Field(key="until", label="If, until", hint="for: if, in part, referred (to whom)"),
        Field(key="said", label="Said", kind="text", hint="in the cell's own words"),
        _GROUNDS[0],
        _LINKS,
        *_GROUNDS[1:],
        WHEN,
    )

    def make(given: Given) -> Asked | str:
        return _answer(session, decision, cell, given)

    return Form(
        name=f"answer:{slot}",
        title=f"{decision.id} {decision.ask}",
        needed=f"{names}: an answer, or another outcome",
        fields=fields,
        make=make,
    )


def _coding(session: Session, decision: Decision) -> tuple[Choice, ...]:
    position = session.state.position
    offered = (o for o in decision.options if holds(session.script, position, o.when))
    choices = [Choice(o.id, o.text, o.letter.upper()) for o in offered]
    choices.append(Choice(FREE, "in the cell's own words", "Z"))
    choices += [Choice(c.id, f"coded: {c.text}", "") for c in decision.coding]
    return tuple(choices)


def _outcomes() -> tuple[Choice, ...]:
    return tuple(Choice(o, _OUTCOME_WORDS[o], str(n % 10)) for n, o in enumerate(OUTCOMES, start=1))


def _answer(session: Session, decision: Decision, cell: str | None, given: Given) -> Asked | str:
    outcome = cast(Outcome, given.get("outcome") or "decided")
    coded = given.get("coded") or (FREE if words(given, "said") else "")
    if outcome in TAKEN and not coded:
        return "Which answer? Choose one, or type what was said; or choose another outcome."
    if outcome == "conditional" and not words(given, "until"):
        return "If or until what? Fill in the row If, until."
    late = true_at(given, session.elapsed())
    if isinstance(late, str):
        return late
    refers = outcome == "referred"
    command = RecordAnswer(
        decision=decision.id,
        cell=cell,
        said=words(given, "said"),
        coded=coded or NONE,
        outcome=outcome,
        until=Words("") if refers else words(given, "until"),
        referred_to=words(given, "until") if refers else Words(""),
        grounds=grounds(given),
        links=links_of(given),
    )
    return Asked(command, "scribe", late)


def grounds(given: Given) -> Grounds:
    """Why, dissent, confidence and the rest, as far as it was typed."""
    return Grounds(
        rationale=words(given, "rationale"),
        dissent=words(given, "dissent"),
        confidence=cast(Literal["", "low", "medium", "high"], given.get("confidence", "")),
        assumptions=words(given, "assumptions"),
        rejected=words(given, "rejected"),
        positions=_positions(given.get("positions", "")),
        carried=Carried(
            words(given, "by"),
            cast(Literal["", "agreed", "ruled", "majority", "nobody"], given.get("how", "")),
        ),
    )


def _positions(text: str) -> tuple[OfficePosition, ...]:
    parts = (part.partition(":") for part in text.split(";") if part.strip())
    return tuple(
        OfficePosition(office=Words(office.strip()), said=Words(said.strip())) for office, _, said in parts
    )


def move_form(session: Session, cell: str = "") -> Form:
    """The sheet for a free action of a cell."""
    cells = cell_choices([(c.id, c.tag) for c in session.scenario.cells.values()])
    fields = (
        Field(key="cell", label="Cell", kind="one", choices=cells, value=cell),
        Field(key="said", label="Does", kind="text", hint="what the cell does, in its words"),
        _GROUNDS[0],
        _LINKS,
        *_GROUNDS[1:],
        WHEN,
    )

    def make(given: Given) -> Asked | str:
        if not given.get("cell"):
            return "Which cell? Choose one."
        if not words(given, "said"):
            return "What does the cell do? Type it in a few words."
        late = true_at(given, session.elapsed())
        if isinstance(late, str):
            return late
        command = RecordMove(
            cell=given["cell"], said=words(given, "said"), grounds=grounds(given), links=links_of(given)
        )
        return Asked(command, "scribe", late)

    return Form(name="move", title="A free move", needed="a cell and words", fields=fields, make=make)


def first_form(session: Session, decision_id: str, cell: str) -> Form:
    """What a cell writes before a decision is opened."""
    decision = session.script.decisions[decision_id]
    asked = next(f for f in decision.first if cell in f.to)
    fields = (Field(key="text", label="Wrote", kind="text"),)

    def make(given: Given) -> Asked | str:
        text = words(given, "text") or Words("(nothing in writing)")
        return Asked(RecordFirst(decision=decision_id, cell=cell, text=text), "scribe")

    return Form(
        name=f"first:{decision_id}:{cell}",
        title=f"{decision_id} {tags(session, (cell,))} writes first",
        needed="empty: nothing in writing",
        fields=fields,
        make=make,
        notes=(asked.ask,),
    )


def complete_form(session: Session, number: int) -> Form:
    """What a record left out."""
    fact = session.events[number - 1].fact
    about = fact.decision if isinstance(fact, AnswerRecorded) else "a free move"
    said = str(getattr(fact, "said", ""))

    def make(given: Given) -> Asked | str:
        found = grounds(given)
        left = (
            tuple(f.key for f in _GROUNDS if not given.get(f.key, "").strip()) if found == Grounds() else ()
        )
        return Asked(CompleteRecord(of=number, grounds=found, not_said=left), "scribe")

    return Form(
        name=f"complete:{number}",
        title=f"Fill in #{number}, {about}",
        needed="empty: not said, and it stops asking",
        fields=_GROUNDS,
        make=make,
        notes=(said,) if said else (),
    )
