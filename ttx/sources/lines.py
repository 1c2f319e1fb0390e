"""What a reader makes of a file, before anything is judged: its lines, each with its place."""

from __future__ import annotations

from dataclasses import field
from typing import Literal, TypeAlias

from ttx.frozen import dataclass

Hint: TypeAlias = Literal["", "heading", "navigation", "front-matter"]
Kind: TypeAlias = Literal["text", "markdown", "html", "pdf", "docx"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line as the file gives it; an empty one parts blocks."""

    number: int
    """1-based, over the whole file; what a user names to keep or drop the line."""
    text: str
    page: int = 1
    """1-based; a file without pages has one."""
    hint: Hint = ""
    """What the file itself says the line is."""

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class Extract:
    """The lines of a file, of which kind the file is, and what its reader was unsure of."""

    kind: Kind
    lines: tuple[Line, ...]
    unsure: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a person settled about reading a document; everything may be left to the rules."""

    keep: frozenset[str] = frozenset()
    """Rules that are not applied, by id."""
    keep_lines: frozenset[int] = frozenset()
    """Lines that no rule drops."""
    drop_lines: frozenset[int] = frozenset()
    """Lines that are left out."""
    numbering: Literal["auto", "numbered", "unnumbered"] = "auto"
    excerpt: bool = False
    """Numbers may begin anywhere and leave some out."""
    wrapped: Literal["auto", "join", "split"] = "auto"
    """Whether lines are ended by the width of a page (join), or each is a block (split)."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A line that is no part of the document's words, with the rule that says so."""

    line: Line
    rule: str


@dataclass(frozen=True, slots=True)
class Block:
    """What a page prints as one piece: lines that a page's width ended are one again."""

    text: str
    line: int
    """Where it begins."""
    fresh: bool
    """Whether a gap stands before it."""
    hint: Hint = ""


@dataclass(frozen=True, slots=True)
class Mended:
    """A place where lines were put together again, by which rule."""

    rule: str
    line: int
    words: str


@dataclass(slots=True)
class Notes:
    """What is said about a reading besides its words."""

    dropped: list[Dropped] = field(default_factory=list)
    mended: list[Mended] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)
