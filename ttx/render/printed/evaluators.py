"""The evaluators' guide: each objective with what would show it, where it may be seen, and boxes."""

from __future__ import annotations

from ttx.model.catalogue import short_target
from ttx.model.scenario import Objective, Scenario
from ttx.render.paper.blocks import Block, NewPage, Paper, Paragraph, Run
from ttx.render.paper.saying import listed, para, say, section, table
from ttx.render.printed.saying import links_of
from ttx.render.printed.stamp import Stamp, named, stamped, tags

BOX = "\u2610"
_BLANK_ROWS = 3


def eeg(scenario: Scenario, stamp: Stamp) -> Paper:
    """Objective by commitments, evidence and rating; what evaluators write is left blank."""
    parts: list[Block] = []
    for number, objective in enumerate(scenario.objectives.values()):
        parts += [NewPage()] if number else []
        parts += _objective(scenario, objective)
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


def _objective(scenario: Scenario, objective: Objective) -> list[Block]:
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
        Paragraph(
            (
                Run("Rating: ", "strong"),
                Run(f"{BOX} shown   {BOX} partly   {BOX} not shown   {BOX} no chance to see it"),
            )
        ),
        Paragraph((Run("Evaluator: "), Run("________", "blank"))),
    )
