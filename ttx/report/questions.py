"""What cells asked Control, what they got, and what Control knew and nobody asked (room F25)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from ttx.model.events import InjectReleased, QuestionAnswered, QuestionAsked
from ttx.model.scenario import ControlFact
from ttx.report.played import Of, Played, excerpt, quoted
from ttx.report.values import Asked

_HOW: Mapping[str, str] = {
    "not_known": "not known at this time",
    "voice": "answered by a voice of Control",
    "later": "put off",
    "improvised": "improvised by staff",
}

_HEAD = 160
"""Characters of a fact that nobody asked for; the whole stands in the scenario."""


def asked(played: Played) -> tuple[Asked, ...]:
    """Every question with its answer for good, or as it was left."""
    replies: defaultdict[int, list[Of[QuestionAnswered]]] = defaultdict(list)
    for reply in played.all(QuestionAnswered):
        replies[reply.fact.of].append(reply)
    return tuple(_asked(played, each, replies[each.seq]) for each in played.all(QuestionAsked))


def _asked(played: Played, each: Of[QuestionAsked], replies: list[Of[QuestionAnswered]]) -> Asked:
    final = next((r for r in replies if r.fact.how != "later"), None)
    last = final or (replies[-1] if replies else None)
    return Asked(
        who=played.who.cell(each.fact.cell),
        question=str(each.fact.text),
        answer=_reply(played, last, each.fact.cell) if last else "no answer on record",
        after_ms=max(0, final.ms - each.ms) if final else None,
        events=(each.seq, *(r.seq for r in replies)),
    )


def _reply(played: Played, each: Of[QuestionAnswered], asker: str) -> str:
    """What Control said, and to whom where it was not the asking cell alone."""
    fact = each.fact
    how = f"from what Control knows ({fact.fact})" if fact.fact else _HOW.get(fact.how, fact.how)
    words = str(fact.text).strip() or _known_then(played, fact.fact, each.seq)
    beyond = fact.to and fact.how != "later" and fact.to != (asker,)
    to = f"; to {played.who.cells(fact.to)}" if beyond else ""
    return f"{how}: {quoted(words)}{to}" if words else f"{how}{to}"


def _known_then(played: Played, fact: str | None, number: int) -> str:
    """What Control could say of a fact at that event, as authored."""
    known = played.scenario.facts.get(fact or "")
    if known is None:
        return ""
    out = known.then is not None and _given(played, known.then.inject, number)
    return known.then.text if known.then is not None and out else known.until


def _given(played: Played, inject: str | None, before: int | None = None) -> int | None:
    """Number of the event that gave an inject, before another if one is named."""
    found = (r.seq for r in played.all(InjectReleased) if r.fact.inject == inject)
    return next((n for n in found if before is None or n < before), None)


def never_asked(played: Played) -> tuple[str, ...]:
    """What Control knew all along and no cell asked for, with how else it came out."""
    told = {r.fact.fact for r in played.all(QuestionAnswered)}
    return tuple(_fact(played, fact) for fact in played.scenario.facts.values() if fact.id not in told)


def _fact(played: Played, fact: ControlFact) -> str:
    """What it is about and how its words begin; its further search words are for Control alone."""
    inject = fact.then.inject if fact.then else None
    given = _given(played, inject)
    came = f" (due to come out with inject {inject}, given in #{given})" if given else ""
    about = f"{fact.id} {fact.about[0] if fact.about else ''}".strip()
    words = _known_then(played, fact.id, played.events[-1].seq + 1)
    return f"{about}: {quoted(excerpt(words, _HEAD))}{came}" if words else f"{about}{came}"
