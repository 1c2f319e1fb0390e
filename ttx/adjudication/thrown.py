"""Dice of a ruling: faces typed in, or faces drawn from the seed."""

from __future__ import annotations

from ttx.adjudication.values import Made, Refusal, Throw
from ttx.dice import Dice, roll
from ttx.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Thrown:
    """Faces, and what they and the dice's own number come to."""

    faces: tuple[int, ...]
    typed: bool
    drawn: int
    """Dice drawn by the program, to be counted in the file."""
    total: int


def throw(dice: Dice, made: Made, source: Throw) -> Thrown | Refusal:
    """The faces that were brought, where they fit the dice; faces of the seed where none were."""
    if made.faces and (refused := _unfit(made.faces, dice)):
        return refused
    faces = made.faces or roll(source.seed, source.index, dice)
    drawn = 0 if made.faces else dice.count
    return Thrown(faces=faces, typed=bool(made.faces), drawn=drawn, total=sum(faces) + dice.plus)


def _unfit(faces: tuple[int, ...], dice: Dice) -> Refusal | None:
    if len(faces) != dice.count:
        return Refusal("faces", f"The rule throws {dice}: {dice.count} faces, not {len(faces)}.")
    wrong = [face for face in faces if not 1 <= face <= dice.sides]
    if wrong:
        return Refusal("faces", f"A die of {dice.sides} sides never shows {wrong[0]}.")
    return None
