"""The five lists of the evaluation, row by row."""

from __future__ import annotations

from typing import Literal, TypeAlias

from ttx.model.events import ActionAgreed, Event, FindingMade, NoteTaken, ObservationMade
from ttx.model.times import show_exercise
from ttx.services.forms.mending import asked_at_hot_wash
from ttx.tui.console.card import cell_runs
from ttx.tui.console.lines import Line, Run, bold, dim
from ttx.tui.evaluation.known import Known
from ttx.tui.widgets.rows import Item

View: TypeAlias = Literal["objectives", "seen", "found", "mended", "said"]
VIEWS: tuple[tuple[View, str], ...] = (
    ("objectives", "Objectives"),
    ("seen", "Seen"),
    ("found", "Found"),
    ("mended", "To mend"),
    ("said", "Hot wash"),
)
"""Every list with the word of its tab."""
TITLES: dict[View, str] = {
    "objectives": "Objectives, and the word put to each",
    "seen": "What was observed",
    "found": "What was found",
    "mended": "What is to be mended",
    "said": "What was said at the hot wash",
}
KIND_WORDS = {"strength": "strength", "area": "to improve", "": "seen"}
_EMPTY: dict[View, str] = {
    "objectives": "The scenario names no objective; Space records an observation.",
    "seen": "Nothing is observed yet. Space records what was seen.",
    "found": "No finding yet. Space records one; Enter on an observation makes one of it.",
    "mended": "Nothing is to be mended yet. Enter on a finding says what mends it.",
    "said": "",
}


def count_of(known: Known, view: View) -> str:
    """How much a list holds, as its tab says it."""
    if view == "objectives":
        done = sum(bool(known.word(o.id)) for o in known.objectives)
        return f"{done}/{len(known.objectives)}" if known.rates else str(len(known.objectives))
    if view == "said":
        return str(sum(len(notes) for notes in known.said.values()))
    return str(len(getattr(known, view)))


def rows_of(known: Known, view: View) -> tuple[Item, ...]:
    """The rows of a list; one that is empty says what to do."""
    makers = {
        "objectives": _objectives,
        "seen": lambda k: [_seen(k, e) for e in k.seen],
        "found": lambda k: [_found(k, e) for e in k.found],
        "mended": lambda k: [_mended(e) for e in k.mended],
        "said": _said,
    }
    rows = makers[view](known)
    return tuple(rows) or (Item("", (dim(_EMPTY[view]),), (), takes_cursor=False),)


def _objectives(known: Known) -> list[Item]:
    return [
        Item(f"objective:{o.id}", (bold(f"{o.id}  "), Run(o.text)), _word(known, o.id))
        for o in known.objectives
    ]


def _word(known: Known, objective: str) -> Line:
    if not known.rates:
        return ()
    word = known.word(objective)
    return (bold(f"{word} "),) if word else (dim("not rated "),)


def _number(event: Event) -> Line:
    return (dim(f"#{event.seq} "),)


def _about(known: Known, event: Event) -> list[Run]:
    fact = event.fact
    cell, objective = getattr(fact, "cell", None), getattr(fact, "objective", None)
    runs = [*cell_runs(known.session, (cell,)), Run(" ")] if cell else []
    return [*runs, dim(f"{objective} ")] if objective else runs


def _seen(known: Known, event: Event) -> Item:
    assert isinstance(event.fact, ObservationMade)
    at = show_exercise(event.true_at if event.true_at is not None else event.ms, seconds=False)
    kind = dim(f"{KIND_WORDS[event.fact.kind]:<11}")
    left = (dim(f"{at} "), kind, *_about(known, event), Run(str(event.fact.text)))
    return Item(f"#{event.seq}", left, _number(event))


def _found(known: Known, event: Event) -> Item:
    assert isinstance(event.fact, FindingMade)
    mends = known.mends(event.seq)
    mark = dim(f"{len(mends)} to mend ") if mends else dim("")
    left = (dim(f"{KIND_WORDS[event.fact.kind]:<11}"), *_about(known, event), Run(str(event.fact.text)))
    return Item(f"#{event.seq}", left, (mark, *_number(event)))


def _mended(event: Event) -> Item:
    fact = event.fact
    assert isinstance(fact, ActionAgreed)
    left = (dim(f"{fact.state:<10}"), Run(str(fact.action)), dim(f"  {fact.owner}" if fact.owner else ""))
    return Item(f"#{event.seq}", left, (dim(f"{fact.due}  " if fact.due else ""), *_number(event)))


def _said(known: Known) -> list[Item]:
    items: list[Item] = []
    for tag, asked in asked_at_hot_wash(known.session):
        items.append(Item(f"asked:{tag}", (bold(asked),)))
        items += [_note(known, event) for event in known.said[tag]]
    return items


def _note(known: Known, event: Event) -> Item:
    assert isinstance(event.fact, NoteTaken)
    cell = event.fact.cell
    who = [*cell_runs(known.session, (cell,)), Run(" ")] if cell else []
    return Item(f"#{event.seq}", (Run("  "), *who, Run(str(event.fact.text))), _number(event))
