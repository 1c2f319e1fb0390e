"""What evaluators hold: the guide to each objective, and a second rater's form to be filled blind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from ttx.model.catalogue import short_target
from ttx.model.scenario import Objective, Scenario
from ttx.render.paper.blocks import Block, NewPage, Paper, Paragraph, Run
from ttx.render.paper.saying import listed, para, say, section, table
from ttx.render.printed.saying import links_of
from ttx.render.printed.stamp import Stamp, named, stamped, tags

BOX = "\u2610"
_APART = " | "
"""Between boxes."""
_BLANK_ROWS = 8


Rated: TypeAlias = Literal["shown", "psmu", "none"]
"""Which words evaluators choose from (room F34)."""
BOXES: Mapping[Rated, tuple[tuple[str, str], ...]] = {
    "shown": (("shown", ""), ("partly", ""), ("not shown", ""), ("not put", "no chance to see it")),
    "psmu": (
        ("P", "done as it was meant"),
        ("S", "done, with some trouble"),
        ("M", "done, with great trouble"),
        ("U", "could not be done"),
        ("not put", "no chance to see it"),
    ),
    "none": (),
}
"""The words with what each means where the word does not say it; our own, close to field A7."""


def eeg(scenario: Scenario, stamp: Stamp, rated: Rated = "shown") -> Paper:
    """Objective by commitments, evidence and rating; what evaluators write is left blank."""
    parts: list[Block] = []
    for number, objective in enumerate(scenario.objectives.values()):
        parts += [NewPage()] if number else []
        parts += _objective(scenario, objective, rated)
    return stamped(
        scenario,
        stamp,
        f"{scenario.title}: evaluators' guide (EEG)",
        [
            Paragraph(
                say("For staff. Write down what was said and done, with its time; judge afterwards."), "note"
            ),
            para("A rating without evidence is not counted. Two evaluators write apart from each other."),
            *(parts or [para("The scenario names no objective.")]),
        ],
    )


def _objective(scenario: Scenario, objective: Objective, rated: Rated) -> list[Block]:
    injects = [i for p in scenario.phases for i in p.injects if objective.id in i.objectives]
    decisions = [d for p in scenario.phases for d in p.decisions if objective.id in d.objectives]
    serves = [(i.id, i.title, tags(scenario, i.to)) for i in injects]
    serves += [(d.id, d.ask, tags(scenario, d.to)) for d in decisions]
    targets = dict.fromkeys((*objective.commitments, *(k.target for d in decisions for k in links_of(d))))
    watched = [f"Expected at {i.id}: {each}" for i in injects for each in i.expected]
    blank = [("", "", "", "")] * _BLANK_ROWS
    evidence = table(("Time", "Cell", "What was said or done", "Strength or area"), blank, "", (2, 2, 10, 3))
    return section(
        f"{objective.id} {objective.text}",
        named("What would show it", objective.evidence) if objective.evidence else None,
        named("Commitments it may touch", ", ".join(short_target(t) for t in targets)) if targets else None,
        section(
            "Where it may be seen",
            table(("Step", "What", "To"), serves, "No step names it.", (2, 12, 3)),
            level=3,
        ),
        listed(watched, "") if watched else None,
        section("Evidence", evidence, level=3),
        _boxes(rated),
        Paragraph((Run("Evaluator: "), Run("________", "blank"))),
    )


def _boxes(rated: Rated) -> Block | None:
    said = [f"{BOX} {word}" + (f" ({means})" if means else "") for word, means in BOXES[rated]]
    return Paragraph((Run("Rating: ", "strong"), Run(_APART.join(said)))) if said else None


def rater(scenario: Scenario, stamp: Stamp, rated: Rated = "shown") -> Paper:
    """A form that a second rater fills without seeing the first one's words.

    Its parts are those of a rater's file, by the same names and in the same order, so that it can be
    typed off (``report --rated``).
    """
    blocks: list[Block] = [
        Paragraph(
            say(
                "For a second rater. Fill it in from the record alone, apart from the other rater; hand it "
                "in before you speak with each other. Write the number of an event (#12) as evidence; a "
                "rating without one is not counted. The words in brackets are those of the file that the "
                "form is typed into."
            ),
            "note",
        ),
        Paragraph((Run("Office of the rater (rater): "), Run("________", "blank"))),
    ]
    for objective in scenario.objectives.values():
        blocks += _rating(objective, rated)
    blocks += section("Findings (findings)", _lines(_FINDING, (3, 3, 8, 6, 3)))
    blocks += section("What is to be mended (actions)", _lines(_ACTION, (5, 6, 3, 3, 3)))
    blocks += section("Next steps (next_steps)", _lines(_STEP, (8, 4, 3)))
    for title in ("Feedback (feedback)", "Parking lot (parking_lot)"):
        blocks += section(title, table(("In your words",), [("",)], ""))
    return stamped(scenario, stamp, f"{scenario.title}: second rater's form", blocks)


_FINDING = ("Objective", "Strength or area (kind)", "What (text)", "Brought about by (cause)", "Evidence")
_ACTION = ("Finding", "What to do (action)", "Element", "Who mends it (owner)", "By when (due)")
_STEP = ("What (what)", "Who (who)", "By when (by)")
_BLANK_LINES = 3


def _rating(objective: Objective, rated: Rated) -> list[Block]:
    boxes = _boxes(rated)
    rows = (("Evidence: numbers of events (evidence)", ""), ("Why this word (analysis)", ""))
    return section(f"{objective.id} {objective.text}", boxes, table(("", ""), rows, "", (4, 9)))


def _lines(head: tuple[str, ...], shares: tuple[int, ...]) -> Block:
    return table(head, [("",) * len(head)] * _BLANK_LINES, "", shares)
