"""The documents a user imported: what is there, and the words of a sentence of one.

They lie in the user's data folder, are shown to this user alone, and are no part of ttx.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ttx.errors import LogError, UsageError
from ttx.services.library import data_folder
from ttx.sources.document import Document, Paragraph
from ttx.sources.lines import Settings
from ttx.store import documents as kept


def folder() -> Path:
    """Where imported documents are kept; it may not be there yet."""
    return data_folder() / "sources"


def all_imported() -> tuple[Document, ...]:
    """Every imported document, by id; one whose files are broken is left out."""
    found = []
    for name in kept.names(folder()):
        try:
            document = by_id(name)
        except LogError:
            continue
        if document is not None:
            found.append(document)
    return tuple(found)


def imported(catalogue: str) -> Document | None:
    """This user's copy of the document a catalogue was read from; None where there is none.

    Args:
        catalogue: the catalogue's id, e.g. ``scm53``.
    """
    copies = [document for document in all_imported() if document.catalogue == catalogue]
    return min(copies, key=lambda copy: (copy.id != catalogue, copy.id), default=None)


def by_id(name: str) -> Document | None:
    """An imported document by its own id; None where there is none.

    Raises:
        LogError: its files are broken.
    """
    held = kept.load(folder(), name)
    if not held:
        return None
    try:
        return _document(name, held)
    except (KeyError, TypeError, ValueError) as error:
        raise LogError(
            "this is no document that was imported here",
            where=str(folder() / name),
            next_step="Import it again.",
        ) from error


def wanted(name: str) -> Document:
    """As ``by_id``, or the copy of a catalogue's source by the catalogue's id.

    Raises:
        UsageError: there is none of that name.
    """
    found = by_id(name) or imported(name)
    if found is None:
        ids = ", ".join(kept.names(folder()))
        raise UsageError(
            f"No document {name} is imported.",
            next_step=f"There are: {ids}." if ids else "Import one: tabletop source import FILE",
        )
    return found


def settings_of(name: str) -> Settings:
    """What was settled when a document was read; the rules alone where there is no such document."""
    held = (kept.load(folder(), name) or {}).get("settings", {})
    return Settings(
        keep=frozenset(held.get("keep", ())),
        keep_lines=frozenset(held.get("keep_lines", ())),
        drop_lines=frozenset(held.get("drop_lines", ())),
        numbering=held.get("numbering", "auto"),
        excerpt=held.get("excerpt", False),
        wrapped=held.get("wrapped", "auto"),
    )


def settings_held(settings: Settings) -> dict[str, Any]:
    """Settings as they are written down."""
    return {
        "keep": sorted(settings.keep),
        "keep_lines": sorted(settings.keep_lines),
        "drop_lines": sorted(settings.drop_lines),
        "numbering": settings.numbering,
        "excerpt": settings.excerpt,
        "wrapped": settings.wrapped,
    }


def document_held(document: Document) -> dict[str, Any]:
    """A document as it is written down."""
    return {
        "catalogue": document.catalogue or "",
        "name": document.name,
        "kind": document.kind,
        "sha256": document.sha256,
        "style": document.style,
        "imported": document.imported,
        "paragraphs": [
            {"number": p.number, "name": p.name, "section": p.section, "blocks": list(p.blocks)}
            for p in document.paragraphs
        ],
    }


def _document(name: str, held: Mapping[str, Any]) -> Document:
    return Document(
        id=name,
        catalogue=held["catalogue"] or None,
        name=held["name"],
        kind=held["kind"],
        sha256=held["sha256"],
        style=held["style"],
        imported=held["imported"],
        paragraphs=tuple(
            Paragraph(int(p["number"]), str(p["name"]), str(p["section"]), tuple(map(str, p["blocks"])))
            for p in held["paragraphs"]
        ),
    )
