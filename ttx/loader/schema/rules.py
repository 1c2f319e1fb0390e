"""The authored shape of a rule pack."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ttx.loader.schema.base import Authored, Id, Truth, Whole
from ttx.model.rules import Decides, RuleKind

FORMAT = "ttx-rules/1"


class Band(Authored):
    """A stretch of totals and the result it gives."""

    result: str
    text: str = ""
    from_: Whole | None = Field(None, alias="from")
    to: Whole | None = None


class Modifier(Authored):
    """A number added to the dice where its condition holds."""

    id: Id
    text: str = ""
    value: Whole
    when: str | None = None


class Step(Authored):
    """A step of a procedure."""

    id: Id
    text: str = ""
    must: Truth = True


class Condition(Authored):
    """One thing a gate asks for; without ``when`` a person judges it."""

    id: Id
    text: str = ""
    when: str | None = None


class Rule(Authored):
    """One rule of a pack."""

    kind: RuleKind
    title: str = ""
    text: str = ""
    results: dict[str, str] = Field(default_factory=dict)
    dice: str = ""
    bands: tuple[Band, ...] = ()
    modifiers: tuple[Modifier, ...] = ()
    umpire: tuple[Whole, ...] = Field((), max_length=2, min_length=2)
    steps: tuple[Step, ...] = ()
    target: Whole | None = None
    conditions: tuple[Condition, ...] = ()
    decides: Decides = ""
    tie: str = ""


class RulePack(Authored):
    """A file of rules."""

    format: Annotated[str, Field(json_schema_extra={"const": FORMAT})]
    id: Id
    title: str = ""
    rules: dict[Id, Rule]
