"""What exploring found, for programs."""

from __future__ import annotations

import json
from typing import Any

from ttx.explore.endings import Chance, Endings


def endings_json(endings: Endings) -> str:
    """The chances as JSON, format ``ttx.explore/1``: numbers, and beside them the exact fractions."""
    whole = {
        "format": "ttx.explore/1",
        "exact": True,
        "states": endings.states,
        "endings": {name: _chance(chance) for name, chance in endings.endings.items()},
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _chance(chance: Chance) -> dict[str, Any]:
    three = {"min": chance.min, "max": chance.max, "even": chance.even}
    numbers: dict[str, Any] = {word: float(c) for word, c in three.items()}
    return numbers | {"fractions": {word: str(c) for word, c in three.items()}}
