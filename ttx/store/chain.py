"""One line of the session file: ``{"hash":"H","event":E,"text":T}`` LF, and how H and T are proved.

H = sha256(previous H, LF, bytes of E as they stand); before line 1 it is 64 zeros. Each entry of T
is ``"D":["salt","words"]`` with D = sha256(salt, LF, words), in the order E names them first.
So every byte of a line is held by H, by a digest or by the form. Nothing here knows a fact.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, NamedTuple

from ttx.store import strict

FIRST = "0" * 64
"""What stands for the hash of the line before line 1."""
MAX_LINE = 16 * 1024 * 1024
"""Longest line in bytes that is written or read; line 1 holds every file of a scenario."""

_HASH = slice(9, 73)
_BODY = 83
_OPENING = b'{"hash":"'
_EVENT = b'","event":'
_TEXT = b',"text":{'
_SHA = re.compile(r'\{"sha":"([0-9a-f]{64})"\}')
_NAME = b'{"sha":"'
_SEQ = re.compile(rb'\{"seq":(0|[1-9][0-9]{0,17}),"type":"')


class BadLineError(Exception):
    """A line is not as it was written; says how, without naming the line.

    Args:
        what: what is wrong, in words for the person who opens the file.
        half_written: whether a write that broke off can have left the line so.
    """

    def __init__(self, what: str, *, half_written: bool = True) -> None:
        super().__init__(what)
        self.what = what
        self.half_written = half_written


class Parts(NamedTuple):
    """A line taken apart: H, the bytes of E, the bytes of T."""

    hash: str
    body: bytes
    text: bytes


def digest(salt: str, words: str) -> str:
    """D of words: hex sha256 over salt, LF, words."""
    return sha256(f"{salt}\n{words}".encode()).hexdigest()


def link(previous: str, body: bytes) -> str:
    """H of a line from the H before it and the bytes of its E."""
    return sha256(b"%b\n%b" % (previous.encode(), body)).hexdigest()


def joined(hash_: str, body: bytes, texts: Mapping[str, list[str]]) -> bytes:
    """The whole line, LF included."""
    return b'{"hash":"%b","event":%b,"text":%b}\n' % (
        hash_.encode(),
        body,
        _texts(texts).encode(),
    )


def _texts(texts: Mapping[str, list[str]]) -> str:
    quoted = strict.quoted
    entries = [f'"{name}":[{quoted(salt)},{quoted(words)}]' for name, (salt, words) in texts.items()]
    return "{" + ",".join(entries) + "}"


def split(line: bytes) -> Parts:
    """Take a line apart without reading E or T.

    E has no way to hold the bytes of the last ``,"text":{`` because T has no key ``text``.

    Raises:
        BadLineError: the line has not the form of a line.
    """
    if line.endswith(b"\n") and not line.startswith(_OPENING):
        raise BadLineError("this is not a line of a session file")
    if not line.endswith(b"}\n"):
        changed = line.endswith(b"}\r\n")
        raise BadLineError("its line end was changed to CR LF" if changed else "it is not whole")
    at = line.rfind(_TEXT)
    if line[73:_BODY] != _EVENT or at < _BODY:
        raise BadLineError("its parts do not stand where they belong")
    return Parts(line[_HASH].decode("ascii", "replace"), line[_BODY:at], line[at + 8 : -2])


def check(parts: Parts, previous: str, number: int) -> None:
    """See that a line stands where it was written: its hash fits the line before it, its number fits.

    Raises:
        BadLineError: it was changed, or a line was removed, put in or moved.
    """
    begins = _SEQ.match(parts.body)
    if begins is None:
        raise BadLineError("its event does not begin with a number and a type")
    moved = int(begins[1]) != number
    fits = link(previous, parts.body) == parts.hash
    if moved:
        what = f"number {int(begins[1])} stands where {number} belongs: a line was removed, put in or moved"
        raise BadLineError(what, half_written=not fits)
    if not fits:
        raise BadLineError("it was changed, or what stood before it was: its hash does not fit")


def texts_of(parts: Parts, named: tuple[str, ...]) -> dict[str, list[str]]:
    """T of a line: digest -> [salt, words], each proved by its digest; ``named`` is what E names.

    Raises:
        BadLineError: words were changed, put in or moved.
    """
    if parts.text == b"{}":
        return {}
    try:
        texts: dict[str, list[str]] = strict.parse(parts.text.decode(), exact=True)
    except (strict.NotStrictError, UnicodeError) as error:
        raise BadLineError(f"its words cannot be read: {error}") from error
    if any(not _proved(key, entry) for key, entry in texts.items()):
        raise BadLineError("its words were changed: they do not fit their digest")
    if [name for name in named if name in texts] != list(texts):
        raise BadLineError("it holds words that its event does not name")
    return texts


def held(parts: Parts) -> dict[str, list[str]]:
    """T of a line that was proved before."""
    return texts_of(parts, named_in(parts.body))


def named_in(body: bytes) -> tuple[str, ...]:
    """Digests that E names, in order of first mention.

    A quote inside a JSON string is escaped, so a match is always a value of its own.
    """
    if _NAME not in body:
        return ()
    return tuple(dict.fromkeys(_SHA.findall(body.decode("ascii", "replace"))))


def _proved(key: str, entry: Any) -> bool:
    if type(entry) is not list or len(entry) != 2:
        return False
    salt, words = entry
    return type(salt) is str and type(words) is str and "\n" not in salt and digest(salt, words) == key
