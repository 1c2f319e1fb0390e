"""Rulings: what a rule needs from people, and staff's answer in place of a cell's."""

from __future__ import annotations

from ttx.adjudication import results
from ttx.model.commands import Overrule, Rule
from ttx.model.events import AnswerRecorded
from ttx.model.parts import FREE, NONE
from ttx.model.records import Outcome
from ttx.model.rules import Rule as Ruled
from ttx.services.session import Session
from ttx.tui.forms.values import Asked, Choice, Field, Form, Given, several, words


def ruling_form(session: Session, decision: str) -> Form:
    """The sheet for a ruling that is due."""
    owed = next(o for o in session.state.position.owed if o.decision == decision)
    rule = session.scenario.rules[owed.rule]
    answered = session.script.decisions[decision].option(owed.value)

    def make(given: Given) -> Asked | str:
        return _ruling(decision, rule, given)

    return Form(
        name=f"ruling:{decision}",
        title=f"Ruling on {decision}: {rule.title or rule.id}",
        needed=_needed(rule),
        fields=_fields(rule),
        make=make,
        notes=(answered.text if answered else owed.value, *((rule.text,) if rule.text else ())),
        save="Rule",
    )


def _needed(rule: Ruled) -> str:
    by_kind = {
        "procedure": "tick what was done",
        "table": "empty: the program throws",
    }
    return by_kind.get(rule.kind, "a result")


def _fields(rule: Ruled) -> tuple[Field, ...]:
    because = Field(key="because", label="In words")
    if rule.kind == "procedure":
        steps = tuple(Choice(s.id, s.text or s.id, str(n)) for n, s in enumerate(rule.steps, start=1))
        return (Field(key="ticks", label="Done", kind="many", choices=steps, upright=True), because)
    if rule.kind == "table":
        umpire = Field(key="umpire", label="Umpire", hint=f"{rule.umpire[0]} to {rule.umpire[1]}")
        faces = Field(key="faces", label="Dice", hint=f"{rule.dice}; type the faces thrown on the table")
        return (*((umpire,) if rule.umpire != (0, 0) else ()), faces, because)
    chosen = tuple(
        Choice(r, rule.results.get(r) or r.replace("_", " "), str(n))
        for n, r in enumerate(results(rule), start=1)
    )
    return (Field(key="result", label="Result", kind="one", choices=chosen, upright=True), because)


def _ruling(decision: str, rule: Ruled, given: Given) -> Asked | str:
    because = words(given, "because")
    if rule.kind == "procedure":
        done = several(given, "ticks")
        ticks = tuple((s.id, s.id in done) for s in rule.steps)
        return Asked(Rule(decision=decision, ticks=ticks, reason=because), "umpire")
    if rule.kind == "table":
        try:
            faces = tuple(int(f) for f in given.get("faces", "").replace(",", " ").split())
            umpire = int(given.get("umpire", "").strip() or 0)
        except ValueError:
            return "Dice and umpire take whole numbers."
        return Asked(Rule(decision=decision, faces=faces, umpire=umpire, reason=because), "umpire")
    if not given.get("result"):
        return "Which result? Choose one."
    return Asked(Rule(decision=decision, result=given["result"], reason=because), "umpire")


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
