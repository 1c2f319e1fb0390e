"""Every name a scenario gives out: what is called what, what is called twice, what refers to nothing.

Tracks, derived words, decisions and injects share one namespace, because conditions read them all;
cells and voices share another, because both tell and are told.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from ttx.expressions import DecisionType, Scope, TrackType
from ttx.expressions.hints import shown
from ttx.frozen import dataclass
from ttx.loader.compile.notes import Notes
from ttx.loader.places import Path
from ttx.loader.schema.scenario import Scenario, Track
from ttx.loader.schema.steps import Decision
from ttx.model.parts import FREE, NONE

ALL_CELLS = "all"
MOST_CELLS = 26
LEAD = re.compile(r"lead\(\s*([\w-]+)\s*\)\s*\+\s*concur")
OWN_ANSWERS = ("each", "each_then_joint")
"""Modes in which every cell has an answer of its own."""


@dataclass(frozen=True, slots=True)
class Names:
    """The ids of a scenario by kind, in file order."""

    cells: tuple[str, ...]
    voices: tuple[str, ...]
    tracks: tuple[str, ...]
    objectives: tuple[str, ...]
    phases: tuple[str, ...]
    injects: tuple[str, ...]
    decisions: tuple[str, ...]
    catalogues: tuple[str, ...]
    notes: Notes

    def cell_list(self, given: Iterable[str], path: Path) -> tuple[str, ...]:
        """Cells by id, ``all`` for every one of them; each once."""
        found: list[str] = []
        for n, name in enumerate(given):
            if name == ALL_CELLS:
                found += self.cells
            elif self.known("cell", name, self.cells, (*path, n)):
                found.append(name)
        return tuple(dict.fromkeys(found))

    def several(self, kind: str, given: Iterable[str], known: Collection[str], path: Path) -> tuple[str, ...]:
        """The given names that stand for something; the others are noted."""
        return tuple(
            dict.fromkeys(name for n, name in enumerate(given) if self.known(kind, name, known, (*path, n)))
        )

    def known(self, kind: str, name: str, known: Collection[str], path: Path) -> bool:
        """Whether the name stands for something; noted where it does not."""
        if name in known:
            return True
        self.notes.unknown(kind, name, known, path)
        return False

    @property
    def parties(self) -> tuple[str, ...]:
        """Who can tell and be told."""
        return (*self.cells, *self.voices)


def names_of(authored: Scenario, notes: Notes) -> Names:
    """The names of a scenario; a name given twice is TTX220, too many cells TTX227."""
    if len(authored.cells) > MOST_CELLS:
        message = f"A scenario has at most {MOST_CELLS} cells; this has {len(authored.cells)}."
        notes.say("TTX227", ("cells",), message, key=True)
    _once(_readable(authored), notes)
    _once(((name, (kind, name)) for kind in ("cells", "voices") for name in getattr(authored, kind)), notes)
    _once(((phase.id, ("phases", n, "id")) for n, phase in enumerate(authored.phases)), notes)
    return Names(
        cells=tuple(authored.cells)[:MOST_CELLS],
        voices=tuple(authored.voices),
        tracks=tuple(authored.tracks),
        objectives=tuple(authored.objectives),
        phases=tuple(p.id for p in authored.phases),
        injects=tuple(i.id for p in authored.phases for i in p.injects),
        decisions=tuple(d.id for p in authored.phases for d in p.decisions),
        catalogues=authored.catalogues,
        notes=notes,
    )


def _readable(authored: Scenario) -> Iterator[tuple[str, Path]]:
    """Every name conditions can read, with its place."""
    yield from ((name, ("tracks", name)) for name in authored.tracks)
    yield from ((name, ("derived", name)) for name in authored.derived)
    for n, phase in enumerate(authored.phases):
        yield from ((inject.id, ("phases", n, "injects", m, "id")) for m, inject in enumerate(phase.injects))
        yield from ((d.id, ("phases", n, "decisions", m, "id")) for m, d in enumerate(phase.decisions))


def _once(given: Iterable[tuple[str, Path]], notes: Notes) -> None:
    first: dict[str, Path] = {}
    for name, path in given:
        if name in first:
            line = notes.spans.of(first[name]).line
            message = f"{shown(name)} is the name of something else already (line {line})."
            notes.say("TTX220", path, message, "Give one of the two another name.", key=path[-1] != "id")
        first.setdefault(name, path)


def scope_of(authored: Scenario, names: Names) -> Scope:
    """What conditions and effects may name, derived words left out."""
    decisions = {d.id: _decision_type(d, names) for p in authored.phases for d in p.decisions}
    return Scope(
        tracks={name: _track_type(track) for name, track in authored.tracks.items()},
        decisions=decisions,
        injects=frozenset(names.injects),
        parties=frozenset(names.parties),
    )


def _track_type(track: Track) -> TrackType:
    lo, hi = track.range if len(track.range) == 2 else (0, 0)
    return TrackType(track.kind, track.values if track.kind == "choice" else (), lo, hi)


def _decision_type(decision: Decision, names: Names) -> DecisionType:
    to = names.cells if ALL_CELLS in decision.to else decision.to
    own = len(to) > 1 and decision.mode in OWN_ANSWERS
    return DecisionType(
        values=(*decision.options, FREE, NONE),
        cells=tuple(to) if own else (),
        whole=not (own and decision.mode == "each"),
    )
