"""The accepted entries of a draft as a catalogue, with the fingerprint of every sentence."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ttx.sources.document import Document
from ttx.sources.drafts import Draft, Entry, listed
from ttx.sources.fingerprints import fingerprint


def catalogue_yaml(draft: Draft, document: Document, *, title: str, date: str, publisher: str) -> str:
    """The text of a catalogue file; nothing of the document's own words beyond verbs and dates.

    Args:
        draft: whose accepted entries are written.
        document: the one it was made from.
        title: of the document.
        date: of the document, ``2021-12-02``.
        publisher: where the text came from.
    """
    prefix = prefix_of(document.id)
    accepted = [entry for entry in draft.entries if entry.status == "accepted"]
    rows = [
        "# Drafted by rules and judged by a person, entry by entry. Paraphrases are not the text.",
        "format: ttx-catalogue/1",
        f"id: {document.id}",
        f"document: {prefix}",
        f"title: {_quoted(title)}",
        f"short_title: {_quoted(title[:40])}",
        f"date: {_quoted(date)}",
        f"paragraphs: {max(p.number for p in document.paragraphs)}",
        "provenance:",
        f"  publisher: {_quoted(publisher)}",
        "  official: no",
        f"  retrieved: {_quoted(document.imported[:10])}",
        f"  sha256: {_quoted(document.sha256)}",
        "  compared_with_official: never",
        "",
        "commitments:" if accepted else "commitments: []",
    ]
    for entry, name in zip(accepted, _ids(accepted, prefix), strict=True):
        rows += _commitment(entry, name, document)
    rows += ["", "sentences:", *_sentences(draft, document)]
    return "\n".join(rows) + "\n"


def prefix_of(name: str) -> str:
    """What a document's commitments begin with: ``SCM54`` of ``scm54``."""
    return re.sub(r"[^A-Z0-9]", "", name.upper()) or "DOC"


def _ids(entries: Sequence[Entry], prefix: str) -> Iterator[str]:
    counts: Counter[int] = Counter()
    for entry in entries:
        paragraph = int(entry.at.partition(".")[0])
        count = counts[paragraph]
        counts[paragraph] += 1
        letters = chr(97 + count) if count < 26 else f"{chr(96 + count // 26)}{chr(97 + count % 26)}"
        yield f"{prefix}-{paragraph:02d}{letters}"


def _commitment(entry: Entry, name: str, document: Document) -> Iterator[str]:
    paragraph, _, number = entry.at.partition(".")
    block = next(s.block for s in document.sentences if s.locator == entry.at)
    yield f"  - id: {name}"
    yield from (
        f"    {key}: {value}"
        for key, value in (("paragraph", paragraph), ("block", block), ("sentence", number))
    )
    yield f"    label: {_quoted(entry.label)}"
    yield f"    paraphrase: {_quoted(entry.paraphrase)}"
    yield f"    speaker: {_list(entry.speaker)}"
    yield f"    bearer: {_list(entry.bearer)}"
    yield f"    verb: {_quoted(entry.verb)}"
    yield f"    class: {entry.act_class}"
    yield f"    duty: {entry.duty}"
    if entry.themes:
        yield f"    themes: {_list(entry.themes)}"
    if entry.deadline_kind != "none":
        words = _quoted(entry.deadline)
        yield f"    deadline: {{words: {words}, kind: {entry.deadline_kind}, basis: reading}}"


def _sentences(draft: Draft, document: Document) -> Iterator[str]:
    accepted: dict[str, set[str]] = {}
    for entry in draft.entries:
        if entry.status == "accepted":
            accepted.setdefault(entry.at, set()).add(entry.act_class)
    for sentence in document.sentences:
        acts = draft.acts.get(sentence.locator)
        if acts is None:
            continue
        more = accepted.get(sentence.locator, set())
        made = fingerprint(sentence.text)
        yield f'  - at: "{sentence.locator}"'
        yield f"    block: {sentence.block}"
        yield f"    acts: [{', '.join(dict.fromkeys((*acts, *sorted(more))))}]"
        yield f'    fingerprint: {{letters: "{made.letters}", words: "{made.words}"}}'


def _list(names: str) -> str:
    return f"[{', '.join(_quoted(name) for name in listed(names))}]"


def _quoted(text: str) -> str:
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
