"""Where what was expected, said or coded came apart, and how long answers took."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.model.events import AnswerRecorded, FirstWritten, ReadOut
from ttx.model.position import cell_of
from ttx.report.outcomes import OUTCOME_WORDS, verb
from ttx.report.played import Of, Played, excerpt
from ttx.report.values import Latency, Line
from ttx.report.who import capital


def divergences(played: Played) -> tuple[Line, ...]:
    """Expectations beside answers, different answers of cells, splits, dissent; in file order."""
    rows: list[Line] = []
    for phase in played.scenario.phases:
        for decision in phase.decisions:
            mine = [a for a in played.all(AnswerRecorded) if a.fact.decision == decision.id]
            rows += _expected(played, decision.id, mine)
            rows += _apart(played, decision.id, mine)
            rows += _within(played, mine)
    return tuple(rows)


def _expected(played: Played, decision: str, answers: list[Of[AnswerRecorded]]) -> Iterator[Line]:
    for each in played.all(FirstWritten):
        if each.fact.decision != decision or not answers:
            continue
        last = answers[-1]
        yield Line(
            _stopped(
                f"On {decision} {played.who.players((each.fact.cell,))} wrote beforehand ({each.fact.as_}): "
                f'"{excerpt(each.fact.text)}"'
            )
            + f" {_decided(played, last)}",
            (each.seq, last.seq),
        )


def _decided(played: Played, each: Of[AnswerRecorded]) -> str:
    who = capital(played.who.players(_cells(each)))
    return _stopped(f"{who} {verb(each.fact)}{_words(played, each)}")


def _stopped(sentence: str) -> str:
    """With a full stop, unless the words quoted at its end bring one."""
    return sentence if sentence.endswith(('."', '!"', '?"', '…"')) else f"{sentence}."


def _words(played: Played, each: Of[AnswerRecorded]) -> str:
    """What was said behind a colon, else how it was coded; nothing where neither is on record."""
    fact = each.fact
    words = f'"{excerpt(fact.said)}"' if fact.said.strip() else played.coded(fact.decision, fact.coded)
    return f": {words}" if words else ""


def told(played: Played, each: Of[AnswerRecorded]) -> str:
    """An answer in a few words: as said, else as coded, else its outcome."""
    outcome = OUTCOME_WORDS[each.fact.outcome]
    words = _words(played, each).removeprefix(": ")
    if each.fact.outcome == "decided" and words:
        return words
    return f"{outcome}, {words}" if words else outcome


def _cells(each: Of[AnswerRecorded]) -> tuple[str, ...]:
    own = cell_of(each.fact.slot)
    return (own,) if own else each.fact.cells


def _apart(played: Played, decision: str, answers: list[Of[AnswerRecorded]]) -> Iterator[Line]:
    """Cells that answered for themselves and were coded differently: the last answer of each."""
    own = {a.fact.slot: a for a in answers if cell_of(a.fact.slot)}
    if len({a.fact.coded for a in own.values()}) > 1:
        sides = "; ".join(f"{played.who.cells(_cells(a))}: {told(played, a)}" for a in own.values())
        yield Line(
            f"On {decision} the players answered apart. {sides}.",
            tuple(a.seq for a in own.values()),
        )


def _within(played: Played, answers: list[Of[AnswerRecorded]]) -> Iterator[Line]:
    for each in answers:
        fact = each.fact
        who = played.who.players(_cells(each))
        if fact.outcome in ("split", "no_agreement"):
            yield Line(f"On {fact.decision} {who} {verb(fact)}{_words(played, each)}.", (each.seq,))
        elif fact.grounds.dissent.strip():
            yield Line(
                f'On {fact.decision} there was dissent among {who}: "{excerpt(fact.grounds.dissent)}".',
                (each.seq,),
            )


def latencies(played: Played) -> tuple[Latency, ...]:
    """Exercise time from read-out to the record, for every answer; from put where nothing was read."""
    rows = (_latency(played, each) for each in played.all(AnswerRecorded) if each.fact.outcome != "not_put")
    return tuple(row for row in rows if row is not None)


def _latency(played: Played, each: Of[AnswerRecorded]) -> Latency | None:
    decision = played.scenario.decision(each.fact.decision)
    after = decision.after if decision else ()
    read = [r for r in played.all(ReadOut) if r.fact.inject in after and r.ms <= each.ms]
    put = played.put_of(each.fact.decision, each.seq)
    since = read[-1] if read else put
    if since is None:
        return None
    return Latency(
        decision=each.fact.decision,
        who=played.who.cells(_cells(each)),
        since="read out" if read else "put",
        ms=max(0, each.ms - since.ms),
        events=(since.seq, each.seq),
    )
