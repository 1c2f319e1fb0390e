"""The JSON Schema of authored files, for editors that complete and check while somebody types.

A text field takes whatever stands there (``at: 10``), so in scenarios, packs and moves a schema
lets a number or a truth stand for a text. A catalogue does not: there ``007`` would lose its zeros.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic.json_schema import models_json_schema

from ttx.loader.schema import moves as of_moves
from ttx.loader.schema.base import Authored
from ttx.loader.schema.catalogue import Catalogue
from ttx.loader.schema.meanings import meaning, shapes_in
from ttx.loader.schema.rules import RulePack
from ttx.loader.schema.scenario import Scenario
from ttx.loader.schema.translation import Translation

_KINDS: Mapping[str, type[Authored]] = {
    "scenario": Scenario,
    "include": Scenario,
    "rules": RulePack,
    "catalogue": Catalogue,
    "moves": of_moves.MovesFile,
    "translation": Translation,
}
_MOVES = (
    of_moves.AnswerMove,
    of_moves.RulingMove,
    of_moves.RollMove,
    of_moves.SlipMove,
    of_moves.InjectMove,
    of_moves.PhaseMove,
    of_moves.EndingMove,
)
_ANY_TEXT = ["string", "number", "boolean"]


def json_schema(kind: str = "scenario") -> dict[str, Any]:
    """The schema of one kind of file.

    Args:
        kind: ``scenario``, ``include`` (a file that a scenario includes), ``rules`` (a rule pack),
            ``catalogue``, ``moves`` or ``translation``.

    Raises:
        KeyError: there is no such kind of file.
    """
    schema = _KINDS[kind].model_json_schema()
    _tell(schema, _KINDS[kind])
    if kind == "scenario":
        schema["required"] = ["format", "id", "title"]  # the rest may stand in included files
    if kind == "include":
        schema |= {"required": [], "description": "A file that a scenario includes.", "title": "Include"}
        del schema["properties"]["include"]
    if kind == "moves":
        _with_moves(schema)
    if kind != "catalogue":
        _widen(schema)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _tell(schema: dict[str, Any], cls: type[Authored]) -> None:
    """Say of every key what it is for, in place: what an editor shows beside it."""
    for each in shapes_in(cls):
        told = meaning(each).keys
        of_it = schema if each is cls else schema["$defs"][each.__name__]
        for key, value in of_it["properties"].items():
            value["description"] = told[key]


def _with_moves(schema: dict[str, Any]) -> None:
    """Say which keys a move may have; an answer's first key is the decision's id, so others may stand."""
    _, shared = models_json_schema([(cls, "validation") for cls in _MOVES])
    defs = shared["$defs"]
    keys: dict[str, Any] = {}
    for cls in _MOVES:
        _tell(defs[cls.__name__] | {"$defs": defs}, cls)
        for key, value in defs.pop(cls.__name__)["properties"].items():
            keys[key] = _either(keys[key], value) if key in keys else value
    schema.setdefault("$defs", {}).update(defs)
    schema["properties"]["moves"]["items"] = {"type": "object", "title": "Move", "properties": keys}


def _either(one: Any, other: Any) -> Any:
    """What takes both; what is said of the key says so of each."""
    told = " Or: ".join(dict.fromkeys((one.pop("description"), other.pop("description"))))
    both = one if one == other else {"anyOf": [*one.get("anyOf", [one]), *other.get("anyOf", [other])]}
    return both | {"description": told}


def _widen(part: Any) -> None:
    """Let whatever is plain stand for a text, in place."""
    if isinstance(part, dict):
        if part.get("type") == "string" and not {"enum", "const"} & part.keys():
            part["type"] = _ANY_TEXT
        for value in part.values():
            _widen(value)
    elif isinstance(part, list):
        for value in part:
            _widen(value)
