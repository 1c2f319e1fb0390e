"""The room check: what must be right before a room is let in, one line each, ok or to be mended (room F9)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryFile

from ttx.diagnostics import Problem
from ttx.frozen import dataclass
from ttx.model.counting import how_many
from ttx.model.scenario import Scenario
from ttx.services import checking, documents, library
from ttx.services.ports import system
from ttx.store import present

_LEAST_MB = 200
_MB = 1_000_000
_COLUMNS, _ROWS = 80, 24
KOREAN = ("|가나다라|", "|12345678|")
"""Two rows whose bars stand under each other where Korean letters are two cells wide."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What is going to be played, and what is wrong with it."""

    name: str
    scenario: Scenario | None
    problems: tuple[Problem, ...] = ()

    @classmethod
    def read(cls, source: Path) -> Checked:
        """Read a scenario and everything wrong with it.

        Raises:
            LoadError: the file cannot be read at all.
        """
        found = checking.check_scenario(source)
        name = found.scenario.title if found.scenario else str(source)
        return cls(name, found.scenario, found.problems)

    @classmethod
    def of(cls, scenario: Scenario) -> Checked:
        """The scenario of a session, which was checked when it was begun."""
        return cls(scenario.title, scenario)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terminal:
    """What the check has to know of the terminal."""

    encoding: str
    columns: int
    rows: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the check."""

    what: str
    mend: str = ""
    """What to do; empty where all is well."""

    @property
    def ok(self) -> bool:
        """Whether nothing is to be mended."""
        return not self.mend


def check_room(
    checked: Checked, terminal: Terminal, copy_to: Path | None = None, log: Path | None = None
) -> tuple[Finding, ...]:
    """Everything that can be found out before anybody is there.

    Args:
        checked: what is going to be played.
        terminal: where the console is.
        copy_to: the folder of the second copy.
        log: the session that is open, whose other windows are looked for.
    """
    return (*_findings(checked, terminal, copy_to), *(_windows(log) if log else ()))


def _windows(log: Path) -> Iterator[Finding]:
    """Whether the room has a wall, and the scribe a window."""
    open_ = present(log)
    walls = [name.removeprefix("wall-") for name in open_ if name.startswith("wall-")]
    if walls:
        yield Finding(f"wall: open for {', '.join(walls)}")
    else:
        yield Finding(f"no wall is open; a room with a projector has one: tabletop wall {log.name}")
    if "scribe" in open_:
        yield Finding("scribe: a window is open")
    else:
        yield Finding(f"no scribe writes; a second pair of hands would: tabletop scribe {log.name}")


def _findings(checked: Checked, terminal: Terminal, copy_to: Path | None) -> Iterator[Finding]:
    yield _scenario(checked)
    yield _folder("session files", library.sessions_folder())
    if copy_to is None:
        yield Finding(
            "no second copy of the session file",
            "Put a stick in and give its folder: tabletop run ... --copy-to DIR",
        )
    else:
        yield _folder("second copy", copy_to)
    yield _clock()
    if checked.scenario is not None:
        yield _marking(checked.scenario)
        yield from _sources(checked.scenario)
    yield from _terminal(terminal)


def _scenario(checked: Checked) -> Finding:
    errors = [p for p in checked.problems if p.severity.value == "error"]
    warnings = sum(p.severity.value == "warning" for p in checked.problems)
    words = f"scenario: {how_many(len(errors), 'error')}, {how_many(warnings, 'warning')}"
    if errors:
        return Finding(f"{words}; {errors[0].headline}", "tabletop validate shows them all, with hints.")
    return Finding(words)


def _folder(what: str, folder: Path) -> Finding:
    try:
        with TemporaryFile(dir=folder) as probe:
            probe.write(b"room check")
        free = shutil.disk_usage(folder).free // _MB
    except OSError as error:
        reason = error.strerror or "it cannot be written"
        return Finding(f"{what}: {folder}: {reason}", "Choose a folder that exists and can be written.")
    room = f"{free / 1000:.0f} GB" if free >= 1000 else f"{free} MB"
    words = f"{what}: {folder}, writable, {room} free"
    return Finding(words, "" if free >= _LEAST_MB else f"Make room: at least {_LEAST_MB} MB.")


def _clock() -> Finding:
    utc = system().clock.utc()
    now = datetime.fromisoformat(utc).astimezone()
    words = f"clock and zone: {now:%Y-%m-%d %H:%M %z}"
    newest = max((begun.at for begun in library.begun()), default="")
    behind = newest > utc[:19].replace("T", " ")
    return Finding(words, f"The last session was written at {newest} UTC: set the clock." if behind else "")


def _marking(scenario: Scenario) -> Finding:
    if scenario.marking:
        return Finding(f"marking on every screen: {scenario.marking}")
    return Finding("no marking: screens say EXERCISE", "Write marking: into scenario.yaml.")


def _sources(scenario: Scenario) -> Iterator[Finding]:
    for name, catalogue in scenario.catalogues.items():
        if documents.imported(name) is not None:
            yield Finding(f"{catalogue.short_title} is imported: the wall can show its passages")
        else:
            yield Finding(
                f"{catalogue.short_title} is not imported: the wall shows paraphrases",
                f"tabletop source import YOUR-COPY --catalogue {name}",
            )


def _terminal(terminal: Terminal) -> Iterator[Finding]:
    size = f"terminal: {terminal.columns} x {terminal.rows}"
    small = terminal.columns < _COLUMNS or terminal.rows < _ROWS
    yield Finding(
        size, f"Make the window larger, or its letters smaller: {_COLUMNS} x {_ROWS}." if small else ""
    )
    plain = terminal.encoding.lower().replace("-", "")
    yield Finding(
        f"letters: {terminal.encoding}",
        "" if plain == "utf8" else "Set the locale to UTF-8 (LANG=C.UTF-8), or run with --ascii.",
    )
