"""A scenario as its author writes it: read again whenever a file of it is saved.

A reading holds everything a screen shows of it, worked out where nobody waits. What the courses of
play come to is asked for apart, because it can take longer than a pause between two saves.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field, replace
from datetime import datetime
from pathlib import Path

from ttx.checks import heeded
from ttx.course import Script
from ttx.diagnostics import Problem, Spans
from ttx.errors import LoadError
from ttx.explore.commitments import Shown, Touch, objectives, touches
from ttx.explore.reached import Key
from ttx.frozen import dataclass
from ttx.model.scenario import Scenario
from ttx.services import checking
from ttx.services.explaining import explained
from ttx.services.foresight import Limits, proved, reached
from ttx.services.looking import Looks, looked
from ttx.services.ports import Clock, system

_LIMITS = Limits(states=60_000, seconds=10, memory=1_000)
"""An author waits no longer for what can come; what was found until then is shown, and said to be not all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one reading gave."""

    at: str
    """``14:02:31`` by this machine's clock."""
    took_ms: int
    problems: tuple[Problem, ...] = ()
    why: Mapping[str, str] = field(default_factory=dict)
    """Code of each problem -> why it matters in the room."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """File name -> its text."""
    paths: Mapping[str, str] = field(default_factory=dict)
    """File name -> its path on the disk."""
    scenario: Scenario | None = None
    """None where an error keeps it from being played."""
    spans: Spans = field(default_factory=lambda: Spans({}))
    unread: str = ""
    """Why the scenario file could not be read at all; empty where it could."""

    def says_the_same(self, other: Reading) -> bool:
        """Whether both show the same, whenever they were made: the same texts mean the same."""
        return (self.texts, self.problems, self.paths, self.unread) == (
            other.texts,
            other.problems,
            other.paths,
            other.unread,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreseen:
    """What the courses of a scenario come to; without any likelihood."""

    keys: frozenset[Key]
    touches: tuple[Touch, ...]
    objectives: tuple[Shown, ...]
    states: int
    exact: bool
    """Whether every course was walked: only then is what is not among the keys out of reach."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proved:
    """What only a walk of every course shows, without what the author ignores."""

    problems: tuple[Problem, ...]
    why: Mapping[str, str]
    """Code of each -> why it matters in the room."""


class Desk:
    """One scenario, and how its files were when they were last read."""

    def __init__(self, source: Path, clock: Clock | None = None) -> None:
        """``source``: the scenario's folder or its file."""
        self.file = source / "scenario.yaml" if source.is_dir() else source
        self._source = source
        self._clock = clock or system().clock
        self._looks: Looks = {}

    @property
    def changed(self) -> bool:
        """Whether a file of the scenario is another than it was when it was last read."""
        return looked(self._looks) != self._looks

    def read(self) -> Reading:
        """Read and check everything; a file that cannot be read is said and not raised."""
        before = looked([self.file, *self._looks])
        began = self._clock.monotonic()
        made = self._read()
        files = [self.file, *(Path(path) for path in made.paths.values())]
        self._looks = {**looked({*files, *self._folders(files)}), **before}
        return replace(made, took_ms=self._clock.monotonic() - began)

    def _read(self) -> Reading:
        at = f"{datetime.fromisoformat(self._clock.utc()).astimezone():%H:%M:%S}"
        try:
            checked = checking.check_scenario(self._source)
        except LoadError as error:
            return Reading(at=at, took_ms=0, unread=f"{error.what} {error.next_step or ''}".rstrip())
        return Reading(
            at=at,
            took_ms=0,
            problems=checked.problems,
            why={code: explained(code).why for code in sorted({p.code for p in checked.problems})},
            texts=checked.texts,
            paths=checked.paths,
            scenario=checked.scenario,
            spans=checked.spans,
        )

    def _folders(self, files: list[Path]) -> set[Path]:
        """Folders of the scenario's own: there a file that was missing may appear."""
        own = self.file.parent
        return {own, *(path.parent for path in files if path.is_relative_to(own))}


def foreseen(scenario: Scenario, enough: Callable[[], bool]) -> Foreseen:
    """Walk the courses of a scenario that can be played.

    Args:
        scenario: what is walked.
        enough: whether nobody waits any more; the walk ends.
    """
    found = reached(scenario, None, limits=_LIMITS, enough=enough)
    script = Script(scenario)
    keys = found.keys | {("phase", scenario.phases[0].id)}  # nothing leads to where everything begins
    touched = touches(script, keys)
    return Foreseen(
        keys=keys,
        touches=touched,
        objectives=objectives(script, keys, touched),
        states=found.states,
        exact=found.exact,
    )


def proved_of(reading: Reading, enough: Callable[[], bool]) -> Proved:
    """What ``validate --deep`` would say beside the reading's own problems; nothing where that is too long.

    Args:
        reading: one that can be played.
        enough: whether nobody waits any more; the walk ends.
    """
    assert reading.scenario is not None
    found = proved(reading.scenario, reading.spans, limits=_LIMITS, enough=enough)
    walked = {problem.code for problem in found}
    kept = tuple(p for p in heeded(found, reading.texts, deep=True) if p.code in walked)
    return Proved(problems=kept, why={code: explained(code).why for code in sorted(walked)})
