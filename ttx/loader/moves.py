"""A moves file: what people choose, in play order, every problem with its place.

A move is told by one key: ``do``, ``ruling``, ``roll``, ``slip``, ``inject``, ``phase`` or
``ending``; with none of these its first key is the decision that is answered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ttx.diagnostics import Problem, Span, has_errors, in_order
from ttx.expressions.hints import shown
from ttx.frozen import dataclass
from ttx.loader.files import read_file
from ttx.loader.places import Path as TreePath
from ttx.loader.schema import moves as authored
from ttx.loader.schema import shape
from ttx.loader.schema.base import Authored, known_keys
from ttx.loader.yaml_tree import Plain, Tree, TreeRead, read_tree
from ttx.model.moves import (
    Move,
    MoveAnswer,
    MoveDo,
    MoveEnding,
    MoveInject,
    MovePhase,
    MoveRoll,
    MoveRuling,
    Moves,
    MoveSlip,
)
from ttx.model.records import Carried, Grounds, LinkRecord, OfficePosition, Vote
from ttx.model.words import Words

MOST_MOVES = 20_000


@dataclass(frozen=True, slots=True)
class LoadedMoves:
    """The moves, where no error stands; ``texts`` maps the file's name to its text."""

    moves: Moves | None
    problems: tuple[Problem, ...]
    texts: Mapping[str, str]


def load_moves(path: Path) -> LoadedMoves:
    """Load a moves file.

    Raises:
        LoadError: it is missing, larger than 16 MB, or no UTF-8 text.
    """
    return read_moves(read_file(path), str(path))


def read_moves(text: str, name: str) -> LoadedMoves:
    """Read the text of a moves file; TTX1xx, TTX2xx, TTX611, TTX612."""
    read = read_tree(text, name)
    shaped = shape(authored.MovesFile, read)
    problems = [*read.problems, *shaped.problems]
    given = shaped.value
    made: list[Move] = []
    if given is not None and not shaped.problems:
        reader = _Reader(read, problems)
        for n in range(min(len(given.moves), MOST_MOVES)):
            made += reader.move(n)
    found = in_order(problems)
    if given is None or has_errors(found):
        return LoadedMoves(None, found, {name: text})
    moves = Moves(scenario=given.scenario, seed=given.seed, start=given.start, moves=tuple(made))
    return LoadedMoves(moves, found, {name: text})


class _Reader:
    def __init__(self, read: TreeRead, problems: list[Problem]) -> None:
        self._read = read
        self._problems = problems

    def move(self, n: int) -> Iterator[Move]:
        """The moves one entry stands for."""
        path: TreePath = ("moves", n)
        tree: Any = self._read.value
        entry: dict[str, Tree] = tree["moves"][n]
        span = self._read.spans.of(path)
        form = "do" if "do" in entry else next((key for key in entry if key in _FORMS), None)
        if form == "do":
            fields = {key: _plain(value) for key, value in entry.items() if key != "do"}
            yield MoveDo(span=span, command=str(entry["do"]), fields=fields)
        elif form is not None:
            cls, make = _FORMS[form]
            shaped = shape(cls, self._read, path)
            self._problems += shaped.problems
            if shaped.value is not None and not shaped.problems:
                yield make(shaped.value, span)
        else:
            yield from self._answer(entry, path, span)

    def _answer(self, entry: dict[str, Tree], path: TreePath, span: Span) -> Iterator[Move]:
        known = known_keys(authored.AnswerMove)
        decision = next((key for key in entry if key not in known), None)
        if decision is None:
            hint = "Begin with the decision: {D-01: OPTION}."
            self._say("TTX611", span, "This move names no decision and has no other form.", hint)
            return
        coded = entry.pop(decision)
        shaped = shape(authored.AnswerMove, self._read, path)
        self._problems += shaped.problems
        if shaped.value is None or shaped.problems:
            return
        for cell, value in _by_cell(coded):
            if isinstance(value, str) and value:
                yield _answer(shaped.value, span, decision, cell, value)
            else:
                at = self._read.spans.of((*path, decision, *((cell,) if cell else ())))
                hint = "Write an option's id, free or none; for single cells {CELL: OPTION}."
                self._say("TTX612", at, f"What was answered to {shown(decision)} is missing here.", hint)

    def _say(self, code: str, span: Span, message: str, hint: str) -> None:
        self._problems.append(Problem(code, span, message, hint=hint))


def _by_cell(coded: Tree) -> list[tuple[str | None, Tree]]:
    return list(coded.items()) if isinstance(coded, dict) and coded else [(None, coded)]


def _plain(value: Tree) -> object:
    """A field of a command: whole numbers and nothing as such, everything else as written."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, Plain):
        return None if value in ("", "null", "~") else _number(value)
    return value


def _number(text: str) -> int | str:
    digits = text.removeprefix("-")
    if digits.isascii() and digits.isdigit() and len(digits) < 16 and str(int(text)) == text:
        return int(text)
    return str(text)


def _answer(
    given: authored.AnswerMove, span: Span, decision: str, cell: str | None, coded: str
) -> MoveAnswer:
    return MoveAnswer(
        span=span,
        decision=decision,
        cell=cell,
        coded=str(coded),
        near=given.near,
        said=Words(given.said),
        outcome=given.outcome,
        until=Words(given.until or given.if_),
        grounds=_grounds(given),
        links=tuple(_link(link) for link in given.links),
    )


def _grounds(given: authored.AnswerMove) -> Grounds:
    return Grounds(
        rationale=Words(given.rationale),
        dissent=Words(given.dissent),
        confidence=given.confidence,
        assumptions=Words(given.assumptions),
        rejected=Words(given.rejected),
        positions=tuple(
            OfficePosition(office=Words(p.office), said=Words(p.said), option=p.option)
            for p in given.positions
        ),
        carried=Carried(Words(given.carried.by), given.carried.how),
    )


def _link(given: authored.LinkMade) -> LinkRecord:
    return LinkRecord(
        target=given.commitment or given.sentence or "",
        bearing=given.bearing,
        relies=given.relies,
        in_words=Words(given.in_words),
        because=Words(given.because),
        until=Words(given.until),
        if_=Words(given.if_),
        part=Words(given.part),
        extent=given.extent,
        by=given.by,
        cells=given.cells,
    )


def _ruling(given: authored.RulingMove, span: Span) -> Move:
    return MoveRuling(
        span=span,
        decision=given.ruling,
        result=given.result,
        ticks=dict(given.ticks),
        for_=tuple(Words(reason) for reason in given.for_),
        against=tuple(Words(reason) for reason in given.against),
        word="_".join(given.word.split()),
        percent=given.percent,
        votes=tuple(_vote(result, cast) for result, cast in given.votes.items()),
        umpire=given.umpire,
        faces=given.faces,
    )


def _vote(result: str, cast: tuple[str, ...]) -> Vote:
    """Votes as a number, or as the offices that gave them."""
    if len(cast) == 1 and isinstance(number := _number(cast[0]), int):
        return Vote(result=result, count=number)
    return Vote(result=result, count=len(cast), by=Words(", ".join(cast)))


def _roll(given: authored.RollMove, span: Span) -> Move:
    return MoveRoll(span=span, faces=given.roll)


def _slip(given: authored.SlipMove, span: Span) -> Move:
    return MoveSlip(span=span, track=given.slip, cell=given.cell, value=_number(given.value))


def _inject(given: authored.InjectMove, span: Span) -> Move:
    return MoveInject(span=span, inject=given.inject)


def _phase(given: authored.PhaseMove, span: Span) -> Move:
    return MovePhase(span=span, phase=given.phase, because=Words(given.because))


def _ending(given: authored.EndingMove, span: Span) -> Move:
    return MoveEnding(span=span, ending=given.ending, because=Words(given.because))


_FORMS: Mapping[str, tuple[type[Authored], Callable[[Any, Span], Move]]] = {
    "ruling": (authored.RulingMove, _ruling),
    "roll": (authored.RollMove, _roll),
    "slip": (authored.SlipMove, _slip),
    "inject": (authored.InjectMove, _inject),
    "phase": (authored.PhaseMove, _phase),
    "ending": (authored.EndingMove, _ending),
}
"""The key that tells a form -> its authored shape and the move it becomes."""
