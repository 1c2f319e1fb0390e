"""Forms: fields with what stands in them, and the command they make. No widget is known here."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Literal, TypeAlias

from ttx.frozen import dataclass
from ttx.model.commands import Command
from ttx.model.records import REASONS, Hat, LinkRecord, Reason, ReasonCode
from ttx.model.words import Words

Kind: TypeAlias = Literal["line", "text", "one", "many", "links"]
Given: TypeAlias = Mapping[str, str]
"""Field -> what stands in it. Several choices are separated by blanks."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several; ``key`` is the sign that picks it."""

    value: str
    label: str
    key: str = ""
    token: str = "text"  # noqa: S105 - a colour of the palette


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing that is asked."""

    key: str
    label: str
    kind: Kind = "line"
    choices: tuple[Choice, ...] = ()
    upright: bool = False
    """Choices one below the other, for labels that are sentences."""
    value: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a filled-in form asks the session to do."""

    command: Command
    hat: Hat = "controller"
    true_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A sheet: ``make`` gives what to do, or the words that say what is missing."""

    name: str
    """Under which a half-typed one is kept."""
    title: str
    needed: str
    """What cannot be left empty, in a few words."""
    fields: tuple[Field, ...]
    make: Callable[[Given], Asked | str]
    notes: tuple[str, ...] = ()
    """Lines that stand above the fields."""
    save: str = "Save"

    def filled(self, given: Given) -> Form:
        """The same form with a draft's words in it."""
        fields = tuple(replace(f, value=given.get(f.key, f.value)) for f in self.fields)
        return replace(self, fields=fields)


def words(given: Given, key: str) -> Words:
    """What was typed in a field, without white space around it."""
    return Words(given.get(key, "").strip())


def several(given: Given, key: str) -> tuple[str, ...]:
    """Everything chosen in a field of several."""
    return tuple(given.get(key, "").split())


WHEN = Field(key="when", label="When", hint="now; -4 four minutes ago; 0:17 exercise time")


def true_at(given: Given, now: int) -> int | str | None:
    """The exercise time (ms) of a late entry; None for now; words where it cannot be read."""
    text = given.get("when", "").strip()
    if not text or text == "now":
        return None
    ago = re.fullmatch(r"-(\d{1,3})", text)
    if ago:
        return max(0, now - int(ago[1]) * 60_000)
    clock = re.fullmatch(r"(\d{1,2}):([0-5]\d)", text)
    if clock:
        at = (int(clock[1]) * 60 + int(clock[2])) * 60_000
        return at if at <= now else "That exercise time has not come yet."
    return "When: write -4 for four minutes ago, or 0:17 for an exercise time."


REASON_CHOICES = tuple(
    Choice(code, label, str(n))
    for n, (code, label) in enumerate(
        zip(
            (*REASONS, "other"),
            ("time", "overtaken", "sponsor", "staff error", "realism", "other"),
            strict=True,
        ),
        start=1,
    )
)
REASON_FIELDS = (
    Field(key="reason", label="Reason", kind="one", choices=REASON_CHOICES, value=REASONS[0]),
    Field(key="because", label="In words"),
)


def reason(given: Given) -> Reason:
    """The reason that was chosen; the first where none was."""
    chosen = given.get("reason", "")
    code: ReasonCode = next((c for c in (*REASONS, "other") if c == chosen), REASONS[0])
    return Reason(code, words(given, "because"))


def links_of(given: Given, key: str = "links") -> tuple[LinkRecord, ...]:
    """Tags of the scribe: ``SCM53-05a:touches SCM53-05b:relies``."""
    made = []
    for part in several(given, key):
        target, _, flag = part.rpartition(":")
        made.append(LinkRecord(target=target, relies=flag == "relies"))
    return tuple(made)


def cell_choices(cells: Sequence[tuple[str, str]]) -> tuple[Choice, ...]:
    """Cells (id, tag) to choose from, each in its colour; digits pick them."""
    return tuple(
        Choice(cell, tag, str(n) if n < 10 else "", f"c{(n - 1) % 6 + 1}")
        for n, (cell, tag) in enumerate(cells, start=1)
    )
