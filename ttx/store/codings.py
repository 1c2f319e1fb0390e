"""A second coder's bearings, in ``NAME.code-B.json``: beside the session file and never part of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from ttx.errors import LogError
from ttx.store import sidecar
from ttx.store.disk import DISK, Disk
from ttx.store.names import beside

_FORM: Final = "ttx-coding/1"
_CODER: Final = re.compile(r"[A-Za-z0-9]{1,12}")
_KEY: Final = re.compile(r"(\d{1,9})\|(.{1,200})")


def fits(coder: str) -> bool:
    """Whether a coder can be called so: one to twelve letters and digits."""
    return _CODER.fullmatch(coder) is not None


def file_of(log: Path, coder: str) -> Path:
    """Where the codings of a coder stand."""
    return beside(log, f"code-{coder}.json")


def coders(log: Path) -> tuple[str, ...]:
    """Who has coded this session, by name."""
    stem = file_of(log, "*").name
    before, _, after = stem.partition("*")
    names = (p.name.removeprefix(before).removesuffix(after) for p in log.parent.glob("*.json"))
    return tuple(sorted(n for n in names if fits(n) and file_of(log, n).exists()))


def load(log: Path, coder: str) -> dict[tuple[int, str], str]:
    """(event number, target) -> bearing; empty where nothing is coded yet.

    Raises:
        LogError: the file cannot be read or holds something else.
    """
    held = sidecar.load(file_of(log, coder), _FORM)
    found: dict[tuple[int, str], str] = {}
    for key, bearing in held.items():
        match = _KEY.fullmatch(key)
        if match is None or type(bearing) is not str:
            raise LogError("a coding holds something else than a bearing", where=str(file_of(log, coder)))
        found[int(match[1]), match[2]] = bearing
    return found


def save(log: Path, coder: str, codes: Mapping[tuple[int, str], str], disk: Disk = DISK) -> None:
    """Replace the codings. Raises ``LogError`` where the disk refused; the old ones stand then."""
    held = {f"{record}|{target}": bearing for (record, target), bearing in codes.items()}
    sidecar.save(file_of(log, coder), _FORM, held, disk)
