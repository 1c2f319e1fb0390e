"""Where people were not of one mind, as far as the record itself shows it; how long answers took.

The record can tell two codings apart, and it holds splits and dissent as such. Whether words agree
that nobody coded is for people: those are pointed at, never listed as a difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ttx.frozen import dataclass
from ttx.model.events import AnswerRecorded, FirstWritten, ReadOut
from ttx.model.parts import FREE, NONE, Decision
from ttx.model.position import cell_of
from ttx.report.outcomes import OUTCOME_WORDS, verb
from ttx.report.played import Of, Played, excerpt, quoted, stopped
from ttx.report.values import Apart, Latency, Line
from ttx.report.who import capital

_ASKED, _SAID = 140, 120
"""Characters of a question and of each answer; the whole stands with the decision."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where people came apart; ``depth`` 0 for a split, 1 for cells apart, 2 for dissent alone."""

    depth: int
    apart: Apart


def divergences(played: Played) -> tuple[Found, ...]:
    """Splits, different answers of cells, dissent: one for each decision, in file order."""
    found = (_apart(played, d, _of(played, d)) for d in _decisions(played))
    return tuple(each for each in found if each is not None)


def foremost(found: tuple[Found, ...], most: int) -> tuple[Apart, ...]:
    """At most so many: splits before cells apart before dissent, and those in file order."""
    kept = sorted(range(len(found)), key=lambda n: (found[n].depth, n))[:most]
    return tuple(found[n].apart for n in sorted(kept))


def alike(played: Played) -> tuple[Line, ...]:
    """Where cells gave one answer, and where only people can tell."""
    return (*_of_one_mind(played), *_untold(played))


def _decisions(played: Played) -> Iterator[Decision]:
    return (d for p in played.scenario.phases for d in p.decisions)


def _of(played: Played, decision: Decision) -> list[Of[AnswerRecorded]]:
    return [a for a in played.all(AnswerRecorded) if a.fact.decision == decision.id]


def _own(answers: Iterable[Of[AnswerRecorded]]) -> tuple[Of[AnswerRecorded], ...]:
    """The last answer of each cell that answered for itself."""
    return tuple({a.fact.slot: a for a in answers if cell_of(a.fact.slot)}.values())


def _apart(played: Played, decision: Decision, answers: list[Of[AnswerRecorded]]) -> Found | None:
    own = _own(answers)
    differ = len({a.fact.coded for a in own}) > 1
    open_ = [a for a in answers if a.fact.outcome in ("split", "no_agreement")]
    dissent = [a for a in answers if a.fact.grounds.dissent.strip()]
    if not (differ or open_ or dissent):
        return None
    told_of = [a for a in answers if a in open_ or (differ and a in own) or _joint(played, a)]
    sides = [Line(_side(played, a), (a.seq,)) for a in told_of]
    sides += [Line(_dissent(played, a), (a.seq,)) for a in dissent]
    depth = 0 if open_ else 1 if differ else 2
    return Found(depth, Apart(_asked(decision), tuple(sides)))


def _joint(played: Played, each: Of[AnswerRecorded]) -> bool:
    return not played.written_first(each.fact) and cell_of(each.fact.slot) is None


def _asked(decision: Decision) -> str:
    return f"{decision.id} {excerpt(decision.ask, _ASKED)}"


def _side(played: Played, each: Of[AnswerRecorded]) -> str:
    """A sentence such as: ROK players wrote first, and their words."""
    fact = each.fact
    done = "wrote first" if played.written_first(fact) else verb(fact)
    return stopped(f"{capital(_players(played, each))} {done}{_words(played, each, _SAID)}")


def _dissent(played: Played, each: Of[AnswerRecorded]) -> str:
    words = quoted(excerpt(each.fact.grounds.dissent, _SAID))
    return stopped(f"Dissent among {_players(played, each)}: {words}")


def _players(played: Played, each: Of[AnswerRecorded]) -> str:
    """``ROK players``: never the state alone (room F33)."""
    return "the players" if played.who.attribution == "none" else f"{played.who.cells(_cells(each))} players"


def _words(played: Played, each: Of[AnswerRecorded], most: int = 140) -> str:
    """What was said behind a colon, else how it was coded; nothing where neither is on record."""
    fact = each.fact
    said = fact.said.strip()
    words = quoted(excerpt(said, most)) if said else played.coded(fact.decision, fact.coded)
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


def _of_one_mind(played: Played) -> Iterator[Line]:
    found = {d.id: _own(_of(played, d)) for d in _decisions(played)}
    same = {name: own for name, own in found.items() if _same(own)}
    if same:
        numbers = tuple(a.seq for own in same.values() for a in own)
        yield Line(f"The cells were given the same coding on {', '.join(same)}.", numbers)


def _same(own: tuple[Of[AnswerRecorded], ...]) -> bool:
    codes = {a.fact.coded for a in own}
    return len(own) > 1 and len(codes) == 1 and not codes & {FREE, NONE}


def _untold(played: Played) -> Iterator[Line]:
    """What nobody coded: words written beforehand, and several answers in a cell's own words."""
    before = played.all(FirstWritten)
    own = [_own(_of(played, d)) for d in _decisions(played)]
    free = [a for each in own if len(each) > 1 and {a.fact.coded for a in each} == {FREE} for a in each]
    named = dict.fromkeys([*(w.fact.decision for w in before), *(a.fact.decision for a in free)])
    numbers = [*(w.seq for w in before), *(a.seq for a in free)]
    if named:
        yield Line(
            "Beside these stands what cells wrote beforehand or in their own words, on "
            f"{', '.join(named)}. Nobody coded it; whether it agrees is for people to say.",
            tuple(sorted(numbers)),
        )


def latencies(played: Played) -> tuple[Latency, ...]:
    """Exercise time from read-out to the record, for every answer; from put where nothing was read."""
    rows = (_latency(played, each) for each in played.answers if each.fact.outcome != "not_put")
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
