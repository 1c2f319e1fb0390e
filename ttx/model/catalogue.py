"""A catalogue: what was read out of one source document, with its place and its fingerprint.

The source's own sentences are never part of it: a commitment holds our paraphrase, its locator
and key terms of at most five words. Paragraph, block and sentence are 1-based; sentences count
over the whole paragraph, blocks are physical lines of a paragraph.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from ttx.frozen import dataclass


def short_target(target: str) -> str:
    """A commitment or sentence without its document: ``05a`` of ``SCM53-05a``, ``16.5`` of ``SCM53:16.5``."""
    return target.rpartition(":" if ":" in target else "-")[2]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What makes a sentence known again without holding it (design 4.3)."""

    letters: str
    """sha256 (hex) over letters and digits only, NFKC and casefolded."""
    words: str
    """First byte of each word's sha256, as hex, two digits a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """When a commitment falls due, as written and as read."""

    words: str = ""
    kind: str = "none"
    """date | event | recurring | none"""
    earliest: str | None = None
    latest: str | None = None
    event: str | None = None
    rides_on: str | None = None
    basis: str = "text"
    """text | reading | outside"""
    also_readable_as: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """Something on the way that the sentence mentions; it is no deadline."""

    words: str
    """As written."""
    what: str
    """Our words."""
    promised: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """One entry: what somebody undertook, restated or holds, and what it binds to."""

    id: str
    paragraph: int
    block: int
    sentence: int
    label: str
    """Our words, at most 18 cells."""
    paraphrase: str
    speaker: tuple[str, ...]
    bearer: tuple[str, ...]
    verb: str
    act_class: str
    """commissive reaffirmation assessment position appreciation process"""
    duty: str
    """result conduct standing stance enacted expected"""
    key_terms: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    deadline: Deadline = field(default_factory=Deadline)
    milestone: Milestone | None = None
    until: str | None = None
    """What ends it."""
    precondition: str | None = None
    """What has to come first."""
    not_promised: str | None = None
    """What is easily heard in it and is not there."""
    outside: str | None = None
    """What it depends on that the document does not mention."""
    also_readable_as: str | None = None
    """Another reading that its sentence allows."""
    weak: bool = False
    """An intent: less than the other promises of its duty."""
    part_of: str | None = None
    see_also: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    units: int | None = None
    note: str | None = None
    read_by: tuple[str, ...] = ()
    fingerprint: Fingerprint

    @property
    def locator(self) -> str:
        """``paragraph.sentence``, e.g. ``5.1``."""
        return f"{self.paragraph}.{self.sentence}"

    @property
    def short(self) -> str:
        """The id without its document: ``05a`` of ``SCM53-05a``."""
        return short_target(self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceActs:
    """What a sentence of the source does, whether or not it promises anything."""

    paragraph: int
    block: int
    sentence: int
    acts: tuple[str, ...]
    label: str = ""
    paraphrase: str = ""
    fingerprint: Fingerprint

    @property
    def locator(self) -> str:
        """``paragraph.sentence``, e.g. ``16.5``."""
        return f"{self.paragraph}.{self.sentence}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tension:
    """Commitments or sentences that pull in practice (never: conflict)."""

    id: str
    of: tuple[str, ...]
    says: str
    seen_when: str = ""
    outside: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where the text came from that the catalogue was read from."""

    publisher: str
    official: bool
    retrieved: str = ""
    sha256: str = ""
    language: str = "en"
    other_texts: str = ""
    compared_with_official: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Everything read out of one source document."""

    id: str
    """As scenarios name it, e.g. ``scm53``."""
    document: str
    """Prefix of its commitments, e.g. ``SCM53``."""
    title: str
    short_title: str
    date: str
    paragraphs: int
    provenance: Provenance
    commitments: Mapping[str, Commitment]
    sentences: Mapping[str, SentenceActs]
    """By locator ``paragraph.sentence``; every sentence of the source."""
    tensions: tuple[Tension, ...] = ()
