"""What the library lists and what it tells of one entry; values, so that no widget is needed to test it."""

from __future__ import annotations

import re
from pathlib import Path

from ttx.frozen import dataclass
from ttx.model.counting import how_many
from ttx.model.times import show_length
from ttx.services import library
from ttx.tui.console.lines import Line, Run, bold, dim, line
from ttx.tui.keymap import LIBRARY, sign_of
from ttx.tui.widgets.rows import Item

_HEAD_BYTES = 4096
_TITLE = re.compile(r"^title:\s*(.+?)\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One scenario as far as its first lines tell, read before anything heavy is loaded."""

    id: str
    path: Path
    title: str


@dataclass(frozen=True, slots=True)
class Known:
    """What reading a scenario whole told of it."""

    marking: str
    state: str
    """``ready``, ``1 warning``, ``4 errors``."""
    playable: bool
    page: tuple[Line, ...]


def scenarios() -> tuple[Entry, ...]:
    """Bundled scenarios, then those of the current folder: in it, in a folder of it, or in ``scenarios/``."""
    found = {name: library.source_of(name) for name in library.bundled_ids()}
    here = Path()
    near = [
        *here.glob("scenario.yaml"),
        *here.glob("*/scenario.yaml"),
        *here.glob("scenarios/*/scenario.yaml"),
    ]
    for path in sorted(near):
        found.setdefault(path.resolve().parent.name, path.parent)
    return tuple(Entry(name, path, _title(path, name)) for name, path in found.items())


def _title(path: Path, name: str) -> str:
    file = path / "scenario.yaml" if path.is_dir() else path
    try:
        with file.open("rb") as stream:
            head = stream.read(_HEAD_BYTES).decode("utf-8", "replace")
    except OSError:
        return name
    found = _TITLE.search(head)
    return found[1].strip("\"'") if found else name


def items_of(
    begun: tuple[library.Begun, ...], entries: tuple[Entry, ...], known: dict[str, Known]
) -> tuple[Item, ...]:
    """Both lists in one, each under its heading."""
    items = [
        Item(
            "heading:1",
            (Run("1 ", "dim"), bold("Sessions to resume")),
            (dim(f"{len(begun)} "),),
            takes_cursor=False,
        )
    ]
    if not begun:
        words = "None yet. A session appears here as soon as one is started."
        items.append(Item("none", (dim(words),), takes_cursor=False))
    for session in begun:
        kind = (Run("REHEARSAL  ", "warn"),) if session.practice else ()
        left = (bold(f"{session.title}  "), *kind, dim(f"{session.name or session.stem}"))
        items.append(Item(f"session:{session.path}", left, (dim(f"{session.at[5:16]} "),)))
    items.append(Item("gap", (), takes_cursor=False))
    items.append(
        Item(
            "heading:2", (Run("2 ", "dim"), bold("Scenarios")), (dim(f"{len(entries)} "),), takes_cursor=False
        )
    )
    for entry in entries:
        one = known.get(entry.id)
        state = (Run(f"{one.state} ", "dim" if one.playable else "warn"),) if one else ()
        items.append(Item(f"scenario:{entry.id}", (bold(f"{entry.title}  "), dim(entry.id)), state))
    return tuple(items)


def study(entry: Entry) -> Known:
    """Read a scenario whole and say what a facilitator wants to know before opening it.

    Raises:
        LoadError: it cannot be read at all.
    """
    from ttx.services import checking

    checked = checking.check_scenario(entry.path)
    errors = [p for p in checked.problems if p.severity.value == "error"]
    warnings = [p for p in checked.problems if p.severity.value == "warning"]
    scenario = checked.scenario
    if scenario is None:
        first = [line(dim("first  "), p.headline) for p in errors[:5]]
        page = (
            line(bold(entry.title)),
            (),
            *first,
            (),
            line(f"See them all with: tabletop validate {entry.path}"),
        )
        return Known("EXERCISE", f"! {how_many(len(errors), 'error')}", playable=False, page=page)
    minutes = sum(part.minutes for part in scenario.agenda or scenario.phases)
    cells = ", ".join(f"{c.name} ({c.tag})" for c in scenario.cells.values())
    script = {
        "phase": len(scenario.phases),
        "inject": sum(len(p.injects) for p in scenario.phases),
        "decision": sum(len(p.decisions) for p in scenario.phases),
    }
    practice = sign_of("rehearse", LIBRARY)
    cited = ", ".join(c.short_title for c in scenario.catalogues.values()) or "no source"
    page = (
        line(bold(scenario.title), dim(f"  {scenario.theme}")),
        (),
        line(scenario.purpose),
        (),
        line(dim("length   "), show_length(minutes)),
        line(dim("cells    "), cells),
        line(dim("script   "), ", ".join(how_many(n, word) for word, n in script.items())),
        line(dim("language "), ", ".join((scenario.lang, *sorted(checked.translations.texts)))),
        line(dim("cites    "), cited),
        line(dim("endings  "), str(len(scenario.endings))),
        line(dim("revision "), f"{scenario.revision.n} {scenario.revision.date}".strip()),
        (),
        line(dim(f"Space opens it; nothing runs until STARTEX. {practice} opens it as a rehearsal.")),
    )
    state = "ready" if not warnings else how_many(len(warnings), "warning")
    return Known(scenario.marking or "EXERCISE", state, playable=True, page=page)


def session_page(session: library.Begun) -> tuple[Line, ...]:
    """What is known of a session without opening it."""
    return (
        line(bold(session.title), dim(f"  {session.name}")),
        (),
        line(dim("file     "), str(session.path)),
        line(dim("written  "), f"{session.at} UTC"),
        line(dim("size     "), f"{session.size:,} bytes"),
        *((line(dim("kind     "), "a rehearsal, which never counts"),) if session.practice else ()),
        (),
        line("Resuming starts no clock. The room is where it was; the exercise stays paused until p."),
    )
