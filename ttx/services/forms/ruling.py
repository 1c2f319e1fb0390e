"""Rulings: what a rule needs from people, and staff's answer in place of a cell's."""

from __future__ import annotations

from dataclasses import replace

from ttx.adjudication.gate import read
from ttx.course import reader
from ttx.model.commands import Overrule
from ttx.model.events import AnswerRecorded
from ttx.model.parts import FREE, NONE
from ttx.model.records import Outcome
from ttx.model.rules import Rule
from ttx.services.forms.brought import ASKS, UnreadableError
from ttx.services.forms.values import Asked, Choice, Field, Form, Given, words
from ttx.services.session import Session


def ruling_form(session: Session, decision: str) -> Form:
    """The sheet for a ruling that is due."""
    owed = next(o for o in session.state.position.owed if o.decision == decision)
    rule = session.scenario.rules[owed.rule]
    asks = ASKS[rule.kind]
    answered = session.script.decisions[decision].option(owed.value)

    def make(given: Given) -> Asked | str:
        try:
            command = asks.make(decision, rule, given)
        except UnreadableError as unreadable:
            return str(unreadable)
        return Asked(replace(command, reason=words(given, "because")), "umpire")

    texts = (rule.text,) if rule.text else ()
    return Form(
        name=f"ruling:{decision}",
        title=f"Ruling on {decision}: {rule.title or rule.id}",
        needed=asks.needed(rule),
        fields=(*asks.fields(rule), Field(key="because", label="In words")),
        make=make,
        notes=(answered.text if answered else owed.value, *texts, *_as_read(session, rule)),
        save="Rule",
    )


def _as_read(session: Session, rule: Rule) -> tuple[str, ...]:
    """What the program reads for a gate, as it stands now."""
    if rule.kind != "gate":
        return ()
    found = dict(read(rule, reader(session.script, session.state.position)))
    return tuple(
        f"{'Met' if found[c.id] else 'Not met'}, by the record: {c.text or c.id}"
        for c in rule.conditions
        if c.id in found
    )


def overrule_form(session: Session, number: int) -> Form:
    """Staff put another answer where a cell's own stood; the cell's own stays on record."""
    fact = session.events[number - 1].fact
    assert isinstance(fact, AnswerRecorded)
    decision = session.script.decisions[fact.decision]
    choices = (
        *(Choice(o.id, o.text, o.letter.upper()) for o in decision.options),
        Choice(FREE, "in words", "Z"),
        Choice(NONE, "no answer stands", "0"),
    )

    def make(given: Given) -> Asked | str:
        if not given.get("value"):
            return "Which answer stands instead? Choose one."
        if not words(given, "because"):
            return "Why? An overrule takes a reason in words."
        outcome: Outcome = "not_taken" if given["value"] == NONE else "decided"
        because = words(given, "because")
        command = Overrule(of=number, value=given["value"], reason=because, outcome=outcome)
        return Asked(command, "umpire")

    return Form(
        name=f"overrule:{number}",
        title=f"Overrule #{number}, {decision.id}",
        needed="an answer and a reason",
        fields=(
            Field(key="value", label="Instead", kind="one", choices=choices, upright=True),
            Field(key="because", label="Because", kind="text"),
        ),
        make=make,
        notes=("The cell's own answer stays on record, and so does the overrule.",),
        save="Overrule",
    )
