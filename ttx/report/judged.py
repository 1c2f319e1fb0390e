"""What raters made of a session, beside its facts: two words for one objective stay two words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ttx.model.evaluation import Evaluated
from ttx.report.values import ActionLine, FindingLine, Judged, ObjectiveLine, RatingLine, StepLine


def judged(evaluated: Sequence[Evaluated], *, offices: bool) -> Judged:
    """Findings, actions and the rest of every rater, in the order of their files."""
    return Judged(
        agreement=_agreement(evaluated),
        findings=tuple(
            FindingLine(
                kind="Strength" if f.kind == "strength" else "Area to improve",
                objective=f.objective,
                text=f.text,
                cause=f.cause,
                rater=rater(each, n, offices=offices),
                events=f.evidence,
            )
            for n, each in enumerate(evaluated, 1)
            for f in each.findings
        ),
        actions=tuple(
            ActionLine(
                finding=a.finding,
                action=a.action,
                element=a.element,
                owner=a.owner,
                due=a.due,
                state=a.state,
                closed_by=a.closed_by,
            )
            for each in evaluated
            for a in each.actions
        ),
        next_steps=tuple(StepLine(s.what, s.who, s.by) for each in evaluated for s in each.next_steps),
        feedback=tuple(text for each in evaluated for text in each.feedback),
        parking_lot=tuple(text for each in evaluated for text in each.parking_lot),
    )


def rater(evaluated: Evaluated, number: int, *, offices: bool) -> str:
    """A rater's office where offices may be named, else ``rater 1``."""
    return evaluated.rater if offices else f"rater {number}"


def with_ratings(
    objectives: tuple[ObjectiveLine, ...], evaluated: Sequence[Evaluated], *, offices: bool
) -> tuple[ObjectiveLine, ...]:
    """The objectives with every rater's word."""
    return tuple(
        replace(
            line,
            ratings=tuple(
                RatingLine(rater(each, n, offices=offices), r.word, r.analysis, r.evidence)
                for n, each in enumerate(evaluated, 1)
                for r in each.ratings
                if r.objective == line.id
            ),
        )
        for line in objectives
    )


def _agreement(evaluated: Sequence[Evaluated]) -> str:
    """How far the first two raters agree; empty where there is only one.

    Counted, not corrected for chance: on a handful of objectives a coefficient says less.
    """
    if len(evaluated) < 2:
        return ""
    first, second = ({r.objective: r.word for r in each.ratings} for each in evaluated[:2])
    both = [name for name in first if name in second]
    if not both:
        return "Two raters rated, no objective in common."
    apart = [name for name in both if first[name] != second[name]]
    told = f"; apart on {', '.join(apart)}" if apart else ""
    return (
        f"Two raters, each in a file of their own, rated {len(both)} objectives in common and put the "
        f"same word to {len(both) - len(apart)} of them{told}."
    )
