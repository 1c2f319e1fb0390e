"""JSON as the session file allows it: no floats, no NaN, no doubled keys, one way to write it.

Whatever bytes stand in a file, reading them ends in a value or in ``NotStrictError``.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from json.encoder import encode_basestring
from typing import Any, NoReturn


class NotStrictError(ValueError):
    """The text is not JSON, or is JSON that a session file never holds."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotStrictError("a key stands twice")
    return found


def _no_number(text: str) -> NoReturn:
    raise NotStrictError(f"{text[:20]} is not a whole number")


quoted: Callable[[str], str] = encode_basestring
"""The JSON text of a text, as ``written`` gives it and faster."""

_QUICK = json.JSONDecoder(parse_float=_no_number, parse_constant=_no_number)
_CAREFUL = json.JSONDecoder(object_pairs_hook=_object, parse_float=_no_number, parse_constant=_no_number)
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False, separators=(",", ":"))


def parse(text: str, *, exact: bool = False) -> Any:
    """The value of a JSON text that fills ``text`` from end to end.

    A text that is what ``written`` gives has no doubled key; any other is refused where ``exact``,
    else parsed again to find one.

    Raises:
        NotStrictError: anything else, also numbers of thousands of digits, nesting beyond the
            interpreter's depth and halves of surrogate pairs.
    """
    try:
        value, end = _QUICK.raw_decode(text)
        again = written(value)
        if again != text and not exact:
            value, end = _CAREFUL.raw_decode(text)
        if "\\u" in text:
            again.encode()
    except NotStrictError:
        raise
    except (ValueError, RecursionError) as error:
        raise NotStrictError("this is not JSON") from error
    if end != len(text) or (exact and again != text):
        raise NotStrictError("it is not written as a session file writes")
    return value


def written(value: Any) -> str:
    """The one JSON text of a value: no white space, characters as themselves."""
    return _ENCODER.encode(value)
