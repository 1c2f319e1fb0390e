"""What session files show about the cited text: links, what they cover, what rests on a citation.

The files are only read; the same files and version give the same text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from ttx.errors import LoadError, UsageError
from ttx.frozen import dataclass
from ttx.model.catalogue import short_target
from ttx.model.events import MoveRecorded, SessionOpened
from ttx.services.logs import Seen, look
from ttx.store import SUFFIX, seal

if TYPE_CHECKING:
    from ttx.model.catalogue import Catalogue
    from ttx.sources.document import Document
    from ttx.trace.graph import Web
    from ttx.trace.series import Spread, Traced

Section: TypeAlias = Literal["links", "decisions", "commitments", "dated", "tensions"]
Format: TypeAlias = Literal["table", "csv", "json", "mermaid", "dot", "graphml"]
SECTIONS: tuple[str, ...] = get_args(Section)
FORMATS: tuple[str, ...] = get_args(Format)
CHANGED = "changed"
"""In place of a target: every citation whose sentence has changed since the session."""


@dataclass(frozen=True)
class Series:
    """Session files read and traced, in the order given."""

    paths: tuple[Path, ...]
    seen: tuple[Seen, ...]
    traced: tuple[Traced, ...]
    practice: tuple[str, ...]
    """Names of rehearsals among them: they are left out where there are others."""

    def changed(self) -> frozenset[str]:
        """Targets whose sentence is another now than in the sessions' own catalogues."""
        return frozenset(t for seen in self.seen for t in _changed(seen))

    def spread(self) -> tuple[Spread, ...]:
        """Every commitment over all sessions."""
        from ttx.trace.series import spread  # noqa: PLC0415 - only where links are followed

        return spread(self.traced, self.changed())

    def web(self) -> Web:
        """The graph of all sessions."""
        from ttx.trace.drawing import Session, joined  # noqa: PLC0415 - networkx is slow to load

        pairs = zip(self.traced, self.seen, strict=True)
        return joined([Session(t.name, s.scenario, s.events) for t, s in pairs])


def read(paths: Sequence[Path]) -> Series:
    """Read and trace session files; rehearsals never count in a series.

    Raises:
        LogError: a file is missing, damaged or of a later version.
    """
    from ttx.trace import trace  # noqa: PLC0415 - only where links are followed
    from ttx.trace.series import Traced  # noqa: PLC0415 - likewise

    seen = [look(path) for path in paths]
    names = _names(paths)
    practice = tuple(n for n, s in zip(names, seen, strict=True) if _practice(s))
    counted = [
        (path, name, each)
        for path, name, each in zip(paths, names, seen, strict=True)
        if len(paths) == 1 or name not in practice
    ]
    return Series(
        tuple(path for path, _, _ in counted),
        tuple(each for _, _, each in counted),
        tuple(Traced(name, s.scenario, trace(s.scenario, s.events)) for _, name, s in counted),
        practice if len(paths) > 1 else (),
    )


def _practice(seen: Seen) -> bool:
    first = seen.events[0].fact
    return isinstance(first, SessionOpened) and first.practice


def _names(paths: Sequence[Path]) -> tuple[str, ...]:
    """The files' names, with their folder where two are alike."""
    short = [p.name.removesuffix(SUFFIX) for p in paths]
    return tuple(
        s if short.count(s) == 1 else f"{p.parent.name}/{s} ({n})"
        for n, (s, p) in enumerate(zip(short, paths, strict=True), start=1)
    )


def _changed(seen: Seen) -> set[str]:
    """Compared with the user's own copy of the document, else with the catalogue as it comes with ttx now."""
    from ttx.services.citing import bundled_catalogues, catalogue_of, copy_of  # noqa: PLC0415 - the loader is heavy

    found: set[str] = set()
    for name, old in seen.scenario.catalogues.items():
        copy = copy_of(old)
        if copy is not None:
            found |= _not_in(copy, old)
            continue
        if name not in bundled_catalogues():
            continue
        try:
            new = catalogue_of(name)
        except LoadError:
            continue
        for id_, entry in old.commitments.items():
            now = new.commitments.get(id_)
            if now is None or now.fingerprint.letters != entry.fingerprint.letters:
                found.add(id_)
        for at, sentence in old.sentences.items():
            other = new.sentences.get(at)
            if other is None or other.fingerprint.letters != sentence.fingerprint.letters:
                found.add(f"{old.document}:{at}")
    return found


def _not_in(copy: Document, book: Catalogue) -> set[str]:
    """Targets whose sentence the copy has nowhere as it was read; one that only moved is the same."""
    from ttx.sources import fingerprint  # noqa: PLC0415 - only where there is a copy

    letters = {fingerprint(sentence.text).letters for sentence in copy.sentences}
    gone = {c.id for c in book.commitments.values() if c.fingerprint.letters not in letters}
    views = {at for at, s in book.sentences.items() if s.fingerprint.letters not in letters}
    return gone | {f"{book.document}:{at}" for at in views}


def written(series: Series, section: Section | None, form: Format) -> str:
    """A trace as text in a format; without a section, everything the format can hold."""
    from ttx.render import trace_sections as of  # noqa: PLC0415 - only where a trace is written
    from ttx.render.sheets import sheet_csv, sheet_text  # noqa: PLC0415 - likewise
    from ttx.render.trace_data import trace_csv  # noqa: PLC0415 - likewise
    from ttx.render.trace_table import trace_table  # noqa: PLC0415 - likewise
    from ttx.render.trace_whole import whole_json, whole_text  # noqa: PLC0415 - likewise

    if form in ("mermaid", "dot", "graphml"):
        return _graph(series, form)
    if form == "json":
        return whole_json(series.traced, series.spread(), series.changed())
    if section is None and form == "table":
        return whole_text(series.traced, series.spread())
    if section in (None, "links"):
        pairs = [(t.name, link) for t in series.traced for link in t.trace.links]
        links = [link for _, link in pairs]
        return trace_csv(links, [name for name, _ in pairs]) if form == "csv" else trace_table(links)
    from ttx.trace.series import reaches  # noqa: PLC0415 - only where it is asked for

    sheet = {
        "decisions": lambda: of.decisions_sheet(reaches(series.traced)),
        "commitments": lambda: of.commitments_sheet(series.spread()),
        "dated": lambda: of.dated_sheet(series.traced),
        "tensions": lambda: of.meetings_sheet(series.traced, all_of_them=True),
    }[str(section)]()
    return sheet_csv(sheet) if form == "csv" else sheet_text(sheet)


def _graph(series: Series, form: Format) -> str:
    from ttx.render.graph_text import dot, mermaid  # noqa: PLC0415 - only where a graph is written
    from ttx.trace.drawing import drawn, graphml  # noqa: PLC0415 - networkx is slow to load

    web = series.web()
    if form == "graphml":
        return graphml(web)
    return (mermaid if form == "mermaid" else dot)(drawn(web))


def rests_on(series: Series, target: str, form: Format) -> str:
    """What of scenario and record rests on a citation, or on every one that has changed.

    Raises:
        UsageError: no catalogue holds the target.
    """
    from ttx.render.sheets import sheet_csv, sheet_text  # noqa: PLC0415 - only where it is asked for
    from ttx.render.trace_sections import resting_sheet  # noqa: PLC0415 - likewise
    from ttx.render.trace_whole import resting_json  # noqa: PLC0415 - likewise
    from ttx.trace.drawing import resting  # noqa: PLC0415 - networkx is slow to load

    known = _known(series)
    targets = sorted(series.changed()) if target == CHANGED else [_wanted(target, known)]
    found = resting(series.web(), targets)
    if form == "json":
        return resting_json(found)
    sheet = resting_sheet(found)
    return sheet_csv(sheet) if form == "csv" else sheet_text(sheet)


def _known(series: Series) -> tuple[str, ...]:
    return tuple(dict.fromkeys(c.target for t in series.traced for c in t.trace.covered))


def _wanted(target: str, known: Sequence[str]) -> str:
    """The target of that id, also as screens shorten it.

    Raises:
        UsageError: there is none.
    """
    found = next((k for k in known if target in (k, short_target(k))), None)
    if found is None:
        raise UsageError(
            f"There is no commitment or sentence {target} in this session.",
            next_step="Give an id such as SCM53-05a, 05a or 16.5; trace LOG --show commitments lists them.",
        )
    return found


def why_page(series: Series, asked: str) -> str:
    """Everything behind the links to one commitment: injects, records, tags, who settled what and why.

    Args:
        series: one session.
        asked: a target (``SCM53-05a``, ``05a``, ``16.5``), or one link of it: ``#41:05a`` by its event,
            ``D-01:05a`` by its decision, ``M-07:05a`` by the session's seventh free move.

    Raises:
        UsageError: no record of this session links to it, or there are several sessions.
    """
    from ttx.render.why_text import Sealed, why_text  # noqa: PLC0415 - only where it is asked for
    from ttx.services.coding import seconds  # noqa: PLC0415 - likewise
    from ttx.trace import why  # noqa: PLC0415 - likewise

    if len(series.seen) != 1:
        raise UsageError("--why looks into one session.", next_step="Name one session file.")
    seen, traced = series.seen[0], series.traced[0].trace
    which, target = _split(asked)
    known = sorted({link.target for link in traced.links})
    wanted = next((k for k in known if target in (k, short_target(k))), None)
    if wanted is None:
        raise UsageError(
            f"No record of this session links to {target}.",
            next_step=f"There are links to: {', '.join(known) or 'nothing'}.",
        )
    of_target = [link for link in traced.links if link.target == wanted]
    numbers = _records(seen, which)
    records = sorted({k.record for k in of_target if numbers is None or k.record in numbers})
    if not records:
        others = ", ".join(sorted({f"#{k.record}" for k in of_target}))
        raise UsageError(f"{which} does not link to {wanted}.", next_step=f"These events do: {others}.")
    pages = [page for r in records if (page := why(seen.scenario, seen.events, r, wanted)) is not None]
    sealed = Sealed(seal(seen.head), len(seen.events), torn=seen.torn)
    coded = {record: seconds(series.paths[0], (record, wanted)) for record in records}
    return why_text(pages, sealed, coded)


def _split(asked: str) -> tuple[str, str]:
    """``M-07:SCM53-03b`` into its two halves; ``SCM53:16.5`` is a target alone."""
    which, colon, target = asked.partition(":")
    if colon and re.fullmatch(r"#?\d+|[A-Za-z]+-\d+", which) and target:
        return which, target
    return "", asked


def _records(seen: Seen, which: str) -> frozenset[int] | None:
    """Event numbers that a word such as ``#41``, ``D-01`` or ``M-07`` stands for; None: any."""
    if not which:
        return None
    if which.lstrip("#").isdecimal():
        return frozenset({int(which.lstrip("#"))})
    moves = [e.seq for e in seen.events if isinstance(e.fact, MoveRecorded)]
    if which.upper().startswith("M-"):
        number = int(which[2:])
        return frozenset(moves[number - 1 : number] if number else ())
    return frozenset(e.seq for e in seen.events if getattr(e.fact, "decision", None) == which)
