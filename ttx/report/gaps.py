"""What the record still lacks, what only this room can say first (room F30)."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.model.counting import how_many, is_are
from ttx.model.events import (
    AnswerRecorded,
    DecisionPut,
    FindingMade,
    ObjectiveRated,
    ObservationMade,
    QuestionAnswered,
    QuestionAsked,
    RecordCompleted,
)
from ttx.model.position import cell_of
from ttx.model.records import Grounds
from ttx.report.given import Traced
from ttx.report.played import Of, Played, quoted
from ttx.report.values import Gap

_ROOM = "the players, before they leave"
_STAFF = "two of the exercise staff"
_EVALUATORS = "the evaluators"


def gaps(played: Played, traced: Traced) -> tuple[Gap, ...]:
    """Blanks of the record; those that only the room can fill stand first, then by event."""
    found = [*_answers(played), *_open(played), *_questions(played), *_links(traced), *_unseen(played)]
    return tuple(sorted(found, key=lambda g: (not g.room_only, g.events or (0,))))


def _answers(played: Played) -> Iterator[Gap]:
    for each in played.answers:
        if each.fact.outcome in ("not_put", "not_taken", "set_aside"):
            continue
        own = cell_of(each.fact.slot)
        who = played.who.players((own,) if own else each.fact.cells)
        for what in _missing(each, played):
            yield Gap(
                what=f"{each.fact.decision}: {what}", who=_asked(who), room_only=True, events=(each.seq,)
            )


def _asked(players: str) -> str:
    return f"{players}, before they leave"


def _missing(each: Of[AnswerRecorded], played: Played) -> Iterator[str]:
    """What neither the record nor a later word has; what staff marked as not said is no gap."""
    fact = each.fact
    later = [c.fact for c in played.all(RecordCompleted) if c.fact.of == each.seq]
    known: list[Grounds] = [fact.grounds, *(c.grounds for c in later)]
    not_said = {key for c in later for key in c.not_said}
    if not fact.said.strip():
        yield "what was said is not written down"
    if "how" not in not_said and not any(g.carried.how or g.carried.by.strip() for g in known):
        yield "who carried it, and whether it was agreed"
    if "rationale" not in not_said and not any(g.rationale.strip() for g in known):
        yield "why"


def _open(played: Played) -> Iterator[Gap]:
    answered = {a.fact.decision for a in played.all(AnswerRecorded)}
    for put in played.all(DecisionPut):
        if put.fact.decision not in answered:
            yield Gap(
                what=f"{put.fact.decision} was put and has no answer",
                who=_ROOM,
                room_only=True,
                events=(put.seq,),
            )


def _questions(played: Played) -> Iterator[Gap]:
    closed = {a.fact.of for a in played.all(QuestionAnswered) if a.fact.how != "later"}
    for each in played.all(QuestionAsked):
        if each.seq not in closed:
            yield Gap(
                what=f"A question of {played.who.cell(each.fact.cell)} waits for Control: "
                f"{quoted(str(each.fact.text))}",
                who="Control",
                room_only=False,
                events=(each.seq,),
            )


def _links(traced: Traced) -> Iterator[Gap]:
    waiting = [k for k in traced.links if not k.settled]
    if waiting:
        yield Gap(
            what=f"{how_many(len(waiting), 'link')} {is_are(len(waiting))} proposed, not settled",
            who=_STAFF,
            room_only=False,
            events=tuple(sorted({k.record for k in waiting})),
        )


def _unseen(played: Played) -> Iterator[Gap]:
    seen = {o.fact.objective for o in played.all(ObservationMade)}
    seen |= {r.fact.objective for r in played.all(ObjectiveRated)}
    seen |= {f.fact.objective for f in played.all(FindingMade)}
    for objective in played.scenario.objectives.values():
        if objective.id not in seen:
            yield Gap(
                what=f"No observation stands under {objective.id} {objective.text}",
                who=_EVALUATORS,
                room_only=False,
                events=(),
            )
