"""The authored shape of a catalogue of commitments."""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from ttx.loader.schema.base import Authored, Id, Truth
from ttx.loader.yaml_tree import Plain

FORMAT = "ttx-catalogue/1"

Act = Literal["commissive", "reaffirmation", "assessment", "position", "appreciation", "process"]
ACTS: tuple[str, ...] = get_args(Act)
Duty = Literal["result", "conduct", "standing", "stance", "enacted", "expected"]


def _text(value: Any) -> Any:
    """Catalogues arrive with numbers read as numbers, and ``007`` would have lost its zeros."""
    if isinstance(value, bool | int | float):
        raise PydanticCustomError(
            "TTX203", "Text is wanted here, and this reads as a number: put it in quotes."
        )
    return value


def _count(value: Any) -> Any:
    if isinstance(value, Plain):
        return 1  # what stands in for a missing value while the rest is looked at
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 9999:
        raise PydanticCustomError("TTX206", "A whole number from 1 to 9999 is wanted here.")
    return value


def _act(value: Any) -> Any:
    if isinstance(value, Plain):
        return ACTS[0]  # a stand-in, as above
    if value not in ACTS:
        message = f"An act is one of: {', '.join(ACTS)}."
        raise PydanticCustomError("TTX208", "{message}", {"message": message})
    return value


def _one_or_many(value: Any) -> Any:
    return [value] if isinstance(value, str | bool | int | float) else value


Text = Annotated[str, BeforeValidator(_text, json_schema_input_type=str)]
Count = Annotated[int, BeforeValidator(_count, json_schema_input_type=int)]
_OneAct = Annotated[str, BeforeValidator(_act), WithJsonSchema({"enum": list(ACTS)})]
Ids = Annotated[
    tuple[Id, ...],
    BeforeValidator(_one_or_many),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
Texts = Annotated[
    tuple[Text, ...],
    BeforeValidator(_one_or_many),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]


class Fingerprint(Authored):
    """What a sentence is known by without being held."""

    letters: Text
    words: Text


class Deadline(Authored):
    """When a commitment falls due."""

    words: Text = ""
    kind: Literal["date", "event", "recurring", "none"] = "none"
    earliest: Text | None = None
    latest: Text | None = None
    event: Id | None = None
    rides_on: Id | None = None
    basis: Literal["text", "reading", "outside"] = "text"
    also_readable_as: Text | None = None


class Milestone(Authored):
    """Something on the way that the sentence mentions."""

    words: Text
    what: Text
    promised: Truth = False


class Commitment(Authored):
    """One entry of a catalogue."""

    id: Id
    paragraph: Count
    block: Count
    sentence: Count
    label: Text
    paraphrase: Text
    speaker: Texts
    bearer: Texts
    verb: Text
    class_: Act = Field(alias="class")
    duty: Duty
    key_terms: Texts = ()
    themes: Texts = ()
    deadline: Deadline = Field(default_factory=Deadline)
    milestone: Milestone | None = None
    until: Text | None = None
    precondition: Text | None = None
    not_promised: Text | None = None
    outside: Text | None = None
    also_readable_as: Text | None = None
    weak: Truth = False
    part_of: Id | None = None
    see_also: Ids = ()
    needs: Ids = ()
    units: Count | None = None
    note: Text | None = None
    read_by: Texts = ()
    fingerprint: Fingerprint | None = None


class Sentence(Authored):
    """What a sentence of the source does."""

    at: Text
    block: Count
    acts: Annotated[tuple[_OneAct, ...], BeforeValidator(_one_or_many)]
    label: Text = ""
    paraphrase: Text = ""
    fingerprint: Fingerprint


class Tension(Authored):
    """Commitments or sentences that pull in practice."""

    id: Id
    of: Texts
    says: Text
    seen_when: Text = ""
    outside: Text | None = None


class Provenance(Authored):
    """Where the text came from."""

    publisher: Text
    official: Truth = False
    retrieved: Text = ""
    sha256: Text = ""
    language: Text = "en"
    other_texts: Text = ""
    compared_with_official: Text = "never"


class Catalogue(Authored):
    """A file of commitments read out of one document."""

    format: Annotated[Text, Field(json_schema_extra={"const": FORMAT})]
    id: Id
    document: Id
    title: Text
    short_title: Text
    date: Text
    paragraphs: Count
    provenance: Provenance
    commitments: tuple[Commitment, ...]
    sentences: tuple[Sentence, ...]
    tensions: tuple[Tension, ...] = ()
