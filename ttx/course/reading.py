"""What conditions read at a Position: tracks and derived words, answers, releases, contacts."""

from __future__ import annotations

from ttx.course.script import Script
from ttx.expressions import evaluate
from ttx.model.conditions import When
from ttx.model.parts import NONE
from ttx.model.position import Position


class AtPosition:
    """A reading of one Position; derived words are worked out when they are asked for."""

    def __init__(self, script: Script, position: Position) -> None:
        self._script = script
        self._position = position
        self._tracks = dict(position.tracks)
        self._answers = dict(position.answers)
        self._noted = script.noted

    def track(self, name: str) -> int | str:
        """The value of a track or of a derived word (empty where none of its cases holds)."""
        if name in self._tracks:
            self._note("track", name)
            return self._tracks[name]
        for case in self._script.scenario.derived.get(name, ()):
            if case.when is None or evaluate(case.when.tree, self):
                return case.value
        return ""

    def answer(self, decision: str, cell: str | None) -> str:
        """The standing value of a decision, or of one cell's own answer."""
        slot = decision if cell is None else f"{decision}.{cell}"
        self._note("answer", slot)
        return self._answers.get(slot, NONE)

    def released(self, inject: str) -> bool:
        """Whether the inject was ever released."""
        self._note("released", inject)
        return inject in self._position.released

    def told(self, teller: str, told: str, before: str | None) -> bool:
        """Whether a contact stands, or stood when ``before`` was put (now, while it is not)."""
        if before is not None and before in self._position.put:
            self._note("before", teller, told, before)
            return (teller, told, before) in self._position.told_before
        self._note("told", teller, told)
        return (teller, told) in self._position.told

    def _note(self, *field: str) -> None:
        if self._noted is not None:
            self._noted.add(field)


def holds(script: Script, position: Position, when: When | None) -> bool:
    """Whether a condition holds at a Position; no condition always does."""
    return when is None or evaluate(when.tree, AtPosition(script, position))
