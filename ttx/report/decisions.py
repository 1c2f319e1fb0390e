"""Decisions as the report tells them: what was said, how it was coded, what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ttx.model.events import (
    AnswerRecorded,
    DecisionPut,
    Disclosed,
    FirstWritten,
    MoveRecorded,
    Overruled,
    RecordCompleted,
    Ruled,
)
from ttx.model.parts import Decision
from ttx.model.position import cell_of
from ttx.model.records import Grounds, OfficePosition
from ttx.report.brought import brought, reasons
from ttx.report.given import Linked
from ttx.report.linking import lines_of
from ttx.report.outcomes import OUTCOME_WORDS, reason, verb
from ttx.report.played import Of, Played, quoted
from ttx.report.values import Answer, Beforehand, DecisionLine, Line, Status
from ttx.report.who import capital

_GROUNDS = ("rationale", "dissent", "confidence", "assumptions", "rejected")
LATER = ", as said later"
"""Follows the name of what stood already when it was said once more."""
_WROTE_FIRST = "wrote first, before the joint answer"
_CARRIED: Mapping[str, str] = {
    "agreed": "agreed",
    "ruled": "ruled",
    "majority": "by majority",
    "nobody": "carried by nobody",
    "": "carried",
}
_DISCLOSED: Mapping[str, str] = {
    "control": "was told by Control",
    "given": "was given",
    "overheard": "overheard",
    "mistake": "came to know by mistake",
}


def decisions(played: Played, links: Sequence[Linked], status: Status) -> tuple[DecisionLine, ...]:
    """Every decision of the scenario that was put or answered, in file order."""
    found = (d for p in played.scenario.phases for d in p.decisions)
    rows = (_decision(played, d, links, status) for d in found)
    return tuple(r for r in rows if r.put or r.answers or r.beforehand)


def _decision(played: Played, decision: Decision, links: Sequence[Linked], status: Status) -> DecisionLine:
    mine = [a for a in played.all(AnswerRecorded) if a.fact.decision == decision.id]
    first = [w for w in played.all(FirstWritten) if w.fact.decision == decision.id]
    return DecisionLine(
        id=decision.id,
        ask=decision.ask,
        phase=played.phase_title(decision.phase),
        put=_put(played, decision),
        beforehand=tuple(_beforehand(played, each) for each in first),
        answers=tuple(_answer(played, each, links, status) for each in mine),
    )


def _put(played: Played, decision: Decision) -> Line | None:
    found = [p for p in played.all(DecisionPut) if p.fact.decision == decision.id]
    if not found:
        return None
    return Line(f"Put to {played.who.cells(found[0].fact.to)}", tuple(p.seq for p in found))


def _beforehand(played: Played, each: Of[FirstWritten]) -> Beforehand:
    return Beforehand(
        who=played.who.cell(each.fact.cell),
        kind=each.fact.as_,
        words=str(each.fact.text),
        knew=tuple(disclosures(played, to=each.fact.cell, before=each.seq)),
        events=(each.seq,),
    )


def disclosures(played: Played, *, to: str | None = None, before: int | None = None) -> Iterator[Line]:
    """What cells came to know that was not addressed to them."""
    for each in played.all(Disclosed):
        fact = each.fact
        if (before is not None and each.seq > before) or (to is not None and to not in fact.to):
            continue
        cells = (to,) if to is not None else fact.to
        words = f": {fact.text}" if fact.text.strip() else ""
        yield Line(
            f"{capital(played.who.players(cells))} {_DISCLOSED[fact.how]} {_known(played, fact.what)}{words}",
            (each.seq,),
        )


def _known(played: Played, what: str) -> str:
    kind, colon, name = what.partition(":")
    if colon and kind == "private":
        return f"the private brief of {played.who.cell(name)}"
    return f"what Control knows as {name}" if colon and kind == "fact" else f"inject {played.inject(what)}"


def _answer(played: Played, each: Of[AnswerRecorded], links: Sequence[Linked], status: Status) -> Answer:
    fact = each.fact
    own = cell_of(fact.slot)
    cells = (own,) if own else fact.cells
    grounds, beside, filled = _grounds(played, each.seq, fact.grounds)
    rulings = tuple(_ruling(played, r) for r in played.all(Ruled) if r.fact.of == each.seq)
    over = next((o for o in played.all(Overruled) if o.fact.of == each.seq), None)
    where = (("where", str(fact.where)),) if fact.where.strip() else ()
    first = played.written_first(fact)
    done = _WROTE_FIRST if first and fact.outcome == "decided" else verb(fact)
    return Answer(
        who=played.who.cells(cells),
        sentence=f"{capital(played.who.players(cells))} {done}",
        said=str(fact.said),
        coded=played.coded(fact.decision, fact.coded, near=fact.near),
        outcome="written first" if first else OUTCOME_WORDS[fact.outcome],
        first=first,
        positions=tuple(_position(played, fact.decision, p) for p in grounds.positions),
        carried=_carried(played, grounds),
        grounds=(*where, *_said(grounds), *beside),
        rulings=rulings,
        overruled=_overruled(played, over) if over else None,
        links=lines_of(each.seq, links, played.who, status),
        events=(each.seq, *filled),
    )


def _grounds(
    played: Played, number: int, grounds: Grounds
) -> tuple[Grounds, tuple[tuple[str, str], ...], tuple[int, ...]]:
    """The grounds with what was filled in later, later words on what stood already, and their events.

    A later word fills a gap and replaces nothing: where there was none, it stands beside the first.
    """
    beside: list[tuple[str, str]] = []
    filled: list[int] = []
    for each in played.all(RecordCompleted):
        if each.fact.of == number:
            beside += _beside(played, grounds, each.fact.grounds)
            grounds = _merged(grounds, each.fact.grounds)
            filled.append(each.seq)
    return grounds, tuple(beside), tuple(filled)


def _beside(played: Played, grounds: Grounds, later: Grounds) -> Iterator[tuple[str, str]]:
    """What a later word says otherwise on what stood already."""
    for name in _GROUNDS:
        first, second = str(getattr(grounds, name)).strip(), str(getattr(later, name)).strip()
        if first and second and first != second:
            yield f"{name}{LATER}", second
    first, second = _carried(played, grounds), _carried(played, later)
    if first and second and first != second:
        yield f"carried{LATER}", second


def _said(grounds: Grounds) -> tuple[tuple[str, str], ...]:
    return tuple((name, str(getattr(grounds, name))) for name in _GROUNDS if getattr(grounds, name).strip())


def _merged(grounds: Grounds, later: Grounds) -> Grounds:
    carried = grounds.carried if grounds.carried.how or grounds.carried.by else later.carried
    return Grounds(
        rationale=grounds.rationale or later.rationale,
        dissent=grounds.dissent or later.dissent,
        confidence=grounds.confidence or later.confidence,
        assumptions=grounds.assumptions or later.assumptions,
        rejected=grounds.rejected or later.rejected,
        positions=(*grounds.positions, *later.positions),
        carried=carried,
    )


def _position(played: Played, decision: str, position: OfficePosition) -> str:
    """``MND policy for option b, The minister first: "words"``."""
    held = f" for {played.coded(decision, position.option)}" if position.option else ""
    said = f": {quoted(position.said)}" if position.said.strip() else ""
    view = "" if held or said else " held a view"
    return f"{capital(played.who.office(position.office))}{held}{said}{view}"


def _carried(played: Played, grounds: Grounds) -> str:
    carried = grounds.carried
    if not (carried.how or carried.by.strip()):
        return ""
    by = f" by {played.who.office(carried.by)}" if carried.by.strip() and carried.how != "nobody" else ""
    return f"{_CARRIED[carried.how]}{by}"


def _ruling(played: Played, each: Of[Ruled]) -> Line:
    fact = each.fact
    used = played.scenario.rules.get(fact.rule)
    name = used.title if used and used.title else fact.rule
    parts = [*brought(used, fact)]
    parts += [f"dice {', '.join(str(f) for f in fact.faces)}"] if fact.faces else []
    parts += [f"total {fact.total}"] if fact.faces and fact.total is not None else []
    how = f" ({'; '.join(parts)})" if parts else ""
    by_rule = played.result(fact.rule, fact.by_rule)
    rule = f"; the rule gave {by_rule}" if fact.by_rule not in ("", fact.result) else ""
    why = f" ({reason(fact.reason)})" if fact.reason.strip() else ""
    heard = "".join(f" {side}: {quoted}." for side, quoted in _heard(fact))
    result = played.result(fact.rule, fact.result)
    result = result.rstrip(".") if how or rule or why else result
    stop = "." if heard and not why else ""
    return Line(f'Ruled by "{name}": {result}{how}{rule}{why}{stop}{heard}', (each.seq,))


def _heard(fact: Ruled) -> Iterator[tuple[str, str]]:
    for side, given in reasons(fact):
        yield side, ", ".join(quoted(reason) for reason in given)


def _overruled(played: Played, each: Of[Overruled]) -> Line:
    fact = each.fact
    answer = played.coded(fact.decision, fact.value) or OUTCOME_WORDS[fact.outcome]
    return Line(
        f"For the rest of play staff put another answer in its place: {answer} ({reason(fact.reason)}). "
        "The cell's own stays as it is here.",
        (each.seq,),
    )


def moves(played: Played, links: Sequence[Linked], status: Status) -> tuple[Answer, ...]:
    """What cells did beside the decisions."""
    return tuple(_move(played, each, links, status) for each in played.all(MoveRecorded))


def _move(played: Played, each: Of[MoveRecorded], links: Sequence[Linked], status: Status) -> Answer:
    grounds, beside, filled = _grounds(played, each.seq, each.fact.grounds)
    about = f", on {each.fact.about}" if each.fact.about else ""
    return Answer(
        who=played.who.cell(each.fact.cell),
        sentence=f"{capital(played.who.players((each.fact.cell,)))} acted{about}",
        said=str(each.fact.said),
        coded="",
        outcome="",
        first=False,
        positions=tuple(_position(played, "", p) for p in grounds.positions),
        carried=_carried(played, grounds),
        grounds=(*_said(grounds), *beside),
        rulings=(),
        overruled=None,
        links=lines_of(each.seq, links, played.who, status),
        events=(each.seq, *filled),
    )
