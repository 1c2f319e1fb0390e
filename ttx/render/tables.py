"""The report's facts as plain tables: what spreadsheets and programs take further."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from ttx.model.times import show_exercise
from ttx.render.sheets import Sheet
from ttx.report.values import Answer, Line, Report


def tables(report: Report) -> dict[str, Sheet]:
    """Every table by its name, in the order they are handed out."""
    return {name: make(report) for name, make in TABLES.items()}


def _sheet(title: str, head: Sequence[str], rows: Iterable[Sequence[str]], empty: str) -> Sheet:
    return Sheet(title, tuple(head), tuple(tuple(row) for row in rows), empty)


def _events(events: Sequence[int]) -> str:
    return ", ".join(f"#{n}" for n in events)


def _msel(report: Report) -> Sheet:
    head = ("Inject", "Phase", "Kind", "Title", "Planned", "To", "From", "Channel", "What became of it",
            "Given", "Read to its end", "Objectives", "Event")  # fmt: skip
    rows = (
        (r.id, r.phase, r.kind, r.title, r.planned, r.to, r.from_, r.channel, r.status, r.given, r.read,
         ", ".join(r.objectives), _events(r.events))
        for r in report.msel
    )  # fmt: skip
    return _sheet("MSEL as played", head, rows, "The scenario has no inject.")


def _timeline(report: Report) -> Sheet:
    rows = (
        (show_exercise(m.ms), "yes" if m.late else "", m.scenario_time, m.what, _events(m.events))
        for m in report.timeline
    )
    return _sheet(
        "Timeline", ("Exercise", "Late entry", "Scenario", "What", "Event"), rows, "Nothing was played."
    )


def _decisions(report: Report) -> Sheet:
    head = ("Decision", "Phase", "Asked", "Who and how", "Outcome", "Said", "Coded", "Positions", "Carried",
            "Grounds", "Rulings", "Staff's answer", "Event")  # fmt: skip
    rows: list[tuple[str, ...]] = []
    for each in report.decisions:
        own = (each.id, each.phase, each.ask)
        rows += [(*own, *_answer(a)) for a in each.answers] or [(*own, *_nothing(each.put))]
    rows += [("", "", "a move beside the decisions", *_answer(move)) for move in report.moves]
    return _sheet("Decisions", head, rows, "No decision was put.")


def _answer(answer: Answer) -> tuple[str, ...]:
    return (
        answer.sentence,
        answer.outcome,
        answer.said,
        answer.coded,
        "; ".join(answer.positions),
        answer.carried,
        "; ".join(f"{name}: {words}" for name, words in answer.grounds),
        "; ".join(line.text for line in answer.rulings),
        answer.overruled.text if answer.overruled else "",
        _events(answer.events),
    )


def _nothing(put: Line | None) -> tuple[str, ...]:
    words = "put, no answer on record" if put else "not put"
    return ("", words, *[""] * 7, _events(put.events if put else ()))


def _links(report: Report) -> Sheet:
    found = report.commitments
    head = ("Commitment", "Place", "Label", *(f"{name} " if name in _OWN else name for name in found.columns))
    rows = (
        (row.target, row.place, row.label, *("; ".join(each) for each in row.entries)) for row in found.matrix
    )
    return _sheet("Links", head, rows, "No record is linked to a commitment.")


_OWN = ("Commitment", "Place", "Label")
"""A cell may be called so; a spreadsheet wants every column's name once."""


def _contacts(report: Report) -> Sheet:
    head = ("Exercise", "Late entry", "Phase", "From", "Act", "To", "Line", "Level", "Words", "Event")
    rows = (
        (
            *(show_exercise(c.ms), "yes" if c.late else "", c.phase, c.from_, c.act, c.to, c.line, c.level),
            *(c.words, _events(c.events)),
        )
        for c in report.contacts
    )
    return _sheet("Contacts", head, rows, "No contact is on record.")


def _questions(report: Report) -> Sheet:
    rows = [
        (
            a.who,
            a.question,
            a.answer,
            "open" if a.after_ms is None else str(a.after_ms // 60_000),
            _events(a.events),
        )
        for a in report.asked
    ]
    rows += [("", f"never asked: {each}", "", "", "") for each in report.never_asked]
    return _sheet(
        "Questions", ("Cell", "Question", "Answer", "Minutes", "Event"), rows, "No question is on record."
    )


def _latency(report: Report) -> Sheet:
    rows = ((x.decision, x.who, x.since, str(x.ms // 60_000), _events(x.events)) for x in report.latencies)
    return _sheet(
        "Latency", ("Decision", "Cell", "Since", "Minutes", "Event"), rows, "No answer is on record."
    )


def _plan(report: Report) -> Sheet:
    """Areas that evaluators saw, for people to go on from."""
    head = ("Finding", "Cause", "Corrective action", "Element", "Owner", "Due", "State", "Closed by", "Event")
    areas = [o for o in report.observations if o.text.startswith("Area")]
    rows = [(o.text, *[""] * 7, _events(o.events)) for o in areas]
    rows += [(f.text, f.cause, *[""] * 6, _events(f.events)) for f in report.judged.findings]
    rows += [
        (a.finding, "", a.action, a.element, a.owner, a.due, a.state, a.closed_by, "")
        for a in report.judged.actions
    ]
    return _sheet("Improvement plan", head, rows + [("",) * 9] * 5, "")


def _gaps(report: Report) -> Sheet:
    rows = ((g.what, g.who, "yes" if g.room_only else "", _events(g.events)) for g in report.gaps)
    head = ("What is missing", "Who can say", "Only this room", "Event")
    return _sheet("Gaps", head, rows, "Nothing is missing that the program knows of.")


TABLES: Mapping[str, Callable[[Report], Sheet]] = {
    "msel": _msel,
    "timeline": _timeline,
    "decisions": _decisions,
    "links": _links,
    "contacts": _contacts,
    "questions": _questions,
    "latency": _latency,
    "plan": _plan,
    "gaps": _gaps,
}
"""Name of a table -> how it is made."""
