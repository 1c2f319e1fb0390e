"""The file that a rater's form is typed into, its objectives named, nothing rated yet."""

from __future__ import annotations

from ttx.model.scenario import Scenario
from ttx.render.plain import one_line
from ttx.render.printed.evaluators import BOXES, Rated


def rater_yaml(scenario: Scenario, rated: Rated) -> str:
    """YAML that ``report --rated`` takes as it is; whoever types takes the ``#`` off a line to fill it in.

    Titles stand behind ``#`` too, so that nothing of them is ever read.
    """
    words = ", ".join(word for word, _ in BOXES[rated]) or "none: it was agreed to rate nothing"
    lines = [
        f"# {one_line(scenario.title)}: what one rater made of the session. One file for each rater.",
        "# Take the # off a line and fill it in; a word needs at least one event as evidence.",
        f"# Words: {words}.",
        "rater: An evaluator",
        "ratings:",
    ]
    for objective in scenario.objectives.values():
        lines += [
            f"  # {objective.id} {one_line(objective.text)}",
            f"  # - {{objective: {objective.id}, word: , evidence: [], analysis: }}",
        ]
    lines += [
        "findings:",
        "  # - {text: , kind: area, objective: , cause: , evidence: []}",
        "actions:",
        "  # - {finding: , action: , element: , owner: , due: , state: open}",
        "next_steps:",
        "  # - {what: , who: , by: }",
        "feedback:",
        "  # - ",
        "parking_lot:",
        "  # - ",
    ]
    return "\n".join(line.rstrip() for line in lines) + "\n"
