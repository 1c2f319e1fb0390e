"""Frozen dataclasses that cost little to define: what they are made of is compiled when it is first used.

The standard decorator compiles half a dozen methods for each class as its module is imported, 1.2 ms a class;
over the few hundred values of this program that was most of the time to start, and few of them are ever made
in one run. Fields, slots and ``fields`` are the standard library's own; a type checker sees its decorator
and its ``replace``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import MISSING, FrozenInstanceError, fields
from dataclasses import dataclass as _standard
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 - given on, also to a type checker
    from dataclasses import replace as replace  # noqa: PLC0414
else:

    def dataclass(
        cls: type | None = None,
        /,
        *,
        frozen: bool = False,
        slots: bool = False,
        kw_only: bool = False,
        **other: bool,
    ) -> Any:
        """As ``dataclasses.dataclass``; a class that is frozen with slots gets its methods lazily.

        Raises:
            TypeError: as the standard decorator.
        """

        def made(cls: type) -> type:
            if not (frozen and slots) or other:
                return _standard(cls, frozen=frozen, slots=slots, kw_only=kw_only, **other)
            own = cls.__dict__
            said = {name: method for name, method in _LAZY.items() if name not in own}
            cls = _standard(cls, init=False, repr=False, eq=False, slots=True, kw_only=kw_only)
            for name, method in said.items():
                setattr(cls, name, method(cls))
            return cls

        return made if cls is None else made(cls)

    def replace(value: Any, /, **changes: Any) -> Any:
        """As ``dataclasses.replace``, several times as fast for a class of many fields.

        Raises:
            TypeError: there is no such field.
        """
        cls = value.__class__
        known = _FIELDS.get(cls)
        if known is None:
            names = tuple(spec.name for spec in fields(cls))
            known = _FIELDS[cls] = (names, _values_of(names))
        names, values = known
        given = dict(zip(names, values(value), strict=True))
        given.update(changes)
        return cls(**given)


_FIELDS: dict[type, tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]] = {}
"""A class that was copied -> its fields and what reads them."""


def _init(cls: type) -> Callable[..., None]:
    """An ``__init__`` that puts the real one in its place, then calls it."""

    def __init__(self: Any, *args: Any, **given: Any) -> None:  # noqa: N807 - becomes the method
        made = _compiled_init(cls)
        cls.__init__ = made  # type: ignore[misc]
        made(self, *args, **given)

    return __init__


def _compiled_init(cls: type) -> Callable[..., None]:
    names: dict[str, Any] = {"_MISSING": MISSING}
    before: list[str] = []
    after: list[str] = []
    body: list[str] = []
    for spec in fields(cls):
        name = spec.name
        names[f"_set_{name}"] = getattr(cls, name).__set__
        (after if spec.kw_only else before).append(name + _default(spec, names))
        value = (
            name if spec.default_factory is MISSING else f"_new_{name}() if {name} is _MISSING else {name}"
        )
        body.append(f" _set_{name}(self, {value})")
    if hasattr(cls, "__post_init__"):
        body.append(" self.__post_init__()")
    given = ", ".join(["self", *before, *(["*", *after] if after else [])])
    exec(f"def __init__({given}):\n" + "\n".join(body or [" pass"]), names)  # noqa: S102 - of field names alone
    made: Callable[..., None] = names["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _default(spec: Any, names: dict[str, Any]) -> str:
    if spec.default is not MISSING:
        names[f"_is_{spec.name}"] = spec.default
        return f"=_is_{spec.name}"
    if spec.default_factory is not MISSING:
        names[f"_new_{spec.name}"] = spec.default_factory
        return "=_MISSING"
    return ""


def _tuple(cls: type) -> Callable[[Any], tuple[Any, ...]]:
    """What gives the compared values of an instance, in order."""
    return _values_of(spec.name for spec in fields(cls) if spec.compare)


def _values_of(names: Iterable[str]) -> Callable[[Any], tuple[Any, ...]]:
    parts = "".join(f"self.{name}, " for name in names)
    made: Callable[[Any], tuple[Any, ...]] = eval(f"lambda self: ({parts})")  # noqa: S307 - of field names alone
    return made


def _eq(cls: type) -> Callable[[Any, object], Any]:
    def __eq__(self: Any, other: object) -> Any:  # noqa: N807 - becomes the method
        values = _tuple(cls)

        def compared(self: Any, other: Any) -> Any:
            if other.__class__ is not self.__class__:
                return NotImplemented
            return values(self) == values(other)

        cls.__eq__ = compared  # type: ignore[assignment]
        return compared(self, other)

    return __eq__


def _hash(cls: type) -> Callable[[Any], int]:
    def __hash__(self: Any) -> int:  # noqa: N807 - becomes the method
        values = _tuple(cls)

        def hashed(self: Any) -> int:
            return hash(values(self))

        cls.__hash__ = hashed  # type: ignore[assignment]
        return hashed(self)

    return __hash__


def _shared(method: Callable[..., Any]) -> Callable[[type], Callable[..., Any]]:
    return lambda _cls: method


def _repr(self: Any) -> str:
    said = ", ".join(f"{spec.name}={getattr(self, spec.name)!r}" for spec in fields(self) if spec.repr)
    return f"{type(self).__qualname__}({said})"


def _setattr(_self: Any, name: str, _value: Any) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _delattr(_self: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _getstate(self: Any) -> list[Any]:
    return [getattr(self, spec.name) for spec in fields(self)]


def _setstate(self: Any, state: list[Any]) -> None:
    for spec, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, spec.name, value)


_LAZY: dict[str, Callable[[type], Callable[..., Any]]] = {
    "__init__": _init,
    "__eq__": _eq,
    "__hash__": _hash,
    "__repr__": _shared(_repr),
    "__setattr__": _shared(_setattr),
    "__delattr__": _shared(_delattr),
    "__getstate__": _shared(_getstate),
    "__setstate__": _shared(_setstate),
}
"""Method -> what makes it for a class that does not bring its own."""
