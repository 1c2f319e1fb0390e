"""What people made of a session, beside its facts: two words for one objective stay two words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ttx.model.counting import how_many
from ttx.model.evaluation import Evaluated
from ttx.report.values import ActionLine, FindingLine, Judged, ObjectiveLine, RatingLine, StepLine


def judged(evaluated: Sequence[Evaluated], *, offices: bool, here: Evaluated | None = None) -> Judged:
    """Findings, actions and the rest: what the session file holds, then every rater's file in order."""
    everybody = _everybody(evaluated, here, offices=offices)
    given = [each for _, each in everybody]
    steps = tuple(StepLine(s.what, s.who, s.by) for each in given for s in each.next_steps)
    return Judged(
        agreement=_agreement(evaluated),
        findings=tuple(
            FindingLine(
                kind="Strength" if f.kind == "strength" else "Area to improve",
                objective=f.objective,
                text=f.text,
                cause=f.cause,
                rater=signed,
                events=f.evidence,
            )
            for signed, each in everybody
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
            for each in given
            for a in each.actions
        ),
        next_steps=steps or tuple(_steps(given)),
        feedback=tuple(text for each in given for text in each.feedback),
        parking_lot=tuple(text for each in given for text in each.parking_lot),
    )


def _steps(given: Sequence[Evaluated]) -> Iterator[StepLine]:
    """Where nobody wrote next steps down, they are what was agreed to be mended and is not closed."""
    for each in given:
        yield from (StepLine(a.action, a.owner, a.due) for a in each.actions if a.state != "closed")


def _everybody(
    evaluated: Sequence[Evaluated], here: Evaluated | None, *, offices: bool
) -> list[tuple[str, Evaluated]]:
    """Every rater with how they are signed: by office where offices may be named, else ``rater 1``."""
    signed = [(e.rater if offices else f"rater {n}", e) for n, e in enumerate(evaluated, 1)]
    return [*([(here.rater, here)] if here else []), *signed]


def with_ratings(
    objectives: tuple[ObjectiveLine, ...],
    evaluated: Sequence[Evaluated],
    *,
    offices: bool,
    here: Evaluated | None = None,
) -> tuple[ObjectiveLine, ...]:
    """The objectives with every rater's word."""
    everybody = _everybody(evaluated, here, offices=offices)
    return tuple(
        replace(
            line,
            ratings=tuple(
                RatingLine(signed, r.word, r.analysis, r.evidence)
                for signed, each in everybody
                for r in each.ratings
                if r.objective == line.id
            ),
        )
        for line in objectives
    )


def _agreement(evaluated: Sequence[Evaluated]) -> str:
    """How far the first two raters with files of their own agree; empty where there is only one.

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
        f"Two raters, each in a file of their own, rated {how_many(len(both), 'objective')} in common and "
        f"put the same word to {len(both) - len(apart)} of them{told}."
    )
