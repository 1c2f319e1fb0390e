"""What the keys of an authored shape are for, in an author's words, each shape with an example.

The texts lie in ``guide/shapes``, one file for each module of shapes. They are read only where a
JSON Schema or the reference is made of them, never where a scenario is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_args

from ttx.frozen import dataclass
from ttx.loader.schema.base import Authored
from ttx.loader.yaml_tree import plain_values, read_tree

_FOLDER = Path(__file__).parents[2] / "guide" / "shapes"


@dataclass(frozen=True, slots=True)
class Meaning:
    """One shape, told."""

    name: str
    """What an author calls it."""
    where: str
    """Where its example stands: a key of ``services.explaining.PLACES``."""
    keys: Mapping[str, str]
    """Key -> what it is for, in the order of the file."""
    example: str
    """YAML that uses every key at least once."""


def meaning(cls: type[Authored]) -> Meaning:
    """What there is to say of a shape.

    Raises:
        KeyError: nothing is written of it.
    """
    given = _texts(cls.__module__.rpartition(".")[2])[cls.__name__]
    return Meaning(given["name"], given["where"], given["keys"], given["example"])


def shapes_in(cls: type[Authored]) -> tuple[type[Authored], ...]:
    """The shape itself and every shape inside it, each once, in the order of the keys."""
    return tuple(dict.fromkeys(_inside(cls)))


def _inside(cls: type[Authored]) -> Iterator[type[Authored]]:
    yield cls
    for field in cls.model_fields.values():
        for each in _authored(field.annotation):
            yield from _inside(each)


def _authored(annotation: Any) -> Iterator[type[Authored]]:
    if isinstance(annotation, type) and issubclass(annotation, Authored):
        yield annotation
    for each in get_args(annotation):
        yield from _authored(each)


@cache
def _texts(module: str) -> dict[str, Any]:
    text = (_FOLDER / f"{module}.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = plain_values(read_tree(text, f"shapes/{module}.yaml").value or {})
    return found
