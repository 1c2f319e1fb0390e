"""From a dataclass to a pair of closures, once: value -> JSON text, JSON tree -> value.

A field that holds its default is left out; decoding fills it in. ``Words`` become ``{"sha":D}``
and go to the caller's ``put``; any other text stays where it is. Only exact types pass, both ways,
so what was written can always be read again. A trailing underscore of a name is not written.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any, Final, Literal, NamedTuple, TypeAlias, Union, get_args, get_origin, get_type_hints

from ttx.model.words import STRUCK, Words
from ttx.store.strict import quoted

MAX_INT: Final = 2**63 - 1
"""Largest whole number, either sign, that a session file holds."""

Put: TypeAlias = Callable[[str], str]
"""Takes words, gives their digest."""
Texts: TypeAlias = Mapping[str, list[str]]
"""Digest -> [salt, words]; a digest that is missing was struck."""
Encoder: TypeAlias = Callable[[Any, Put], str]
Decoder: TypeAlias = Callable[[Any, Texts], Any]

_NOTHING: Final = object()
_DIGEST: Final = 64


class Shape(NamedTuple):
    """How one type is written and read."""

    encode: Encoder
    decode: Decoder


class ShapeError(Exception):
    """A value has not the shape its class asks for; the message says which field."""


class UnfitError(Exception):
    """A value of the right type that a session file cannot hold: a number beyond ``MAX_INT``."""


def shape_of(hint: Any) -> Shape:
    """The closures for a type as ``get_type_hints`` gives it.

    Raises:
        TypeError: a kind of annotation that facts do not use; add it here first.
    """
    if hint in _PLAIN:
        return _PLAIN[hint]
    origin = get_origin(hint)
    if origin is Literal:
        return _one_of(frozenset(get_args(hint)))
    if origin is tuple:
        return _many(get_args(hint))
    if origin in (Union, types.UnionType):
        return _union(get_args(hint))
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return record(hint)
    raise TypeError(f"no way to write {hint!r} to a session file")


def record(cls: type) -> Shape:
    """The closures for a dataclass, without an envelope; compiled once a class."""
    found = _RECORDS.get(cls)
    if found is None:
        found = _RECORDS[cls] = _record(cls)
    return found


def _record(cls: type) -> Shape:
    hints = get_type_hints(cls)
    fields = dataclasses.fields(cls)
    shapes = [shape_of(hints[field.name]) for field in fields]
    keys = [field.name.rstrip("_") for field in fields]
    defaults = [_left_out(field, hints[field.name]) for field in fields]
    return Shape(
        _record_encoder(cls, keys, [shape.encode for shape in shapes], defaults),
        _record_decoder(cls, keys, [shape.decode for shape in shapes], defaults),
    )


def _left_out(field: dataclasses.Field[Any], hint: Any) -> Any:
    """The value that is not written: the default, and for words always the empty text."""
    if field.default_factory is not dataclasses.MISSING:
        raise TypeError(f"{field.name}: a default made anew cannot be left out of a session file")
    if hint is Words:
        if field.default not in (dataclasses.MISSING, ""):
            raise TypeError(f"{field.name}: words have no default but the empty text")
        return ""
    return _NOTHING if field.default is dataclasses.MISSING else field.default


def _record_encoder(cls: type, keys: list[str], encoders: list[Encoder], defaults: list[Any]) -> Encoder:
    names = [field.name for field in dataclasses.fields(cls)]
    values_of: Callable[[Any], tuple[Any, ...]] = attrgetter(*names) if len(names) > 1 else _tuple_of(names)
    plan = list(zip([f'"{key}":' for key in keys], encoders, defaults, strict=True))

    def encode(value: Any, put: Put) -> str:
        if type(value) is not cls:
            raise ShapeError(f"is a {type(value).__name__}, not a {cls.__name__}")
        texts = []
        key = ""
        try:
            for (key, write, default), part in zip(plan, values_of(value), strict=True):
                if part is not default and part != default:
                    texts.append(key + write(part, put))
        except ShapeError as error:
            raise ShapeError(f"{cls.__name__}.{key[1:-2]} {error}") from None
        return "{" + ",".join(texts) + "}"

    return encode


def _tuple_of(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    return lambda value: tuple(getattr(value, name) for name in names)


def _record_decoder(cls: type, keys: list[str], decoders: list[Decoder], defaults: list[Any]) -> Decoder:
    names = [field.name for field in dataclasses.fields(cls)]
    readers = dict(zip(keys, zip(names, decoders, strict=True), strict=True))
    given = {name: default for name, default in zip(names, defaults, strict=True) if default == ""}
    needed = frozenset(name for name, default in zip(names, defaults, strict=True) if default is _NOTHING)

    def decode(tree: Any, texts: Texts) -> Any:
        if type(tree) is not dict:
            raise ShapeError("is not an object")
        values = given.copy()
        key = ""
        try:
            for key, part in tree.items():
                name, read = readers[key]
                values[name] = read(part, texts)
        except KeyError:
            raise ShapeError(f"{cls.__name__} has no field {key[:40]!r}") from None
        except ShapeError as error:
            raise ShapeError(f"{cls.__name__}.{key} {error}") from None
        if not needed <= values.keys():
            raise ShapeError(f"{cls.__name__} lacks {', '.join(sorted(needed - values.keys()))}")
        return cls(**values)

    return decode


def _many(args: tuple[Any, ...]) -> Shape:
    """``tuple[X, ...]`` and ``tuple[A, B]``, both lists in the file."""
    if len(args) == 2 and args[1] is Ellipsis:
        one = shape_of(args[0])
        return _repeated(one.encode, one.decode)
    shapes = [shape_of(arg) for arg in args]
    return _fixed([shape.encode for shape in shapes], [shape.decode for shape in shapes])


def _repeated(write: Encoder, read: Decoder) -> Shape:
    def encode(value: Any, put: Put) -> str:
        if type(value) is not tuple:
            raise ShapeError("is not a tuple")
        return "[" + ",".join([write(part, put) for part in value]) + "]"

    def decode(tree: Any, texts: Texts) -> tuple[Any, ...]:
        if type(tree) is not list:
            raise ShapeError("is not a list")
        return tuple([read(part, texts) for part in tree])

    return Shape(encode, decode)


def _fixed(writers: list[Encoder], readers: list[Decoder]) -> Shape:
    def encode(value: Any, put: Put) -> str:
        if type(value) is not tuple or len(value) != len(writers):
            raise ShapeError(f"is not a tuple of {len(writers)}")
        return "[" + ",".join([write(part, put) for write, part in zip(writers, value, strict=True)]) + "]"

    def decode(tree: Any, texts: Texts) -> tuple[Any, ...]:
        if type(tree) is not list or len(tree) != len(readers):
            raise ShapeError(f"is not a list of {len(readers)}")
        return tuple([read(part, texts) for read, part in zip(readers, tree, strict=True)])

    return Shape(encode, decode)


def _union(args: tuple[Any, ...]) -> Shape:
    """``X | None``, and unions of ``int``, ``str``, ``bool`` that their JSON type tells apart."""
    others = [arg for arg in args if arg is not types.NoneType]
    if len(others) == 1:
        return _optional(shape_of(others[0]))
    if any(arg not in (int, str, bool) for arg in others):
        raise TypeError(f"no way to tell {args!r} apart in a session file")
    inner = _scalar({arg: _PLAIN[arg] for arg in others})
    return _optional(inner) if len(others) < len(args) else inner


def _optional(inner: Shape) -> Shape:
    write, read = inner

    def encode(value: Any, put: Put) -> str:
        return "null" if value is None else write(value, put)

    def decode(tree: Any, texts: Texts) -> Any:
        return None if tree is None else read(tree, texts)

    return Shape(encode, decode)


def _scalar(by_type: Mapping[type, Shape]) -> Shape:
    wanted = " or ".join(kind.__name__ for kind in by_type)

    def encode(value: Any, put: Put) -> str:
        shape = by_type.get(type(value))
        if shape is None:
            raise ShapeError(f"is not {wanted}")
        return shape.encode(value, put)

    def decode(tree: Any, texts: Texts) -> Any:
        shape = by_type.get(type(tree))
        if shape is None:
            raise ShapeError(f"is not {wanted}")
        return shape.decode(tree, texts)

    return Shape(encode, decode)


def _one_of(allowed: frozenset[Any]) -> Shape:
    if any(type(value) is not str for value in allowed):
        raise TypeError("only texts can be the words of a choice in a session file")

    texts = {value: quoted(value) for value in allowed}
    wanted = f"is none of {', '.join(sorted(allowed))}"

    def encode(value: Any, _: Put) -> str:
        text = texts.get(value) if type(value) is str else None
        if text is None:
            raise ShapeError(wanted)
        return text

    def decode(tree: Any, _: Texts) -> Any:
        if type(tree) is not str or tree not in allowed:
            raise ShapeError(wanted)
        return tree

    return Shape(encode, decode)


def _write_text(value: Any, _: Put) -> str:
    if type(value) is not str:
        raise ShapeError("is not text")
    return quoted(value)


def _read_text(tree: Any, _: Texts) -> str:
    if type(tree) is not str:
        raise ShapeError("is not text")
    return tree


def _write_truth(value: Any, _: Put) -> str:
    if type(value) is not bool:
        raise ShapeError("is not true or false")
    return "true" if value else "false"


def _read_truth(tree: Any, _: Texts) -> bool:
    if type(tree) is not bool:
        raise ShapeError("is not true or false")
    return tree


def _write_whole(value: Any, _: Put) -> str:
    if type(value) is not int:
        raise ShapeError("is not a whole number")
    if not -MAX_INT <= value <= MAX_INT:
        raise UnfitError("a number is too large")
    return str(value)


def _read_whole(value: Any, _: Texts) -> int:
    if type(value) is not int or not -MAX_INT <= value <= MAX_INT:
        raise ShapeError("is not a whole number, or too large")
    return value


def _write_words(value: Any, put: Put) -> str:
    if type(value) is not str:
        raise ShapeError("is not text")
    return f'{{"sha":"{put(value)}"}}'


def _read_words(tree: Any, texts: Texts) -> Words:
    name = tree.get("sha") if type(tree) is dict and len(tree) == 1 else None
    if type(name) is not str or len(name) != _DIGEST:
        raise ShapeError("is not a digest")
    entry = texts.get(name)
    return STRUCK if entry is None else Words(entry[1])


_RECORDS: dict[type, Shape] = {}
_PLAIN: Mapping[Any, Shape] = {
    str: Shape(_write_text, _read_text),
    bool: Shape(_write_truth, _read_truth),
    int: Shape(_write_whole, _read_whole),
    Words: Shape(_write_words, _read_words),
}
