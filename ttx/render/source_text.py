"""Imported documents and proofs of citations as text for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from ttx.model.catalogue import Catalogue
from ttx.model.counting import how_many
from ttx.sources.checking import STATES, Citation, Proof, Use
from ttx.sources.document import Document, Paragraph
from ttx.sources.fingerprints import State
from ttx.sources.furniture import MENDING, RULES
from ttx.sources.reading import Reading

_WIDTH = 96
_MOST_LINES = 12
"""Dropped lines of one rule that are shown; the number of the rest is."""


def reading_text(document: Document, reading: Reading) -> str:
    """What was found in a file, what was left out and why, what is not sure."""
    rows = [
        f"{document.name}: {document.kind}, {reading.style}",
        (
            f"  {how_many(len(reading.paragraphs), 'paragraph')}, {how_many(reading.blocks, 'block')}, "
            f"{how_many(reading.sentences, 'sentence')}"
        ),
        f"  sha256 {document.sha256}",
        *_dropped(reading),
        *_mended(reading),
    ]
    if reading.unsure:
        rows += ["", "Not sure:"]
        rows += [line for each in reading.unsure for line in _wrapped(each, "  - ", "    ")]
    return "\n".join(rows) + "\n"


def _dropped(reading: Reading) -> Iterator[str]:
    if not reading.dropped:
        return
    yield from ("", "Left out (undo by --keep RULE or --keep LINES):")
    by_rule: dict[str, list[tuple[int, str]]] = {}
    for each in reading.dropped:
        by_rule.setdefault(each.rule, []).append((each.line.number, " ".join(each.line.text.split())))
    for rule, lines in by_rule.items():
        yield f"  {rule}: {RULES[rule]}"
        yield from (f"    {number:>5}  {_short(text)}" for number, text in lines[:_MOST_LINES])
        if len(lines) > _MOST_LINES:
            yield f"           and {len(lines) - _MOST_LINES} more"


def _mended(reading: Reading) -> Iterator[str]:
    if not reading.mended:
        return
    yield from ("", "Put together (undo by --keep RULE):")
    counts = Counter(each.rule for each in reading.mended)
    for rule, count in counts.items():
        some = [f"{each.words} ({each.line})" for each in reading.mended if each.rule == rule][:4]
        shown = "" if rule == "wrap" else f": {', '.join(some)}{' ...' if count > len(some) else ''}"
        yield f"  {rule}: {MENDING[rule]}, {count} {'times' if count != 1 else 'time'}{shown}"


def between_text(before: Sequence[Citation]) -> str:
    """What became of the sentences of an earlier copy."""
    rows = [f"Against the copy that is here: {_counts(before)}."]
    rows += [line for each in before for line in _citation(each, each.locator)]
    return "\n".join(rows) + "\n"


def proof_text(proof: Proof) -> str:
    """A catalogue held against a copy: provenance, counts, and every place that is not right."""
    catalogue = proof.catalogue
    rows = [f"{catalogue.id}: {catalogue.title}, {catalogue.date}", *provenance(catalogue)]
    same = "the file the catalogue was read from"
    is_same = proof.document.sha256 == catalogue.provenance.sha256
    rows.append(
        f"  your copy: {proof.document.name}, imported {proof.document.imported}, "
        f"{same if is_same else 'another file than the catalogue was read from'}"
    )
    cited = len(catalogue.commitments)
    rows.append(
        f"  {how_many(len(proof.citations), 'sentence')}, {how_many(cited, 'commitment')}: "
        f"{_counts(proof.citations)}"
    )
    if proof.other_document:
        rows.append("  Most sentences are not in it: this is a copy of another document.")
    rows += [line for each in proof.citations for line in _citation(each, ", ".join(each.targets))]
    return "\n".join(rows) + "\n"


def provenance(catalogue: Catalogue) -> Iterator[str]:
    """Where the text came from that a catalogue was read from, a fact a line."""
    given = catalogue.provenance
    yield f"  read from: {given.publisher} ({'official' if given.official else 'not official'})"
    if given.retrieved:
        yield f"  retrieved: {given.retrieved}"
    if given.sha256:
        yield f"  sha256: {given.sha256}"
    if given.other_texts:
        yield f"  other texts: {given.other_texts}"
    yield f"  compared with official text: {given.compared_with_official or 'never'}"


def missing_text(catalogue: Catalogue) -> str:
    """That nothing can be said of a catalogue here, and what to do."""
    rows = [
        f"{catalogue.id}: {catalogue.title}, {catalogue.date}",
        *provenance(catalogue),
        "  Not proved: no copy of the document is imported on this machine.",
        f"  Get the document and run: tabletop source import FILE --catalogue {catalogue.id}",
    ]
    return "\n".join(rows) + "\n"


def uses_text(scenario: str, uses: Sequence[Use]) -> str:
    """Where a scenario cites proved catalogues, and each place that rests on something not right."""
    counts = Counter(use.state for use in uses)
    rows = [f"scenario {scenario}: {how_many(len(uses), 'citation')}: {_states(counts)}"]
    rows += [f"  {use.where} cites {use.target}: {use.state}" for use in uses if use.state != "right"]
    return "\n".join(rows) + "\n"


def list_text(documents: Iterable[Document]) -> str:
    """Every imported document on one line."""
    rows = [
        f"{each.id:<20} {each.kind:<9} {how_many(len(each.paragraphs), 'paragraph'):>14} "
        f"{how_many(len(each.sentences), 'sentence'):>14}  {each.name}"
        f"{f'  (source of {each.catalogue})' if each.catalogue else ''}"
        for each in documents
    ]
    return "\n".join(rows) + "\n"


def document_text(paragraphs: Sequence[Paragraph], catalogue: Catalogue | None) -> str:
    """Paragraphs of a document with the place of every sentence, and what a catalogue reads there."""
    reads: dict[str, list[str]] = {}
    for one in catalogue.commitments.values() if catalogue else ():
        reads.setdefault(one.locator, []).append(f"{one.short} {one.label}")
    rows: list[str] = []
    section = ""
    for paragraph in paragraphs:
        if paragraph.section and paragraph.section != section:
            rows += [paragraph.section, ""]
        section = paragraph.section
        block = 1
        for each in paragraph.sentences:
            if each.block != block:
                rows.append("")
                block = each.block
            place = f"{paragraph.name}.{each.sentence}"
            rows += _wrapped(each.text, f"{place:<7}", " " * 7)
            rows += [f"       -> {what}" for what in reads.get(each.locator, ())]
        rows.append("")
    return "\n".join(rows).rstrip("\n") + "\n"


def _citation(each: Citation, named: str) -> Iterator[str]:
    if each.state == "right":
        return
    where = f", now {each.now}" if each.now and each.now != each.locator else ""
    yield f"  {each.locator:<6} {each.state}{where}: {named}"
    if each.words:
        yield from _wrapped(each.words, "         ", "         ")
    if each.missing:
        yield f"         {each.missing} {'words are' if each.missing > 1 else 'word is'} missing"


def _counts(citations: Sequence[Citation]) -> str:
    return _states(Counter(c.state for c in citations))


def _states(counts: Counter[State]) -> str:
    total = sum(counts.values())
    if total and counts["right"] == total:
        return "all right"
    return ", ".join(f"{counts[state]} {state}" for state in STATES if counts[state]) or "none"


def _short(text: str) -> str:
    return text if len(text) <= _WIDTH - 20 else f"{text[: _WIDTH - 24]} ..."


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    return wrap(text, _WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
