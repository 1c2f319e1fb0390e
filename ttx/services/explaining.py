"""What a problem code means in the room, with an example of the fault and one without it.

The texts lie in ``guide/codes``, one file for each hundred of codes, and are read only when asked
for. A test plays every example: the bad one has the code, the good one has not.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from ttx.checks import CODES
from ttx.errors import UsageError
from ttx.expressions.hints import did_you_mean, shown
from ttx.frozen import dataclass
from ttx.loader.yaml_tree import plain_values, read_tree

_FOLDER = Path(__file__).parents[1] / "guide" / "codes"
PLACES: Mapping[str, str] = {
    "scenario": "In a scenario",
    "file": "As a whole file",
    "phase": "In a phase",
    "inject": "In an inject",
    "decision": "In a decision",
    "option": "In an option",
    "ending": "In an ending",
    "pack": "In a rule pack",
    "rule": "Under rules of a pack",
    "catalogue": "In a catalogue",
    "moves": "In a file of moves",
    "evaluation": "In a rater's file",
    "translation": "In a translation",
}
"""Where an example stands -> how that is said."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A code, why it matters, and its examples as YAML texts."""

    code: str
    title: str
    why: str
    where: str
    """A key of ``PLACES``."""
    bad: str
    good: str
    beside: str = ""
    """Text of ``more.yaml``, where the example includes it."""
    in_words: bool = False
    """Whether the bad example is told rather than written out."""


def explained(code: str) -> Explanation:
    """What there is to say about a code, in any case of letters, ``TTX`` left out or not.

    Raises:
        UsageError: there is no such code.
    """
    name = code.upper()
    name = name if name.startswith("TTX") else f"TTX{name}"
    if name not in CODES:
        near = did_you_mean(name, CODES)
        step = near or "tabletop explain lists them all."
        raise UsageError(f"There is no code {shown(code)}.", next_step=step)
    given = _texts(name[3])[name]
    return Explanation(
        name,
        CODES[name],
        " ".join(given["why"].split()),
        given.get("where", "scenario"),
        given["bad"],
        given["good"],
        given.get("beside", ""),
        "in_words" in given,
    )


@cache
def _texts(hundred: str) -> dict[str, Any]:
    text = (_FOLDER / f"{hundred}.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = plain_values(read_tree(text, f"codes/{hundred}.yaml").value or {})
    return found
