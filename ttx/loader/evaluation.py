"""A rater's file, read against the session it speaks of; every problem with its place."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from ttx.diagnostics import Problem, has_errors, in_order
from ttx.expressions.hints import listed, shown
from ttx.frozen import dataclass
from ttx.loader.files import read_file
from ttx.loader.schema import evaluation as authored
from ttx.loader.schema import shape
from ttx.loader.yaml_tree import TreeRead, read_tree
from ttx.model.evaluation import NOT_PUT, Action, Evaluated, Finding, Rating, Step

_CODE = "TTX613"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """What can be rated: the session's objectives, its last event, the words that were agreed."""

    objectives: Collection[str]
    last_event: int
    words: Collection[str]


@dataclass(frozen=True, slots=True)
class LoadedEvaluation:
    """A rater's words, where no error stands; ``texts`` maps the file's name to its text."""

    value: Evaluated | None
    problems: tuple[Problem, ...]
    texts: Mapping[str, str]


def load_evaluation(path: Path, rated: Rated) -> LoadedEvaluation:
    """Load a rater's file.

    Raises:
        LoadError: it is missing, larger than 16 MB, or no UTF-8 text.
    """
    return read_evaluation(read_file(path), str(path), rated)


def read_evaluation(text: str, name: str, rated: Rated) -> LoadedEvaluation:
    """Read the text of a rater's file; TTX1xx, TTX2xx, TTX613."""
    read = read_tree(text, name)
    shaped = shape(authored.EvaluationFile, read)
    problems = [*read.problems, *shaped.problems]
    if shaped.value is not None and not shaped.problems:
        problems += _misfits(shaped.value, read, rated)
    found = in_order(problems)
    if shaped.value is None or has_errors(found):
        return LoadedEvaluation(None, found, {name: text})
    return LoadedEvaluation(_made(shaped.value), found, {name: text})


def _misfits(given: authored.EvaluationFile, read: TreeRead, rated: Rated) -> Iterator[Problem]:
    """What does not fit the session: objectives, words, events; a word without evidence (field A7)."""
    for n, rating in enumerate(given.ratings):
        at = ("ratings", n)
        if rating.objective not in rated.objectives:
            yield _problem(
                read,
                (*at, "objective"),
                f"The session has no objective {shown(rating.objective)}.",
                f"It has: {listed(sorted(rated.objectives))}.",
            )
        if rating.word not in rated.words:
            yield _problem(
                read,
                (*at, "word"),
                f"{shown(rating.word)} is none of the words agreed on.",
                f"Agreed on: {listed(rated.words)}." if rated.words else "It was agreed to rate nothing.",
            )
        if not rating.evidence and rating.word != NOT_PUT:
            yield _problem(
                read, at, "A rating names at least one event.", "Add evidence: [12], a number of the report."
            )
        yield from _beyond(read, (*at, "evidence"), rating.evidence, rated)
    for n, finding in enumerate(given.findings):
        yield from _beyond(read, ("findings", n, "evidence"), finding.evidence, rated)


def _beyond(read: TreeRead, at: tuple[Any, ...], events: tuple[int, ...], rated: Rated) -> Iterator[Problem]:
    wrong = [n for n in events if not 1 <= n <= rated.last_event]
    if wrong:
        yield _problem(
            read, at, f"The session has no event #{wrong[0]}.", f"Its events are #1 to #{rated.last_event}."
        )


def _problem(read: TreeRead, at: tuple[Any, ...], message: str, hint: str) -> Problem:
    return Problem(_CODE, read.spans.of(at), message, hint=hint)


def _made(given: authored.EvaluationFile) -> Evaluated:
    return Evaluated(
        rater=given.rater,
        ratings=tuple(Rating(**dict(each)) for each in given.ratings),
        findings=tuple(Finding(**dict(each)) for each in given.findings),
        actions=tuple(Action(**dict(each)) for each in given.actions),
        next_steps=tuple(Step(**dict(each)) for each in given.next_steps),
        feedback=given.feedback,
        parking_lot=given.parking_lot,
    )
