"""A small scenario and its rule pack as text, loaded from memory."""

from pathlib import Path

from ttx.checks import check, heeded
from ttx.loader import load_texts
from ttx.model.events import FileText

CASES = Path(__file__).parent / "cases"
BASE = (CASES / "base.scenario.yaml").read_text(encoding="utf-8")
_WITH_TOY = "catalogues: [toy]"
TOY = (CASES / "toy.catalogue.yaml").read_text(encoding="utf-8")
ROOM = """\
format: ttx-rules/1
id: room
title: In the room
rules:
  consensus: {kind: consensus, results: {agreed: They agree, not_agreed: They do not}}
  umpire: {kind: umpire, results: {stands: It stands, does_not: It does not}}
"""


def texts(text, *, rules=ROOM, include=(), translations=()):
    """The files of a scenario as a session file holds them."""
    translated = [FileText(name, "translation", each) for name, each in dict(translations).items()]
    included = [FileText(name, "include", each) for name, each in dict(include).items()]
    return (
        FileText("scenario.yaml", "scenario", text),
        *included,
        FileText("rules/room.yaml", "rules", rules),
        *([FileText("rules/commitments/toy.yaml", "catalogue", TOY)] if _WITH_TOY in text else []),
        *translated,
    )


def load(text, *, rules=ROOM, include=(), translations=()):
    """The scenario (None where it has errors) and every problem, checks included."""
    files = texts(text, rules=rules, include=include, translations=translations)
    loaded = load_texts(files)
    problems = loaded.problems
    if loaded.scenario is not None:
        problems = (*problems, *check(loaded.scenario, loaded.spans))
    return loaded.scenario, heeded(problems, {file.name: file.text for file in files})


def placed(problems):
    """``line:column code`` of each problem, the file before it where it is not the scenario."""
    return [_placed(p) for p in problems]


def _placed(problem):
    at = problem.span
    where = "" if at.file == "scenario.yaml" else f"{at.file}:"
    return f"{where}{at.line}:{at.column} {problem.code}"
