"""A scenario in which every text is a word of its own, made from the fields of the model.

No list of texts is written down: whatever a scenario is made of, its texts become words that say
which field they stood in and who may see it. A field that is added tomorrow is in it.
"""

from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import count
from typing import Any, get_type_hints

from tests.unit.engine.stage import whole
from tests.unit.engine.test_view import RULES, TEXT
from ttx.model import conditions
from ttx.model.catalogue import Catalogue
from ttx.model.parts import Inject
from ttx.model.scenario import Calendar
from ttx.model.seen import Seen, seen_by

_NAMES = {
    "after", "cells", "commitments", "deliver", "from_", "id", "inject", "lang", "lead", "letter", "objectives",
    "phase", "rule", "target", "to", "track", "value", "values", "voice", "what",
}  # fmt: skip
"""Fields that name another thing of the scenario, or a word of a closed set."""
_AS_THEY_ARE = (Catalogue, Calendar)


@dataclass(frozen=True)
class Canary:
    """A word, the field it stands in, who may see that field, the thing it belongs to."""

    word: str
    field: str
    seen: Seen
    of: str


def generated():
    """The scenario, and every canary in it."""
    found: list[Canary] = []
    return _filled(whole(TEXT, rules=RULES).scenario, Seen.STAFF, "", found, count(1)), found


def _filled(thing: Any, above: Seen, owner: str, found: list[Canary], numbers: Any) -> Any:
    cls = type(thing)
    hints = get_type_hints(cls)
    marked = any("seen" in each.metadata for each in fields(cls))
    of = getattr(thing, "id", owner)
    changed = {}
    for each in fields(cls):
        seen = seen_by(cls, each.name) if marked else above
        named = each.name in _NAMES and (cls, each.name) != (Inject, "from_")
        typed = str in (hints[each.name], *getattr(hints[each.name], "__args__", ())) and not named

        def word(name=f"{cls.__name__}.{each.name}", seen=seen):
            made = f"zq{next(numbers)}{name.rpartition('.')[2].replace('_', '')}"
            found.append(Canary(made, name, seen, of))
            return made

        value = getattr(thing, each.name)
        changed[each.name] = _value(value, word if typed else None, (seen, of, found, numbers))
    return replace(thing, **changed)


def _value(value: Any, word: Any, rest: Any) -> Any:
    if isinstance(value, _AS_THEY_ARE):
        return value
    if isinstance(value, conditions.When):
        seen, of, found, numbers = rest
        found.append(Canary(f"zq{next(numbers)}when", "When.text", seen, of))
        return replace(value, text=found[-1].word)
    if is_dataclass(value):
        return _filled(value, *rest)
    if isinstance(value, tuple):
        return tuple(_value(each, word, rest) for each in value)
    if hasattr(value, "items"):
        return {key: _value(each, word, rest) for key, each in value.items()}
    return word() if word and isinstance(value, str) else value
