"""The rows of the explorer and the page of one commitment or sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ttx.model.catalogue import Commitment
from ttx.model.times import show_exercise
from ttx.sources.fingerprints import fingerprint
from ttx.trace.values import TraceLink
from ttx.tui.cells import fit
from ttx.tui.commitments.known import Entry, Group, Known, is_view
from ttx.tui.console.card import cell_runs
from ttx.tui.console.lines import Line, Run, bold, dim, line
from ttx.tui.glyphs import RELIES, bearing_glyph
from ttx.tui.widgets import Item

NOT_THE_TEXT = "PARAPHRASE - not the text"
"""Stands wherever a paraphrase stands alone (room F19)."""
_LABEL, _DUTY = 19, 11


def rows_of(known: Known, group: Group, typed: str) -> list[Item]:
    """The list: under headings, or, where something is typed, what was found, the best first."""
    marks = _marks(known)
    if typed.strip():
        found = known.find(typed)
        empty = [
            Item(
                "",
                (dim("Nothing is found; try other words, or a place such as 12.3"),),
                (),
                takes_cursor=False,
            )
        ]
        return [_row(known, entry, entry.target, marks) for entry in found] or empty
    items: list[Item] = []
    for name, entries in known.grouped(group):
        at = sum(entry.target in marks for entry in entries)
        right = (dim(f"{at} of {len(entries)} touched "),) if known.session else (dim(f"{len(entries)} "),)
        items.append(Item(f"heading {name}", (bold(name),), right, takes_cursor=False))
        items += [_row(known, entry, f"{name}|{entry.target}", marks) for entry in entries]
    return items


def target_of(row: str) -> str:
    """The target that a row of the list is about."""
    return row.rpartition("|")[2]


def _marks(known: Known) -> dict[str, Line]:
    """Of each commitment on record, the cells behind each bearing; ``?``: not settled."""
    if known.session is None or known.traced is None:
        return {}
    found: dict[str, Line] = {}
    for covered in known.traced.covered:
        by: dict[tuple[str, str], dict[str, None]] = {}
        for touch in covered.touches:
            if touch.bearing != "none":
                relied = touch.bearing == "touches" and touch.prints.startswith("relies")
                mark = RELIES if relied else bearing_glyph(touch.bearing)
                key = f"{mark}{'' if touch.status == 'settled' else '?'}", touch.bearing
                by.setdefault(key, {})[touch.cell] = None
        runs: list[Run] = []
        for (mark, bearing), cells in by.items():
            names = [cell for cell in cells if cell]
            runs += [Run(f" {mark} ", bearing), *cell_runs(known.session, names)]
            runs += [] if names else [Run("staff")]
        if runs:
            found[covered.target] = tuple(runs)
    return found


def _row(known: Known, entry: Entry, id_: str, marks: dict[str, Line]) -> Item:
    one = entry.commitment
    due = _due(one) if one else ""
    left = (
        Run("* " if entry.target in known.examined else "  ", "accent"),
        bold(f"{entry.short:<6}") if one else Run(f"{entry.short:<6}"),
        *fit((Run(entry.label, "text" if one else "dim"),), _LABEL),
        dim(f"{one.duty if one else 'view' if is_view(entry.what) else '':<{_DUTY}}"),
        *marks.get(entry.target, ()),
    )
    return Item(id_, left, (dim(f"{due} "),) if due else ())


def _due(one: Commitment) -> str:
    due = one.deadline
    return due.latest or due.event or ("recurs" if due.kind == "recurring" else "")


def page_of(known: Known, entry: Entry) -> tuple[Line, ...]:
    """Passage beside paraphrase where the user's copy has it; then what it binds, and what touched it."""
    what = entry.what
    lines: list[Line] = [
        line(
            bold(entry.target),
            dim(f"  paragraph {what.paragraph}, sentence {what.sentence}, block {what.block}"),
        ),
        line(dim(f"{entry.catalogue.title}, {entry.catalogue.date}")),
        (),
        *_words(known, entry),
        (),
    ]
    if isinstance(what, Commitment):
        lines += list(_binding(what))
    else:
        lines += [line(dim("what it does  "), ", ".join(what.acts))]
        lines += [
            line(dim("as a view it promises nothing: it can be relied on, and is never kept or broken"))
        ] * is_view(what)
    lines += list(_neighbours(entry))
    if known.session is not None:
        lines += list(_played(known, entry))
    from_ = entry.catalogue.provenance
    official = "official" if from_.official else "not the official text"
    compared = from_.compared_with_official or "never"
    return (*lines, (), line(dim(f"read from {from_.publisher}, {official}; compared with it: {compared}")))


def _words(known: Known, entry: Entry) -> Iterator[Line]:
    passage = known.passage(entry)
    paraphrase = entry.what.paraphrase
    if passage is not None:
        right = fingerprint(passage).letters == entry.what.fingerprint.letters
        yield line(bold("THE TEXT", "accent"), dim("  from your own copy"))
        if not right:
            yield line(bold("Not the sentence that was read; see: tabletop source check", "alarm"))
        yield line(passage)
        if paraphrase:
            yield ()
            yield line(bold("PARAPHRASE", "warn"))
            yield line(paraphrase)
    elif paraphrase:
        yield line(bold(NOT_THE_TEXT, "warn"))
        yield line(paraphrase)
        yield line(dim("The words are in your copy: tabletop source import FILE"))
    else:
        yield line(dim("The words of this sentence are in your copy: tabletop source import FILE"))


def _binding(one: Commitment) -> Iterator[Line]:
    yield line(dim("binds to      "), f"{one.duty}, {one.act_class}, {one.verb}")
    yield line(dim("borne by      "), ", ".join(one.bearer))
    if one.speaker != one.bearer:
        yield line(dim("said by       "), ", ".join(one.speaker))
    due = one.deadline
    if due.kind != "none":
        read = f", read as {due.latest} at the latest" if due.latest else ""
        also = f", also readable as {due.also_readable_as}" if due.also_readable_as else ""
        rides = f", rides on {due.rides_on}" if due.rides_on else ""
        yield line(dim("date          "), f'{due.kind}, "{due.words}"{read}{also}{rides}')
    for name, value in (
        ("until         ", one.until),
        ("only after    ", one.precondition),
        ("not promised  ", one.not_promised),
        ("outside       ", one.outside),
        ("also read as  ", one.also_readable_as),
        ("note          ", one.note),
    ):
        if value:
            yield line(dim(name), value)


def _neighbours(entry: Entry) -> Iterator[Line]:
    one, book = entry.commitment, entry.catalogue
    if one is not None and one.needs:
        yield line(dim("rests on      "), ", ".join(one.needs))
    for tension in book.tensions:
        if entry.target in tension.of:
            others = ", ".join(t for t in tension.of if t != entry.target)
            yield line(dim("pulls with    "), f"{others}: {tension.says}")
    if one is None:
        read = [c.id for c in book.commitments.values() if c.locator == entry.what.locator]
        if read:
            yield line(dim("read from it  "), ", ".join(read))


def _played(known: Known, entry: Entry) -> Iterator[Line]:
    from ttx.render.trace_sections import STATES

    assert known.session is not None
    assert known.traced is not None
    objectives = [o.id for o in known.session.scenario.objectives.values() if entry.target in o.commitments]
    if objectives:
        yield line(dim("tested by     "), ", ".join(objectives))
    if entry.target not in known.entries:
        return  # a sentence that only promises is linked by its commitments, which stand beside it
    yield ()
    state = STATES.get(known.states.get(entry.target, ""), "not linked")
    yield line(bold("In this session"), dim(f"  {state}"))
    for due in known.traced.dated:
        if due.target == entry.target:
            yield line(dim("its date  "), f"{due.state}: {due.says}")
    for link in known.traced.links:
        if link.target == entry.target:
            yield _link(known, link)


def _link(known: Known, link: TraceLink) -> Line:
    assert known.session is not None
    cells: Sequence[Run] = (
        (Run(" staff"),) if link.on == "staff" else cell_runs(known.session, list(link.cells))
    )
    detail = f" ({link.detail})" if link.detail else ""
    return line(
        dim(f"{show_exercise(link.now.ms, seconds=False)} "),
        Run(f"{bearing_glyph(link.bearing)}", link.bearing),
        *cells,
        Run(f" {link.prints}{detail}  {link.decision or 'move'} #{link.record}  "),
        dim(link.standing),
    )
