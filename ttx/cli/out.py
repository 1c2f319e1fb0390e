"""Printing: results to stdout, everything else to stderr, nothing a terminal would act on.

The only module of the command line that writes to a stream. Text from files, logs and the keyboard
goes through ``visible``, so that no control or direction character reaches a terminal.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TextIO

from ttx.errors import TtxError, UsageError
from ttx.store.names import SUFFIX

_HIDDEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls other than tab and line feed
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction of writing
    "\u2028\u2029\ufeff\ud800-\udfff]"  # separators, byte order mark, halves of characters
)
_COLOURS: Final = {"red": 31, "green": 32, "yellow": 33, "blue": 34}


def visible(text: str) -> str:
    """The text with every control and direction character written as ``\\u001b``.

    Tab and line feed stay. The form is also JSON's, so that JSON means the same afterwards.
    """
    return _HIDDEN.sub(lambda hit: f"\\u{ord(hit[0]):04x}", text)


def one_line(text: str) -> str:
    """As ``visible``, on one line: tab and line feed become a space."""
    return visible(text.replace("\n", " ").replace("\t", " "))


def put(text: str, colours: Mapping[str, str] | None = None) -> None:
    """Print a result; ends with a line feed. ``colours`` as for ``painted``.

    The line ends of CSV are CRLF; to a terminal or pipe they go as line feeds.
    """
    _write(sys.stdout, painted(visible(text.replace("\r\n", "\n")), colours or {}))


def note(text: str) -> None:
    """Say something that is no result."""
    _write(sys.stderr, visible(text))


def complain(error: TtxError) -> None:
    """Say what stands in the way, where, and what to do next."""
    where = f"{one_line(error.where)}: " if error.where else ""
    step = f"\n{error.next_step}" if error.next_step else ""
    note(f"tabletop: {where}{error.what}{step}")


@contextmanager
def passing() -> Iterator[Callable[[str], None] | None]:
    """A way to say how far a long job is, on one line of stderr that goes away; None off a terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    said = 0

    def say(text: str) -> None:
        nonlocal said
        line = one_line(text)
        sys.stderr.write(f"\r{line}{' ' * max(0, said - len(line))}")
        sys.stderr.flush()
        said = len(line)

    try:
        yield say
    finally:
        if said:
            sys.stderr.write(f"\r{' ' * said}\r")
            sys.stderr.flush()


def deliver(text: str, file: Path | None, colours: Mapping[str, str] | None = None) -> None:
    """Print a result, or write it to a file exactly as it is.

    Raises:
        TtxError: the file cannot be written.
        UsageError: it is a session file.
    """
    if file is None:
        put(text, colours)
        return
    deliver_file(text.encode("utf-8"), file)


def deliver_file(data: bytes, file: Path) -> None:
    """Write a result to a file exactly as it is.

    Raises:
        TtxError: the file cannot be written.
        UsageError: it is a session file.
    """
    if file.name.endswith(SUFFIX):
        raise UsageError(
            "This is the name of a session file; nothing else is written there.",
            where=str(file),
            next_step="Give -o another name.",
        )
    try:
        file.write_bytes(data)
    except OSError as error:
        raise TtxError(
            f"It cannot be written: {error.strerror or error}.",
            where=str(file),
            next_step="Give -o another name or folder.",
        ) from error
    note(f"Written: {file}")


def colourful() -> bool:
    """Whether stdout takes colour: a terminal that knows it, and nobody said NO_COLOR."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM", "dumb") != "dumb"


def painted(text: str, colours: Mapping[str, str]) -> str:
    """The text with each match of a pattern in its colour; no change where colour may not be used.

    Args:
        text: what will be printed to stdout, made visible already.
        colours: regular expression -> red, green, yellow or blue.
    """
    if not colourful():
        return text
    for pattern, colour in colours.items():
        text = re.sub(pattern, f"\x1b[{_COLOURS[colour]}m\\g<0>\x1b[0m", text)
    return text


def draws(letters: str) -> bool:
    """Whether stdout can show these characters."""
    try:
        letters.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def _write(stream: TextIO, text: str) -> None:
    stream.write(text if text.endswith("\n") else f"{text}\n")
