"""What the record has to do with the cited text: counted, apart, in tension, dated, untouched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ttx.model.catalogue import Catalogue, Commitment, Deadline, Tension
from ttx.report.given import CoveredTarget, Linked, Traced
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
        tensions=tuple(_tensions(played, live, status)),
        dated=tuple(_dated(played, traced)),
        set_aside=untouched["set_aside"],
        not_raised=untouched["not_raised"],
        outside=sum(c.state == "no_path" for c in traced.covered),
        settled=sum(k.counted for k in traced.links),
        records=tuple(sorted({k.record for k in traced.links if k.counted})),
        unsettled=sum(not k.settled for k in traced.links),
        sources=tuple(_source(c) for c in played.scenario.catalogues.values()),
    )


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
                    tuple(_entry(k, status) for k in mine if _belongs(k, column)) for column in columns
                ),
            )


def _belongs(link: Linked, column: str) -> bool:
    if link.on == "staff" or column == _STAFF:
        return link.on == "staff" and column == _STAFF
    return not column or column in link.cells


def _entry(link: Linked, status: Status) -> str:
    withheld = status != "draft" and not link.settled and link.bearing in HARD
    words = WITHHELD if withheld else link.prints
    standing = "" if link.settled else f" ({_NOT_SETTLED})"
    return f"{words} #{link.record}{standing}"


def _tensions(played: Played, links: Sequence[Linked], status: Status) -> Iterator[Line]:
    for catalogue in played.scenario.catalogues.values():
        for tension in catalogue.tensions:
            met = [[k for k in links if k.target == side] for side in tension.of]
            if len(met) > 1 and all(met):
                yield _tension(tension, met, status)


def _tension(tension: Tension, met: Sequence[Sequence[Linked]], status: Status) -> Line:
    sides = "; ".join(
        f"{side[0].target} ({side[0].locator}) {side[0].label}: {', '.join(_entry(k, status) for k in side)}"
        for side in met
    )
    numbers = tuple(sorted({k.record for side in met for k in side}))
    return Line(f"{tension.says.rstrip('.')}. {sides}", numbers)


def _dated(played: Played, traced: Traced) -> Iterator[Line]:
    """Dated commitments of the scenario: what became of the date in scenario time; no cell is named."""
    for catalogue in played.scenario.catalogues.values():
        for target in traced.covered:
            entry = catalogue.commitments.get(target.target)
            if entry is None or entry.deadline.kind == "none" or not _concerns(target):
                continue
            yield _date(played, entry, traced.links)


def _concerns(target: CoveredTarget) -> bool:
    return target.in_scenario or target.state in ("settled", "raised")


def _date(played: Played, entry: Commitment, links: Sequence[Linked]) -> Line:
    due = played.scenario.events.get(entry.deadline.event or "")
    now = played.state.scenario_time
    done = [k for k in links if k.target == entry.id and k.counted and k.bearing == "fulfils"]
    name = f"{entry.id} ({entry.locator}) {entry.label}, {_deadline(entry.deadline)}"
    if done:
        return Line(f"{name}: settled as fulfilled", tuple(sorted({k.record for k in done})))
    if due is None:
        return Line(f"{name}: the exercise places no date on it")
    if now is None:
        return Line(f"{name}: scenario time never ran")
    if now >= due:
        return Line(f"{name}: the date ({played.time(due)}) passed in play: missed in the exercise")
    return Line(f"{name}: the date ({played.time(due)}) was not reached in play")


def _deadline(deadline: Deadline) -> str:
    words = f'"{deadline.words}"' if deadline.words else "dated"
    latest = f", read as {deadline.latest} at the latest" if deadline.latest else ""
    also = f", also readable as {deadline.also_readable_as}" if deadline.also_readable_as else ""
    return f"{words}{latest}{also}"


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
