"""The JSON Schema of authored files, for editors that complete and check while somebody types."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ttx.loader.schema.base import Authored
from ttx.loader.schema.catalogue import Catalogue
from ttx.loader.schema.moves import MovesFile
from ttx.loader.schema.rules import RulePack
from ttx.loader.schema.scenario import Scenario

_KINDS: Mapping[str, type[Authored]] = {
    "scenario": Scenario,
    "rules": RulePack,
    "catalogue": Catalogue,
    "moves": MovesFile,
}


def json_schema(kind: str = "scenario") -> dict[str, Any]:
    """The schema of a scenario, a rule pack (``rules``), a catalogue or a moves file (``moves``).

    Raises:
        KeyError: there is no such kind of file.
    """
    return _KINDS[kind].model_json_schema()
