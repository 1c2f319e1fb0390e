"""Lines in and out: no cursor movement, no colour, no glyph; text from files never acts on a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

from ttx.frozen import dataclass
from ttx.render.plain import one_line, safe

_CELLS = 78


@dataclass(frozen=True, slots=True)
class Speech:
    """How a front of lines listens and speaks."""

    hear: Callable[[str], str | None]
    """The next line, after this prompt; None where there are no more."""
    say_line: Callable[[str], None]

    def say(self, text: str) -> None:
        """A paragraph, wrapped; an empty one is an empty line."""
        for part in safe(text).split("\n"):
            for row in textwrap.wrap(part, _CELLS, break_long_words=False, break_on_hyphens=False) or [""]:
                self.say_line(row)

    def item(self, head: str, text: str) -> None:
        """One of several, on lines of its own: the head first, later lines set in."""
        whole = f"{head} {one_line(text)}"
        for row in textwrap.wrap(whole, _CELLS, subsequent_indent="  ", break_long_words=False):
            self.say_line(row)
