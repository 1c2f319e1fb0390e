"""One session: a scenario, its file, and the one way to do anything in it.

``do`` decides, appends, and only then shows: whatever a front sees is on the disk. Where the disk
refuses, ``LogError`` is raised, nothing has changed and the same command can be tried again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from ttx import __version__
from ttx.course import Script
from ttx.engine import Moment, Record, Rejection, View, decide, extend, replay, view_for
from ttx.errors import LogError
from ttx.frozen import dataclass
from ttx.model.commands import Command, Pause, ResumeSession
from ttx.model.events import Event, Fact, FileText, Recovered, SessionOpened
from ttx.model.scenario import Scenario
from ttx.model.state import State
from ttx.model.words import Words
from ttx.services.ports import Ports, between
from ttx.store import Log, create, drafts, open_log, seal
from ttx.store.disk import DISK, Disk

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Back:
    """What somebody who opens a session again needs to know at once."""

    last: Event
    away_ms: int
    ran: bool = False
    """The exercise clock ran when the console was lost: the room may have gone on without it."""
    counted: bool = False
    """Staff say that the time away was exercise time."""
    torn_bytes: int = 0
    kept_in: str = ""


class Session:
    """A session that is being written. Close it when leaving; it can be opened again."""

    def __init__(self, script: Script, path: Path, log: Log, events: list[Event], ports: Ports) -> None:
        self.script = script
        self.path = path
        self.back: Back | None = None
        """Set where the session was opened again."""
        self._log = log
        self._events = events
        self._ports = ports
        self._state = replay(events)
        self._base_ms = events[-1].ms
        self._base_mono = ports.clock.monotonic()
        self._made: dict[Callable[[Session], Any], Any] = {}
        self._made_at = 0

    @property
    def scenario(self) -> Scenario:
        """The scenario as the file's first line holds it."""
        return self.script.scenario

    @property
    def state(self) -> State:
        """Where the session stands."""
        return self._state

    @property
    def events(self) -> Sequence[Event]:
        """Everything on record, event n at index n - 1."""
        return self._events

    @property
    def record(self) -> Record:
        """Events and state together, as the engine takes them."""
        return Record(self._events, self._state)

    @property
    def seal(self) -> str:
        """The short form of the last line's hash, to be written down outside the file."""
        return seal(self._log.head)

    @property
    def head(self) -> str:
        """The last line's hash (hex)."""
        return self._log.head

    @property
    def copy_trouble(self) -> str:
        """Why the second copy is not being written; empty where all is well or none was asked for."""
        return self._log.copy_trouble

    def once(self, make: Callable[[Session], T]) -> T:
        """What a function makes of the record; it is called anew only where an event has come since."""
        if self._made_at != len(self._events):
            self._made, self._made_at = {}, len(self._events)
        if make not in self._made:
            self._made[make] = make(self)
        found: T = self._made[make]
        return found

    def elapsed(self) -> int:
        """Exercise time in milliseconds: it passes only while the exercise runs."""
        if self._state.status != "running":
            return self._base_ms
        return self._base_ms + max(0, self._ports.clock.monotonic() - self._base_mono)

    def do(
        self, command: Command, *, hat: str = "controller", true_at: int | None = None
    ) -> Event | Rejection:
        """Carry a command out, or say why not.

        Args:
            command: what to do.
            hat: the staff role in which it is done.
            true_at: exercise time (ms) at which it really happened, for a late entry.

        Raises:
            LogError: the file could not be written; nothing has changed.
        """
        moment = Moment(at=self._ports.clock.utc(), ms=self.elapsed(), hat=hat, true_at=true_at)
        decided = decide(self.script, self.record, moment, command)
        if isinstance(decided, Event):
            self._take(decided)
        return decided

    def count_away(self) -> None:
        """The room went on while the console was away: that time was exercise time; the clock still stands.

        Raises:
            LogError: the file could not be written; nothing has changed.
        """
        back = self.back
        if back is None or not back.ran or back.counted:
            return
        before = self._base_ms
        self._base_ms = before + back.away_ms
        try:
            self.do(ResumeSession(away_ms=back.away_ms, counted=True))
        except LogError:
            self._base_ms = before
            raise
        self.back = replace(back, counted=True)

    def view(self, audience: str) -> View:
        """What a cell, the room or a coder may see now."""
        return view_for(self.script, self.record, audience)

    def draft(self, name: str) -> dict[str, str]:
        """The half-typed form of that name, field by field; empty where there is none."""
        return self._drafts().get(name, {})

    @property
    def half_typed(self) -> tuple[str, ...]:
        """Names of the forms that were begun and not saved."""
        return tuple(self._drafts())

    def keep_draft(self, name: str, fields: dict[str, str]) -> None:
        """Keep a half-typed form beside the session; empty fields drop it."""
        kept = self._drafts()
        if any(v.strip() for v in fields.values()):
            kept[name] = fields
        else:
            kept.pop(name, None)
        if kept:
            drafts.save(self.path, kept)
        else:
            drafts.clear(self.path)

    def _drafts(self) -> dict[str, dict[str, str]]:
        """What is half typed; a damaged file of drafts must not keep a session from going on."""
        try:
            return drafts.load(self.path)
        except LogError:
            return {}

    def leave(self) -> None:
        """Stop the exercise clock where it stands, for whoever comes back, and let go of the file.

        Raises:
            LogError: the file cannot be written; it is let go of all the same.
        """
        try:
            if self._state.status == "running":
                self.do(Pause())
        finally:
            self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._log.close()

    def _take(self, event: Event) -> None:
        asked = self._ports.clock.monotonic()
        self._log.append(event)
        self._events.append(event)
        self._state = extend(self._state, self._events)
        self._base_ms = event.ms
        self._base_mono = asked

    def _note(self, fact: Fact) -> None:
        """A fact about the file itself, which no command asks for."""
        self._take(Event(seq=len(self._events) + 1, at=self._ports.clock.utc(), ms=self._base_ms, fact=fact))


def begin(
    scenario: Scenario,
    files: tuple[FileText, ...],
    path: Path,
    ports: Ports,
    *,
    name: str = "",
    book: bool = False,
    practice: bool = False,
    lang: str = "",
    copy_to: Path | None = None,
    disk: Disk = DISK,
) -> Session:
    """Start a new session file; the exercise itself begins with ``StartExercise``.

    Args:
        scenario: what is played.
        files: its texts, which the first line holds.
        path: the new file.
        ports: clock and entropy.
        name: what staff call the session.
        book: played as written; a contact counts as soon as an answer implies it.
        practice: a rehearsal that never counts.
        lang: the translation that the scenario is shown in; empty: its own language.
        copy_to: a folder for a second copy.
        disk: what writes the file.

    Raises:
        LogError: the file exists already or cannot be written.
    """
    opened = SessionOpened(
        version=__version__,
        scenario=scenario.id,
        title=scenario.title,
        marking=scenario.marking,
        session=Words(name),
        seed=ports.entropy.take(32).hex(),
        entropy="seeded" if ports.entropy.kind == "seeded" else "system",
        book=book,
        practice=practice,
        lang=lang,
        files=files,
    )
    first = Event(seq=1, at=ports.clock.utc(), ms=0, fact=opened)
    log = create(path, first, salts=ports.salt, copy_to=copy_to, disk=disk)
    return Session(Script(scenario), path, log, [first], ports)


def resume(path: Path, ports: Ports, *, counted: bool = False, copy_to: Path | None = None) -> Session:
    """Open a session again where it stood, its clock standing; a torn last line is set aside.

    Args:
        path: the session file.
        ports: clock and entropy.
        counted: whether the time away counts as exercise time.
        copy_to: a folder for a second copy.

    Raises:
        LogError: the file is missing, damaged, locked, or of a later version.
    """
    opened = open_log(path, salts=ports.salt, copy_to=copy_to)
    try:
        scenario = scenario_of(opened.events, str(path))
        session = Session(Script(scenario), path, opened.log, list(opened.events), ports)
        torn = opened.torn
        if torn is not None:
            session._note(Recovered(lost_bytes=torn.size, kept_in=torn.kept_in.name))  # noqa: SLF001 - same job
        away = between(opened.events[-1].at, ports.clock.utc())
        if counted and session.state.status == "running":
            session._base_ms += away  # noqa: SLF001 - same job
        ran = session.state.status == "running"
        session.do(ResumeSession(away_ms=away, counted=counted))
        session.back = Back(
            last=opened.events[-1],
            away_ms=away,
            ran=ran,
            counted=counted,
            torn_bytes=torn.size if torn else 0,
            kept_in=torn.kept_in.name if torn else "",
        )
    except BaseException:
        opened.log.close()
        raise
    return session


def scenario_of(events: Sequence[Event], where: str, lang: str | None = None) -> Scenario:
    """The scenario that a session's first line holds.

    Args:
        events: of the session.
        where: its file, for what is said where it cannot be read.
        lang: a language its file has a translation into; None: the one that was shown.

    Raises:
        LogError: the first line opens no session, or its scenario cannot be read by this version.
        UsageError: there is no such translation.
    """
    from ttx.loader import load_texts  # noqa: PLC0415 - pydantic loads only when a scenario is read

    first = events[0].fact if events else None
    if not isinstance(first, SessionOpened):
        raise LogError(
            "The first line does not open a session.",
            where=where,
            next_step="Check that this is a session file (NAME.ttx.jsonl).",
        )
    loaded = load_texts(first.files)
    if loaded.scenario is None:
        raise LogError(
            "The scenario in this session cannot be read by this version of ttx.",
            where=where,
            next_step=f"It was written by version {first.version}; open it with that one.",
        )
    return loaded.translations.shown(loaded.scenario, first.lang if lang is None else lang)
