"""The list of events as it was played: what was planned beside what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ttx.model.events import AdHocReleased, InjectReleased, ReadOut, StepDeferred, StepSkipped
from ttx.model.parts import Inject
from ttx.model.times import show_exercise
from ttx.report.outcomes import reason
from ttx.report.played import Of, Played
from ttx.report.values import MselRow


def msel(played: Played) -> tuple[MselRow, ...]:
    """Every inject of the scenario in its order, once a time it was given; then what staff improvised."""
    read: Mapping[int | str, Of[ReadOut]] = {r.fact.of or r.fact.inject: r for r in played.all(ReadOut)}
    rows = [
        row
        for phase in played.scenario.phases
        for i in phase.injects
        for row in _rows(played, i, phase.title, read)
    ]
    return (*rows, *_improvised(played, read))


def _rows(
    played: Played, inject: Inject, phase: str, read: Mapping[int | str, Of[ReadOut]]
) -> Iterator[MselRow]:
    given = [r for r in played.all(InjectReleased) if r.fact.inject == inject.id]
    if not given:
        status, events = _not_given(played, inject.id)
        yield _row(played, inject, phase, status=status, to=inject.to, events=events)
    for each in given:
        aloud = read.get(each.seq)
        yield _row(
            played,
            inject,
            phase,
            status="given out of its turn" if each.fact.off_book else "given",
            to=each.fact.to,
            given=show_exercise(each.ms),
            read=show_exercise(aloud.ms) if aloud else "",
            events=(each.seq, *((aloud.seq,) if aloud else ())),
        )


def _not_given(played: Played, inject: str) -> tuple[str, tuple[int, ...]]:
    for left in played.all(StepSkipped):
        if left.fact.step == inject:
            return f"left out ({reason(left.fact.reason)})", (left.seq,)
    for off in played.all(StepDeferred):
        if off.fact.step == inject:
            return f"put off ({reason(off.fact.reason)})", (off.seq,)
    return "not given", ()


def _row(
    played: Played,
    inject: Inject,
    phase: str,
    *,
    status: str,
    to: tuple[str, ...],
    events: tuple[int, ...],
    given: str = "",
    read: str = "",
) -> MselRow:
    voice = played.scenario.voices.get(inject.voice or "")
    return MselRow(
        id=inject.id,
        phase=phase,
        kind=inject.kind,
        title=inject.title,
        planned=played.time(inject.at),
        to=played.who.cells(to) if to else "",
        from_=voice.name if voice else inject.from_,
        channel=inject.channel,
        status=status,
        given=given,
        read=read,
        objectives=inject.objectives,
        events=events,
    )


def _improvised(played: Played, read: Mapping[int | str, Of[ReadOut]]) -> Iterator[MselRow]:
    for each in played.all(AdHocReleased):
        aloud = read.get(each.seq)
        yield MselRow(
            id=each.fact.inject,
            phase=played.phase_at(each.seq),
            kind="ad hoc",
            title=str(each.fact.title),
            planned="",
            to=played.who.cells(each.fact.to),
            from_="",
            channel="",
            status="improvised by staff",
            given=show_exercise(each.ms),
            read=show_exercise(aloud.ms) if aloud else "",
            objectives=(),
            events=(each.seq, *((aloud.seq,) if aloud else ())),
        )
