"""Commands from plain fields, as a moves file writes them after ``do``.

Owned here: the step from authored words to typed commands. What does not fit is said in the
author's terms; nothing is guessed.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from ttx.model.commands import COMMANDS, Command
from ttx.model.words import Words


class MisfitError(ValueError):
    """A field that does not fit; the message is for the author of the moves."""


def build(name: str, fields: Mapping[str, object]) -> Command:
    """The command of that name with those fields.

    Raises:
        MisfitError: no such command, or a field that does not fit it.
    """
    cls = COMMANDS.get(name)
    if cls is None:
        raise MisfitError(f"There is no command {name}. Known: {', '.join(sorted(COMMANDS))}.")
    command: Command = _record(cls, fields, name)
    return command


def _record(cls: type[Any], fields: Mapping[str, object], where: str) -> Any:
    hints = get_type_hints(cls)
    given = {_field(key, hints): value for key, value in fields.items()}
    names = {f.name: f for f in dataclasses.fields(cls)}
    for key in given:
        if key not in names:
            raise MisfitError(f"{where} has no field {key}. Known: {', '.join(sorted(names))}.")
    for key, field in names.items():
        if key not in given and _required(field):
            raise MisfitError(f"{where} needs the field {key}.")
    return cls(**{key: _value(hints[key], value, f"{where}.{key}") for key, value in given.items()})


def _field(key: str, hints: Mapping[str, Any]) -> str:
    """``from``, ``if`` and ``as`` are written plainly though Python keeps those words."""
    return f"{key}_" if f"{key}_" in hints and key not in hints else key


def _required(field: dataclasses.Field[Any]) -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def _value(kind: Any, value: object, where: str) -> Any:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _either(get_args(kind), value, where)
    if origin is Literal:
        return _one_of(get_args(kind), value, where)
    if origin is tuple:
        return _tuple(get_args(kind), value, where)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        if not isinstance(value, Mapping):
            raise MisfitError(f"{where} takes fields in braces.")
        return _record(kind, value, where)
    return _plain(kind, value, where)


def _either(kinds: Sequence[Any], value: object, where: str) -> Any:
    if value is None and type(None) in kinds:
        return None
    if isinstance(value, int) and not isinstance(value, bool) and int in kinds:
        return value
    left = [k for k in kinds if k not in (type(None), int)] or [int]
    return _value(left[0], value, where)


def _one_of(allowed: tuple[Any, ...], value: object, where: str) -> Any:
    text = "" if value is None else str(value)
    if text not in allowed:
        raise MisfitError(f"{where} is one of {', '.join(a for a in allowed if a)}; not {text}.")
    return text


def _tuple(kinds: tuple[Any, ...], value: object, where: str) -> Any:
    if isinstance(value, Mapping):
        value = list(value.items())
    items = list(value) if isinstance(value, Sequence) and not isinstance(value, str) else [value]
    if len(kinds) == 2 and kinds[1] is ...:
        return tuple(_value(kinds[0], item, where) for item in items)
    if len(items) != len(kinds):
        raise MisfitError(f"{where} takes {len(kinds)} values.")
    return tuple(_value(kind, item, where) for kind, item in zip(kinds, items, strict=True))


def _plain(kind: Any, value: object, where: str) -> Any:
    check = _PLAIN.get(kind)
    if check is None:
        raise TypeError(kind)
    return check(value, where)


def _text(value: object, where: str) -> str:
    if isinstance(value, Mapping | list | tuple) or value is None:
        raise MisfitError(f"{where} takes text.")
    return str(value)


def _number(value: object, where: str) -> int:
    try:
        return int(str(value))
    except ValueError:
        raise MisfitError(f"{where} takes a whole number.") from None


def _truth(value: object, where: str) -> bool:
    truths = {"true": True, "yes": True, "false": False, "no": False}
    found = truths.get(str(value).lower())
    if found is None:
        raise MisfitError(f"{where} takes yes or no.")
    return found


_PLAIN: Mapping[Any, Callable[[object, str], Any]] = {
    str: _text,
    Words: _text,
    int: _number,
    bool: _truth,
}
