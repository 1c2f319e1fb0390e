"""An event as the bytes of E and the entries of T, and back; the one place that reads old shapes.

Text a person typed in play (``Words``) goes beside the event. The files a session was started
with (``FileText.text``) are authored facts that replay needs: they stay inside E and cannot be
struck. Facts of an older shape go through ``UPCASTERS``, one pure step a version, kept for ever.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from ttx.errors import LogError, VersionError
from ttx.model.events import FACTS, Event, SessionOpened
from ttx.store.chain import digest
from ttx.store.shapes import MAX_INT, Put, Shape, ShapeError, Texts, UnfitError, record
from ttx.store.strict import quoted

Salts: TypeAlias = Callable[[], str]
"""Gives a fresh salt, never empty, without a line feed; comes from the entropy port."""
Upcaster: TypeAlias = Callable[[Mapping[str, Any]], dict[str, Any]]
"""Fields of a fact (words as ``{"sha": D}``) -> its fields one version later."""

FORMAT: Final = "ttx-log/1"
UPCASTERS: Final[Mapping[tuple[str, int], Upcaster]] = {}
"""By type and the version they lift from."""

_ENVELOPE: Final = ("seq", "type", "v", "at", "ms", "hat", "true_at")
_LATER: Final = "Install the current version of tabletop and open it there."


class Codec:
    """The facts it knows, compiled, and the steps from their older shapes."""

    def __init__(
        self,
        facts: Mapping[str, type] = FACTS,
        upcasters: Mapping[tuple[str, int], Upcaster] = UPCASTERS,
    ) -> None:
        self._upcasters = upcasters
        self._facts = facts
        for name, cls in facts.items():
            taken = [key for key in cls.__dataclass_fields__ if key in _ENVELOPE]  # type: ignore[attr-defined]
            if taken:
                raise TypeError(f"{name}: {', '.join(taken)} belong to the envelope")

    def encode(self, event: Event, salts: Salts) -> tuple[bytes, dict[str, list[str]]]:
        """The bytes of E and the entries of T; one salt a piece of text, in order.

        Raises:
            LogError: text that is not Unicode (half a surrogate pair), a number beyond 64 bits.
            ShapeError: a bug: the fact holds values of the wrong type.
        """
        texts: dict[str, list[str]] = {}
        try:
            body = self._body(event, _putter(texts, salts)).encode()
        except (UnicodeEncodeError, UnfitError) as error:
            why = str(error) if isinstance(error, UnfitError) else "it holds half a character"
            raise LogError(
                f"this cannot be written to the session file: {why}; nothing was saved",
                next_step="Change it and save again.",
            ) from error
        return body, texts

    def _body(self, event: Event, put: Put) -> str:
        name, at, hat, true_at = type(event.fact).__name__, event.at, event.hat, event.true_at
        _see_envelope(name, at, hat, event.seq, event.ms, 0 if true_at is None else true_at)
        cls = self._facts[name]
        version, shape = _version(cls), record(cls)
        head = f'{{"seq":{event.seq},"type":"{name}","v":{version},"at":{quoted(at)},"ms":{event.ms}'
        if hat != "controller":
            head = f'{head},"hat":{quoted(hat)}'
        if true_at is not None:
            head = f'{head},"true_at":{true_at}'
        fields = shape.encode(event.fact, put)
        return f"{head},{fields[1:]}" if len(fields) > 2 else head + "}"

    def decode(self, tree: dict[str, Any], texts: Texts) -> Event:
        """The event of a parsed E; ``tree`` is used up.

        Raises:
            ShapeError: not the shape of its type and version.
            VersionError: a type or a version of a later ttx.
        """
        try:
            seq, name, version = tree.pop("seq"), tree.pop("type"), tree.pop("v")
            at, ms = tree.pop("at"), tree.pop("ms")
        except KeyError as error:
            raise ShapeError(f"lacks {error.args[0]}") from None
        hat, true_at = tree.pop("hat", "controller"), tree.pop("true_at", None)
        _see_envelope(name, at, hat, seq, version, ms, 0 if true_at is None else true_at)
        shape = self._shape(name, version)
        fact = shape.decode(self._lifted(name, version, tree), texts)
        return Event(seq=seq, at=at, ms=ms, hat=hat, true_at=true_at, fact=fact)

    def _shape(self, name: str, version: int) -> Shape:
        known = self._facts.get(name)
        if known is None or version > _version(known):
            raise VersionError(
                f"it was written by a later version: {name[:40]} {version} is not known here",
                next_step=_LATER,
            )
        return record(known)

    def _lifted(self, name: str, version: int, fields: dict[str, Any]) -> dict[str, Any]:
        for step in range(version, _version(self._facts[name])):
            lift = self._upcasters.get((name, step))
            if lift is None:
                raise ShapeError(f"has version {step}, which never was")
            fields = lift(fields)
        return fields


def _version(cls: type) -> int:
    return int(cls.V)  # type: ignore[attr-defined]


def _putter(texts: dict[str, list[str]], salts: Salts) -> Put:
    def put(words: str) -> str:
        salt = salts()
        if not salt or "\n" in salt:
            raise ValueError("a salt is one line and not empty")
        name = digest(salt, words)
        texts[name] = [salt, words]
        return name

    return put


def _see_envelope(name: object, at: object, hat: object, *numbers: object) -> None:
    if type(name) is not str or type(at) is not str or type(hat) is not str:
        raise ShapeError("has a type, time or hat that is not text")
    for number in numbers:
        if type(number) is not int or not -MAX_INT <= number <= MAX_INT:
            raise ShapeError("has a number or time that is not whole, or too large")


def see_first(event: Event) -> None:
    """See that line 1 opens a session of this format.

    Raises:
        ShapeError: it opens nothing.
        VersionError: it opens a session of a later format.
    """
    if not isinstance(event.fact, SessionOpened):
        raise ShapeError("does not open a session")
    if event.fact.format != FORMAT:
        raise VersionError(f"its format {event.fact.format[:40]} is not known here", next_step=_LATER)


CODEC: Final = Codec()
"""The facts of this version."""
