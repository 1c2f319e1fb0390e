"""Proofs of citations and readings as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from ttx.model.catalogue import Catalogue
from ttx.sources.checking import Citation, Proof, Use
from ttx.sources.document import Document
from ttx.sources.reading import Reading

CHECK = "ttx.source-check/1"
READING = "ttx.source-import/1"


def check_json(
    proofs: Sequence[Proof],
    missing: Sequence[Catalogue],
    scenarios: Sequence[tuple[str, Sequence[Use]]],
) -> str:
    """Everything that was proved, and what could not be."""
    return _written(
        {
            "format": CHECK,
            "catalogues": [
                {
                    **_catalogue(proof.catalogue),
                    "copy": {"document": proof.document.id, "sha256": proof.document.sha256},
                    "counts": proof.counts,
                    "citations": [_citation(each) for each in proof.citations],
                }
                for proof in proofs
            ],
            "not_imported": [_catalogue(each) for each in missing],
            "scenarios": [
                {
                    "id": name,
                    "citations": [{"where": u.where, "target": u.target, "state": u.state} for u in found],
                }
                for name, found in scenarios
            ],
        }
    )


def reading_json(
    document: Document, reading: Reading, before: Sequence[Citation] | None, *, kept: bool
) -> str:
    """What was found in a file."""
    return _written(
        {
            "format": READING,
            "id": document.id,
            "catalogue": document.catalogue,
            "kind": document.kind,
            "style": reading.style,
            "sha256": document.sha256,
            "paragraphs": len(reading.paragraphs),
            "blocks": reading.blocks,
            "sentences": reading.sentences,
            "dropped": [{"line": d.line.number, "rule": d.rule} for d in reading.dropped],
            "put_together": [{"line": m.line, "rule": m.rule} for m in reading.mended],
            "unsure": list(reading.unsure),
            "before": None if before is None else [_citation(each) for each in before],
            "kept": kept,
        }
    )


def _catalogue(catalogue: Catalogue) -> dict[str, Any]:
    given = catalogue.provenance
    return {
        "id": catalogue.id,
        "title": catalogue.title,
        "date": catalogue.date,
        "publisher": given.publisher,
        "official": given.official,
        "sha256": given.sha256,
        "compared_with_official": given.compared_with_official or "never",
    }


def _citation(each: Citation) -> dict[str, Any]:
    return {
        "at": each.locator,
        "state": each.state,
        "now": each.now or None,
        "targets": list(each.targets),
        "words": each.words or None,
        "missing": each.missing,
    }


def _written(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
