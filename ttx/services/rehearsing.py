"""Whole sessions without people, through the real engine and the real session file, many at once.

Session n follows from the seed and n alone, so the count is the same over any number of processes.
Every header says practice: such a session never counts.
"""

from __future__ import annotations

import os
import signal
import tempfile
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from fractions import Fraction
from multiprocessing import get_context
from pathlib import Path

from ttx.course import PLAIN, Reach, Script
from ttx.errors import LogError, TtxError, UsageError
from ttx.frozen import dataclass
from ttx.loader import load_texts
from ttx.model.counting import how_many
from ttx.model.events import AnswerRecorded, FileText
from ttx.model.moves import Move
from ttx.model.rehearsal import Ended, Lengths, Outcome, Rehearsal
from ttx.model.scenario import Scenario
from ttx.services import session as sessions
from ttx.services.choosing import Choices, Lean
from ttx.services.playing import Played, play
from ttx.services.ports import Ports, ScriptedClock, SeededEntropy
from ttx.services.session import Session
from ttx.store import SUFFIX
from ttx.store.disk import DISK, Disk

_CHUNK = 10
"""Sessions a process plays before it reports: Ctrl+C waits for that many at most."""
_WORTH_A_PROCESS = 40
"""Sessions for which starting another process pays."""


class _Fleeting(Disk):
    """For files that are removed at once: written like any other, but nobody waits for the platter."""

    def sync(self, fd: int) -> None:
        """Go on."""

    def sync_folder(self, folder: Path) -> None:
        """Go on."""


_FLEETING = _Fleeting()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is played, and how is chosen."""

    files: tuple[FileText, ...]
    """The scenario, as ``services.checking`` found it playable."""
    seed: str
    start: str
    """The moment every session begins, UTC, ISO 8601."""
    sessions: int = 100
    moves: tuple[Move, ...] = ()
    """Played first; where they run out, or do not fit with other dice, it goes on by choice."""
    reach: Reach = PLAIN
    lean: Lean | None = None
    keep: Path | None = None
    """A folder in which the session files stay; without one they are removed."""


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What the sessions came to; ``interrupted`` where somebody stopped them on the way."""

    rehearsal: Rehearsal
    interrupted: bool


def rehearse(plan: Plan, *, jobs: int = 0) -> Rehearsed:
    """Play every session of a plan and count what came of them.

    Args:
        plan: what is played, and how.
        jobs: processes at work; 0 for as many as are worth while here.

    Raises:
        LogError: a session file exists already, or cannot be written.
        KeyboardInterrupt: somebody stopped it before one session was over.
    """
    loaded = load_texts(plan.files)
    assert loaded.scenario is not None
    with tempfile.TemporaryDirectory(prefix="tabletop-") as aside:
        folder = plan.keep or Path(aside)
        _free(plan, loaded.scenario, folder)
        count = min(jobs or _cores(), -(-plan.sessions // (_CHUNK if jobs else _WORTH_A_PROCESS)))
        outcomes: list[Outcome] = []
        interrupted = False
        try:
            if count > 1:
                _many(plan, folder, count, outcomes)
            else:
                _alone(plan, folder, outcomes)
        except KeyboardInterrupt:
            interrupted = True
    if not outcomes:
        raise KeyboardInterrupt
    even: Mapping[str, Fraction] | None = None
    unexplored = "stopped before"
    if not interrupted:
        even, unexplored, interrupted = _explored(loaded.scenario, plan.reach)
    outcomes.sort(key=lambda each: each.number)
    return Rehearsed(counted(plan, loaded.scenario, outcomes, even, unexplored), interrupted)


def log_name(scenario: Scenario, number: int) -> str:
    """The name of a rehearsed session's file: ``graduated-steps-rehearsal-0001.ttx.jsonl``."""
    return f"{scenario.id}-rehearsal-{number:04d}{SUFFIX}"


def counted(
    plan: Plan,
    scenario: Scenario,
    outcomes: Sequence[Outcome],
    even: Mapping[str, Fraction] | None,
    unexplored: str = "",
) -> Rehearsal:
    """Outcomes in the order of their numbers, counted in the order of the scenario."""
    ended = Counter(o.ending for o in outcomes)
    minutes = sorted(o.minutes for o in outcomes)
    marking = scenario.marking or "EXERCISE"
    return Rehearsal(
        scenario=scenario.id,
        title=scenario.title,
        marking=f"{marking} // REHEARSAL",
        seed=plan.seed,
        how=_how(plan),
        asked=plan.sessions,
        played=len(outcomes),
        endings={
            e.id: Ended(title=e.title, count=ended[e.id], even=None if even is None else even[e.id])
            for e in scenario.endings
        },
        tracks=_tracks(scenario, outcomes),
        decisions=_decisions(scenario, outcomes),
        lengths=Lengths(shortest=minutes[0], median=minutes[(len(minutes) - 1) // 2], longest=minutes[-1]),
        events=sum(o.events for o in outcomes),
        refused=_by_reason((o.refused, o.number) for o in outcomes),
        misfits=_by_reason((o.misfit, o.number) for o in outcomes),
        unexplored=unexplored,
    )


def _how(plan: Plan) -> str:
    chosen = f"leaning to {plan.lean}" if plan.lean else "even-handed"
    moves = how_many(len(plan.moves), "move")
    parts = [f"along {moves}, then {chosen}" if plan.moves else chosen]
    parts += ["decisions may stay unanswered"] if plan.reach.silence else []
    parts += ["contingency injects may come"] if plan.reach.contingency else []
    return "; ".join(parts)


def _tracks(scenario: Scenario, outcomes: Sequence[Outcome]) -> dict[str, dict[int | str, int]]:
    found = {name: Counter(dict(o.tracks).get(name) for o in outcomes) for name in scenario.tracks}
    return {
        name: {v: found[name][v] for v in (range(t.lo, t.hi + 1) if t.kind == "scale" else t.values)}
        for name, t in scenario.tracks.items()
    }


def _decisions(scenario: Scenario, outcomes: Sequence[Outcome]) -> dict[str, dict[str, int]]:
    given = Counter(answer for o in outcomes for answer in o.answers)
    decisions = [d for phase in scenario.phases for d in phase.decisions]
    slots = dict.fromkeys(slot for slot, _ in given)
    table: dict[str, dict[str, int]] = {}
    for decision in decisions:
        values = (*(o.id for o in decision.options), "free", "none")
        own = [s for s in slots if s.partition(".")[0] == decision.id] or [decision.id]
        for slot in sorted(own, key=lambda s: (s == decision.id, s)):
            table[slot] = {v: given[slot, v] for v in values if given[slot, v] or v != "none"}
    return table


def _by_reason(pairs: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for reason, number in pairs:
        if reason:
            found.setdefault(reason, []).append(number)
    return {reason: tuple(numbers) for reason, numbers in found.items()}


def _explored(scenario: Scenario, reach: Reach) -> tuple[Mapping[str, Fraction] | None, str, bool]:
    """The exact even-handed chances, or why there are none, and whether somebody stopped it."""
    from ttx.services.foresight import endings  # noqa: PLC0415 - not for every process of the pool

    try:
        found = endings(scenario, reach=reach).endings
    except UsageError as error:
        return None, error.what, False
    except KeyboardInterrupt:
        return None, "stopped before", True
    return {name: chance.even for name, chance in found.items()}, "", False


def _free(plan: Plan, scenario: Scenario, folder: Path) -> None:
    """Make the folder; nothing is written over what lies there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TtxError(f"It cannot be made: {error.strerror or error}.", where=str(folder)) from error
    taken = next(
        (p for n in range(1, plan.sessions + 1) if (p := folder / log_name(scenario, n)).exists()), None
    )
    if plan.keep is not None and taken is not None:
        raise LogError(
            "There is a file of this name already.", where=str(taken), next_step="Give another folder."
        )


def _cores() -> int:
    able = getattr(os, "sched_getaffinity", None)
    return len(able(0)) if able else os.cpu_count() or 1


def _alone(plan: Plan, folder: Path, outcomes: list[Outcome]) -> None:
    """Play in this process; what is done stands in ``outcomes`` even where it is stopped."""
    stage = _Stage(plan, folder)
    outcomes.extend(stage.play(number) for number in range(1, plan.sessions + 1))


def _many(plan: Plan, folder: Path, count: int, outcomes: list[Outcome]) -> None:
    """As ``_alone``, over several processes."""
    pool = ProcessPoolExecutor(count, get_context("spawn"), _set_up, (plan, folder))
    waiting: list[Future[list[Outcome]]] = []
    try:
        with _undisturbed():
            waiting += [
                pool.submit(_chunk, range(n, min(n + _CHUNK, plan.sessions + 1)))
                for n in range(1, plan.sessions + 1, _CHUNK)
            ]
        for future in waiting:
            future.result()
    except BrokenProcessPool as error:
        raise TtxError("A process that played sessions was ended from outside.") from error
    finally:
        pool.shutdown(cancel_futures=True)
        for future in waiting:
            if future.done() and not future.cancelled() and future.exception() is None:
                outcomes += future.result()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Ctrl+C reaches this process alone: those started meanwhile never hear of it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


_stages: list[_Stage] = []
"""What a process of the pool plays on, set up once."""


def _set_up(plan: Plan, folder: Path) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _stages[:] = [_Stage(plan, folder)]


def _chunk(numbers: range) -> list[Outcome]:
    return [_stages[0].play(n) for n in numbers]


class _Stage:
    """A scenario read once, on which session after session is played."""

    def __init__(self, plan: Plan, folder: Path) -> None:
        loaded = load_texts(plan.files)
        assert loaded.scenario is not None
        self.plan = plan
        self.folder = folder
        self.scenario = loaded.scenario
        self.script = Script(loaded.scenario)

    def play(self, number: int) -> Outcome:
        """Session ``number`` (1-based) from its first line to its last."""
        plan = self.plan
        seed = f"{plan.seed}/{number}"
        path = self.folder / log_name(self.scenario, number)
        clock = ScriptedClock(plan.start)
        session = sessions.begin(
            self.scenario,
            plan.files,
            path,
            Ports(clock, SeededEntropy(seed)),
            book=True,
            practice=True,
            name=f"Rehearsal {number}",
            disk=_FLEETING if plan.keep is None else DISK,
        )
        whole = False
        try:
            outcome = self._walk(session, number, clock, SeededEntropy(f"{seed}/choices"))
            whole = True
        finally:
            session.close()
            if plan.keep is None or not whole:
                path.unlink()
        return outcome

    def _walk(self, session: Session, number: int, clock: ScriptedClock, entropy: SeededEntropy) -> Outcome:
        choices = Choices(self.script, entropy, self.plan.reach, self.plan.lean)
        played = play(session, self.plan.moves, clock, chooser=choices)
        misfit = ""
        if played.stopped and played.stopped.span.file:
            at = played.stopped.span
            misfit = f"{at.file}:{at.line}: {played.stopped.message}"
            played = Played(ended=True) if played.ended else play(session, (), clock, chooser=choices)
        position = session.state.position
        return Outcome(
            number=number,
            ending=position.ended or "",
            tracks=position.tracks,
            answers=tuple(
                (e.fact.slot, e.fact.value) for e in session.events if isinstance(e.fact, AnswerRecorded)
            ),
            minutes=session.elapsed() // 60_000,
            events=len(session.events),
            refused=played.stopped.message if played.stopped else "",
            misfit=misfit,
        )
