"""The published shape of the JSON report, read off the report's own values."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from ttx.render.facts.data import FORMAT
from ttx.report.values import Report

_SIMPLE: dict[Any, str] = {str: "string", int: "integer", bool: "boolean", NoneType: "null"}


def report_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what ``report_json`` writes; every field is there, and no other."""
    shapes: dict[str, Any] = {}
    whole = _of_class(Report, shapes)
    whole["properties"] = {"format": {"const": FORMAT}, **whole["properties"]}
    whole["required"] = ["format", *whole["required"]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "After-action report of a tabletop exercise",
        **whole,
        "$defs": dict(sorted(shapes.items())),
    }


def _of_class(kind: type, shapes: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    names = [each.name for each in fields(kind)]
    return {
        "type": "object",
        "description": (kind.__doc__ or "").split("\n")[0],
        "properties": {name.rstrip("_"): _of(hints[name], shapes) for name in names},
        "required": [name.rstrip("_") for name in names],
        "additionalProperties": False,
    }


def _of(kind: Any, shapes: dict[str, Any]) -> dict[str, Any]:
    if kind in _SIMPLE:
        return {"type": _SIMPLE[kind]}
    if is_dataclass(kind) and isinstance(kind, type):
        if kind.__name__ not in shapes:
            shapes[kind.__name__] = {}
            shapes[kind.__name__] = _of_class(kind, shapes)
        return {"$ref": f"#/$defs/{kind.__name__}"}
    origin, given = get_origin(kind), get_args(kind)
    if origin is Literal:
        return {"enum": list(given)}
    if origin in (Union, UnionType):
        return {"anyOf": [_of(each, shapes) for each in given]}
    return _of_tuple(given, shapes)


def _of_tuple(given: tuple[Any, ...], shapes: dict[str, Any]) -> dict[str, Any]:
    if len(given) == 2 and given[1] is Ellipsis:
        return {"type": "array", "items": _of(given[0], shapes)}
    return {
        "type": "array",
        "prefixItems": [_of(each, shapes) for each in given],
        "items": False,
        "minItems": len(given),
    }
