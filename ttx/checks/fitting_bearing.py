"""A link says what fits its commitment, and of a cell that can say it (room F42).

Bearers are named in a catalogue as its document names them. A cell counts as one of them only if
its id, name or tag is that name; of any other cell nothing is known, and nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from ttx.checks.walk import Path, links
from ttx.diagnostics import Problem, Severity, Spans
from ttx.expressions.hints import shown
from ttx.model.catalogue import Catalogue, Commitment
from ttx.model.parts import Link
from ttx.model.scenario import Scenario
from ttx.model.words_that_fit import BEARER_ONLY, IF_DATED, fits, in_order

CODE = "TTX253"
TITLE = "a bearing that does not fit the commitment"

_PROMISES = frozenset({"commissive", "reaffirmation"})


def check(scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """Errors for words that do not fit, warnings for cells that bear nothing of the commitment."""
    books = {c: book for book in scenario.catalogues.values() for c in book.commitments}
    for path, link in links(scenario):
        if link.target in books:
            book = books[link.target]
            entry = book.commitments[link.target]
            yield from _unfitting(link, entry, path, spans)
            if link.bearing in BEARER_ONLY and _others(entry, book, _deciders(link, path, scenario)):
                message = (
                    f"{entry.id} is borne by {' and '.join(entry.bearer)}: only they {_infinitive(link)} it."
                )
                hint = "Other cells may advance it, strain it or rely on it."
                yield Problem(CODE, spans.of((*path, "bearing")), message, Severity.WARNING, hint)
        elif ":" in link.target:
            yield from _of_a_sentence(link, path, scenario, spans)


def _unfitting(link: Link, entry: Commitment | None, path: Path, spans: Spans) -> Iterator[Problem]:
    fitting = fits(entry)
    if link.bearing in fitting:
        return
    what = f"{entry.id} ({_duty(entry)})" if entry else f"{shown(link.target)}, which promises nothing"
    message = f"{link.bearing} does not fit {what}."
    hint = f"Fitting: {', '.join(in_order(fitting))}."
    yield Problem(CODE, spans.of((*path, "bearing")), message, hint=hint)


def _duty(entry: Commitment) -> str:
    undated = entry.duty == "conduct" and not fits(entry) >= IF_DATED
    return "conduct without a date" if undated else entry.duty


def _infinitive(link: Link) -> str:
    return {"fulfils": "fulfil", "upholds": "uphold", "defers": "defer"}.get(link.bearing, "contradict")


def _of_a_sentence(link: Link, path: Path, scenario: Scenario, spans: Spans) -> Iterator[Problem]:
    """A sentence that only promises is linked by its commitments, or they would never be counted."""
    document, _, locator = link.target.partition(":")
    for book in scenario.catalogues.values():
        sentence = book.sentences.get(locator) if book.document == document else None
        if sentence is None:
            continue
        yield from _unfitting(link, None, path, spans)
        ids = [c.id for c in book.commitments.values() if c.locator == locator and c.duty != "stance"]
        if ids and _PROMISES.issuperset(sentence.acts):
            message = f"{shown(link.target)} is a commitment, and is counted only where it is linked as one."
            hint = f"Write commitment: {' or '.join(ids)}."
            yield Problem(CODE, spans.of((*path, "sentence")), message, Severity.WARNING, hint)


def _deciders(link: Link, path: Path, scenario: Scenario) -> list[frozenset[str]]:
    """What each cell that the link is about goes by; none where it is not certain which they are."""
    cells = link.cells
    if not cells and path[2] == "decisions":
        cells = scenario.phases[int(path[1])].decisions[int(path[3])].to
    given = [scenario.cells[cell] for cell in cells if cell in scenario.cells]
    return [frozenset(name.casefold() for name in (c.id, c.name, c.tag) if name) for c in given]


def _others(entry: Commitment, book: Catalogue, cells: list[frozenset[str]]) -> bool:
    """Whether all of the cells are known to the document, and none of them bears the commitment."""
    known = {n.casefold() for c in book.commitments.values() for n in (*c.bearer, *c.speaker)}
    bearers = {name.casefold() for name in entry.bearer}
    return bool(cells) and all(names & known and not names & bearers for names in cells)
