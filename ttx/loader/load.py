"""A scenario from its files: read, shaped, compiled, every problem in one pass."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from functools import lru_cache
from pathlib import Path

from ttx.diagnostics import Problem, Spans, has_errors, in_order
from ttx.errors import LoadError
from ttx.expressions.hints import shown
from ttx.frozen import dataclass
from ttx.loader.compile import Notes, PackRead, assemble, expand
from ttx.loader.files import DiskShelf, Shelf, TextShelf, read_file
from ttx.loader.merge import Merged, with_includes
from ttx.loader.schema import rules as authored_rules
from ttx.loader.schema import scenario as authored
from ttx.loader.schema import shape
from ttx.loader.translation import Translations, translations
from ttx.loader.yaml_tree import Plain, TreeRead, plain_values, read_tree
from ttx.model.catalogue import Catalogue
from ttx.model.events import FileText
from ttx.model.scenario import Scenario

MOST_PROBLEMS = 200
MOST_BESIDE = 20


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of loading: a scenario where no error stands, all problems, the files as read."""

    scenario: Scenario | None
    problems: tuple[Problem, ...]
    files: tuple[FileText, ...]
    spans: Spans
    paths: Mapping[str, str] = field(default_factory=dict)
    """Name of each file that was read from a disk -> its path there."""
    translations: Translations = field(default_factory=Translations)
    """The languages its texts can be shown in, beside its own."""


def load_scenario(source: Path) -> Loaded:
    """Load a scenario's folder, its file, or a bundled scenario by its id.

    Raises:
        LoadError: the scenario file is missing, larger than 16 MB, or no UTF-8 text.
    """
    return _load(DiskShelf(source))


def load_texts(files: Iterable[FileText]) -> Loaded:
    """Load a scenario from the texts of its files; no disk is touched.

    Raises:
        LoadError: no scenario is among them.
    """
    return _load(TextShelf(files))


def load_catalogue(path: Path) -> tuple[Catalogue | None, tuple[Problem, ...]]:
    """The catalogue in a file, where nothing is wrong with it, and everything that is.

    Raises:
        LoadError: the file is missing, larger than 16 MB, or no UTF-8 text.
    """
    read = read_tree(read_file(path), str(path))
    if read.value is None:
        return None, read.problems
    catalogue, problems = _catalogue(read)
    return catalogue, in_order((*read.problems, *problems))


def _load(shelf: Shelf) -> Loaded:
    merged = with_includes(shelf.scenario(), shelf)
    beside = _Beside(shelf)
    scenario, problems = _compiled(merged, beside)
    found = in_order((*merged.read.problems, *problems, *beside.problems))
    others = Translations()
    if scenario is not None and not has_errors(found):
        files = tuple(shelf.translations(scenario.id))
        beside.files += files
        others = translations(scenario, files)
        found = in_order((*found, *others.problems))
    return Loaded(
        None if has_errors(found) else scenario,
        found[:MOST_PROBLEMS],
        (*merged.files, *beside.files),
        merged.read.spans,
        dict(shelf.paths),
        others,
    )


def _compiled(merged: Merged, beside: _Beside) -> tuple[Scenario | None, tuple[Problem, ...]]:
    read = merged.read
    if read.value is None:
        return None, ()
    if isinstance(read.value, Plain) and not read.value:
        if read.problems:
            return None, ()
        return None, (Problem("TTX115", read.spans.of(()), "The file is empty.", hint=_BEGIN),)
    shaped = shape(authored.Scenario, read)
    given = shaped.value
    if given is None:
        return None, shaped.problems
    notes = Notes(read.spans, shaped.broken)
    packs = beside.packs(given.rulepacks, notes)
    scenario = assemble(given, notes, packs, beside.catalogues(given.catalogues, notes))
    if any("${" in file.text for file in merged.files):
        scenario = expand(scenario, read.value, notes)
    of_packs = (problem for pack in packs.values() for problem in pack.notes.problems)
    return scenario, (*shaped.problems, *notes.problems, *of_packs)


_BEGIN = f"Begin with format: {authored.FORMAT}."


class _Beside:
    """Rule packs and catalogues: files that belong to no scenario alone."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self.files: list[FileText] = []
        self.problems: list[Problem] = []

    def packs(self, names: tuple[str, ...], notes: Notes) -> dict[str, PackRead]:
        found = {}
        for name, file in self._each(names, "rulepacks", self._shelf.rules, notes):
            read = read_tree(file.text, file.name)
            shaped = shape(authored_rules.RulePack, read)
            self.problems += (*read.problems, *shaped.problems)
            if shaped.value is not None:
                found[name] = PackRead(shaped.value, Notes(read.spans, shaped.broken))
        return found

    def catalogues(self, names: tuple[str, ...], notes: Notes) -> dict[str, Catalogue]:
        found: dict[str, Catalogue] = {}
        for name, file in self._each(names, "catalogues", self._shelf.catalogue, notes):
            catalogue, problems = _catalogue_in(file)
            self.problems += problems
            if catalogue is not None:
                found[name] = catalogue
        return found

    def _each(
        self, names: tuple[str, ...], key: str, take: Callable[[str], FileText], notes: Notes
    ) -> Iterable[tuple[str, FileText]]:
        """Every file that can be had, each once."""
        for n, name in enumerate(names[:MOST_BESIDE]):
            if name in names[:n]:
                continue
            try:
                file = take(name)
            except LoadError as error:
                notes.say("TTX117", (key, n), f"{shown(name)} cannot be read. {error.what}", error.next_step)
                continue
            self.files.append(file)
            yield name, file
        if len(names) > MOST_BESIDE:
            notes.say("TTX116", (key,), f"A scenario names at most {MOST_BESIDE} here.", key=True)


@lru_cache(maxsize=8)
def _catalogue_in(file: FileText) -> tuple[Catalogue | None, tuple[Problem, ...]]:
    """As ``load_catalogue``; kept, because the same text is read again at every save of a scenario."""
    read = read_tree(file.text, file.name)
    if read.value is None:
        return None, read.problems
    catalogue, problems = _catalogue(read)
    return catalogue, (*read.problems, *problems)


def _catalogue(read: TreeRead) -> tuple[Catalogue | None, tuple[Problem, ...]]:
    from ttx.loader.catalogue import compile_catalogue  # noqa: PLC0415 - a scenario may have none

    return compile_catalogue(plain_values(read.value or {}), read.spans)
