"""The report put together from the record: values only, the same for the same log and version."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from ttx.model.evaluation import Evaluated
from ttx.model.events import Event, ExerciseStarted, SessionOpened
from ttx.model.scenario import Scenario
from ttx.report.changes import changes
from ttx.report.commitments import commitments
from ttx.report.contacts import contacts, first_words, seats
from ttx.report.decisions import decisions, disclosures, moves
from ttx.report.divergence import alike, divergences, latencies
from ttx.report.drawn import coverage, track_lines
from ttx.report.gaps import gaps
from ttx.report.given import Traced
from ttx.report.judged import judged, with_ratings
from ttx.report.msel import msel
from ttx.report.objectives import notes, objectives, observations, slips
from ttx.report.played import Played, stopped
from ttx.report.questions import asked, never_asked
from ttx.report.quicklook import quicklook
from ttx.report.recorded import recorded
from ttx.report.timeline import timeline
from ttx.report.values import Attribution, Evaluation, Header, Report, Status
from ttx.report.who import Who


def build_report(
    scenario: Scenario,
    events: Sequence[Event],
    traced: Traced,
    head: str,
    version: str,
    *,
    status: Status = "draft",
    attribution: Attribution | None = None,
    evaluation: Evaluation | None = None,
    evaluated: Sequence[Evaluated] = (),
    people: Mapping[str, str] | None = None,
) -> Report:
    """The after-action report of a session, finished or not.

    Args:
        scenario: the scenario in the log's first line.
        events: the whole record, event n at index n - 1; at least the one that opened it.
        traced: what ``ttx.trace.trace`` makes of the same record.
        head: hash of the file's last line, as hex; empty where it is not known.
        version: the program that makes the report.
        status: whether it is staff's draft, out for comment, or agreed.
        attribution: None takes what STARTEX promised the room, ``cell`` before it.
        evaluation: which words evaluators may choose from; None takes what the scenario says.
        evaluated: what raters handed in, one file each.
        people: seat or office, or ``cell/seat`` -> who sat there; used where attribution is ``named``.
    """
    played = Played(scenario, events, Who(scenario, attribution or _promised(events), people))
    header = _header(played, version, status, evaluation or scenario.evaluation)
    return _report(played, traced, header, head, evaluated)


def _report(
    played: Played, traced: Traced, header: Header, head: str, evaluated: Sequence[Evaluated]
) -> Report:
    status = header.status
    found = contacts(played)
    text = commitments(played, traced, status)
    apart = divergences(played)
    slow = latencies(played)
    questions, silent = asked(played), never_asked(played)
    own = recorded(played)
    return Report(
        header=header,
        quicklook=quicklook(
            played,
            contacts=found,
            divergences=apart,
            latencies=slow,
            commitments=text,
            asked=questions,
            never_asked=silent,
        ),
        overview=_overview(played.scenario),
        seats=seats(played),
        timeline=timeline(played),
        contacts=found,
        first_words=first_words(found),
        decisions=decisions(played, traced.links, status),
        moves=moves(played, traced.links, status),
        divergences=tuple(each.apart for each in apart),
        alike=alike(played),
        latencies=slow,
        commitments=text,
        asked=questions,
        never_asked=silent,
        disclosures=tuple(disclosures(played)),
        changes=changes(played),
        objectives=with_ratings(objectives(played, traced), evaluated, offices=played.who.offices, here=own),
        observations=observations(played),
        notes=notes(played),
        slips=slips(played),
        msel=msel(played),
        tracks=track_lines(played),
        coverage=coverage(traced),
        gaps=gaps(played, traced),
        judged=judged(evaluated, offices=played.who.offices, here=own),
        head=head,
        last_event=played.events[-1].seq,
    )


def _promised(events: Sequence[Event]) -> Attribution:
    """What the room was promised at STARTEX."""
    said = (e.fact.attribution for e in events if isinstance(e.fact, ExerciseStarted))
    return cast(Attribution, next(said, "cell"))


def _header(played: Played, version: str, status: Status, evaluation: Evaluation) -> Header:
    scenario = played.scenario
    opened = played.events[0]
    fact = opened.fact if isinstance(opened.fact, SessionOpened) else None
    practice, book = (fact.practice, fact.book) if fact else (False, False)
    revision = scenario.revision
    return Header(
        title=scenario.title,
        marking=f"{scenario.marking} // REHEARSAL" if practice else scenario.marking,
        status=status,
        kind="rehearsal" if practice else "book play" if book else "exercise",
        session=fact.session if fact else "",
        scenario=scenario.id,
        revision=f"{revision.n}, {revision.date}" if revision.date else str(revision.n),
        attribution=played.who.attribution,
        promised=_promised(played.events),
        names=played.who.names_people,
        evaluation=evaluation,
        opened=opened.at[:16].replace("T", " "),
        version=version,
    )


def _overview(scenario: Scenario) -> tuple[tuple[str, str], ...]:
    calendar = scenario.calendar
    dates = "D-day, no calendar" if calendar.date is None else f"D is {calendar.date}"
    rows = (
        ("Purpose", scenario.purpose),
        ("Audience", scenario.audience),
        ("Scope", scenario.scope),
        ("Stop line", scenario.stop_line),
        ("Scenario time", f"{dates} (assumed)" if calendar.assumed else dates),
        ("Assumptions", " ".join(stopped(each) for each in scenario.assumptions)),
        ("Artificialities", " ".join(stopped(each) for each in scenario.artificialities)),
    )
    return tuple((name, text) for name, text in rows if text)
