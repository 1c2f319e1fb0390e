"""YAML that a page shows, put where it belongs, and what is then wrong with it.

A block ``yaml`` is a whole file of its kind. A block ``yaml in decision`` is a piece of the scenario
that the tutorial writes, or of a small catalogue: its keys take the place of those there. Lists whose
entries have ids are joined by them, and so are mappings.
"""

import json
import tempfile
from pathlib import Path

import pytest

from tests.small import TOY
from tests.written import blocks, edited
from ttx.checks import check, heeded
from ttx.cli.guide import read
from ttx.diagnostics import Severity
from ttx.loader import bundled, load_texts, read_moves
from ttx.loader.evaluation import Rated, read_evaluation
from ttx.loader.schema import shape
from ttx.loader.schema.people import PeopleFile
from ttx.loader.schema.translation import Translation
from ttx.loader.yaml_tree import plain_values, read_tree
from ttx.model.events import FileText
from ttx.tui.keymap import use_keys
from ttx.tui.yours import your_settings

PIECES = (
    "scenario",
    "phase",
    "inject",
    "decision",
    "option",
    "ending",
    "rule",
    "catalogue",
    "moves",
    "translation",
)
_RATED = Rated(objectives=("O1",), last_event=60, words=("shown", "partly", "not shown"))
_ADDED = """\
objectives: {O1: {text: Show who is told before a day is named}}
voices: {press: {name: A city newspaper}}
"""
_DELIVERED = "injects: [{id: I-09, kind: delivered, to: all, text: The newspaper has printed.}]\n"


def errors(block):
    """Every error of a block in its place; where nobody knows its place, that is one."""
    read_as = read_tree(block.text, "shown.yaml")
    if read_as.problems:
        return read_as.problems
    if not block.how:
        return _whole(block.text, read_as.value)
    first, _, where = block.how.partition(" ")
    known = first == "in" and where in PIECES
    assert known, f"line {block.line}: where does {block.how!r} stand?"
    if where == "catalogue":
        return _problems(_tutorial(), toy=_joined(read_tree(TOY, "toy").value, read_as.value))
    if where == "rule":
        pack = {"format": "ttx-rules/1", "id": "shown", "rules": read_as.value}
        return _with_pack(json.dumps(pack), "shown")
    if where == "moves":
        return read_moves(f"scenario: park-gate\n{block.text}", "moves.yaml").problems
    if where == "translation":
        head = "format: ttx-translation/1\nscenario: park-gate\nlang: ko\n"
        return _translated(f"{head}{block.text}")
    scenario = _tutorial()
    _put(_place(scenario, where), read_as.value)
    return _problems(scenario)


def _whole(text, tree):
    form = str(tree.get("format", ""))
    if form.startswith("ttx-rules/"):
        return _with_pack(text, str(tree["id"]))
    if form.startswith("ttx/"):
        return _problems(tree)
    if "rater" in tree:
        return read_evaluation(text, "rater.yaml", _RATED).problems
    if "people" in tree:
        return shape(PeopleFile, read_tree(text, "who.yaml")).problems
    if tree.keys() & {"keys", "theme", "ascii"}:
        return _settings(text)
    if form.startswith("ttx-translation/"):
        return _translated(text)
    assert "moves" in tree, "What kind of file is this?"
    return read_moves(text, "moves.yaml").problems


def _settings(text):
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        path = Path(folder) / "config.yaml"
        path.write_text(text, encoding="utf-8")
        patch.setenv("TTX_CONFIG", str(path))
        try:
            return your_settings()[1]
        finally:
            use_keys({})


def _translated(text):
    """Errors of a translation alone; that its marks are no real ones is a warning."""
    read = read_tree(text, "park-gate.ko.yaml")
    return (*read.problems, *shape(Translation, read).problems)


def _tutorial():
    """What the tutorial has written when it is done, as a tree, and a few things to refer to."""
    text = ""
    for block in blocks(read("tutorial")):
        text = edited(text, block) if block.kind == "yaml" else text
    tree = read_tree(text, "scenario.yaml").value
    _put(tree, read_tree(_ADDED, "added").value)
    _put(tree["phases"][0], read_tree(_DELIVERED, "added").value)
    return tree


def _place(scenario, where):
    phase = scenario["phases"][0]
    return {
        "scenario": lambda: scenario,
        "phase": lambda: phase,
        "inject": lambda: phase["injects"][0],
        "decision": lambda: phase["decisions"][0],
        "option": lambda: phase["decisions"][0]["options"]["together"],
        "ending": lambda: scenario["endings"]["one-voice"],
    }[where]()


def _put(target, piece):
    for key, value in piece.items():
        old = target.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            old.update(value)
        elif isinstance(old, list) and old and all(isinstance(e, dict) and "id" in e for e in [*old, *value]):
            ids = {entry["id"]: entry for entry in old}
            for entry in value:
                ids[entry["id"]] = {**ids.get(entry["id"], {}), **entry}
            target[key] = list(ids.values())
        else:
            target[key] = value


def _joined(catalogue, piece):
    _put(catalogue, piece)
    return json.dumps(plain_values(catalogue))


def _with_pack(text, name):
    scenario = _tutorial()
    scenario["rulepacks"] = [*scenario["rulepacks"], name]
    return _problems(scenario, packs={name: text})


def _problems(scenario, *, packs=None, toy=None):
    packs = {"room": (bundled() / "rules" / "room.yaml").read_text("utf-8"), **(packs or {})}
    texts = {"scm53": (bundled() / "rules" / "commitments" / "scm53.yaml").read_text("utf-8")}
    if toy is not None:
        texts["toy"] = toy
        scenario["catalogues"] = [*scenario["catalogues"], "toy"]
    named = [name for name in packs if name in scenario.get("rulepacks", ())]
    cited = [name for name in texts if name in scenario.get("catalogues", ())]
    files = (
        FileText("scenario.yaml", "scenario", json.dumps(scenario)),
        *(FileText(f"rules/{name}.yaml", "rules", packs[name]) for name in named),
        *(FileText(f"rules/commitments/{name}.yaml", "catalogue", texts[name]) for name in cited),
    )
    loaded = load_texts(files)
    found = loaded.problems
    if loaded.scenario is not None:
        found = (*found, *check(loaded.scenario, loaded.spans))
    found = heeded(found, {file.name: file.text for file in files})
    return tuple(problem for problem in found if problem.severity is Severity.ERROR)
