"""What a paper is made of: headings, paragraphs, lists, tables, pictures.

Every format is written from these. Words are plain text as they were typed; each writer makes them
safe for its own format, so that no section of a paper knows any markup.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from ttx.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """Some words in one manner; ``code`` is what a user types, ``blank`` what a person fills in."""

    words: str
    mark: Literal["", "strong", "em", "code", "blank"] = ""


Words: TypeAlias = tuple[Run, ...]
"""One line of text."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the paper's title and its annex."""

    level: int
    words: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``fixed`` is one of the sentences that stand under every paper."""

    words: Words
    kind: Literal["", "fixed", "note"] = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list with the entries under it."""

    words: Words
    under: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Items:
    """A list, numbered from 1 or not."""

    items: tuple[Item, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; with an empty head its first column names the rows.

    ``shares`` says how wide columns are beside one another; empty: as their words ask for. A ``tall``
    one leaves room to write in by hand.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    shares: tuple[int, ...] = ()
    tall: bool = False

    @property
    def names_rows(self) -> bool:
        """Whether the first column stands in for a head."""
        return not any(self.head)


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Letters that must not be broken or changed, such as a hash."""

    words: str


SLOTS = 48
"""Of these a row of a chart is made where it is set as a table."""


@dataclass(frozen=True, slots=True)
class Patch:
    """So many slots of a row in one colour (``1F4E79``; empty: none), with words in another."""

    words: str
    slots: int
    fill: str = ""
    ink: str = "1B1F24"


@dataclass(frozen=True, slots=True)
class Strip:
    """A row of a chart: its name and patches that fill ``SLOTS`` together."""

    name: str
    patches: tuple[Patch, ...]
    right: bool = False
    """The name stands against the patches."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart with its title and what it shows in words, for those who cannot see it."""

    title: str
    shows: str
    svg: str
    strips: tuple[Strip, ...] = ()
    """The chart for a format that has tables and no drawings; empty: it has no such form."""
    in_words: bool = False
    """Whether the strips need the words under them."""


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins a page."""


Block: TypeAlias = Heading | Paragraph | Items | Table | Verbatim | Picture | NewPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A whole paper; marking and status stand on every page."""

    title: str
    marking: str
    status: str
    blocks: tuple[Block, ...]
    wide: bool = False
    """Its sheets lie across, for tables of many columns."""
    large: bool = False
    """It hangs on a wall and is read from a chair."""
