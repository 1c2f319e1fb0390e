"""The authored shape of injects and decisions and of what they are made of."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from ttx.loader.schema.base import Authored, Id, Minutes, Texts, Truth, Whole
from ttx.model.parts import Bearing


class Link(Authored):
    """A proposed bearing on a commitment or a sentence."""

    commitment: str | None = None
    sentence: str | None = None
    bearing: Bearing = "touches"
    relies: Truth = False
    cells: Texts = ()
    if_: str = Field("", alias="if")
    part: str = ""
    extent: Literal["whole", "part"] = "whole"
    by: Literal["word", "deed"] | None = None
    contested: Truth = False
    because: str = ""


class Consequence(Authored):
    """What follows from a result, or from no answer."""

    effects: Texts = ()
    deliver: Texts = ()
    text: str = ""


class Ruling(Authored):
    """Which rule is used and what each of its results brings."""

    rule: str
    outcomes: dict[str, Consequence] = Field(default_factory=dict)


class Free(Authored):
    """How a free answer is ruled."""

    ruling: Ruling | None = None


class Contact(Authored):
    """A contact that choosing an option implies."""

    from_: str = Field(alias="from")
    to: str
    line: str = ""


class Option(Authored):
    """An authored answer."""

    text: str
    for_: str = Field("", alias="for")
    against: str = ""
    links: tuple[Link, ...] = ()
    contacts: tuple[Contact, ...] = ()
    effects: Texts = ()
    ruling: Ruling | None = None
    when: str | None = None


class Coding(Authored):
    """What the scribe may code though nobody is offered it."""

    id: Id
    text: str
    links: tuple[Link, ...] = ()


class First(Authored):
    """What others write before a decision is opened."""

    to: Texts
    ask: str
    as_: Literal["expectation", "sentence", "advice"] = Field("expectation", alias="as")


class Planned(Authored):
    """Room minutes of a decision."""

    cells: Minutes | None = None
    plenary: Minutes | None = None


def _planned(value: Any) -> Any:
    return {"cells": value} if isinstance(value, str) and value else value


class Decision(Authored):
    """A question put to a cell or cells."""

    id: Id
    to: Texts
    ask: str
    mode: str | None = None
    first: tuple[First, ...] = ()
    after: Texts = ()
    minutes: Annotated[Planned, BeforeValidator(_planned, json_schema_input_type=Planned | int)] = Field(
        default_factory=Planned
    )
    drop: Whole | None = None
    show_options: Literal["never", "after", "yes"] = "after"
    probes: Texts = ()
    objectives: Texts = ()
    notes: str = ""
    when: str | None = None
    free: Free = Field(default_factory=Free)
    coding: tuple[Coding, ...] = ()
    options: dict[Id, Option] = Field(default_factory=dict)
    ruling: Ruling | None = None
    if_not_taken: Consequence = Field(default_factory=Consequence)


class Inject(Authored):
    """What is fed to cells."""

    id: Id
    kind: Literal["contextual", "delivered", "contingency", "expected_action"] = "contextual"
    at: str | None = None
    minutes: Minutes = 0
    to: Texts = ()
    from_: str = Field("", alias="from")
    voice: str | None = None
    channel: str = ""
    title: str = ""
    text: str = ""
    handling: str = ""
    expected: Texts = ()
    objectives: Texts = ()
    notes: str = ""
    links: tuple[Link, ...] = ()
    effects: Texts = ()
    when: str | None = None
    optional: Truth = False
    each_round: Truth = False
