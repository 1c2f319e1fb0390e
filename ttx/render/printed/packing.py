"""The pack for a room: an envelope for each cell, one for staff, what staff hand out, a tick list.

A cell's envelope is opened in the morning, so it holds what ``player`` gives and blank forms, and
nothing that is still to come. What a cell gets later lies with staff, in the order of the book.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from ttx.course import Script
from ttx.frozen import dataclass
from ttx.model.scenario import Scenario
from ttx.render.paper.blocks import Paper
from ttx.render.paper.saying import listed, section, table
from ttx.render.printed import forms, player
from ttx.render.printed.evaluators import BOX, Rated, eeg, rater
from ttx.render.printed.msel import msel
from ttx.render.printed.staff import facilitator
from ttx.render.printed.stamp import Stamp, stamped

_PRIVATE_SLIPS = 4
_SPARE_SLIPS = 2
_DECISION_FORMS = 20
STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Envelope:
    """A file to print: its name, what it is, for whom, its papers in the order they lie."""

    name: str
    title: str
    for_whom: str
    papers: tuple[Paper, ...]


Stamps = Callable[[str], Stamp]
"""Whose copy -> what stands on it."""


def pack(
    scenario: Scenario, copies: Mapping[str, int], stamp: Stamps, rated: Rated = "shown"
) -> tuple[Envelope, ...]:
    """Every envelope, the tick list last.

    Args:
        scenario: what is printed.
        copies: cell, or ``staff`` -> how many; who is not in it gets one for each seat, staff two.
        stamp: what stands on a copy, from whose it is.
        rated: which words evaluators choose from.
    """
    counts = {c: copies.get(c, max(1, len(cell.seats))) for c, cell in scenario.cells.items()}
    made = [_cell(scenario, c, counts[c], stamp) for c in scenario.cells]
    made.append(_staff(scenario, copies.get(STAFF, 2), stamp, rated))
    handed = tuple(_handed_out(scenario, stamp))
    made.append(
        Envelope("to-hand-out", "To hand out, in the order of the book", "Control, sheet by sheet", handed)
    )
    cards = forms.name_cards(scenario, stamp("STAFF"))
    made.append(Envelope("name-cards", "Name cards", "the tables", (cards,)))
    tick = _tick_list(scenario, made, counts, stamp("STAFF"))
    return (*made, Envelope("tick-list", "Tick list for the evening before", STAFF, (tick,)))


def _cell(scenario: Scenario, cell_id: str, count: int, stamp: Stamps) -> Envelope:
    tag = scenario.cells[cell_id].tag
    papers: list[Paper] = []
    for number in range(1, count + 1):
        own = stamp(f"{tag} - copy {number} of {count}")
        papers += [
            player.sitman(scenario, own),
            player.role(scenario, own, cell_id),
            forms.feedback(scenario, own),
        ]
    asked = sum(cell_id in d.to for p in scenario.phases for d in p.decisions) + _SPARE_SLIPS
    papers.append(forms.decision_slips(scenario, stamp(tag), asked))
    papers.append(forms.private_slips(scenario, stamp(tag), _PRIVATE_SLIPS))
    return Envelope(f"envelope-{cell_id}", f"Envelope {tag}", scenario.cells[cell_id].name, tuple(papers))


def _staff(scenario: Scenario, count: int, stamp: Stamps, rated: Rated) -> Envelope:
    papers: list[Paper] = []
    for number in range(1, count + 1):
        own = stamp(f"STAFF - copy {number} of {count}")
        papers += [facilitator(scenario, own), msel(scenario, own), eeg(scenario, own, rated)]
    papers.append(rater(scenario, stamp("STAFF - second rater"), rated))
    papers.append(forms.decision_forms(scenario, stamp("STAFF"), _DECISION_FORMS))
    papers.append(forms.contact_form(scenario, stamp("STAFF")))
    return Envelope(f"envelope-{STAFF}", "Envelope STAFF", "staff", tuple(papers))


def _handed_out(scenario: Scenario, stamp: Stamps) -> Iterator[Paper]:
    """A sheet for each cell of each inject and question, in the order of the book."""
    script = Script(scenario)
    for phase in scenario.phases:
        steps = script.steps[phase.id]
        for step in (*steps, *(i.id for i in phase.injects if i.id not in steps)):
            if step in script.decisions:
                decision = script.decisions[step]
                before = [cell for each in decision.first for cell in each.to if cell not in decision.to]
                for cell in (*before, *decision.to):
                    yield player.question(scenario, stamp(scenario.cells[cell].tag), decision, cell)
            elif script.injects[step].kind != "expected_action":
                inject = script.injects[step]
                yield from (player.handout(scenario, stamp(scenario.cells[c].tag), inject) for c in inject.to)


def _tick_list(
    scenario: Scenario, made: Sequence[Envelope], counts: Mapping[str, int], stamp: Stamp
) -> Paper:
    rows = [(BOX, each.title, each.for_whom, f"{each.name}") for each in made]
    seats = [
        (BOX, scenario.cells[c].name, f"{n} each of chairs, situation manuals, role papers; a set of slips")
        for c, n in counts.items()
    ]
    evening = [
        "Each file printed, one side, and no page is without its marking.",
        "Revision and hash are the same on every paper, and the same as on this one.",
        "Each cell's envelope closed; no cell's paper lies in another's envelope.",
        "Staff's envelope, and what is to be handed out, never leave staff's table.",
        "Pens, a clock that everybody sees, a second copy of the session on a memory stick.",
        "One rehearsal run to its end.",
    ]
    return stamped(
        scenario,
        stamp,
        f"{scenario.title}: tick list",
        [
            *section("Files", table(("", "What", "For", "File"), rows, "", (1, 6, 6, 5))),
            *section("Tables", table(("", "Cell", "What lies there"), seats, "", (1, 5, 12))),
            *section("The evening before", listed((f"{BOX} {each}" for each in evening), "")),
            *section(
                "If the laptop dies",
                listed(
                    (
                        "Go on. Staff read from the list of events and write on the numbered forms.",
                        "Write down the number of the last event that the console showed: ________",
                        "When the console is back, resume the session; enter the forms as late entries.",
                    ),
                    "",
                    numbered=True,
                ),
            ),
        ],
    )
