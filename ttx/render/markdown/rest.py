"""The annex on questions, changes and findings, and the blanks that people fill in."""

from __future__ import annotations

from collections.abc import Mapping

from ttx.render.legal import PLAYERS
from ttx.render.markdown.marks import bullets, quote, section, table, text
from ttx.report.played import minutes
from ttx.report.values import Asked, ObjectiveLine, Report

_WORDS: Mapping[str, str] = {
    "shown": "shown / partly / not shown",
    "psmu": "P / S / M / U",
}


def overview(report: Report) -> list[str]:
    """The exercise as its sponsor signed it."""
    rows = [(name, text(words)) for name, words in report.overview]
    seats = section("Seats", bullets(report.seats, ""), level=3)[:-1] if report.seats else []
    return section("1. Overview", table(("", ""), rows, "The scenario says nothing about itself."), seats)


def questions(report: Report) -> list[str]:
    """Asked, answered, never asked, disclosed."""
    rows = (
        (text(a.who), quote(a.question), text(a.answer), _after(a), ", ".join(f"#{n}" for n in a.events))
        for a in report.asked
    )
    head = ("Cell", "Question", "Answer", "After", "Event")
    never = [f"- {text(each)}" for each in report.never_asked] or ["Nothing."]
    return section(
        "8. Questions to Control",
        table(head, rows, "No question is on record."),
        section("Known to Control, never asked", never, level=3)[:-1],
        section("What cells came to know", bullets(report.disclosures, "Nothing on record."), level=3)[:-1],
    )


def _after(asked: Asked) -> str:
    return "open" if asked.after_ms is None else minutes(asked.after_ms)


def changes(report: Report) -> list[str]:
    """What staff took back, replaced or did off the book."""
    return section("9. What staff changed", bullets(report.changes, "Nothing is on record."))


def objectives(report: Report) -> list[str]:
    """Each objective with its evidence and a blank for people."""
    parts: list[str] = []
    for each in report.objectives:
        parts += _objective(each, report.header.evaluation)
    return section("10. Objectives", parts[:-1] or ["The scenario names none."])


def _objective(objective: ObjectiveLine, evaluation: str) -> list[str]:
    asked = [f"Evidence asked for: {text(objective.evidence_asked)}"] if objective.evidence_asked else []
    choice = _WORDS.get(evaluation, "")
    word = [f"Evaluation: **{objective.word}**" if objective.word else f"Evaluation ({choice}): ________"]
    blanks = ["Analysis: ________"]
    return section(
        f"{text(objective.id)} {text(objective.text)}",
        asked,
        bullets(objective.evidence, "The log offers nothing: no inject or decision of it was put."),
        word if choice else [],
        blanks,
        level=3,
    )


def findings(report: Report) -> list[str]:
    """Observations, tagged notes, slips."""
    slips = section("Slips", bullets(report.slips, ""), level=3)[:-1] if report.slips else []
    notes = section("Notes", bullets(report.notes, ""), level=3)[:-1] if report.notes else []
    return section(
        "11. Observations", bullets(report.observations, "No observation is on record."), notes, slips
    )


def plan() -> list[str]:
    """The improvement plan, blank."""
    head = ("Finding", "Corrective action", "Who mends it", "By when", "Evidence of closing")
    return section(
        "12. Improvement plan", table(head, [[""] * 5] * 4, ""), ["Filled in by people, not by ttx."]
    )


def record(report: Report) -> list[str]:
    """The hash of the last line and how to check it."""
    head = ["The hash of the last line was not given to this report."]
    if report.head:
        seal = (
            f"Check it with `tabletop log verify FILE --head {report.head[:12]}`. The seal written down at "
            "ENDEX is its first twelve digits. A hash that nobody wrote down outside the file proves little: "
            "whoever holds the file can write it anew."
        )
        lines = f"The session file ended with event #{report.last_event}; the hash of that line is"
        head = [lines, "", f"    {report.head}", "", seal]
    how = "The same file and the same version of ttx give this paper again, byte for byte."
    return section("13. The record", head, [how], [PLAYERS])
