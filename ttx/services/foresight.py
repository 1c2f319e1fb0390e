"""What a scenario can do before anyone plays it, within limits of states, time and memory."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import replace

from ttx.course import PLAIN, Reach, Script, holds
from ttx.diagnostics import Problem, Span, Spans
from ttx.errors import UsageError
from ttx.explore.asking import Asked, ask, condition
from ttx.explore.endings import LIMIT, Endings, TooMany
from ttx.explore.endings import explore as endings_of
from ttx.explore.findings import Explored, findings
from ttx.explore.graph import Stopped, Watch, walk
from ttx.explore.problems import foreseen
from ttx.explore.reached import Key, deeds, endings_after
from ttx.explore.sampling import SAMPLES, Sampled, sample
from ttx.frozen import dataclass
from ttx.model.conditions import When
from ttx.model.position import Position
from ttx.model.scenario import Scenario
from ttx.services.memory import resident_mb
from ttx.services.ports import Clock, system

SECONDS = 60
"""Seconds of walking after which courses are drawn instead, unless told otherwise."""
MEMORY = 2_000
"""Megabytes this process may take before courses are drawn instead, unless told otherwise."""
_PROGRESS_AFTER = 500
_PROGRESS_EVERY = 200

Say = Callable[[str], None]
"""Takes a short line on how far it is; it is called again and again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How far to go exactly, and what to do beyond."""

    states: int = LIMIT
    seconds: float = SECONDS
    memory: int = MEMORY
    """Megabytes."""
    samples: int = SAMPLES
    seed: str = "explore"


DEFAULT = Limits()


def endings(
    scenario: Scenario, *, start: Position | None = None, reach: Reach = PLAIN, limit: int = LIMIT
) -> Endings:
    """Which endings can happen, and how likely at least, at most and even-handed.

    Raises:
        UsageError: the scenario has more states than the limit.
    """
    found = endings_of(Script(scenario), start=start, reach=reach, limit=limit)
    if isinstance(found, TooMany):
        raise UsageError(
            f"{scenario.title} has more than {found.limit:,} states; nothing exact is known within that.",
            next_step="Give a higher one with --limit.",
        )
    return found


def explored(
    scenario: Scenario,
    *,
    start: Position | None = None,
    reach: Reach = PLAIN,
    limits: Limits = DEFAULT,
    say: Say | None = None,
) -> Explored:
    """Everything exploring says of a scenario; beyond the limits from drawn courses, and said so.

    Args:
        scenario: one that can be played.
        start: any Position of it; the first phase, where it is None.
        reach: how wide book play is taken.
        limits: how far to walk, and how many courses to draw beyond that.
        say: told how far it is, from half a second on.
    """
    script = Script(scenario)
    graph = walk(script, start, reach, limit=limits.states, watch=_watch(limits, "states", say))
    drawn: Sampled | None = None
    if graph.stopped and graph.stopped != "interrupted":
        drawn = _drawn(script, start, reach, limits, say)
    return findings(graph, start, drawn)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """What some course can still come to; without any likelihood."""

    keys: frozenset[Key]
    after: Mapping[str, frozenset[str]]
    """What is chosen next (``D-02.a``) -> endings that can still come after it."""
    states: int
    exact: bool
    """Whether every course was walked: only then is what is not among the keys out of reach."""


def reached(
    scenario: Scenario,
    start: Position | None,
    *,
    limits: Limits = DEFAULT,
    say: Say | None = None,
    enough: Callable[[], bool] = lambda: False,
) -> Reached:
    """What can still be come to from a Position.

    Args:
        scenario: one that can be played.
        start: where to begin; None is the first phase.
        limits: how far to walk.
        say: told how far it is, from half a second on.
        enough: whether nobody waits any more; the walk ends.
    """
    watch = _until(enough, _watch(limits, "states", say))
    graph = walk(Script(scenario), start, PLAIN, limit=limits.states, watch=watch)
    return Reached(
        keys=deeds(graph), after=endings_after(graph), states=len(graph.positions), exact=not graph.stopped
    )


def proved(
    scenario: Scenario, spans: Spans, *, limits: Limits = DEFAULT, enough: Callable[[], bool]
) -> tuple[Problem, ...]:
    """What a whole walk has against a scenario (TTX7xx); empty where it was not whole.

    Args:
        scenario: one that can be played.
        spans: where its parts stand.
        limits: how far to walk.
        enough: whether nobody waits any more; the walk ends.
    """
    watch = _until(enough, _watch(limits, "states", None))
    graph = walk(Script(scenario), None, PLAIN, limit=limits.states, watch=watch)
    return () if graph.stopped or enough() else foreseen(scenario, findings(graph), spans)


def _until(enough: Callable[[], bool], watch: Watch) -> Watch:
    def watched(count: int) -> Stopped:
        return "interrupted" if enough() else watch(count)

    return watched


def asked(
    scenario: Scenario,
    when: When,
    *,
    start: Position | None = None,
    reach: Reach = PLAIN,
    limits: Limits = DEFAULT,
    say: Say | None = None,
) -> tuple[Asked, Sampled | None]:
    """Whether a condition can hold at some point, and beyond the limits the courses drawn instead."""
    script = Script(scenario)
    found = ask(
        script, when, start=start, reach=reach, limit=limits.states, watch=_watch(limits, "states", say)
    )
    if not found.stopped or found.stopped == "interrupted":
        return found, None
    drawn = _drawn(script, start, reach, limits, say, when=when)
    if found.moves is None:
        found = replace(found, moves=drawn.hit_moves)
    return found, drawn


def question(scenario: Scenario, text: str) -> When | tuple[Problem, ...]:
    """The condition a text names, or everything wrong with it, placed in the file ``--ask``."""
    read = condition(scenario, text)
    if isinstance(read, When):
        return read
    return tuple(
        Problem(f.code, Span("--ask", 1, f.offset + 1, f.length), f.message, hint=f.hint) for f in read
    )


def _drawn(
    script: Script,
    start: Position | None,
    reach: Reach,
    limits: Limits,
    say: Say | None,
    *,
    when: When | None = None,
) -> Sampled:
    return sample(
        script,
        start,
        reach,
        samples=limits.samples,
        draw=random.Random(limits.seed).randrange,  # noqa: S311 - courses to look at, nothing secret
        watch=_watch(replace(limits, memory=0), "courses drawn", say),
        asked=None if when is None else lambda position: holds(script, position, when),
    )


def _watch(limits: Limits, what: str, say: Say | None) -> Watch:
    """A watch over time and memory that says how far it is."""
    clock: Clock = system().clock
    began = clock.monotonic()
    said = began + _PROGRESS_AFTER - _PROGRESS_EVERY

    def watch(count: int) -> Stopped:
        nonlocal said
        now = clock.monotonic()
        if say is not None and now - said >= _PROGRESS_EVERY:
            said = now
            say(f"{count:,} {what}, {(now - began) / 1000:.1f} s")
        if now - began > limits.seconds * 1000:
            return "seconds"
        return "memory" if limits.memory and resident_mb() > limits.memory else ""

    return watch
