"""What exploring found, for programs."""

from __future__ import annotations

import json

from ttx.explore.endings import Chance, Endings


def endings_json(endings: Endings) -> str:
    """The chances as JSON, format ``ttx.explore/1``; each a fraction such as ``5/36``, not rounded."""
    whole = {
        "format": "ttx.explore/1",
        "exact": True,
        "states": endings.states,
        "endings": {name: _chance(chance) for name, chance in endings.endings.items()},
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _chance(chance: Chance) -> dict[str, str]:
    return {"min": str(chance.min), "max": str(chance.max), "even": str(chance.even)}
