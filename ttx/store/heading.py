"""What the first line of a session file says of it, for a list: read fast, proved by nobody."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ttx.frozen import dataclass

_MOST_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """Which scenario a session plays, under which marking, and what staff call it."""

    title: str
    marking: str = ""
    session: str = ""
    practice: bool = False
    """A rehearsal, which never counts."""


def read_heading(path: Path) -> Heading | None:
    """The heading of a session file; None where it is no session file or cannot be read."""
    try:
        with path.open("rb") as stream:
            whole: Any = json.loads(stream.readline(_MOST_BYTES))
        event, texts = whole["event"], whole["text"]
        session = event.get("session") or {}
        name = texts[session["sha"]][1] if session else ""
        if event["type"] != "SessionOpened":
            return None
        return Heading(
            title=str(event["title"]),
            marking=str(event.get("marking", "")),
            session=str(name),
            practice=event.get("practice") is True,
        )
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None
