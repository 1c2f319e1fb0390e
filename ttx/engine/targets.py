"""What a link may point at, and which bearing fits it (room F42)."""

from __future__ import annotations

from collections.abc import Iterable

from ttx.engine.case import Case, Rejection, no_such
from ttx.model.catalogue import Commitment
from ttx.model.records import LinkRecord
from ttx.model.words_that_fit import fits, in_order


def unknown_target(case: Case, links: Iterable[LinkRecord]) -> Rejection | None:
    """A refusal that names the first link on nothing this scenario cites."""
    for link in links:
        if not is_target(case, link.target):
            return no_such("commitment or sentence", link.target)
    return None


def is_target(case: Case, target: str) -> bool:
    """Whether it is a commitment's id, or ``DOC:paragraph.sentence``."""
    if _commitment(case, target) is not None:
        return True
    document, colon, locator = target.partition(":")
    catalogues = case.script.scenario.catalogues.values()
    return bool(colon) and any(c.document == document and locator in c.sentences for c in catalogues)


def misfit(case: Case, link: LinkRecord) -> Rejection | None:
    """A refusal where the duty of the commitment does not take this bearing."""
    one = _commitment(case, link.target)
    fitting = fits(one)
    if link.bearing in fitting:
        return None
    what = f"a commitment of the kind {one.duty}" if one else "a sentence that promises nothing"
    words = ", ".join(in_order(fitting)) or "touches"
    return Rejection("bearing", f"{link.bearing} does not fit {what}: {link.target} takes {words}.")


def _commitment(case: Case, target: str) -> Commitment | None:
    catalogues = case.script.scenario.catalogues.values()
    return next((c.commitments[target] for c in catalogues if target in c.commitments), None)
