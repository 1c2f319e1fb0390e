"""Carrying out the script: start, injects, skipped and deferred steps, tracks set by hand."""

from __future__ import annotations

from ttx.course import Script, fork, offered_now, turn
from ttx.course import moves as course
from ttx.engine.case import Case, Rejection, no_such
from ttx.frozen import replace
from ttx.model.commands import (
    AdjustTrack,
    CorrectInject,
    DeferStep,
    MarkReadOut,
    ReleaseAdHoc,
    ReleaseInject,
    SkipStep,
    StartExercise,
)
from ttx.model.events import (
    AdHocReleased,
    ExerciseStarted,
    InjectCorrected,
    InjectReleased,
    ReadOut,
    StepDeferred,
    StepSkipped,
    TrackAdjusted,
)
from ttx.model.position import Change, Op, Position
from ttx.model.scenario import Track


def start(case: Case, command: StartExercise) -> ExerciseStarted | Rejection:
    """STARTEX: every track takes its start value and the first phase is entered."""
    if case.state.status != "before":
        return Rejection("started", "The exercise has already begun.")
    script = case.script
    first = script.scenario.phases[0]
    before = course.start(script)
    entered = course.enter(script, before, first.id)
    ranges = (script.scenario.tracks[name] for name, _ in before.tracks)
    set_up = tuple(_set(track, track.start) for track in ranges)
    return ExerciseStarted(
        attribution=command.attribution,
        said=command.said,
        scenario_time=first.at,
        change=replace(entered, tracks=set_up + entered.tracks),
    )


def release(case: Case, command: ReleaseInject) -> InjectReleased | Rejection:
    """An inject is given; whatever is not next on the book takes a reason."""
    inject = case.script.injects.get(command.inject)
    if inject is None:
        return no_such("inject", command.inject)
    if inject.id in case.position.once:
        return Rejection("released", f"{inject.id} was already released in this round.")
    on_book, passed = in_turn(case.script, case.position, inject.id)
    if not on_book and command.reason is None:
        return Rejection("reason", f"{inject.id} is not next on the book: give a reason to release it.")
    return InjectReleased(
        inject=inject.id,
        to=inject.to,
        scenario_time=inject.at,
        off_book=not on_book,
        reason=command.reason,
        change=course.release(case.script, inject.id, passed),
    )


def in_turn(script: Script, position: Position, step: str) -> tuple[bool, tuple[str, ...]]:
    """Whether a step is on the book now, and the steps passed over by taking it."""
    if step in position.due:
        return True, ()
    following, passed = turn(script, position)
    if step == following:
        return True, passed
    if step not in offered_now(script, position):
        return False, ()
    found = fork(script, position)
    before_decision = found is not None and found.about == "step" and following in script.decisions
    return True, passed if before_decision else ()


def read_out(case: Case, command: MarkReadOut) -> ReadOut | Rejection:
    """The inject was read to its end; latency counts from here."""
    given = case.state.given.get(command.inject)
    if given is None:
        return Rejection("not-released", f"{command.inject} was not released.")
    if given.read_ms is not None:
        return Rejection("read-out", f"{command.inject} is already marked as read out.")
    return ReadOut(inject=command.inject, of=given.seq)


def ad_hoc(case: Case, command: ReleaseAdHoc) -> AdHocReleased | Rejection:
    """An inject from outside the script, numbered A-1, A-2, ... over the file."""
    if wrong := case.unknown_cells(command.to):
        return no_such("cell", wrong[0])
    if not command.to or not command.text.strip():
        return Rejection("empty", "An ad-hoc inject needs a cell it goes to and a text.")
    if command.voice and command.voice not in case.script.scenario.voices:
        return no_such("voice", command.voice)
    number = 1 + sum(isinstance(e.fact, AdHocReleased) for e in case.record.events)
    return AdHocReleased(
        inject=f"A-{number}",
        to=command.to,
        from_=command.from_,
        voice=command.voice,
        channel=command.channel,
        title=command.title,
        text=command.text,
        reason=command.reason,
        scenario_time=command.scenario_time,
        change=Change(released=(f"A-{number}",)),
    )


def correct(case: Case, command: CorrectInject) -> InjectCorrected | Rejection:
    """The text of a released inject is corrected; the first text stays on record."""
    given = case.state.given.get(command.inject)
    if given is None:
        return Rejection("not-released", f"{command.inject} was not released; there is nothing to correct.")
    if not command.text.strip():
        return Rejection("empty", "A correction needs the words that now hold.")
    number = len(given.corrections) + 1
    return InjectCorrected(
        inject=command.inject,
        of=given.seq,
        number=number,
        text=command.text,
        read_aloud=command.read_aloud,
    )


def skip(case: Case, command: SkipStep) -> StepSkipped | Rejection:
    """A step is left out; a decision left out is ``none``, and nothing follows from it."""
    refused = _not_ahead(case, command.step)
    if refused:
        return refused
    decision = case.script.decisions.get(command.step)
    change = (
        course.not_put(decision)
        if decision
        else Change(done=(command.step,), passed=tuple(d for d in case.position.due if d == command.step))
    )
    return StepSkipped(step=command.step, reason=command.reason, change=change)


def defer(case: Case, command: DeferStep) -> StepDeferred | Rejection:
    """A step goes behind the last one of its phase."""
    refused = _not_ahead(case, command.step)
    if refused:
        return refused
    if command.step in case.position.due:
        return Rejection("due", f"{command.step} follows from a ruling; release it or skip it.")
    return StepDeferred(step=command.step, reason=command.reason, change=Change(deferred=(command.step,)))


def _not_ahead(case: Case, step: str) -> Rejection | None:
    if step in case.position.steps or step in case.position.due:
        return None
    if step in case.script.injects or step in case.script.decisions:
        return Rejection("not-ahead", f"{step} is not among the steps still ahead in this phase.")
    return no_such("step", step)


def adjust(case: Case, command: AdjustTrack) -> TrackAdjusted | Rejection:
    """A track is set by hand, with a reason."""
    track = case.script.scenario.tracks.get(command.track)
    if track is None:
        return no_such("track", command.track)
    if refused := not_a_value(track, command.value):
        return refused
    if not command.reason.strip():
        return Rejection("reason", "Setting a track by hand takes a reason in words.")
    return TrackAdjusted(
        track=track.id,
        value=command.value,
        of=command.of,
        reason=command.reason,
        change=Change(tracks=(_set(track, command.value),)),
    )


def not_a_value(track: Track, value: int | str) -> Rejection | None:
    """A refusal where the track cannot take the value."""
    if track.kind == "scale":
        if isinstance(value, int) and track.lo <= value <= track.hi:
            return None
        return Rejection("value", f"{track.title} runs from {track.lo} to {track.hi}.")
    if value in track.values:
        return None
    return Rejection("value", f"{track.title} is one of: {', '.join(track.values)}.")


def _set(track: Track, value: int | str) -> Op:
    if track.kind == "scale":
        return Op(track.id, "=", value, track.lo, track.hi)
    return Op(track.id, "=", value)
