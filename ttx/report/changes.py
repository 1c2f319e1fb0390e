"""What staff took back, replaced, corrected or did off the book; nothing of it is hidden."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ttx.model.counting import how_many
from ttx.model.events import (
    AdHocReleased,
    AnswerRecorded,
    DecisionPut,
    ExerciseEnded,
    Fact,
    Forked,
    InjectCorrected,
    InjectReleased,
    Overruled,
    PhaseEntered,
    PlanShifted,
    Recovered,
    Retracted,
    Ruled,
    ScenarioTimeSet,
    SessionResumed,
    StepDeferred,
    StepSkipped,
    Struck,
    TrackAdjusted,
)
from ttx.report.outcomes import OUTCOME_WORDS, reason
from ttx.report.played import Played, minutes, quoted, stopped
from ttx.report.timeline import ending_title
from ttx.report.values import Line


def changes(played: Played) -> tuple[Line, ...]:
    """Everything staff took back, replaced, corrected or did off the book, in order of number.

    What was taken back is listed although it no longer stands: taking back stays visible.
    """
    rows: list[Line] = []
    for event in played.events:
        words = _CHANGES.get(type(event.fact))
        if words is None or (event.seq in played.gone and not isinstance(event.fact, Retracted)):
            continue
        text = words(played, event.fact)
        of = getattr(event.fact, "of", None)
        if text:
            rows.append(Line(text, (of, event.seq) if isinstance(of, int) and of else (event.seq,)))
    return tuple(rows)


def _took_back(played: Played, fact: Retracted) -> str:
    fact_of = played.events[fact.of - 1].fact if 0 < fact.of <= len(played.events) else None
    what = f"event #{fact.of}"
    heard: tuple[str, ...] = ()
    if isinstance(fact_of, InjectReleased | AdHocReleased):
        what = f"inject {fact_of.inject}"
        heard = played.state.ledger.heard.get(fact_of.inject, ())
    how = {
        "no": ", before it was read out",
        "aloud": ", withdrawn aloud after reading",
        "stands": ", read out and left standing",
    }.get(fact.read_out, "")
    known = f" What was heard stays heard: {played.who.cells(heard)}." if heard and how else ""
    also = f", and with it {', '.join(f'#{n}' for n in fact.also)}" if fact.also else ""
    return f"Staff took back {what}{also}{how} ({reason(fact.reason)}).{known}"


def _overruled(played: Played, fact: Overruled) -> str:
    answer = played.coded(fact.decision, fact.value) or OUTCOME_WORDS[fact.outcome]
    own = played.events[fact.of - 1].fact
    cells = own.cells if isinstance(own, AnswerRecorded) else ()
    return (
        f"On {fact.decision} staff put an answer of their own ({answer}) in place of that of "
        f"{played.who.players(cells)}, which stays on record ({reason(fact.reason)})."
    )


def _corrected(_played: Played, fact: InjectCorrected) -> str:
    aloud = "read aloud" if fact.read_aloud else "not read aloud"
    return (
        f"Correction {fact.number} to {fact.inject}, {aloud}: {stopped(quoted(str(fact.text)))} "
        "The first text stays on record."
    )


def _off_inject(played: Played, fact: InjectReleased) -> str:
    return (
        f"Inject {played.inject(fact.inject)} given out of its turn ({reason(fact.reason)})."
        if fact.off_book
        else ""
    )


def _adhoc_made(played: Played, fact: AdHocReleased) -> str:
    return (
        f"Ad-hoc inject {played.inject(fact.inject)}{_from(played, fact)}, to {played.who.cells(fact.to)}: "
        f"{quoted(str(fact.text))} "
        f"({reason(fact.reason)})."
    )


def _from(played: Played, fact: AdHocReleased) -> str:
    """Who is said to send it, and by which channel; nothing where neither was given."""
    voice = played.scenario.voices.get(fact.voice or "")
    sender = fact.from_.strip() or (voice.name if voice else "")
    by = f" by {fact.channel.strip()}" if fact.channel.strip() else ""
    return f", from {sender}{by}" if sender else by


def _off_decision(_played: Played, fact: DecisionPut) -> str:
    return f"{fact.decision} put out of its turn ({reason(fact.reason)})." if fact.off_book else ""


def _off_phase(played: Played, fact: PhaseEntered) -> str:
    if not fact.off_book:
        return ""
    return f"Phase {played.phase_title(fact.phase)} entered off the book ({reason(fact.because)})."


def _other_end(played: Played, fact: ExerciseEnded) -> str:
    if fact.ending == fact.proposed:
        return ""
    return (
        f"Staff ended with {ending_title(played, fact.ending)}, where the conditions gave "
        f"{ending_title(played, fact.proposed)} ({reason(fact.because)})."
    )


def _rule_changed(played: Played, fact: Ruled) -> str:
    if fact.by_rule in ("", fact.result):
        return ""
    stands, by_rule = (played.result(fact.rule, each) for each in (fact.result, fact.by_rule))
    return (
        f"On {fact.decision} the umpire let {stands} stand where the rule gave {by_rule} "
        f"({reason(fact.reason)})."
    )


def _resumed(_played: Played, fact: SessionResumed) -> str:
    counted = "counted" if fact.counted else "not counted"
    return f"The session was opened again after {minutes(fact.away_ms)} away, {counted} as exercise time."


_CHANGES: Mapping[type[Fact], Callable[[Played, Any], str]] = {
    Retracted: _took_back,
    Overruled: _overruled,
    InjectCorrected: _corrected,
    InjectReleased: _off_inject,
    AdHocReleased: _adhoc_made,
    DecisionPut: _off_decision,
    PhaseEntered: _off_phase,
    ExerciseEnded: _other_end,
    Ruled: _rule_changed,
    StepSkipped: lambda p, f: f"{p.inject(f.step)} left out ({reason(f.reason)}).",
    StepDeferred: lambda p, f: f"{p.inject(f.step)} put off ({reason(f.reason)}).",
    TrackAdjusted: lambda _p, f: f"Track {f.track} set by hand to {f.value} ({reason(f.reason)}).",
    ScenarioTimeSet: lambda p, f: f"Scenario time set by hand to {p.time(f.time)} ({reason(f.reason)}).",
    PlanShifted: lambda _p, f: (
        f"Planned times of {', '.join(s for s, _ in f.shifts)} shifted ({reason(f.reason)})."
    ),
    Struck: lambda _p, f: f"Words were struck from the file; the facts stay ({reason(f.reason)}).",
    Recovered: lambda _p, f: (
        f"An unfinished line of {how_many(f.lost_bytes, 'byte')} was set aside on opening."
    ),
    Forked: lambda _p, f: f"This session goes on from event #{f.line} of {f.parent}.",
    SessionResumed: _resumed,
}
