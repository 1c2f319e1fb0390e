"""What a player may hold: the situation manual, a cell's own paper, one inject as a handout.

Built by allow-list. Only ``public`` and ``addressed`` of the engine give a word of the scenario
here; what carries no mark never arrives, so no field has to be taken out. The titles of phases are
public once a phase was entered (``view_for``), so a paper of the day before has none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

from ttx.engine.view import addressed, public
from ttx.model.parts import Decision, Inject
from ttx.model.scenario import Scenario
from ttx.model.times import show_length, show_time
from ttx.render.paper.blocks import Block, Paper, Paragraph, Run, Table
from ttx.render.paper.saying import listed, say, section, strong, table
from ttx.render.printed.stamp import Stamp, named, prose, stamped, tags

CALL = "EXERCISE EXERCISE EXERCISE"
"""First and last on whatever is handed out while playing, so that nobody takes it for news."""
_RULES = (
    "Nothing classified is said or written, and no personal data.",
    "What a cell says is recorded as the cell's, unless the facilitator has said otherwise.",
    "The facilitator says who may read the record. Words can be struck from it; ask for it.",
    "The scenario is as it is. Do not argue that it could not happen; say what you would do if it did.",
    "You speak as players of an office. Nothing said here is a position of a government or organisation.",
    "What another cell knows is its own until it tells you. Calling it is a move: say so, and to whom.",
    "Everybody who is not in a cell speaks through Control: press, third states, the other side.",
    "There is no right answer. Disagreement within a cell is worth writing down as it is.",
    "Put telephones away.",
    "On the words of the facilitator that something real has happened, play stops at once.",
)
ASKING = (
    "Control answers what your office could find out. Ask in the name of your cell, aloud or on a slip: one "
    "question at a time, and say whom you would have asked in life. Control answers with what is known at "
    "that hour, says that it is not known, or says when it will answer. If you would call somebody outside "
    "the room, say whom and by which line; Control plays them."
)
_ASKING_SHORT = (
    "in the name of your cell, aloud or on a slip, one question at a time; the situation manual says more."
)
_WHAT = {
    "open": "Opening",
    "break": "Break",
    "lunch": "Lunch",
    "hot_wash": "Hot wash: first thoughts, together",
}


def sitman(scenario: Scenario, stamp: Stamp) -> Paper:
    """The situation manual: the same words for every player, and nothing that is still to come."""
    page = public(scenario)
    cells = [public(cell) for cell in scenario.cells.values()]
    about = [(name, page[key]) for name, key in _ABOUT if page[key]]
    return stamped(
        scenario,
        stamp,
        f"{page['title']}: situation manual",
        [
            *prose(page["theme"]),
            *section("What this is", [b for name, words in about for b in _named(name, words)]),
            *_list("Assumptions", page["assumptions"]),
            *_list("Artificialities", page["artificialities"]),
            *_day(page),
            *section("Time", [*prose(_calendar(page))]),
            *_list("Rules of the day", _RULES),
            *section("How to ask Control", *prose_of(ASKING)),
            *section("Who sits in the room", *(_cell(cell) for cell in cells)),
            *_list("Questions for the end of the day", page["hot_wash"], numbered=True),
        ],
    )


_ABOUT = (("Purpose", "purpose"), ("For whom", "audience"), ("Scope", "scope"), ("Stop line", "stop_line"))


def role(scenario: Scenario, stamp: Stamp, cell_id: str) -> Paper:
    """A cell's own paper: what all may know of it, and what it alone knows.

    Raises:
        KeyError: the scenario has no such cell.
    """
    own = addressed(scenario.cells[cell_id])
    page = public(scenario)
    seats = [(seat, "", "") for seat in own["seats"]] or [("", "", "")]
    private = section("For your cell alone", *prose_of(own["private"])) if own["private"] else []
    return stamped(
        scenario,
        stamp,
        f"{own['name']}: the paper of your cell",
        [
            Paragraph(
                say("This paper is your cell's. What stands in it you may tell; nobody else has it."), "note"
            ),
            *(section("Who you are", *prose_of(own["brief"])) if own["brief"] else []),
            *private,
            *([named("Stop line", page["stop_line"])] if page["stop_line"] else []),
            named("How to ask Control", _ASKING_SHORT),
            *section("Seats", table(("Seat", "Office", "Who sits here"), seats, "", (3, 3, 3))),
        ],
    )


def handout(scenario: Scenario, stamp: Stamp, inject: Inject) -> Paper:
    """One inject as a sheet for those it is addressed to.

    Raises:
        ValueError: it is a marker for staff, which nobody is given.
    """
    if inject.kind == "expected_action":
        raise ValueError(inject.id)
    return stamped(scenario, stamp, CALL, handed(scenario, inject))


def handed(scenario: Scenario, inject: Inject) -> list[Block]:
    """What stands on the sheet of an inject, its call first and last words excepted."""
    given = addressed(inject)
    rows = [
        ("From", given["from_"]),
        ("To", tags(scenario, given["to"])),
        ("By", given["channel"]),
        ("At", "" if given["at"] is None else show_time(given["at"], day=_day_of(public(scenario)))),
        ("Handling", given["handling"]),
    ]
    shown = [(name, words) for name, words in rows if words]
    return [
        *([Paragraph(strong(given["title"]))] if given["title"] else []),
        table(("", ""), shown, "", (1, 6)),
        *prose(given["text"]),
        Paragraph(strong(CALL)),
    ]


def question(scenario: Scenario, stamp: Stamp, decision: Decision, cell_id: str) -> Paper:
    """What a cell is asked, as a sheet for when it is put; never what may be answered."""
    asked = addressed(decision)["ask"]
    mark = Paragraph((Run("A decision is asked of you, "), Run(decision.id, "strong")))
    return (
        _asked(scenario, stamp, mark, asked)
        if cell_id in decision.to
        else _first(scenario, stamp, decision, cell_id)
    )


def _first(scenario: Scenario, stamp: Stamp, decision: Decision, cell_id: str) -> Paper:
    """What a cell writes before another cell is asked.

    Raises:
        ValueError: it is asked nothing.
    """
    asked = next((addressed(each)["ask"] for each in decision.first if cell_id in each.to), None)
    if asked is None:
        raise ValueError(cell_id)
    mark = Paragraph((Run("Write this down before anybody speaks, "), Run(decision.id, "strong")))
    return _asked(scenario, stamp, mark, asked)


def _asked(scenario: Scenario, stamp: Stamp, mark: Paragraph, words: str) -> Paper:
    lines = Table(("In your words",), ((say(""),),))
    return stamped(scenario, stamp, CALL, [mark, *prose(words), lines, Paragraph(strong(CALL))])


def prose_of(words: str) -> tuple[list[Block], ...]:
    """As ``prose``, as one part of a section."""
    return (prose(words),)


def _named(name: str, words: str) -> list[Block]:
    first, *rest = [part for part in words.splitlines() if part.strip()]
    return [named(name, first), *(b for part in rest for b in prose(part))]


def _list(title: str, lines: Sequence[str], *, numbered: bool = False) -> list[Block]:
    return section(title, listed(lines, "", numbered=numbered)) if lines else []


def _cell(cell: Mapping[str, Any]) -> list[Block]:
    seats = Paragraph((Run("Seats: ", "strong"), Run(", ".join(cell["seats"])))) if cell["seats"] else None
    title = cell["name"] if cell["name"] == cell["tag"] else f"{cell['name']} ({cell['tag']})"
    return section(title, prose(cell["brief"]), seats, level=3)


def _day(page: Mapping[str, Any]) -> list[Block]:
    """The agenda; a move has its number and its minutes, its title comes when it begins."""
    number = count(1)
    rows = [
        (
            f"Move {next(number)}" if each.what == "phase" else _WHAT.get(each.what, each.what),
            show_length(each.minutes),
        )
        for each in page["agenda"]
    ]
    return section("The day", table(("What", "How long"), rows, "", (4, 1))) if rows else []


def _calendar(page: Mapping[str, Any]) -> str:
    day = _day_of(page)
    if day is None:
        return "Days are counted from D, the first day of the story; D+1 is the day after. D is no date."
    return f"Days are counted from D. D is {day}" + (
        ", a date assumed for this exercise." if page["calendar"].assumed else "."
    )


def _day_of(page: Mapping[str, Any]) -> str | None:
    day: str | None = page["calendar"].date
    return day
