"""What can be done with a session file that is not being played: show, verify, strike, fork, recover."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ttx.engine import replay
from ttx.frozen import dataclass
from ttx.model.events import Event
from ttx.model.scenario import Scenario
from ttx.model.state import State
from ttx.services.ports import Ports
from ttx.services.session import scenario_of
from ttx.store import Verdict, fork, read_log, recover, strike, verify

__all__ = ["Seen", "Verdict", "fork_at", "look", "recover", "strike_words", "verify"]


@dataclass(frozen=True, slots=True)
class Seen:
    """A session file as it was read: nothing of it can be changed through this."""

    scenario: Scenario
    events: tuple[Event, ...]
    state: State
    head: str
    torn: bool


def look(path: Path, lang: str | None = None) -> Seen:
    """Read and verify a session file; its players' texts in a language, None: the one that was shown.

    Raises:
        LogError: it is missing, damaged or of a later version.
        UsageError: there is no such translation.
    """
    read = read_log(path)
    scenario = scenario_of(read.events, str(path), lang)
    return Seen(scenario, read.events, replay(read.events), read.head, read.torn)


def strike_words(path: Path, numbers: Sequence[int], reason: str, ports: Ports) -> int:
    """Remove every typed word of these events from the file; facts stay. Gives how many texts went.

    Raises:
        LogError: the file cannot be read or written, or there is no such event.
    """
    return strike(path, numbers, reason, at=ports.clock.utc(), salts=ports.salt)


def fork_at(path: Path, line: int, to: Path, ports: Ports) -> None:
    """A new session file from the first ``line`` lines of another.

    Raises:
        LogError: the file cannot be read, has no such line, or ``to`` exists.
    """
    fork(path, line, to, at=ports.clock.utc(), salts=ports.salt)
