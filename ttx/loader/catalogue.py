"""A catalogue from its plain values, every problem in one pass.

A fingerprint stands once, with its sentence; an entry that gives one of its own must give the
same. Whether a fingerprint fits the document is asked where a user has the document.
"""

from __future__ import annotations

from typing import Any

from ttx.diagnostics import Problem, Spans, has_errors, in_order
from ttx.loader.catalogue_questions import Asked
from ttx.loader.compile import Notes
from ttx.loader.older_forms import catalogue_of_today
from ttx.loader.schema import catalogue as authored
from ttx.loader.schema import shape
from ttx.loader.yaml_tree import TreeRead
from ttx.model.catalogue import (
    Catalogue,
    Commitment,
    Deadline,
    Fingerprint,
    Milestone,
    Provenance,
    SentenceActs,
    Tension,
)

_NEVER = "never"


def compile_catalogue(values: Any, spans: Spans) -> tuple[Catalogue | None, tuple[Problem, ...]]:
    """The catalogue, where nothing is wrong with it, and everything that is.

    Args:
        values: the file as plain values, numbers read as numbers.
        spans: where its parts stand.

    Returns:
        TTX2xx for its shape, TTX213 for what is written as it once was, TTX501 to TTX508 for what it says.
    """
    tree = _without_empty(values)
    if not isinstance(tree, dict):
        what = "Keys with values are wanted here."
        return None, (Problem("TTX205", spans.of(()), what, hint=f"Begin with format: {authored.FORMAT}."),)
    older = catalogue_of_today(tree, spans)
    shaped = shape(authored.Catalogue, TreeRead(tree, spans, (), frozenset()))
    given = shaped.value
    if given is None:
        return None, in_order((*older, *shaped.problems))
    notes = Notes(spans, shaped.broken)
    if given.format != authored.FORMAT:
        notes.say("TTX212", ("format",), f"This version of ttx reads format {authored.FORMAT}.")
    Asked(given, notes, shaped.broken).all()
    problems = in_order((*older, *shaped.problems, *notes.problems))
    return (None if has_errors(problems) else _made(given)), problems


def _without_empty(values: Any) -> Any:
    """A copy without the keys that have no value: they count as left out."""
    if isinstance(values, dict):
        return {str(k): _without_empty(v) for k, v in values.items() if v is not None}
    if isinstance(values, list | tuple):
        return ["" if v is None else _without_empty(v) for v in values]
    return values


def _made(given: authored.Catalogue) -> Catalogue:
    """The model's value of a catalogue that has no fault."""
    sentences = {each.at: _sentence(each) for each in given.sentences}
    from_ = given.provenance
    compared = from_.compared_with_official
    return Catalogue(
        id=given.id,
        document=given.document,
        title=given.title,
        short_title=given.short_title,
        date=given.date,
        paragraphs=given.paragraphs,
        provenance=Provenance(
            publisher=from_.publisher,
            official=from_.official,
            retrieved=from_.retrieved,
            sha256=from_.sha256,
            language=from_.language,
            other_texts=from_.other_texts,
            compared_with_official=None if compared in ("", _NEVER) else compared,
        ),
        commitments={each.id: _commitment(each, sentences) for each in given.commitments},
        sentences=sentences,
        tensions=tuple(
            Tension(id=t.id, of=t.of, says=t.says, seen_when=t.seen_when, outside=t.outside)
            for t in given.tensions
        ),
    )


def _sentence(given: authored.Sentence) -> SentenceActs:
    paragraph, _, sentence = given.at.partition(".")
    return SentenceActs(
        paragraph=int(paragraph),
        block=given.block,
        sentence=int(sentence),
        acts=tuple(given.acts),
        label=given.label,
        paraphrase=given.paraphrase,
        fingerprint=Fingerprint(given.fingerprint.letters, given.fingerprint.words),
    )


def _commitment(given: authored.Commitment, sentences: dict[str, SentenceActs]) -> Commitment:
    return Commitment(
        id=given.id,
        paragraph=given.paragraph,
        block=given.block,
        sentence=given.sentence,
        label=given.label,
        paraphrase=given.paraphrase,
        speaker=given.speaker,
        bearer=given.bearer,
        verb=given.verb,
        act_class=given.class_,
        duty=given.duty,
        key_terms=given.key_terms,
        themes=given.themes,
        deadline=_deadline(given.deadline),
        milestone=_milestone(given.milestone),
        until=given.until,
        precondition=given.precondition,
        not_promised=given.not_promised,
        outside=given.outside,
        also_readable_as=given.also_readable_as,
        weak=given.weak,
        part_of=given.part_of,
        see_also=given.see_also,
        needs=given.needs,
        units=given.units,
        note=given.note,
        read_by=given.read_by,
        fingerprint=sentences[f"{given.paragraph}.{given.sentence}"].fingerprint,
    )


def _deadline(due: authored.Deadline) -> Deadline:
    return Deadline(
        words=due.words,
        kind=due.kind,
        earliest=due.earliest,
        latest=due.latest,
        event=due.event,
        rides_on=due.rides_on,
        basis=due.basis,
        also_readable_as=due.also_readable_as,
    )


def _milestone(given: authored.Milestone | None) -> Milestone | None:
    if given is None:
        return None
    return Milestone(words=given.words, what=given.what, promised=given.promised)
