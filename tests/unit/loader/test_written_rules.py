"""Rules that come with ttx: all of them load, and none has a fault."""

from pathlib import Path

import pytest
import yaml

from tests.small import BASE
from ttx.diagnostics import Severity
from ttx.loader import load_texts
from ttx.model.events import FileText

ROOT = Path(__file__).parents[3]
PACKS = sorted((ROOT / "rules").glob("*.yaml"))
ROOM = """\
format: ttx-rules/1
id: room
rules:
  consensus: {kind: consensus, results: {agreed: They agree, not_agreed: They do not}}
"""


def errors(text, name):
    """What is wrong with a pack beside a scenario that names it and uses none of its rules."""
    files = [
        FileText(
            "scenario.yaml", "scenario", BASE.replace("rulepacks: [room]", f"rulepacks: [room, {name}]")
        ),
        FileText("rules/room.yaml", "rules", ROOM),
    ]
    if name != "room":
        files.append(FileText(f"rules/{name}.yaml", "rules", text))
    loaded = load_texts(tuple(files))
    rules = loaded.scenario.rules if loaded.scenario else {}
    return [p for p in loaded.problems if p.severity is Severity.ERROR], rules


@pytest.mark.parametrize("path", [p for p in PACKS if p.stem != "room"], ids=lambda p: p.stem)
def test_a_pack_that_comes_along_is_sound(path):
    found, rules = errors(path.read_text(encoding="utf-8"), path.stem)
    assert found == []
    mine = [rule for name, rule in rules.items() if name.startswith(f"{path.stem}/")]
    assert mine
    assert all(rule.title and rule.text for rule in mine)


def test_packs_come_along_for_each_kind_that_takes_more_than_a_result():
    kinds = {
        rule["kind"] for path in PACKS for rule in yaml.safe_load(path.read_text("utf-8"))["rules"].values()
    }
    assert kinds >= {"argument", "estimate", "gate", "vote", "procedure", "consensus", "umpire"}
