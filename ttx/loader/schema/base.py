"""What every authored shape shares: unknown keys are refused, a key without a value is left out.

Every scalar arrives as text (``yaml_tree``); the types here decide what it must look like. Faults
of these types carry a TTX code as their type and an author's sentence as their message.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from ttx.expressions.hints import shown
from ttx.expressions.spellings import minutes_hint, truth_hint, whole_hint
from ttx.expressions.tokens import in_name
from ttx.loader.yaml_tree import Plain

MOST_MINUTES = 24 * 60
_WHOLE = re.compile(r"[-+]?[0-9]{1,9}")
LONGEST_ID = 60
_TRUTHS = {"true": True, "yes": True, "false": False, "no": False}
OPERATORS = frozenset({"and", "or", "not", "in", "told", "before"})
"""Words of the language of conditions."""
RESERVED = OPERATORS | {"all", "free", "none"}
"""Words that conditions and decisions use themselves."""


class Authored(BaseModel):
    """A mapping an author writes."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _left_out(cls, data: Any) -> Any:
        """A key that is known and has no value counts as left out."""
        if isinstance(data, Plain) and not data:
            return {}
        if not isinstance(data, dict):
            return data
        known = known_keys(cls)
        return {k: v for k, v in data.items() if v or not isinstance(v, Plain) or k not in known}


def known_keys(cls: type[Authored]) -> Mapping[str, Any]:
    """The keys an author may write -> what each takes, in the order of the class."""
    return {field.alias or name: field for name, field in cls.model_fields.items()}


def _whole(value: Any) -> Any:
    if isinstance(value, int):
        return value
    return _number(value, whole_hint)


def _number(value: Any, hint: Callable[[str], str]) -> int:
    if not isinstance(value, str) or not _WHOLE.fullmatch(value):
        said = {"hint": hint(value) if isinstance(value, str) else ""}
        raise PydanticCustomError("TTX206", "A whole number is wanted here.", said)
    return int(value)


def _minutes(value: Any) -> Any:
    number = value if isinstance(value, int) else _number(value, minutes_hint)
    if not 0 <= number <= MOST_MINUTES:
        raise PydanticCustomError("TTX206", f"Minutes of room time go from 0 to {MOST_MINUTES}.")
    return number


def _truth(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    found = _TRUTHS.get(value.lower()) if isinstance(value, str) else None
    if found is None:
        said = {"hint": truth_hint(value) if isinstance(value, str) else ""}
        raise PydanticCustomError("TTX207", "Write yes or no here.", said)
    return found


def _one_or_many(value: Any) -> Any:
    if isinstance(value, str):
        return [] if isinstance(value, Plain) and not value else [value]
    return value


def is_name(text: str) -> bool:
    """Whether conditions read a text as one name."""
    if not 0 < len(text) <= LONGEST_ID or text[0] in "-." or text[-1] in "-.":
        return False
    return all(in_name(char) for char in text) and not (text.isascii() and text.isdigit())


def _id(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if "." in value or not is_name(value):
        message = f"{shown(value)} is no id: letters, digits, - and _ make one, and not digits alone."
        raise PydanticCustomError("TTX210", "{message}", {"message": message})
    if value in RESERVED:
        message = f"{shown(value)} has a meaning of its own and cannot be an id."
        raise PydanticCustomError("TTX210", "{message}", {"message": message})
    return value


_TEXTS = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}

Id = Annotated[str, BeforeValidator(_id, json_schema_input_type=str)]
"""Letters of any script, digits, ``-`` and ``_``, at most 60; none of ``RESERVED``."""
Whole = Annotated[int, BeforeValidator(_whole, json_schema_input_type=int)]
Minutes = Annotated[int, BeforeValidator(_minutes, json_schema_input_type=int)]
"""Room minutes, 0 to a day."""
Truth = Annotated[bool, BeforeValidator(_truth), WithJsonSchema({"enum": [True, False, "yes", "no"]})]
Texts = Annotated[tuple[str, ...], BeforeValidator(_one_or_many), WithJsonSchema(_TEXTS)]
"""A text or a list of texts."""
