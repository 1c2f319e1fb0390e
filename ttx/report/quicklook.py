"""The two pages a senior reads: what was played, six facts, where it came apart, what is open.

Which facts these are is fixed by a written-out order, so that nobody can be said to have picked
them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ttx.model.counting import how_many, is_are
from ttx.model.events import (
    AnswerRecorded,
    DecisionPut,
    ExerciseEnded,
    ExerciseStarted,
    NoteTaken,
    Overruled,
    PhaseEntered,
    ReadOut,
    Retracted,
)
from ttx.model.times import show_exercise
from ttx.report.contacts import ACTS, sentence
from ttx.report.divergence import Found, foremost
from ttx.report.outcomes import OUTCOME_WORDS
from ttx.report.played import Played, minutes, quoted
from ttx.report.timeline import ending_title
from ttx.report.values import Asked, Commitments, Contact, Latency, Line, Quicklook

_FACTS = 6
_QUESTIONS = 3
_DIVERGENCES = 3
_OPEN = ("split", "referred", "asked", "set_aside", "not_taken", "no_agreement")


def quicklook(
    played: Played,
    *,
    contacts: tuple[Contact, ...],
    divergences: tuple[Found, ...],
    latencies: tuple[Latency, ...],
    commitments: Commitments,
    asked: tuple[Asked, ...],
    never_asked: tuple[str, ...],
) -> Quicklook:
    """The first two pages."""
    started = bool(played.all(ExerciseStarted))
    facts = [
        *_end(played),
        *_decided(played),
        *_first_word(played, contacts),
        *_asked(asked, never_asked),
        *_linked(commitments),
        *_untouched(commitments),
        *_slowest(latencies),
        *_staff(played),
    ]
    return Quicklook(
        played=tuple(_played(played)),
        facts=tuple(facts[:_FACTS]) if started else (),
        divergences=foremost(divergences, _DIVERGENCES),
        more_divergences=max(0, len(divergences) - _DIVERGENCES),
        questions=tuple(list(_questions(played, asked, commitments))[:_QUESTIONS]),
    )


def _played(played: Played) -> Iterator[Line]:
    scenario = played.scenario
    if scenario.purpose:
        yield Line(f"Purpose: {scenario.purpose}")
    started = played.all(ExerciseStarted)
    if not started:
        yield Line("STARTEX was never given: nothing was played.", (played.events[-1].seq,))
        return
    entered = played.all(PhaseEntered)
    titles = [scenario.phases[0].title, *(played.phase_title(e.fact.phase) for e in entered)]
    part = f" ({len(set(titles))} of {len(scenario.phases)} phases)"
    whole = len(set(titles)) == len(scenario.phases)
    yield Line(
        f"Played: {', '.join(titles)}{', the whole exercise' if whole else part}",
        (started[0].seq, *(e.seq for e in entered)),
    )
    if played.who.attribution != "none":
        yield Line(f"At the table: {played.who.cells(scenario.cells)}")
    last = played.events[-1]
    yield Line(f"Time played: {show_exercise(last.ms, seconds=False)} hours, breaks left out", (last.seq,))
    yield from _stood(played)


def _stood(played: Played) -> Iterator[Line]:
    """The tracks as they stood at ENDEX, by their titles; nothing before that, and none that slips set."""
    ended = played.all(ExerciseEnded)
    named = {t: track.title or t for t, track in played.scenario.tracks.items()}
    tracks = [
        f"{named[t]} - {str(value).replace('_', ' ')}"
        for t, value in played.state.position.tracks
        if t in named and t not in played.by_slip
    ]
    if ended and tracks:
        yield Line(f"How it stood at the end: {'; '.join(tracks)}", (ended[-1].seq,))


def _end(played: Played) -> Iterator[Line]:
    ended = played.all(ExerciseEnded)
    if not ended:
        last = played.events[-1]
        yield Line(f"ENDEX is not on record; the record stops at {show_exercise(last.ms)}", (last.seq,))
        return
    fact = ended[-1].fact
    book = fact.ending == fact.proposed
    own = "which the answers led to under the scenario's conditions" if book else "which staff chose"
    yield Line(f"The ending was {quoted(ending_title(played, fact.ending))}, {own}", (ended[-1].seq,))


def _decided(played: Played) -> Iterator[Line]:
    answers = [a for a in played.answers if a.fact.outcome != "not_put"]
    put = {p.fact.decision for p in played.all(DecisionPut)} | {a.fact.decision for a in answers}
    everything = sum(len(p.decisions) for p in played.scenario.phases)
    counts = Counter(OUTCOME_WORDS[a.fact.outcome].partition(":")[0] for a in answers)
    said = (words.partition(":")[0] for words in OUTCOME_WORDS.values())
    told = ", ".join(f"{counts[words]} {words}" for words in said if counts[words])
    over = played.all(Overruled)
    staff = f"; staff put an answer of their own in place of {len(over)}" if over else ""
    count = f"{how_many(len(answers), 'answer')} {is_are(len(answers))} on record: {told}"
    answered = f"; {count}" if answers else "; no answer is on record"
    decisions = how_many(everything, "decision")
    many = f"All {decisions}" if len(put) == everything > 1 else f"{len(put)} of {decisions}"
    yield Line(
        f"{many} {'was' if everything == 1 else 'were'} put{answered}{staff}",
        (*(a.seq for a in answers), *(o.seq for o in over)),
    )


def _first_word(played: Played, contacts: tuple[Contact, ...]) -> Iterator[Line]:
    reached = [c for c in contacts if c.act != ACTS["no_answer"]]
    if not reached:
        yield Line("No contact between cells is on record")
        return
    first = reached[0]
    read = [r for r in played.all(ReadOut) if r.ms <= first.ms]
    heard = played.inject(read[0].fact.inject) if read else ""
    after = f", {minutes(first.ms - read[0].ms)} after {heard} was read out" if read else ""
    implied = " (implied by the answer)" if first.implied else ""
    yield Line(
        f"The first word on record: {sentence(first)}{implied}, at {show_exercise(first.ms)}{after}",
        (*((read[0].seq,) if read else ()), *first.events),
    )


def _asked(asked: tuple[Asked, ...], never_asked: tuple[str, ...]) -> Iterator[Line]:
    if not asked and not never_asked:
        return
    open_ = sum(a.after_ms is None for a in asked)
    left = f", {open_} of them left without an answer" if open_ else ""
    known = (
        f"; nobody asked about {how_many(len(never_asked), 'thing')} that Control knew" if never_asked else ""
    )
    count = f"{how_many(len(asked), 'question') if asked else 'No questions'} went to Control{left}"
    yield Line(f"{count}{known}", tuple(n for a in asked for n in a.events[:1]))


def _linked(commitments: Commitments) -> Iterator[Line]:
    if not commitments.settled and not commitments.unsettled:
        return
    left = commitments.unsettled
    open_ = f"{how_many(left, 'link')} {is_are(left)} proposed and not settled"
    if not commitments.settled:
        yield Line(f"Staff have settled nothing on how the answers bear on the text; {open_}")
        return
    told = "; ".join(f"{bearing} {', '.join(names)}" for bearing, names in commitments.borne)
    more = f". {open_}" if commitments.unsettled else ""
    yield Line(f"How answers bear on the text, as staff settled it: {told}{more}", commitments.records)


def _untouched(commitments: Commitments) -> Iterator[Line]:
    names = (*commitments.set_aside, *commitments.not_raised)
    if names:
        more = f"; and {len(names) - 4} more" if len(names) > 4 else ""
        yield Line(f"Nobody touched these commitments that the scenario names: {'; '.join(names[:4])}{more}")


def _slowest(latencies: tuple[Latency, ...]) -> Iterator[Line]:
    if latencies:
        slow = max(latencies, key=lambda each: each.ms)
        fast = min(latencies, key=lambda each: each.ms)
        yield Line(
            f"Slowest to the record: {slow.decision}, {minutes(slow.ms)} after it was {slow.since}; "
            f"fastest: {fast.decision}, {minutes(fast.ms)}",
            tuple(dict.fromkeys((*slow.events, *fast.events))),
        )


def _staff(played: Played) -> Iterator[Line]:
    back = played.all(Retracted)
    if back:
        often = "once" if len(back) == 1 else f"{len(back)} times"
        yield Line(f"Staff took something back {often}", tuple(r.seq for r in back))


def _questions(played: Played, asked: tuple[Asked, ...], commitments: Commitments) -> Iterator[Line]:
    for note in played.all(NoteTaken):
        if note.fact.tag.strip().lower() in ("challenge", "park"):
            yield Line(f"Challenged in the room: {quoted(str(note.fact.text))}", (note.seq,))
    for each in played.as_it_stands(AnswerRecorded):
        if each.fact.outcome in _OPEN:
            words = OUTCOME_WORDS[each.fact.outcome]
            yield Line(f"{each.fact.decision} is {words}. What would it have taken?", (each.seq,))
    for question in asked:
        if question.after_ms is None:
            yield Line(f"Asked of Control and not answered: {quoted(question.question)}", question.events)
    if left := commitments.unsettled:
        yield Line(
            f"{how_many(left, 'link')} between answers and commitments {is_are(left)} proposed and not "
            f"settled: {'does it' if left == 1 else 'which of them'} hold?"
        )
    yield from (Line(each) for each in played.scenario.hot_wash)
