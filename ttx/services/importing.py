"""A file becomes an imported document: read, shown to whom it concerns, kept whole or not at all."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from ttx.errors import LoadError, UsageError
from ttx.frozen import dataclass
from ttx.services import documents
from ttx.services.drafting import DRAFT
from ttx.services.ports import system
from ttx.sources import reading
from ttx.sources.checking import Citation, Proof, between, prove
from ttx.sources.document import Document
from ttx.sources.fingerprints import fingerprint
from ttx.sources.furniture import MENDING, RULES
from ttx.sources.lines import Settings
from ttx.sources.reading import Reading
from ttx.store import documents as kept

if TYPE_CHECKING:
    from ttx.model.catalogue import Catalogue

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What came of an import."""

    document: Document
    reading: Reading
    proof: Proof | None
    """The catalogue it was held against, or nothing."""
    before: tuple[Citation, ...] | None
    """What became of each sentence of the copy that stood there; None where there was none."""
    kept: bool
    """Whether it is kept now: not where it would replace another text and nobody said so."""


def import_file(
    path: Path,
    settings: Settings,
    *,
    catalogue: Catalogue | None = None,
    known: tuple[Catalogue, ...] = (),
    name: str = "",
    replace: bool = False,
    dry: bool = False,
) -> Imported:
    """Read a file and keep it as an imported document.

    Args:
        path: the file.
        settings: what was settled about reading it.
        catalogue: the one whose source it is said to be.
        known: catalogues it is tried on where none was named.
        name: the id it gets; without one the catalogue's, else made from the file's name.
        replace: put it in the place of a copy with other words.
        dry: read it only.

    Raises:
        LoadError: the file cannot be read, or is not the source of the catalogue named.
        UsageError: the id cannot be one, or a rule to keep does not exist.
        TtxError: it cannot be kept, or what reads such files is not installed.
    """
    _known_rules(settings)
    data = _bytes(path)
    read = _read(data, path, settings)
    document = _document(data, path, read)
    proof = _proved(document, path, catalogue, known, read)
    bound = proof.catalogue.id if proof else None
    name = name or bound or _made_id(path)
    if not _ID.fullmatch(name) or name == "earlier":
        raise UsageError(
            f"{name} cannot be the id of a document.", next_step="Use a to z, 0 to 9 and hyphens."
        )
    document = _named(document, name, bound)
    if proof is not None:
        proof = Proof(catalogue=proof.catalogue, document=document, citations=proof.citations)
    old = documents.by_id(name)
    before = between(old, document) if old else None
    keep = not dry and (replace or before is None or all(c.state == "right" for c in before))
    if keep:
        same = before is not None and all(c.state == "right" for c in before)
        _keep(document, read, data, settings, carry=(DRAFT,) if same else ())
    return Imported(document=document, reading=read, proof=proof, before=before, kept=keep)


def _known_rules(settings: Settings) -> None:
    known = (*RULES, *MENDING)
    for rule in sorted(settings.keep):
        if rule not in known:
            raise UsageError(f"There is no rule {rule}.", next_step=f"There are: {', '.join(sorted(known))}.")


def _bytes(path: Path) -> bytes:
    from ttx.readers.any_file import MOST_BYTES  # noqa: PLC0415 - only where something is read

    if path.is_dir() or not path.exists():
        what = "This is a folder, not a file." if path.is_dir() else "There is no such file."
        raise LoadError(what, where=str(path), next_step="Name the document's file.")
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise LoadError(f"It cannot be read: {error.strerror or error}.", where=str(path)) from error
    if len(data) > MOST_BYTES:
        size = path.stat().st_size
        raise LoadError(
            f"The file has {size // 1_000_000} MB; more than {MOST_BYTES // 1_000_000} are not read.",
            where=str(path),
            next_step="Take the document out of it: save its text, or print its pages to a new PDF.",
        )
    return data


def _read(data: bytes, path: Path, settings: Settings) -> Reading:
    from ttx.readers.any_file import extract  # noqa: PLC0415 - only where something is read

    found = reading.read(extract(data, path.name), settings)
    if not found.sentences:
        raise LoadError(
            "No sentence is left of this document.",
            where=str(path),
            next_step="Look at what is dropped with --dry-run, and keep it by --keep RULE.",
        )
    return found


def _document(data: bytes, path: Path, read: Reading) -> Document:
    from ttx.readers.any_file import kind_of  # noqa: PLC0415 - only where something is read

    return Document(
        id="",
        catalogue=None,
        name=path.name,
        kind=kind_of(data, path.name),
        sha256=sha256(data).hexdigest(),
        style=read.style,
        imported=f"{system().clock.utc()[:19]}Z",
        paragraphs=read.paragraphs,
    )


def _named(document: Document, name: str, catalogue: str | None) -> Document:
    from dataclasses import replace  # noqa: PLC0415 - the name is taken above

    return replace(document, id=name, catalogue=catalogue)


def _proved(
    document: Document, path: Path, catalogue: Catalogue | None, known: tuple[Catalogue, ...], read: Reading
) -> Proof | None:
    """The catalogue the document is the source of.

    Raises:
        LoadError: it is not that of the catalogue named.
    """
    if catalogue is None:
        letters = {fingerprint(sentence.text).letters for sentence in document.sentences}
        likely = (c for c in known if any(s.fingerprint.letters in letters for s in c.sentences.values()))
        proofs = (prove(each, document) for each in likely)
        return next((proof for proof in proofs if not proof.other_document), None)
    proof = prove(catalogue, document)
    if proof.other_document:
        counts = proof.counts
        found = len(proof.citations) - counts["lost"]
        tongue = (
            "" if read.language or catalogue.provenance.language != "en" else " It does not look English."
        )
        raise LoadError(
            f"This is not the document {catalogue.id} was read from: {found} of {len(proof.citations)} "
            f"sentences were found in it.{tongue}",
            where=str(path),
            next_step=f"Nothing was imported. The document is: {catalogue.title}, {catalogue.date}. "
            "Without --catalogue this one is imported as another document.",
        )
    return proof


def _made_id(path: Path) -> str:
    made = re.sub(r"[^a-z0-9]+", "-", path.stem.casefold()).strip("-")[:60].strip("-")
    return made if _ID.fullmatch(made) else "document"


def _keep(
    document: Document, read: Reading, data: bytes, settings: Settings, *, carry: tuple[str, ...]
) -> None:
    from ttx.readers.any_file import SUFFIXES  # noqa: PLC0415 - only where something is read

    held = {
        **documents.document_held(document),
        "reader": reading.VERSION,
        "bytes": len(data),
        "language": read.language,
        "settings": documents.settings_held(settings),
        "dropped": [{"line": d.line.number, "rule": d.rule} for d in read.dropped],
    }
    kept.save(documents.folder(), document.id, data, SUFFIXES[document.kind], held, carry=carry)
