"""The annex on questions, changes and findings, and the blanks that people fill in."""

from __future__ import annotations

from collections.abc import Mapping

from ttx.render.legal import PLAYERS
from ttx.render.paper.blocks import Block, Paragraph, Run, Verbatim
from ttx.render.paper.saying import (
    blank,
    bullets,
    listed,
    para,
    plain_numbers,
    quote,
    say,
    section,
    table,
)
from ttx.report.played import minutes
from ttx.report.values import Asked, ObjectiveLine, Report

_WORDS: Mapping[str, str] = {
    "shown": "shown / partly / not shown",
    "psmu": "P / S / M / U",
}
_EVALUATORS = "evaluators of this objective"


def overview(report: Report) -> list[Block]:
    """The exercise as its sponsor signed it."""
    seats = section("Seats", bullets(report.seats, ""), level=3) if report.seats else None
    about = table(("", ""), report.overview, "The scenario says nothing about itself.", (1, 5))
    return section("1. Overview", about, seats)


def questions(report: Report) -> list[Block]:
    """Asked, answered, never asked, disclosed."""
    rows = ((a.who, quote(a.question), a.answer, _after(a), plain_numbers(a.events)) for a in report.asked)
    head = ("Cell", "Question", "Answer", "After", "Event")
    return section(
        "8. Questions to Control",
        table(head, rows, "No question is on record.", (3, 6, 6, 2, 2)),
        section("Known to Control, never asked", listed(report.never_asked, "Nothing."), level=3),
        section("What cells came to know", bullets(report.disclosures, "Nothing on record."), level=3),
    )


def _after(asked: Asked) -> str:
    return "open" if asked.after_ms is None else minutes(asked.after_ms)


def changes(report: Report) -> list[Block]:
    """What staff took back, replaced or did off the book."""
    return section("9. What staff changed", bullets(report.changes, "Nothing is on record."))


def objectives(report: Report) -> list[Block]:
    """Each objective with its evidence and a blank for people."""
    parts = [b for each in report.objectives for b in _objective(each, report.header.evaluation)]
    agreed = para(report.judged.agreement) if report.judged.agreement else None
    return section("10. Objectives", agreed, parts or [para("The scenario names none.")])


def _objective(objective: ObjectiveLine, evaluation: str) -> list[Block]:
    asked = para(f"Evidence asked for: {objective.evidence_asked}") if objective.evidence_asked else None
    return section(
        f"{objective.id} {objective.text}",
        asked,
        bullets(objective.evidence, "The log offers nothing: no inject or decision of it was put."),
        _word(objective, evaluation),
        level=3,
    )


def _word(objective: ObjectiveLine, evaluation: str) -> list[Block]:
    """Every rater's word side by side; a blank where nobody handed one in."""
    if objective.ratings and evaluation != "none":
        rows = ((r.rater, r.word, r.analysis, plain_numbers(r.events)) for r in objective.ratings)
        return [table(("Rater", "Evaluation", "Analysis", "Evidence"), rows, "", (3, 3, 8, 3))]
    choice = _WORDS.get(evaluation, "")
    word = (
        Paragraph((Run("Evaluation: "), Run(objective.word, "strong")))
        if objective.word
        else Paragraph(blank(f"Evaluation ({choice})", _EVALUATORS))
    )
    return [*([word] if choice else []), Paragraph(blank("Analysis", _EVALUATORS))]


def findings(report: Report) -> list[Block]:
    """Observations, what raters found, feedback, the parking lot, tagged notes, slips."""
    found = report.judged
    rows = ((f.kind, f.objective, f.text, f.cause, f.rater, plain_numbers(f.events)) for f in found.findings)
    head = ("Kind", "Objective", "Finding", "Cause", "Rater", "Evidence")
    made = section("Findings", table(head, rows, "", (3, 2, 7, 5, 3, 3)), level=3) if found.findings else None
    return section(
        "11. Observations",
        bullets(report.observations, "No observation is on record."),
        made,
        _listed("Feedback", found.feedback),
        _listed("Parking lot", found.parking_lot),
        section("Notes", bullets(report.notes, ""), level=3) if report.notes else None,
        section("Slips", bullets(report.slips, ""), level=3) if report.slips else None,
    )


def _listed(title: str, texts: tuple[str, ...]) -> list[Block] | None:
    return section(title, listed((quote(each) for each in texts), ""), level=3) if texts else None


def plan(report: Report) -> list[Block]:
    """The improvement plan as raters handed it in, else blank; what is still missing under it."""
    head = ("Finding", "Corrective action", "Element", "Who mends it", "By when", "State", "Closed by")
    made = [
        (a.finding, a.action, a.element, a.owner, a.due, a.state, a.closed_by) for a in report.judged.actions
    ]
    return section(
        "12. Improvement plan",
        table(head, made or [("",) * 7] * 4, "", (4, 5, 3, 3, 2, 2, 3)),
        None if made else Paragraph(say("Filled in by people, not by ttx."), "note"),
        _missing(report),
    )


def _missing(report: Report) -> list[Block] | None:
    rows = [
        (g.what, g.who, "only this room" if g.room_only else "", plain_numbers(g.events)) for g in report.gaps
    ]
    head = ("Missing", "Who can fill it in", "", "Event")
    return section("Still missing", table(head, rows, "", (6, 5, 3, 3)), level=3) if rows else None


def record(report: Report) -> list[Block]:
    """The hash of the last line and how to check it."""
    head: list[Block] = [para("The hash of the last line was not given to this report.")]
    if report.head:
        seal = (
            " The seal written down at ENDEX is its first twelve digits. A hash that nobody wrote down "
            "outside the file proves little: whoever holds the file can write it anew."
        )
        line = f"The session file ended with event #{report.last_event}; the hash of that line is"
        check = Run(f"tabletop log verify FILE --head {report.head[:12]}", "code")
        head = [
            para(line),
            Verbatim(report.head),
            Paragraph((Run("Check it with "), check, Run(f".{seal}"))),
        ]
    how = para("The same file and the same version of ttx give this paper again, byte for byte.")
    return section("13. The record", head, how, Paragraph(say(PLAYERS), "fixed"))
