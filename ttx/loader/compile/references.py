"""``${...}`` in authored text: replaced by what it names, which must be for everybody to see.

``${title}``, ``${cells.rok.name}``, ``${marking}``: a public field of the scenario or of what a
public field holds. The marks in the model decide what is public, so staff's fields can never
be printed through a reference.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from ttx.expressions.hints import shown
from ttx.loader.compile.context import under_word
from ttx.loader.compile.notes import Notes
from ttx.loader.yaml_tree import Tree, scalars
from ttx.model.catalogue import Catalogue
from ttx.model.conditions import When
from ttx.model.rules import Rule
from ttx.model.scenario import Scenario
from ttx.model.seen import Seen, seen_by

_REFERENCE = re.compile(r"\$\{([^{}]{0,200})\}")
_UNTOUCHED = (type, When, Rule, Catalogue)


def expand(scenario: Scenario, tree: Tree, notes: Notes) -> Scenario:
    """The scenario with every reference replaced; one that names nothing public is TTX265."""
    used = False
    for path, text in scalars(tree):
        for found in _REFERENCE.finditer(text) if "${" in text else ():
            used = True
            if _public(scenario, found[1]) is None:
                message = f"{shown(found[0])} names nothing that everybody may see."
                at = under_word(notes.spans.of(path), text, found.start(), len(found[0]))
                notes.at("TTX265", path, at, message, "Write ${title}, ${cells.CELL.name} or the like.")
    return _expanded(scenario, scenario) if used else scenario


def _public(scenario: Scenario, name: str) -> str | None:
    """The text a reference stands for; None where it names nothing public."""
    value: Any = scenario
    for part in name.strip().split("."):
        if isinstance(value, Mapping):
            value = value.get(part)
        elif is_dataclass(value) and part in {f.name for f in fields(value)}:
            if seen_by(type(value), part) is not Seen.ALL:
                return None
            value = getattr(value, part)
        else:
            return None
    return str(value) if isinstance(value, str | int) and "${" not in str(value) else None


def _expanded(value: Any, scenario: Scenario) -> Any:
    if isinstance(value, str):
        return _REFERENCE.sub(lambda m: _public(scenario, m[1]) or m[0], value) if "${" in value else value
    if isinstance(value, tuple):
        return tuple(_expanded(each, scenario) for each in value)
    if isinstance(value, Mapping):
        return {key: _expanded(each, scenario) for key, each in value.items()}
    if is_dataclass(value) and not isinstance(value, _UNTOUCHED):
        return replace(value, **{f.name: _expanded(getattr(value, f.name), scenario) for f in fields(value)})
    return value
