"""Opening a session for a room: a scenario that may be played, the file it goes to, the session."""

from __future__ import annotations

from pathlib import Path

from ttx.services import checking, library
from ttx.services import session as sessions
from ttx.services.ports import Ports
from ttx.services.session import Session


def begin(
    source: Path, log: Path | None, copy_to: Path | None, ports: Ports, *, practice: bool, lang: str = ""
) -> Session:
    """A new session of a scenario.

    Args:
        source: the scenario.
        log: the session file; None takes a new one in the sessions folder.
        copy_to: a folder for a second copy.
        ports: clock and entropy.
        practice: a rehearsal that never counts.
        lang: the language its players see; empty: its own.

    Raises:
        TtxError: it has errors, or the file exists or cannot be written.
    """
    checked = checking.playable(source, lang)
    assert checked.scenario is not None
    path = log or library.new_path(checked.scenario, ports.clock.utc()[:10])
    return sessions.begin(
        checked.scenario, checked.files, path, ports, practice=practice, lang=lang, copy_to=copy_to
    )


def resume(log: Path, copy_to: Path | None, ports: Ports) -> Session:
    """A session that goes on where it stood, its clock standing.

    Raises:
        LogError: it is missing, damaged, in use, or of a later version.
    """
    return sessions.resume(log, ports, copy_to=copy_to)
