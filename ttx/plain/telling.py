"""What stands on a card, said in sentences: an inject, a decision, where the exercise stands."""

from __future__ import annotations

from collections.abc import Iterator

from ttx.course import slots_of
from ttx.model.catalogue import short_target
from ttx.model.counting import how_many, is_are
from ttx.model.parts import Decision, Inject
from ttx.model.times import show_exercise, show_length, show_time
from ttx.services.pacing import pace_of
from ttx.services.session import Session
from ttx.services.stepping import tags
from ttx.services.unsettled import unsettled

_STATUS = {
    "before": "Not begun",
    "running": "Running",
    "paused": "Paused",
    "break": "On a break",
    "stopped": "STOPPED, real world",
    "ended": "Ended",
}


def opening(session: Session) -> Iterator[str]:
    """What is said before STARTEX, and how to go on."""
    scenario = session.scenario
    marking = scenario.marking or "EXERCISE"
    yield f"{marking} // REHEARSAL" if session.state.practice else marking
    cells = ", ".join(cell.tag for cell in scenario.cells.values())
    phases = how_many(len(scenario.phases), "phase")
    yield f"{scenario.title}. Cells: {cells}. {phases}. Saved {len(session.events)}."
    yield (
        f"Everything you enter stays in {session.path.name}. Do not enter classified or personal data. "
        "Type help, or help and a word."
    )


def where(session: Session) -> Iterator[str]:
    """Clocks, phase, tracks, what waits."""
    state = session.state
    at = state.scenario_time
    scenario = f" Scenario {show_time(at, day=session.scenario.calendar.date)}." if at is not None else ""
    yield f"{_STATUS[state.status]}, exercise {show_exercise(session.elapsed())}.{scenario}"
    phase = session.script.phases.get(state.position.phase or "")
    if phase is not None:
        budget = session.scenario.room_minutes(phase.minutes)
        left = budget - (session.elapsed() - state.phase_ms) // 60_000
        time = f"{show_length(left)} left" if left >= 0 else f"{show_length(-left)} over"
        late = pace_of(session).late
        yield f"{phase.title}, {time}." + (f" {how_many(late, 'minute')} behind the plan." if late else "")
    tracks = dict(state.position.tracks)
    said = [
        f"{track.title or name} {tracks[name]}".replace("_", " ")
        for name, track in session.scenario.tracks.items()
    ]
    if said:
        yield "; ".join(said) + "."
    for number, asked in state.questions.items():
        yield f"Question {number} of {tags(session, (asked.cell,))} waits: {asked.text}"
    if left_over := len(unsettled(session)):
        yield f"{how_many(left_over, 'link')} {is_are(left_over)} not settled."


def inject(session: Session, one: Inject) -> Iterator[str]:
    """An inject: to whom, from whom, its words, then what is for staff."""
    at = f", {show_time(one.at, day=session.scenario.calendar.date)}" if one.at is not None else ""
    by = f", by {one.channel}" if one.channel else ""
    yield f"{one.id}, {one.title or 'no title'}. To {tags(session, one.to)}{by}{at}."
    yield "EXERCISE EXERCISE EXERCISE."
    if one.from_:
        yield f"From {one.from_}."
    yield one.text.strip()
    given = session.state.given.get(one.id)
    for number, correction in enumerate(given.corrections if given else (), start=1):
        yield f"Correction {number}: {correction}"
    yield "End of text."
    for each in one.expected:
        yield f"For staff: expect that {each[:1].lower()}{each[1:]}"
    if one.notes:
        yield f"For staff: {one.notes}"


def decision(session: Session, one: Decision) -> Iterator[str]:
    """A decision: the open question, to whom, what was answered, probes. Options come with ``options``."""
    yield f"{one.id} for {tags(session, one.to)}: {one.ask}"
    if one.minutes:
        yield f"{show_length(session.scenario.room_minutes(one.minutes))}."
    for slot in slots_of(one):
        answer = session.state.answers.get(slot)
        if answer is not None:
            words = f" Said: {answer.fact.said}" if answer.fact.said else ""
            yield f"On record for {slot}: {answer.fact.coded}, {answer.fact.outcome}.{words}"
    for probe in one.probes:
        yield f"For staff, if the room is stuck: {probe}"


def options(one: Decision) -> Iterator[tuple[str, str]]:
    """The coding frame: letter and words, with for, against and what the author proposes."""
    for option in one.options:
        links = ", ".join(f"{link.bearing} {short_target(link.target)}" for link in option.links)
        proposed = f" Proposed: {links}." if links else ""
        why = f" For: {option.for_}" if option.for_ else ""
        but = f" Against: {option.against}" if option.against else ""
        yield f"{option.letter.upper()},", f"{option.text}.{why}{but}{proposed}"
    yield "Z,", "in the cell's own words."
