"""The file of names, the only one that holds persons (design 7): seat or office -> name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ttx.diagnostics import Problem, has_errors, in_order
from ttx.frozen import dataclass
from ttx.loader.files import read_file
from ttx.loader.schema import people as authored
from ttx.loader.schema import shape
from ttx.loader.yaml_tree import read_tree


@dataclass(frozen=True, slots=True)
class LoadedPeople:
    """The names, where no error stands; ``texts`` maps the file's name to its text."""

    value: Mapping[str, str] | None
    problems: tuple[Problem, ...]
    texts: Mapping[str, str]


def load_people(path: Path) -> LoadedPeople:
    """Load a file of names; TTX1xx, TTX2xx.

    Raises:
        LoadError: it is missing, larger than 16 MB, or no UTF-8 text.
    """
    name, text = str(path), read_file(path)
    read = read_tree(text, name)
    shaped = shape(authored.PeopleFile, read)
    found = in_order([*read.problems, *shaped.problems])
    if shaped.value is None or has_errors(found):
        return LoadedPeople(None, found, {name: text})
    return LoadedPeople(dict(shaped.value.people), found, {name: text})
