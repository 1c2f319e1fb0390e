"""What happened to the session file itself: opened, recovered, forked, struck, opened again."""

from __future__ import annotations

from typing import ClassVar, Literal

from ttx.frozen import dataclass
from ttx.model.words import Words


@dataclass(frozen=True, slots=True)
class FileText:
    """One file the session was started with, whole."""

    name: str
    role: Literal["scenario", "include", "rules", "catalogue", "translation"]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionOpened:
    """The first line: everything needed to read the rest on a bare machine."""

    V: ClassVar[int] = 1
    format: str = "ttx-log/1"
    version: str
    scenario: str
    title: str
    marking: str = ""
    session: Words = Words("")
    """What staff call it."""
    seed: str
    """Hex, 32 bytes."""
    entropy: Literal["system", "seeded"] = "system"
    book: bool = False
    practice: bool = False
    lang: str = ""
    """The translation that was shown; empty: the scenario's own language."""
    files: tuple[FileText, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """A torn tail or damage was cut off when the file was opened; what was left went aside."""

    V: ClassVar[int] = 1
    lost_bytes: int
    kept_in: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forked:
    """This file goes on from line ``line`` of another whose head there was ``head``."""

    V: ClassVar[int] = 1
    parent: str
    line: int
    head: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Struck:
    """Words were removed from the file; the facts stay."""

    V: ClassVar[int] = 1
    digests: tuple[str, ...]
    lines: tuple[int, ...] = ()
    reason: Words = Words("")


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionResumed:
    """The file was opened again; ``away_ms`` counts as exercise time only where staff said so."""

    V: ClassVar[int] = 1
    away_ms: int = 0
    counted: bool = False
