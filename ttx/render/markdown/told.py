"""The annex on what happened: timeline, contacts, decisions, divergence, latency."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ttx.model.times import show_exercise
from ttx.render.legal import LEGAL
from ttx.render.markdown.marks import bullets, line, numbers, quote, section, table, text
from ttx.report.played import minutes
from ttx.report.values import Answer, Beforehand, Contact, DecisionLine, LinkLine, Moment, Report

_SINCE = (
    "Exercise time, pauses left out, in whole minutes. It counts from the end of the last read-out that "
    "the decision hangs on; where none is on record, from when it was put."
)


def timeline(report: Report) -> list[str]:
    """What happened when."""
    rows = (
        (_time(m.ms, late=m.late), text(m.scenario_time), text(m.what), _plain(m.events))
        for m in report.timeline
    )
    return section(
        "2. Timeline",
        table(("Exercise", "Scenario", "What", "Event"), rows, "Nothing was played."),
        _late(report.timeline),
    )


def _time(ms: int, *, late: bool) -> str:
    return f"{show_exercise(ms)}{' (late entry)' if late else ''}"


def _late(moments: Sequence[Moment | Contact]) -> list[str]:
    if any(m.late for m in moments):
        return ["A late entry stands at the time staff gave for it, not at the time it was typed."]
    return []


def _plain(events: Sequence[int]) -> str:
    return ", ".join(f"#{n}" for n in events)


def contacts(report: Report) -> list[str]:
    """Who told whom when."""
    rows = (
        (
            _time(c.ms, late=c.late),
            text(c.from_),
            text(c.act),
            text(c.to),
            text(c.line),
            text(c.level),
            text(c.words),
            _plain(c.events),
        )
        for c in report.contacts
    )
    head = ("Exercise", "From", "Act", "To", "Line", "Level", "Words", "Event")
    first = [f"First word, {line(each)}" for each in report.first_words]
    return section(
        "3. Who told whom, when",
        table(head, rows, "No contact is on record. That is not evidence that nobody spoke."),
        [f"- {each}" for each in first],
        _late(report.contacts),
    )


def decisions(report: Report) -> list[str]:
    """Every decision with what was said, coded and decided, and the text it bears on."""
    parts: list[str] = []
    for each in report.decisions:
        parts += _decision(each)
    if report.moves:
        moves: list[str] = []
        for move in report.moves:
            moves += [*_answer(move), ""]
        parts += section("Moves beside the decisions", moves[:-1], _legal(report.moves), level=3)
    return section("4. Decisions", parts[:-1] or ["No decision was put."])


def _decision(decision: DecisionLine) -> list[str]:
    put = [f"{line(decision.put)}."] if decision.put else ["Not put; its answer was recorded all the same."]
    before = [row for each in decision.beforehand for row in _beforehand(each)]
    answers: list[str] = []
    for each in decision.answers:
        answers += [*_answer(each), ""]
    title = f"{text(decision.id)} {text(decision.ask)}"
    body = answers[:-1] or ["**No answer is on record.**"]
    return section(
        title,
        put,
        before and ["Written before it was opened:", "", *before],
        body,
        _legal(decision.answers),
        level=3,
    )


def _beforehand(each: Beforehand) -> list[str]:
    rows = [f"- {text(each.who)} ({text(each.kind)}): {quote(each.words)}{numbers(each.events)}"]
    return rows + [f"  - by then {line(known)}" for known in each.knew]


def _answer(answer: Answer) -> list[str]:
    said = f": {quote(answer.said)}" if answer.said.strip() else "; no words were written down"
    details = [f"- {each}" for each in _details(answer)]
    rows = [f"**{text(answer.sentence)}**{said}{numbers(answer.events)}"]
    rows += ["", *details] if details else []
    return rows + _links(answer.links)


def _legal(answers: Sequence[Answer]) -> list[str]:
    """The sentence on what links are not, once under the links of a decision."""
    return [LEGAL] if any(answer.links for answer in answers) else []


def _details(answer: Answer) -> Iterator[str]:
    if answer.coded:
        yield f"Coded by staff as: {text(answer.coded)}"
    if answer.outcome and answer.outcome != "decided":
        yield f"Outcome: {text(answer.outcome)}"
    for position in answer.positions:
        yield f"Position: {text(position)}"
    if answer.carried:
        yield f"Carried: {text(answer.carried)}"
    for name, words in answer.grounds:
        yield f"{name.capitalize()}: {quote(words)}"
    yield from (line(ruling) for ruling in answer.rulings)
    if answer.overruled:
        yield line(answer.overruled)


def _links(links: Sequence[LinkLine]) -> list[str]:
    if not links:
        return ["", "No link to the cited text is on record."]
    plain = [k for k in links if not k.stated]
    stated = [k for k in links if k.stated]
    rows = ["", *link_table(plain)] if plain else []
    if stated:
        rows += ["", "Stated views (nothing is promised; not counted):", "", *link_table(stated)]
    return rows


def link_table(links: Sequence[LinkLine]) -> list[str]:
    """Links as a table: place, bearing, who said so, why."""
    rows = (
        (
            text(f"{k.target} ({k.place}) {k.label}".strip()),
            text(k.who),
            text(k.bearing),
            text(k.standing),
            "; ".join((text(k.because), *(line(r) for r in k.replies))).strip("; "),
            _plain(k.events),
        )
        for k in links
    )
    head = ("Text (paragraph.sentence)", "Players of", "Bearing", "Standing", "Because; reply", "Event")
    return table(head, rows, "None.")


def divergence(report: Report) -> list[str]:
    """What was expected beside what was decided."""
    return section("5. Where it came apart", bullets(report.divergences, "Nothing on record."))


def latency(report: Report) -> list[str]:
    """From read-out to the record."""
    rows = (
        (text(each.decision), text(each.who), each.since, minutes(each.ms), _plain(each.events))
        for each in report.latencies
    )
    return section(
        "6. How long answers took",
        table(("Decision", "Cell", "Since", "To the record", "Event"), rows, "No answer is on record."),
        [_SINCE] if report.latencies else [],
    )
