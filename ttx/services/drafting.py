"""The draft of a catalogue beside an imported document: kept as it grows, written out when it is done."""

from __future__ import annotations

from ttx.errors import LogError, UsageError
from ttx.render.catalogue_yaml import catalogue_yaml
from ttx.services import documents
from ttx.sources import drafts
from ttx.sources.document import Document
from ttx.sources.drafts import Draft
from ttx.store import sidecar

_FORM = "ttx-catalogue-draft/1"
DRAFT = "draft.json"
"""The draft's name beside its document."""


def opened(document: Document) -> Draft:
    """The draft that was begun, or what the rules suggest.

    Raises:
        LogError: the draft's file is broken.
    """
    path = documents.folder() / document.id / DRAFT
    values = sidecar.load(path, _FORM)
    if not values:
        return drafts.begin(document)
    try:
        draft = drafts.from_held(values)
    except (KeyError, TypeError, AttributeError) as error:
        raise LogError(
            "this is no draft that was kept here", where=str(path), next_step="Move it away to begin anew."
        ) from error
    known = {sentence.locator for sentence in document.sentences}
    if any(entry.at not in known for entry in draft.entries):
        raise LogError(
            "the draft was made of another copy of the document",
            where=str(path),
            next_step="Move it away to begin anew.",
        )
    return draft


def keep(draft: Draft) -> None:
    """Write a draft down. Raises ``LogError`` where the disk refuses; the one before stands then."""
    sidecar.save(documents.folder() / draft.document / DRAFT, _FORM, drafts.held(draft))


def catalogue_text(document: Document, draft: Draft, *, title: str, date: str, publisher: str) -> str:
    """The catalogue of what was accepted, valid as it stands.

    Raises:
        UsageError: nothing was accepted yet.
    """
    if not any(entry.status == "accepted" for entry in draft.entries):
        raise UsageError(
            "No entry is accepted yet, and an empty catalogue is of no use.",
            next_step=f"Accept some: tabletop source suggest {document.id} --edit",
        )
    text = catalogue_yaml(draft, document, title=title, date=date, publisher=publisher)
    _require_valid(text, document)
    return text


def _require_valid(text: str, document: Document) -> None:
    from ttx.loader.catalogue import compile_catalogue  # noqa: PLC0415 - the loader is heavy
    from ttx.loader.yaml_tree import plain_values, read_tree  # noqa: PLC0415 - likewise

    read = read_tree(text, f"{document.id}.yaml")
    _, problems = compile_catalogue(plain_values(read.value or {}), read.spans)
    found = (*read.problems, *problems)
    if found:
        raise UsageError(
            f"What was accepted makes no catalogue yet: {found[0].message}",
            next_step="A catalogue covers a whole document, so an excerpt with numbers left out makes none."
            if document.style != "unnumbered"
            else f"Mend it: tabletop source suggest {document.id} --edit",
        )
