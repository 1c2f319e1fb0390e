"""What there is to open: bundled scenarios, a user's own, and sessions begun before."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from ttx.errors import UsageError
from ttx.frozen import dataclass
from ttx.store import SUFFIX, read_heading

if TYPE_CHECKING:
    from ttx.model.scenario import Scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A session that lies on the disk."""

    path: Path
    title: str
    marking: str
    """Says REHEARSAL where it is one."""
    name: str
    at: str
    """When it was last written, UTC to the second."""
    size: int
    practice: bool = False
    """A rehearsal, which never counts."""

    @property
    def stem(self) -> str:
        """The file's name without what every session file's name ends in."""
        return self.path.name.removesuffix(SUFFIX)


def data_folder() -> Path:
    """Where sessions go unless told otherwise: ``TTX_DATA``, or the user's data folder."""
    chosen = os.environ.get("TTX_DATA")
    return Path(chosen) if chosen else platformdirs.user_data_path("ttx", appauthor=False)


def sessions_folder() -> Path:
    """Where new session files are made; created on first use, for this user alone."""
    folder = data_folder() / "sessions"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def bundled_ids() -> tuple[str, ...]:
    """Ids of the scenarios that come with ttx."""
    from ttx.loader import bundled  # noqa: PLC0415 - the loader is heavy

    return tuple(sorted(p.parent.name for p in (bundled() / "scenarios").glob("*/scenario.yaml")))


def source_of(name: str) -> Path:
    """The file or folder a user means by ``name``: a path, or a bundled id.

    Raises:
        UsageError: there is neither.
    """
    from ttx.loader import bundled  # noqa: PLC0415 - the loader is heavy

    path = Path(name)
    if path.exists():
        return path
    folder = bundled() / "scenarios" / name
    if re.fullmatch(r"[\w-]+", name) and (folder / "scenario.yaml").exists():
        return folder
    raise UsageError(
        f"There is no scenario {name}.",
        next_step=f"Give a path, or one of: {', '.join(bundled_ids())}.",
    )


def new_path(scenario: Scenario, day: str, folder: Path | None = None) -> Path:
    """A session file's name that is still free: ``graduated-steps-2026-03-14-2.ttx.jsonl``."""
    folder = folder or sessions_folder()
    number = 1
    while True:
        path = folder / f"{scenario.id}-{day}-{number}{SUFFIX}"
        if not path.exists():
            return path
        number += 1


def begun(folder: Path | None = None) -> tuple[Begun, ...]:
    """Sessions that can be gone on with, the last written first; what cannot be read is left out."""
    from datetime import UTC, datetime  # noqa: PLC0415 - only here

    found = []
    for path in (folder or sessions_folder()).glob(f"*{SUFFIX}"):
        first = read_heading(path)
        if first is None:
            continue
        info = path.stat()
        at = datetime.fromtimestamp(info.st_mtime, UTC).strftime("%Y-%m-%d %H:%M:%S")
        found.append(
            Begun(
                path=path,
                title=first.title,
                marking=f"{first.marking or 'EXERCISE'} // REHEARSAL" if first.practice else first.marking,
                name=first.session,
                at=at,
                size=info.st_size,
                practice=first.practice,
            )
        )
    return tuple(sorted(found, key=lambda b: b.at, reverse=True))
