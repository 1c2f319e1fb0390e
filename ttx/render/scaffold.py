"""The text of a scenario to begin with: it runs as it stands, and its comments say what to change."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Final

from ttx.frozen import dataclass

MODELINE: Final = "# yaml-language-server: $schema={}\n"
"""First line of a file for editors with a YAML language server."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An option to begin with."""

    id: str
    text: str
    for_: str
    against: str
    effect: str = ""
    link: str = ""
    """Keys and values of its link, as YAML."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """An inject and the decision behind it."""

    title: str
    text: str
    to: tuple[str, ...]
    ask: str
    answers: tuple[Answer, ...]
    objective: str
    commitment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scaffold:
    """What a new scenario is made of."""

    id: str
    title: str
    cells: tuple[tuple[str, str, str], ...]
    """Id, name, tag."""
    questions: tuple[Question, ...]
    tracks: tuple[str, ...]
    """Name and shape of each track, as YAML."""
    endings: tuple[tuple[str, str, str], ...]
    """Id, title, condition; the last has none."""
    catalogue: str = ""


def scaffold_text(new: Scaffold, modeline: str) -> str:
    """The scenario file; texts of the user's stand in quotes, so nothing in them has a meaning in YAML."""
    head = _HEAD.format(
        modeline=MODELINE.format(modeline), id=new.id, title=_quoted(new.title), catalogue=_catalogue(new)
    )
    parts = [
        head,
        _cells(new),
        _TRACKS,
        *(f"  {track}\n" for track in new.tracks),
        _objectives(new.questions),
        _PHASE,
    ]
    parts += ["    injects:\n", *(_inject(n, q) for n, q in enumerate(new.questions, 1))]
    parts += [_DECISIONS, *(_decision(n, q) for n, q in enumerate(new.questions, 1))]
    return "".join([*parts, _endings(new.endings), _HOT_WASH])


def moves_text(new: Scaffold, modeline: str) -> str:
    """A file of moves that plays the scenario to its end."""
    lines = [
        f"  - D-{n:02}: {q.answers[0].id}\n    said: We do it.\n" for n, q in enumerate(new.questions, 1)
    ]
    return _MOVES.format(modeline=MODELINE.format(modeline), id=new.id) + "".join(lines)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _listed(names: Iterable[str]) -> str:
    return f"[{', '.join(names)}]"


def _catalogue(new: Scaffold) -> str:
    if not new.catalogue:
        return "# catalogues: [scm53]     # the document that decisions are linked to\n"
    return f"catalogues: [{new.catalogue}]       # the document that decisions are linked to\n"


def _cells(new: Scaffold) -> str:
    lines = [
        f"  {id_}:\n    name: {_quoted(name)}\n    tag: {_quoted(tag)}\n"
        "    seats: [Head of office, Desk officer]\n"
        f"    brief: {_quoted(f'You are {name}. Say here what everybody knows of you.')}\n"
        for id_, name, tag in new.cells
    ]
    return _CELLS + "".join(lines)


def _objectives(questions: Sequence[Question]) -> str:
    lines = []
    for n, q in enumerate(questions, 1):
        more = f", commitments: [{q.commitment}]" if q.commitment else ""
        lines.append(f"  O{n}: {{text: {_quoted(q.objective)}, evidence: decision D-{n:02}{more}}}\n")
    return _OBJECTIVES + "".join(lines)


def _inject(n: int, q: Question) -> str:
    return (
        f"      - id: I-{n:02}\n        at: T+0:{5 * (n - 1):02}\n        minutes: 2\n        to: all\n"
        f"        from: Control\n        channel: paper\n        title: {_quoted(q.title)}\n"
        f"        text: {_quoted(q.text)}\n        objectives: [O{n}]\n"
        f"        expected: [They ask who else knows.]\n"
    )


def _decision(n: int, q: Question) -> str:
    mode = (
        "        mode: joint               # one answer together; each: each for itself\n"
        if len(q.to) > 1
        else ""
    )
    return (
        f"      - id: D-{n:02}\n        to: {_listed(q.to)}\n{mode}        after: [I-{n:02}]\n"
        f"        ask: {_quoted(q.ask)}\n        minutes: {{cells: 5, plenary: 3}}\n"
        f"        objectives: [O{n}]\n        probes: [Who would have to know before you say it?]\n"
        "        options:\n" + "".join(_option(a) for a in q.answers)
    )


def _option(a: Answer) -> str:
    text = (
        f"          {a.id}:\n            text: {_quoted(a.text)}\n            for: {_quoted(a.for_)}\n"
        f"            against: {_quoted(a.against)}\n"
    )
    text += f"            links: [{{{a.link}}}]\n" if a.link else ""
    return text + (f"            effects: [{a.effect}]\n" if a.effect else "")


def _endings(endings: Sequence[tuple[str, str, str]]) -> str:
    lines = []
    for id_, title, when in endings:
        condition = f", when: {_quoted(when)}" if when else ""
        lines.append(f"  {id_}: {{title: {_quoted(title)}{condition}}}\n")
    return _ENDINGS + "".join(lines)


_HEAD = """\
{modeline}# This scenario runs as it stands. Change one thing at a time, and after each:
#   tabletop validate --deep .        says what is wrong, and what can never happen
#   tabletop validate --watch .       says it again whenever you save
#   tabletop explore .                says where it can lead
#   tabletop run . --practice         is the console itself; nothing counts
# tabletop guide reference has every key. What begins with # is a remark, as this is.
format: ttx/1
id: {id}
title: {title}
marking: UNCLASSIFIED // EXERCISE

# The page a sponsor signs.
purpose: Say here what people should find out, in one or two sentences.
audience: Say here whose seats these are.
stop_line: Nothing operational is played. Play is about telling, asking, deciding and writing.

{catalogue}starts: D                     # D-day; or a date, with calendar: assumed
agenda: [{{open: 5}}, {{phase: first}}, {{hot_wash: 15}}]
"""
_CELLS = """
# Players who share what they know. A tag has at most four letters; screens use it.
# Add private: TEXT for what one cell alone knows.
cells:
"""
_TRACKS = """
# What can change: a flag (yes or no), a choice of words, or a scale. Effects set it, conditions read it.
tracks:
"""
_OBJECTIVES = """
# What is examined. Name what somebody will see, not the answer you hope for.
objectives:
"""
_PHASE = """
# A stretch of the exercise. Without leads_to the exercise ends with it.
phases:
  - id: first
    title: First morning
    at: D 08:00                 # scenario time; the room's minutes are those of the steps
    # What is read out. T+0:05 is five minutes after the phase began. With when: CONDITION an inject
    # comes only where the condition holds; kind: contingency keeps it back for Control.
"""
_DECISIONS = """\
    # Questions to cells, each behind the injects named under after. An answer in other words is always
    # possible. for and against are for staff: whoever has no reason for an option should not offer it.
    decisions:
"""
_ENDINGS = """
# Read as the exercise closes; the first whose condition holds is proposed, the last has none.
# They describe how it came out. None of them is a grade.
endings:
"""
_HOT_WASH = """
hot_wash:
  - What did you know too late, and who knew it?
  - What would you write down differently now?
"""
_MOVES = """\
{modeline}# A course of the scenario, played by: tabletop play . --moves moves/first.yaml --log try.ttx.jsonl
scenario: {id}
seed: first
start: 2026-03-14T09:00Z
moves:
"""
