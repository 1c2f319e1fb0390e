"""What a review shows of one moment; values, so that no widget is needed to test it."""

from __future__ import annotations

from collections.abc import Sequence

from ttx.engine import retracted
from ttx.model.events import Bookmarked, PhaseEntered
from ttx.model.times import show_exercise, show_time
from ttx.render.phrases import phrase
from ttx.services.reviewing import Review, Then
from ttx.tui.console.feed import feed_of
from ttx.tui.console.lines import Line, Run, bold, dim, line, plain
from ttx.tui.console.seen_as import lines_of
from ttx.tui.console.side import commitments_of, tracks_of
from ttx.tui.widgets.rows import Item

STAFF = "staff"
_WORDS = {
    "before": "not begun",
    "running": "running",
    "paused": "PAUSED",
    "break": "BREAK",
    "stopped": "STOP",
    "ended": "ended",
}


def items_of(review: Review, words: str = "") -> tuple[Item, ...]:
    """Every event, or those in which all the words stand; a number finds its event in the whole list."""
    whole = feed_of(Then(review.script, review.events, review.at(1).state))
    marked = {e.seq: e.fact for e in review.events if isinstance(e.fact, Bookmarked | PhaseEntered)}
    items = [_marked(item, marked.get(int(item.id[1:]))) for item in whole]
    wanted = [] if number_of(words) else words.casefold().split()
    return tuple(i for i in items if all(w in plain(i.left).casefold() for w in wanted))


def number_of(words: str) -> int | None:
    """``53`` or ``#53`` goes to that event."""
    digits = words.strip().removeprefix("#")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 8 else None


def _marked(item: Item, fact: object) -> Item:
    if fact is None:
        return item
    word = "bookmark " if isinstance(fact, Bookmarked) else "phase "
    return Item(item.id, item.left, (Run(word, "accent"), *item.right))


def eyes_of(review: Review) -> tuple[tuple[str, str], ...]:
    """Through whose eyes a moment can be seen: (audience, its tag), staff first."""
    cells = review.script.scenario.cells.values()
    return ((STAFF, "STAFF"), ("room", "ROOM"), *((c.id, c.tag) for c in cells))


def status_of(then: Then) -> tuple[Line, Line]:
    """The phase at the left, both clocks and the state at the right."""
    phases = then.scenario.phases
    here = next((n for n, p in enumerate(phases, 1) if p.id == then.state.position.phase), 0)
    phase = f"{here}/{len(phases)} {phases[here - 1].title}" if here else "before STARTEX"
    at = then.state.scenario_time
    clock = show_time(at, day=then.scenario.calendar.date) if at is not None else "D-day"
    words = f"{clock}   {show_exercise(then.last.ms)} {_WORDS[then.state.status]} "
    return (Run(" "), bold(" REVIEW ", "accent"), Run(f" {phase}")), (Run(words),)


def page_of(review: Review, number: int, audience: str) -> tuple[Line, ...]:
    """The moment after an event, through the eyes of staff or of an audience."""
    then = review.at(number)
    if audience != STAFF:
        return lines_of(then.view(audience), then.scenario.calendar.date)
    return (*_event(review, then), (), *_state(review, then))


def _event(review: Review, then: Then) -> list[Line]:
    event = then.last
    lines = [line(bold(phrase(event, then.scenario)))]
    late = f", happened {show_exercise(event.true_at)}" if event.true_at is not None else ""
    lines.append(line(dim(f"#{event.seq}  exercise {show_exercise(event.ms)}{late}  by {event.hat}")))
    if event.seq in retracted(review.events):
        when = "later" if event.seq not in retracted(then.events) else "by now"
        lines.append(line(Run(f"taken back {when}", "warn")))
    return lines


def _state(review: Review, then: Then) -> list[Line]:
    before = review.at(then.last.seq - 1) if then.last.seq > 1 else then
    was = tracks_of(before)
    lines: list[Line] = []
    for now, old in zip(tracks_of(then), was, strict=True):
        changed = (dim(f"   was {plain(old[-1:]).strip()}"),) if now[-1:] != old[-1:] else ()
        lines.append((*now, *changed))
    for title, rows in (
        ("Waiting for an answer", _open(then)),
        ("Answers that stood", _answers(then)),
        ("Commitments touched", commitments_of(then)),
    ):
        if rows:
            lines += [(), line(dim(title)), *rows]
    return lines


def _open(then: Then) -> Sequence[Line]:
    asks = then.script.decisions
    found = dict.fromkeys(slot.partition(".")[0] for slot in then.state.position.open)
    return [line(bold(f"{d} "), asks[d].ask if d in asks else "") for d in found]


def _answers(then: Then) -> Sequence[Line]:
    numbers = [answered.seq for answered in then.state.answers.values()]
    return [line(phrase(then.events[n - 1], then.scenario), dim(f"  #{n}")) for n in numbers]
