"""Words for the course of the exercise."""

from __future__ import annotations

from collections.abc import Mapping

from ttx.model.events import (
    AdHocReleased,
    Event,
    ExerciseEnded,
    ExerciseStarted,
    Fact,
    InjectCorrected,
    InjectReleased,
    PhaseEntered,
    ReadOut,
    SlipTaken,
    StepDeferred,
    StepSkipped,
    TrackAdjusted,
)
from ttx.render.plain import one_line
from ttx.render.wording.names import Names, Phrasing, because, quoted


def _started(_names: Names, _event: Event, fact: ExerciseStarted) -> str:
    return f"STARTEX, attribution by {fact.attribution}"


def _released(names: Names, _event: Event, fact: InjectReleased) -> str:
    off = f", out of turn{because(fact.reason)}" if fact.off_book else ""
    return f"released {names.inject(fact.inject)}, to {names.tags(fact.to)}{off}"


def _read(_names: Names, _event: Event, fact: ReadOut) -> str:
    return f"{fact.inject} read to its end"


def _ad_hoc(names: Names, _event: Event, fact: AdHocReleased) -> str:
    voice = names.scenario.voices.get(fact.voice or "")
    from_ = voice.name if voice else one_line(fact.from_)
    source = f" from {from_}" if from_ else ""
    title = one_line(fact.title or fact.text)
    return f"ad hoc {fact.inject} {title}{source}, to {names.tags(fact.to)}{because(fact.reason)}"


def _corrected(_names: Names, _event: Event, fact: InjectCorrected) -> str:
    aloud = "" if fact.read_aloud else ", not read aloud"
    return f"correction {fact.number} to {fact.inject}{aloud}: {quoted(fact.text)}"


def _skipped(names: Names, _event: Event, fact: StepSkipped) -> str:
    return f"skipped {names.step(fact.step)}{because(fact.reason)}"


def _deferred(names: Names, _event: Event, fact: StepDeferred) -> str:
    return f"put off {names.step(fact.step)}{because(fact.reason)}"


def _entered(names: Names, _event: Event, fact: PhaseEntered) -> str:
    round_ = f", round {fact.round}" if fact.round > 1 else ""
    off = ", off the book" if fact.off_book else ""
    return f"phase {names.phase(fact.phase)}{round_}{off}{because(fact.because)}"


def _slip(names: Names, _event: Event, fact: SlipTaken) -> str:
    who = f" of {names.tag(fact.cell)}" if fact.cell else ""
    value = f" {fact.value}" if fact.value is not None else ""
    words = f" {quoted(fact.text)}" if fact.text.strip() else ""
    return f"slip{who}:{value}{words}" if value or words else f"slip{who}: nothing written"


def _ended(names: Names, _event: Event, fact: ExerciseEnded) -> str:
    other = (
        "" if fact.ending == fact.proposed else f", where the conditions gave {names.ending(fact.proposed)}"
    )
    return f"ENDEX: {names.ending(fact.ending)}{other}{because(fact.because)}"


def _adjusted(names: Names, _event: Event, fact: TrackAdjusted) -> str:
    return f"{names.track(fact.track)} set by hand to {fact.value}{because(fact.reason)}"


PHRASES: Mapping[type[Fact], Phrasing] = {
    ExerciseStarted: _started,
    InjectReleased: _released,
    ReadOut: _read,
    AdHocReleased: _ad_hoc,
    InjectCorrected: _corrected,
    StepSkipped: _skipped,
    StepDeferred: _deferred,
    PhaseEntered: _entered,
    SlipTaken: _slip,
    ExerciseEnded: _ended,
    TrackAdjusted: _adjusted,
}
