"""Where a scenario's files come from: a disk, or the texts a session file holds.

Names of files are the same either way and say nothing of the disk: ``scenario.yaml``, an include
as its author wrote it, ``rules/room.yaml``, ``rules/commitments/scm53.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Literal, Protocol, TypeAlias

from ttx.errors import LoadError
from ttx.loader.bundle import bundled
from ttx.model.events import FileText

_Role: TypeAlias = Literal["scenario", "include", "rules", "catalogue", "translation"]
MOST_BYTES = 16 * 1024 * 1024
_ID = re.compile(r"[\w-]{1,100}")
_TRANSLATION = re.compile(r"(?P<id>[\w-]+)\.(?P<lang>[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.yaml")
_NEXT = "Check the name, and that the file can be read."


class Shelf(Protocol):
    """Where files are taken from. Every method raises ``LoadError`` where there is no such file."""

    @property
    def paths(self) -> Mapping[str, str]:
        """Name of each file taken from a disk -> its path there."""

    def scenario(self) -> FileText:
        """The scenario file."""

    def include(self, name: str) -> FileText:
        """A file the scenario includes."""

    def rules(self, name: str) -> FileText:
        """A rule pack."""

    def catalogue(self, name: str) -> FileText:
        """A catalogue."""

    def translations(self, scenario: str) -> Iterable[FileText]:
        """Every translation of the scenario of that id; empty where there is none."""


def read_file(path: Path) -> str:
    """The text of a file in UTF-8, a byte order mark left out.

    Raises:
        LoadError: it is missing, no plain file, larger than 16 MB or no text.
    """
    try:
        if not path.is_file():
            raise LoadError("There is no such file.", where=str(path), next_step=_NEXT)
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        what = f"The file cannot be read: {error.strerror or error}."
        raise LoadError(what, where=str(path), next_step=_NEXT) from error
    if len(data) > MOST_BYTES:
        raise LoadError("The file is larger than 16 MB.", where=str(path), next_step="Split it by include.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"Line {line} is no UTF-8 text."
        raise LoadError(what, where=str(path), next_step="Save the file as UTF-8.") from error


class DiskShelf:
    """Files of a scenario that lies on a disk."""

    def __init__(self, source: Path) -> None:
        """``source``: the scenario's folder, its file, or the id of a bundled scenario."""
        file = _file_of(source)
        self._file = file
        self._root = file.parent.resolve()
        self._rules = (self._root / "rules", self._root.parent / "rules", bundled() / "rules")
        self.paths: dict[str, str] = {}

    def scenario(self) -> FileText:
        """The scenario file."""
        return self._take(self._file, self._file.name, "scenario")

    def include(self, name: str) -> FileText:
        """A file below the scenario's folder, links followed."""
        path = PurePosixPath(name)
        if not path.parts or path.is_absolute() or ".." in path.parts or "\\" in name or "\0" in name:
            raise LoadError("An included file is named by its place below the scenario's folder.")
        real = (self._root / path).resolve()
        if not real.is_relative_to(self._root):
            raise LoadError("An included file lies in the scenario's own folder.")
        return self._take(real, name, "include")

    def rules(self, name: str) -> FileText:
        """A rule pack from the scenario's ``rules/``, the one beside its folder, or the bundled ones."""
        return self._take(_first(f / f"{_safe(name)}.yaml" for f in self._rules), rules_name(name), "rules")

    def catalogue(self, name: str) -> FileText:
        """A catalogue from ``commitments/`` in the same folders."""
        found = _first(f / "commitments" / f"{_safe(name)}.yaml" for f in self._rules)
        return self._take(found, catalogue_name(name), "catalogue")

    def translations(self, scenario: str) -> Iterable[FileText]:
        """``ID.LANG.yaml`` beside the scenario's file, in the order of their names."""
        beside = sorted(self._root.glob("*.*.yaml"))
        return [self._take(p, p.name, "translation") for p in beside if language_of(p.name, scenario)]

    def _take(self, path: Path, name: str, role: _Role) -> FileText:
        text = read_file(path)
        self.paths[name] = str(path)
        return FileText(str(name), role, text)  # as read from YAML a name is a kind of str of its own


class TextShelf:
    """Files as a session file holds them."""

    def __init__(self, files: Iterable[FileText]) -> None:
        self._files = {(f.role, f.name): f for f in files}
        self.paths: dict[str, str] = {}

    def scenario(self) -> FileText:
        """The first file that is a scenario."""
        for (role, _), file in self._files.items():
            if role == "scenario":
                return file
        raise LoadError("No scenario is among these files.")

    def include(self, name: str) -> FileText:
        """An included file by the name it was included under."""
        return self._get("include", name)

    def rules(self, name: str) -> FileText:
        """A rule pack."""
        return self._get("rules", rules_name(name))

    def catalogue(self, name: str) -> FileText:
        """A catalogue."""
        return self._get("catalogue", catalogue_name(name))

    def translations(self, scenario: str) -> Iterable[FileText]:  # noqa: ARG002 - one scenario is here
        """Every file that is a translation."""
        return [file for (role, _), file in self._files.items() if role == "translation"]

    def _get(self, role: _Role, name: str) -> FileText:
        found = self._files.get((role, name))
        if found is None:
            raise LoadError(f"There is no file {name} here.")
        return found


def language_of(name: str, scenario: str) -> str | None:
    """The language that a file's name tells; None where it is no translation of this scenario."""
    found = _TRANSLATION.fullmatch(name)
    return found["lang"] if found and found["id"] == scenario else None


def rules_name(name: str) -> str:
    """What the file of a rule pack is called."""
    return f"rules/{name}.yaml"


def catalogue_name(name: str) -> str:
    """What the file of a catalogue is called."""
    return f"rules/commitments/{name}.yaml"


def _file_of(source: Path) -> Path:
    """The scenario file meant by a folder, a file, or a bundled id."""
    if source.is_dir():
        return source / "scenario.yaml"
    if not source.exists() and _ID.fullmatch(str(source)):
        own = bundled() / "scenarios" / source / "scenario.yaml"
        return own if own.is_file() else source
    return source


def _safe(name: str) -> str:
    if not _ID.fullmatch(name):
        raise LoadError("A pack or catalogue is named by its id alone, without a folder or an ending.")
    return name


def _first(paths: Iterator[Path]) -> Path:
    tried = []
    for path in paths:
        if path.is_file():
            return path
        tried.append(str(path))
    raise LoadError("There is no such file.", next_step=f"Looked for: {', '.join(tried)}.")
