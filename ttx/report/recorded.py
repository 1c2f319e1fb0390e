"""What staff judged in the session itself, as one more rater beside those with files of their own."""

from __future__ import annotations

from ttx.model.evaluation import Action, Evaluated, Finding, Rating
from ttx.model.events import ActionAgreed, FindingMade, NoteTaken, ObjectiveRated
from ttx.report.played import Of, Played

HERE = "in the session file"
"""How a rating that the session file holds is signed: everybody at the console saw it."""
PARKED, FEEDBACK = "park", "feedback"
"""Tags of notes that the report keeps in places of their own."""
HOT_WASH = "hot wash"
"""Begins the tag of an answer to a question of the hot wash; its number (1-based) follows."""


def recorded(played: Played) -> Evaluated:
    """Ratings (the last of each objective), findings, actions (the last of each), feedback, parking lot."""
    last = {each.fact.objective: each for each in played.all(ObjectiveRated)}
    actions = played.all(ActionAgreed)
    replaced = {each.fact.instead for each in actions}
    texts = {each.seq: str(each.fact.text) for each in played.all(FindingMade)}
    return Evaluated(
        rater=HERE,
        ratings=tuple(_rating(each) for each in last.values()),
        findings=tuple(_finding(each) for each in played.all(FindingMade)),
        actions=tuple(_action(each, texts) for each in actions if each.seq not in replaced),
        feedback=_noted(played, FEEDBACK),
        parking_lot=_noted(played, PARKED),
    )


def _rating(each: Of[ObjectiveRated]) -> Rating:
    fact = each.fact
    return Rating(
        objective=fact.objective, word=fact.word, evidence=fact.evidence, analysis=str(fact.analysis)
    )


def _finding(each: Of[FindingMade]) -> Finding:
    fact = each.fact
    return Finding(
        text=str(fact.text),
        kind=fact.kind,
        objective=fact.objective or "",
        cause=str(fact.cause),
        evidence=fact.evidence,
    )


def _action(each: Of[ActionAgreed], findings: dict[int, str]) -> Action:
    fact = each.fact
    return Action(
        action=str(fact.action),
        finding=findings.get(fact.of or 0, ""),
        element=str(fact.element),
        owner=str(fact.owner),
        due=str(fact.due),
        state=fact.state,
        closed_by=str(fact.closed_by),
    )


def _noted(played: Played, tag: str) -> tuple[str, ...]:
    return tuple(str(n.fact.text) for n in played.all(NoteTaken) if n.fact.tag.strip().lower() == tag)
