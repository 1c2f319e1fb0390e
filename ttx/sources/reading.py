"""From the lines of a file to the paragraphs of a document, with all that was done on the way."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from ttx.frozen import dataclass
from ttx.sources import furniture, layout
from ttx.sources.document import Paragraph
from ttx.sources.lines import Dropped, Extract, Line, Mended, Notes, Settings
from ttx.sources.paragraphs import Style, paragraphs

VERSION = 1
"""Of the rules; written down with every document that was read by them."""

_ENGLISH = frozenset("the of and to in for that with on as by is are their will this which".split())  # noqa: SIM905
_LEAST_ENGLISH = 0.12
"""Share of the commonest words below which a text is hardly English."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A document's paragraphs, what was left out, put together, and what is not sure."""

    style: Style
    paragraphs: tuple[Paragraph, ...]
    dropped: tuple[Dropped, ...]
    mended: tuple[Mended, ...]
    unsure: tuple[str, ...]
    language: str
    """``en`` where it looks English, else nothing."""

    @property
    def blocks(self) -> int:
        """How many blocks were found."""
        return sum(len(p.blocks) for p in self.paragraphs)

    @property
    def sentences(self) -> int:
        """How many sentences were found."""
        return sum(len(p.sentences) for p in self.paragraphs)


def read(extract: Extract, settings: Settings | None = None) -> Reading:
    """The paragraphs of a document. Reading it again by the same settings gives the same."""
    settings = settings or Settings()
    if extract.kind == "pdf" and settings.wrapped == "auto":
        settings = replace(settings, wrapped="join")  # a page's lines are ended by its width
    notes = Notes(unsure=list(extract.unsure))
    lines = tuple(Line(a.number, layout.plain(a.text), a.page, a.hint) for a in extract.lines)
    lines = layout.superscripts(lines, settings, notes)
    lines, dropped = furniture.drop(lines, settings)
    notes.dropped.extend(dropped)
    style, found = paragraphs(layout.blocks(lines, settings, notes), settings, notes)
    if style == "unnumbered" and found and settings.numbering == "auto":
        notes.unsure.append(
            "No numbered paragraphs were found: they are called u1, u2 and so on. If they bear numbers, "
            "say --numbered or --excerpt."
        )
    language = _language(found)
    if not language and found:
        notes.unsure.append("The text does not look English: suggestions know English verbs only.")
    return Reading(
        style=style,
        paragraphs=tuple(p for p in found if p.blocks),
        dropped=tuple(sorted(notes.dropped, key=lambda d: d.line.number)),
        mended=tuple(notes.mended),
        unsure=tuple(dict.fromkeys(notes.unsure)),
        language=language,
    )


def _language(found: tuple[Paragraph, ...]) -> str:
    words = [w.casefold() for p in found for block in p.blocks for w in block.split()]
    counts = Counter(words)
    share = sum(counts[w] for w in _ENGLISH) / len(words) if words else 0.0
    return "en" if share >= _LEAST_ENGLISH else ""
