"""A document as it was read: paragraphs, blocks, sentences, each found again by its place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ttx.frozen import dataclass
from ttx.sources.sentences import Sentence, split


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    number: int
    """1-based; of a numbered document its own number."""
    name: str
    """As a person names it: ``12``, ``XII``, or ``u12`` in a document without numbers."""
    section: str
    """The heading above it, or nothing."""
    blocks: tuple[str, ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences; they count over the whole paragraph and end with their block."""
        return _sentences(self.number, self.blocks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A user's copy of a document, as it was read."""

    id: str
    catalogue: str | None
    """The catalogue whose source it is, by id; None where nobody said."""
    name: str
    """Of the file it was imported from, without its folder."""
    kind: str
    """text, markdown, html, pdf or docx."""
    sha256: str
    """Of the file's bytes, as hex."""
    style: str
    """numbered, roman or unnumbered."""
    imported: str
    """UTC to the second."""
    paragraphs: tuple[Paragraph, ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence in order."""
        return tuple(each for paragraph in self.paragraphs for each in paragraph.sentences)

    @property
    def blocks(self) -> int:
        """How many blocks it has."""
        return sum(len(paragraph.blocks) for paragraph in self.paragraphs)

    def sentence(self, locator: str) -> str | None:
        """The words of a sentence, ``12.3`` or ``u12.3``; None where there is none."""
        name, _, number = locator.rpartition(".")
        paragraph = self.paragraph(name)
        found = (s.text for s in paragraph.sentences if str(s.sentence) == number) if paragraph else iter(())
        return next(found, None)

    def paragraph(self, name: str) -> Paragraph | None:
        """A paragraph by its number or its name; None where there is none."""
        return next((p for p in self.paragraphs if name in (str(p.number), p.name)), None)

    def shown(self, sentence: Sentence) -> str:
        """The locator of a sentence as a person names it."""
        paragraph = self.paragraph(str(sentence.paragraph))
        return f"{paragraph.name if paragraph else sentence.paragraph}.{sentence.sentence}"


@lru_cache(maxsize=1024)
def _sentences(number: int, blocks: tuple[str, ...]) -> tuple[Sentence, ...]:
    return tuple(_counted(number, blocks))


def _counted(number: int, blocks: tuple[str, ...]) -> Iterator[Sentence]:
    count = 0
    for n, block in enumerate(blocks, start=1):
        for text in split(block):
            count += 1
            yield Sentence(number, n, count, text)
