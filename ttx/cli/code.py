"""``code``: a second coder, blind, with a file of their own."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from ttx.cli import given, out
from ttx.cli.root import command
from ttx.errors import Exit
from ttx.model.counting import how_many

if TYPE_CHECKING:
    from ttx.services.coding import Coding, Item
    from ttx.trace.agreement import Agreement

_LETTERS = {
    "f": "fulfils", "a": "advances", "u": "upholds", "d": "defers", "s": "strains", "x": "contradicts",
    "t": "touches", "n": "none",
}  # fmt: skip
_WORDS = {"contradicts": "at odds with", "none": "no bearing"}


@command("code", example="tabletop code room-a.ttx.jsonl --coder B")
@given.log_argument
@click.option("--coder", required=True, metavar="NAME", help="Letters and digits; each coder has a file.")
@click.option("--agree", is_flag=True, help="When all is coded: how far it agrees with what staff settled.")
def code(log: str, coder: str, agree: bool) -> int:
    """Code links a second time, without seeing how others coded them.

    One link after another: what was said, and the commitment in our words. A letter codes it, Enter
    leaves it for later, q stops. Each answer is kept at once in a file beside the session, which is
    only read.
    """
    from ttx.services.coding import coding

    path = given.session_file(log)
    work = coding(path, coder)
    if agree:
        out.put(_agreement(work.compared()))
        return Exit.FINE
    _code(work)
    out.note(f"{len(work.items) - len(work.left)} of {len(work.items)} coded, kept beside the session.")
    if not work.left and work.items:
        out.note(f"Compare: tabletop code {path.name} --coder {coder} --agree")
    return Exit.FINE


def _code(work: Coding) -> None:
    for item in work.left:
        out.put(_shown(item))
        bearing = _answer(item)
        if bearing == "q":
            return
        if bearing:
            work.code(item, bearing)  # type: ignore[arg-type]


def _shown(item: Item) -> str:
    record, target = item.pair
    rows = [f"#{record}  {item.who}{f': {item.outcome}' if item.outcome else ''}"]
    rows += [f"  asked       {item.asked}"] if item.asked else []
    rows.append(f"  said        {item.said or '(nothing was written down)'}")
    rows.append(f"  {target} ({item.locator}) {item.label}")
    rows.append(f"  paraphrase  {item.paraphrase or 'none'}")
    letters = {word: letter for letter, word in _LETTERS.items()}
    rows.append("  " + "  ".join(f"{letters[b]} {_WORDS.get(b, b)}" for b in item.bearings))
    return "\n".join(rows)


def _answer(item: Item) -> str:
    """A bearing that fits, ``q``, or nothing where it is left for later; the end of input stops."""
    while True:
        out.note("Which? A letter, Enter for later, q stops.")
        line = sys.stdin.readline() if sys.stdin is not None else ""
        if not line or line.strip().casefold() == "q":
            return "q"
        bearing = _LETTERS.get(line.strip().casefold(), line.strip().casefold())
        if not bearing or bearing in item.bearings:
            return bearing
        out.note(f"That does not fit. It takes: {', '.join(item.bearings)}.")


def _agreement(found: Agreement) -> str:
    from ttx.trace.agreement import LEAST_FOR_KAPPA

    if found.raw is None:
        return "Staff have settled nothing that was coded: there is nothing to compare."
    rows = [f"n = {how_many(found.n, 'link')} that staff settled and the second coder coded."]
    rows.append(f"Coded alike: {found.agreed} of {found.n} ({found.raw:.0%}).")
    if found.kappa is not None:
        rows.append(f"Cohen's kappa: {found.kappa:.2f}.")
    elif found.n < LEAST_FOR_KAPPA:
        rows.append(f"No kappa: under {LEAST_FOR_KAPPA} links it says nothing.")
    else:
        rows.append("No kappa: only one word was used.")
    rows += ["", "staff         second coder  links"]
    rows += [f"{_WORDS.get(a, a):<12}  {_WORDS.get(b, b):<12}  {n}" for a, b, n in found.table]
    if found.apart:
        rows += ["", "Coded differently:"]
        rows += [f"  #{record} {target}: {a}, {b}" for (record, target), a, b in found.apart]
    return "\n".join(rows)
