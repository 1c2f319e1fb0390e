"""Blank forms: slips of the cells, feedback, and what staff write on when the laptop dies.

Blank means blank: nothing of the scenario stands on a form but its stamp, so forms may lie in an
envelope that is opened in the morning.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from ttx.model.records import OUTCOMES
from ttx.model.scenario import Scenario
from ttx.render.paper.blocks import Block, Heading, NewPage, Paper, Table, Words
from ttx.render.paper.saying import para, say, section, table
from ttx.render.printed.evaluators import BOX
from ttx.render.printed.stamp import Stamp, stamped

_LINES = 4
_CONTACT_ROWS = 30
_CARDS = 5
_OUTCOME_WORDS = "   ".join(f"{BOX} {(n + 1) % 10} {o.replace('_', ' ')}" for n, o in enumerate(OUTCOMES))


def decision_slips(scenario: Scenario, stamp: Stamp, count: int) -> Paper:
    """Slips on which a cell writes what it has decided; Control reads the question."""
    slips = [_slip(f"Decision slip {n} of {count}", _DECIDED) for n in range(1, count + 1)]
    return stamped(scenario, stamp, "Decision slips", _two_a_sheet(slips))


_DECIDED = (
    ("Question (Control reads it; number)", ""),
    ("We decide", ""),
    ("Because", ""),
    ("We take for granted", ""),
    ("Who sees it differently, and why", ""),
    ("How sure", f"{BOX} low   {BOX} medium   {BOX} high"),
    ("Said for the cell by (office), at", ""),
)


def private_slips(scenario: Scenario, stamp: Stamp, count: int) -> Paper:
    """Slips for what a cell writes to Control alone."""
    rows = (("Control's question (number)", ""), ("Our answer, for Control alone", ""), ("Office", ""))
    slips = [_slip(f"Private slip {n} of {count}", rows) for n in range(1, count + 1)]
    return stamped(scenario, stamp, "Private slips", _two_a_sheet(slips))


def feedback(scenario: Scenario, stamp: Stamp) -> Paper:
    """What a participant thinks of the exercise."""
    rate = f"1 {BOX}   2 {BOX}   3 {BOX}   4 {BOX}   5 {BOX}"
    asked = [
        ("The situation was one that could happen", rate),
        ("I could act as my office would", rate),
        ("I knew what we were to decide", rate),
        ("There was time enough to think", rate),
        ("What I said was written down as I meant it", rate),
        ("I would do something differently tomorrow", rate),
    ]
    open_ones = ("What went well", "What should be different", "What surprised you", "What nobody said")
    return stamped(
        scenario,
        stamp,
        "What did you think of it?",
        [
            para("No name is needed. 1: not at all, 5: fully. Leave it with staff as you go."),
            table(("", ""), asked, "", (6, 6)),
            *chain.from_iterable(section(each, _lines(), level=3) for each in open_ones),
        ],
    )


def decision_forms(scenario: Scenario, stamp: Stamp, count: int) -> Paper:
    """Numbered forms for staff, with the fields of the record sheet."""
    blocks: list[Block] = [
        para(
            "For the hour without a laptop. Write the time as the clock in the room shows it. Enter the "
            "forms in the order of their numbers when the console is back, as late entries."
        )
    ]
    for number in range(1, count + 1):
        blocks += [] if number % 2 else [NewPage()]
        blocks += [Heading(2, f"Decision form {number} of {count}"), _record()]
    return stamped(scenario, stamp, "Decision forms", blocks)


def _record() -> Block:
    rows: list[tuple[str, str | Words]] = [
        ("Decision; cell; put at; answered at", ""),
        ("Coded (letter, or Z for own words)", ""),
        ("Outcome", _OUTCOME_WORDS),
        ("Said, in their words", ""),
        ("Why; dissent; how sure", ""),
        ("What each office held; who carried it", ""),
        ("Bears on (commitment, bearing)", ""),
        ("Ruling, result and reason", ""),
        ("Written by", ""),
    ]
    return table(("", ""), rows, "", (3, 8))


def contact_form(scenario: Scenario, stamp: Stamp) -> Paper:
    """A numbered list for contacts, notes and questions to Control."""
    rows = [(str(n), "", "", "", "", "") for n in range(1, _CONTACT_ROWS + 1)]
    head = ("No.", "Time", "From", "To", "By", "Words; or a question to Control, and the answer")
    return stamped(
        scenario,
        stamp,
        "Contacts, notes and questions",
        [
            para("One line each, in the order in which they happen."),
            table(head, rows, "", (1, 2, 3, 3, 2, 10)),
        ],
        wide=True,
    )


def name_cards(scenario: Scenario, stamp: Stamp) -> Paper:
    """A card for each seat, to be cut and folded."""
    seats = [(cell.tag, seat) for cell in scenario.cells.values() for seat in cell.seats or ("",)]
    blocks: list[Block] = [para("Cut apart and fold; the name is written by hand.")]
    for number, (tag, seat) in enumerate(seats):
        blocks += [NewPage()] if number and not number % _CARDS else []
        blocks += [Heading(1, f"{tag}  {seat}".strip()), table(("Name",), [("",)], "")]
    return stamped(scenario, stamp, "Name cards", blocks)


def _slip(title: str, rows: tuple[tuple[str, str], ...]) -> list[Block]:
    return [Heading(2, title), _to_write_in(rows)]


def _to_write_in(rows: Sequence[tuple[str, str]]) -> Table:
    made = tuple((say(name), say(words)) for name, words in rows)
    return Table(("", ""), made, (3, 8), tall=True)


def _two_a_sheet(slips: list[list[Block]]) -> list[Block]:
    blocks: list[Block] = []
    for number, slip in enumerate(slips):
        blocks += [NewPage()] if number and not number % 2 else []
        blocks += slip
    return blocks


def _lines() -> Block:
    return Table(("In your words",), ((say(""),),), tall=True)
