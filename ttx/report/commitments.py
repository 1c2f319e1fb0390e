"""What the record has to do with the cited text: counted, apart, in tension, dated, untouched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ttx.model.catalogue import Catalogue
from ttx.model.parts import BEARINGS
from ttx.report.given import CoveredTarget, Linked, MetSide, Traced
from ttx.report.linking import HARD, WITHHELD, link_line
from ttx.report.played import Played
from ttx.report.values import Commitments, Line, MatrixRow, Status

_STAFF = "*"
"""Column of answers that staff put in a cell's place; no cell can be called so."""
_NOT_SETTLED = "proposed, not settled"


def commitments(played: Played, traced: Traced, status: Status) -> Commitments:
    """Everything the report says about the cited text."""
    live = [k for k in traced.links if k.bearing != "none"]
    plain = [k for k in live if not (k.stated or k.conditional)]
    columns = _columns(played, plain)
    untouched = {
        state: tuple(_name(c) for c in traced.covered if c.state == state and not c.stated)
        for state in ("set_aside", "not_raised")
    }
    return Commitments(
        columns=tuple(_heading(played, c) for c in columns),
        matrix=tuple(_matrix(traced.covered, plain, columns, status)),
        conditional=tuple(link_line(k, played.who, status) for k in live if k.conditional and not k.stated),
        stated=tuple(link_line(k, played.who, status) for k in live if k.stated),
        tensions=tuple(_met(traced, "tension", status)),
        needs=tuple(_met(traced, "need", status)),
        dated=tuple(_dated(traced)),
        set_aside=untouched["set_aside"],
        not_raised=untouched["not_raised"],
        outside=sum(c.state == "no_path" for c in traced.covered),
        settled=sum(k.counted for k in traced.links),
        borne=_borne(traced),
        records=tuple(sorted({k.record for k in traced.links if k.counted})),
        unsettled=sum(not k.settled for k in traced.links),
        sources=tuple(_source(c) for c in played.scenario.catalogues.values()),
    )


def _borne(traced: Traced) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """``advances`` -> ``3.6 Peninsula aims``, from the best bearing to the hardest."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for link in sorted((k for k in traced.links if k.counted), key=lambda k: BEARINGS.index(k.bearing)):
        found[link.prints.partition(";")[0]][f"{link.locator} {link.label}".strip()] = None
    return tuple((bearing, tuple(names)) for bearing, names in found.items())


def _name(target: CoveredTarget) -> str:
    return f"{target.target} ({target.locator}) {target.label}".strip()


def _columns(played: Played, links: Sequence[Linked]) -> tuple[str, ...]:
    """Cells in the scenario's order; one column for all where cells are not to be named."""
    staff = (_STAFF,) if any(k.on == "staff" for k in links) else ()
    if played.who.attribution == "none":
        return ("", *staff)
    return (*played.scenario.cells, *staff)


def _heading(played: Played, column: str) -> str:
    if column == _STAFF:
        return "Staff"
    return played.who.cell(column) if column else "Players"


def _matrix(
    covered: Sequence[CoveredTarget], links: Sequence[Linked], columns: Sequence[str], status: Status
) -> Iterator[MatrixRow]:
    by_target: defaultdict[str, list[Linked]] = defaultdict(list)
    for link in links:
        by_target[link.target].append(link)
    for target in covered:
        mine = by_target.get(target.target)
        if mine:
            yield MatrixRow(
                target=target.target,
                place=target.locator,
                label=target.label,
                entries=tuple(
                    tuple(_entries([k for k in mine if _belongs(k, column)], status)) for column in columns
                ),
            )


def _belongs(link: Linked, column: str) -> bool:
    if link.on == "staff" or column == _STAFF:
        return link.on == "staff" and column == _STAFF
    return not column or column in link.cells


def _entries(links: Sequence[Linked], status: Status, *, by: bool = False) -> Iterator[str]:
    """What is settled, each, ``by`` whom where asked; then in one what is not, said once (room F45)."""
    for link in links:
        if link.settled:
            yield _entry(link, status) + (f" ({link.standing})" if by else "")
    waiting = [_entry(link, status) for link in links if not link.settled]
    if waiting:
        yield f"{_NOT_SETTLED}: {', '.join(waiting)}"


def _entry(link: Linked, status: Status) -> str:
    withheld = status != "draft" and not link.settled and link.bearing in HARD
    return f"{WITHHELD if withheld else link.prints} #{link.record}"


def _met(traced: Traced, kind: str, status: Status) -> Iterator[Line]:
    """Tensions with both sides touched; needs whose first side is, also where nobody looked at the other."""
    for pair in traced.met:
        first = bool(pair.sides[0].links) if pair.sides else False
        if pair.kind == kind and (pair.state in ("settled", "met") or (kind == "need" and first)):
            sides = "; ".join(_side(side, status) for side in pair.sides)
            numbers = tuple(sorted({k.record for side in pair.sides for k in side.links}))
            yield Line(f"{pair.says.rstrip('.')}. {sides}", numbers)


def _side(side: MetSide, status: Status) -> str:
    name = f"{side.target.id} ({side.target.locator}) {side.target.label}".strip()
    if not side.links:
        return f"{name}: not looked at"
    return f"{name}: {', '.join(_entries(side.links, status, by=True))}"


def _dated(traced: Traced) -> Iterator[Line]:
    """Dated commitments that the scenario or the record is about; no cell is named."""
    states = {target.target: target.state for target in traced.covered}
    for due in traced.dated:
        if due.in_scenario or states.get(due.target) in ("settled", "raised"):
            name = f"{due.target} ({due.locator}) {due.label}, {due.words}"
            yield Line(f"{name}: {due.state}: {due.says}", tuple(due.records))


def _source(catalogue: Catalogue) -> Line:
    """Where the cited text came from (room F36)."""
    from_ = catalogue.provenance
    official = "an official copy" if from_.official else "not an official copy"
    retrieved = f", retrieved {from_.retrieved}" if from_.retrieved else ""
    digest = f", sha256 {from_.sha256}" if from_.sha256 else ""
    others = f". {from_.other_texts.rstrip('.')}" if from_.other_texts else ""
    compared = from_.compared_with_official or "never"
    return Line(
        f"{catalogue.title} ({catalogue.date}), text from {from_.publisher}, {official}{retrieved}{digest}"
        f"{others}. Compared with the official text: {compared}. Labels are this project's own words, "
        "not the text."
    )
