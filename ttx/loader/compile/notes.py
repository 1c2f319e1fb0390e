"""Problems of one file, gathered by path, and lists of what a name may have meant.

Nothing is said about what stands under a path that is already known to be broken, and after
``MOST_PROBLEMS`` nothing at all: mending those comes first.
"""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

from ttx.diagnostics import Problem, Severity, Span, Spans
from ttx.expressions.hints import did_you_mean, shown
from ttx.loader.places import Path

MOST_PROBLEMS = 200
_MOST_NAMES = 3000
_BY_NAME = ("cells", "voices", "tracks", "derived", "facts", "objectives")
_LOSING = frozenset({*_BY_NAME, "phases", "injects", "decisions", "options", "id", "to", "mode"})


class Notes:
    """Where what is wrong with a file is written down."""

    def __init__(self, spans: Spans, broken: Collection[Path] = ()) -> None:
        self.spans = spans
        self._broken = frozenset(broken)
        self._found: list[Problem] = []
        self._lost = any(_loses_names(path) for path in self._broken)
        self._unsure = tuple(str(p[1]) for p in self._broken if len(p) > 1 and p[0] in _BY_NAME)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was said, in the order it was found."""
        return tuple(self._found)

    @property
    def full(self) -> bool:
        """Whether enough was found to stop looking."""
        return len(self._found) >= MOST_PROBLEMS

    def beside(self, path: Path) -> Notes:
        """These notes; where the path is broken, others that nobody reads."""
        return Notes(self.spans, {()}) if path in self._broken else self

    def trusts(self, text: str) -> bool:
        """Whether what ``text`` names can be looked up: no ids were lost, and nothing it names is broken."""
        return not self._lost and not any(name in text for name in self._unsure)

    def say(self, code: str, path: Path, message: str, hint: str = "", *, key: bool = False) -> None:
        """An error about the value (or the key) at a path."""
        self.at(code, path, self.spans.key(path) if key else self.spans.of(path), message, hint)

    def warn(self, code: str, path: Path, message: str, hint: str = "") -> None:
        """A warning about the value at a path."""
        self.at(code, path, self.spans.of(path), message, hint, severity=Severity.WARNING)

    def at(
        self,
        code: str,
        path: Path,
        span: Span,
        message: str,
        hint: str = "",
        *,
        severity: Severity = Severity.ERROR,
    ) -> None:
        """A problem at a place of its own."""
        if not self.full and not any(path[:n] in self._broken for n in range(len(path) + 1)):
            self._found.append(Problem(code, span, message, severity, hint))

    def unknown(self, kind: str, name: str, known: Collection[str], path: Path, hint: str = "") -> None:
        """A name that stands for nothing: TTX221."""
        if self.full or not self.trusts(name):
            return
        near = did_you_mean(name, known) if len(known) <= _MOST_NAMES else ""
        nothing = "" if known else f"There is no {kind} at all."
        self.say("TTX221", path, f"No {kind} is called {shown(name)}.", hint or near or nothing)


def _loses_names(path: Path) -> bool:
    """Whether names others refer to may stand under a broken path, or under what it is misspelt for."""
    last = path[-1] if path else ""
    if isinstance(last, int):
        return len(path) > 1 and path[-2] in _LOSING
    return (
        not path
        or last in _LOSING
        or bool(get_close_matches(last, _LOSING, 1, 0.75))
        or path[-2:-1] == ("options",)
    )
