"""Taking what a session improvised back to the author's files, as a change to be looked at first."""

from __future__ import annotations

import difflib
from dataclasses import replace
from pathlib import Path

from ttx.diagnostics import has_errors
from ttx.errors import TtxError, UsageError
from ttx.frozen import dataclass
from ttx.loader import load_texts
from ttx.model.events import FileText
from ttx.report.backport import Addition, additions
from ttx.services import checking
from ttx.services.logs import look


@dataclass(frozen=True, slots=True)
class Proposal:
    """What would be added, as a unified diff, and each file's new text by its path."""

    additions: tuple[Addition, ...]
    diff: str
    files: dict[Path, str]


def propose(log: Path, scenario: Path) -> Proposal:
    """What of a session is not in a scenario yet.

    Raises:
        LogError: the session file cannot be read.
        UsageError: the scenario has errors, is another one, or an addition would have to change lines
            that are there.
        TtxError: the extra that edits files is not installed.
    """
    seen = look(log)
    checked = checking.playable(scenario)
    assert checked.scenario is not None
    if checked.scenario.id != seen.scenario.id:
        raise UsageError(
            f"The session is one of {seen.scenario.id}, not of {checked.scenario.id}.",
            next_step="Give --to the scenario that was played.",
        )
    found = additions(seen.scenario, seen.events, checked.scenario)
    files = list(checked.files)
    for each in reversed(found):
        files = _added(files, each)
    old = {f.name: f.text for f in checked.files}
    if found and has_errors(load_texts(tuple(files)).problems):
        raise UsageError(
            "With these additions the scenario would have errors.", next_step="Add them by hand."
        )
    changed = [f for f in files if f.text != old[f.name]]
    diff = "".join(line for f in changed for line in _diff(f.name, old[f.name], f.text))
    return Proposal(
        found, diff, {Path(checked.paths[f.name]): f.text for f in changed if f.name in checked.paths}
    )


def write(proposal: Proposal) -> None:
    """Write the new texts.

    Raises:
        TtxError: a file cannot be written.
    """
    for path, text in proposal.files.items():
        try:
            path.write_bytes(text.encode("utf-8"))
        except OSError as error:
            raise TtxError(f"It cannot be written: {error.strerror or error}.", where=str(path)) from error


def _added(files: list[FileText], each: Addition) -> list[FileText]:
    try:
        from ttx.loader.adding import OneLineError, with_item  # noqa: PLC0415 - an extra, and heavy
    except ModuleNotFoundError as error:
        raise TtxError(
            "Editing an author's file needs the extra edit, which is not installed.",
            next_step='Install it: pip install "ttx-tabletop[edit]".',
        ) from error
    for number, file in enumerate(files):
        if file.role not in ("scenario", "include"):
            continue
        try:
            text = with_item(file.text, each.where, each.of, each.key, each.data)
        except OneLineError as error:
            raise UsageError(
                f"{each.of} is written within brackets, so nothing can be added without writing it anew.",
                where=file.name,
                next_step="Write it with one key a line, then try again.",
            ) from error
        if text is not None:
            return [*files[:number], replace(file, text=text), *files[number + 1 :]]
    raise UsageError(f"The scenario has no {each.where} {each.of} any more.", next_step="Add it by hand.")


def _diff(name: str, old: str, new: str) -> list[str]:
    lines = difflib.unified_diff(
        old.splitlines(keepends=True), new.splitlines(keepends=True), f"a/{name}", f"b/{name}"
    )
    return [line if line.endswith("\n") else f"{line}\n" for line in lines]
