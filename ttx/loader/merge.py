"""A scenario and the files it includes, as one tree.

What merges: under a top key, lists are joined (the scenario's own entries first, then each file's
in the order of ``include``) and mappings are united; a key that two files give, or a plain value in
two files, is a problem. An included file includes nothing itself.
"""

from __future__ import annotations

from ttx.diagnostics import Problem, Span, Spans
from ttx.errors import LoadError
from ttx.expressions.hints import shown
from ttx.frozen import dataclass
from ttx.loader.files import Shelf
from ttx.loader.places import Path, Places, marks_of, span_of
from ttx.loader.yaml_tree import Plain, Tree, TreeRead, read_tree
from ttx.model.events import FileText

MOST_INCLUDES = 50
MOST_CHARACTERS = 32 * 1024 * 1024
_INCLUDE = "include"


@dataclass(frozen=True, slots=True)
class Merged:
    """The whole tree and the files it was made of."""

    read: TreeRead
    files: tuple[FileText, ...]


def with_includes(main: FileText, shelf: Shelf) -> Merged:
    """The scenario's tree with everything it includes; TTX112 to TTX116."""
    read = read_tree(main.text, main.name)
    if not isinstance(read.value, dict):
        return Merged(read, (main,))
    merger = _Merger(read, read.value)
    files = [main]
    for name, span in _named(read.value, read.spans):
        file = _taken(name, span, shelf, files, merger)
        if file is not None:
            files.append(file)
            merger.add(read_tree(file.text, file.name), span)
    return Merged(merger.result(), tuple(files))


def _named(tree: dict[str, Tree], spans: Spans) -> list[tuple[str, Span]]:
    given = tree.get(_INCLUDE, [])
    names = [given] if isinstance(given, str) and given else given
    if not isinstance(names, list):
        return []
    return [(n, spans.of((_INCLUDE, i))) for i, n in enumerate(names) if isinstance(n, str)]


def _taken(name: str, span: Span, shelf: Shelf, files: list[FileText], merger: _Merger) -> FileText | None:
    if len(files) > MOST_INCLUDES:
        merger.say("TTX116", span, f"A scenario includes at most {MOST_INCLUDES} files.")
        return None
    if name in [file.name for file in files]:
        merger.say("TTX112", span, f"{shown(name)} is read already.", "Name each file once.")
        return None
    try:
        file = shelf.include(name)
    except LoadError as error:
        merger.say("TTX112", span, f"{shown(name)} cannot be included. {error.what}", error.next_step)
        return None
    if sum(len(f.text) for f in (*files, file)) > MOST_CHARACTERS:
        merger.say("TTX116", span, "The scenario and what it includes are larger than 32 MB.")
        return None
    return file


class _Merger:
    def __init__(self, read: TreeRead, tree: dict[str, Tree]) -> None:
        self._tree = tree
        self._at, self._keys = (dict(marks_of(places)) for places in (read.spans.at, read.spans.keys))
        self._problems = list(read.problems)
        self._broken = set(read.broken)
        self._whole = True

    def say(self, code: str, span: Span, message: str, hint: str = "") -> None:
        self._problems.append(Problem(code, span, message, hint=hint))

    def result(self) -> TreeRead:
        tree = self._tree if self._whole else None
        spans = Spans(Places(self._at), Places(self._keys))
        return TreeRead(tree, spans, tuple(self._problems), frozenset(self._broken))

    def add(self, read: TreeRead, named_at: Span) -> None:
        """Join what one included file holds."""
        self._problems += read.problems
        self._whole = self._whole and read.value is not None
        if read.value == "" and isinstance(read.value, Plain):
            return
        if not isinstance(read.value, dict):
            if read.value is not None:
                self.say("TTX114", named_at, "An included file holds keys of a scenario, such as phases.")
            return
        shifts = {key: self._join(key, value, read) for key, value in read.value.items()}
        for mine, theirs in ((self._at, read.spans.at), (self._keys, read.spans.keys)):
            for path, mark in marks_of(theirs).items():
                if (moved := _shifted(path, shifts)) is not None:
                    mine.setdefault(moved, mark)
        moved_paths = (_shifted(path, shifts) for path in read.broken)
        self._broken |= {path for path in moved_paths if path is not None}

    def _join(self, key: str, value: Tree, read: TreeRead) -> int | None:
        """Join one top key; how far its list moves down, or None where it is refused."""
        own = self._tree.get(key)
        if key == _INCLUDE:
            self.say("TTX114", read.spans.key((key,)), "An included file includes nothing itself.")
            return None
        if own is None:
            self._tree[key] = value
            return 0
        if isinstance(own, list) and isinstance(value, list):
            shift = len(own)
            own += value
            return shift
        if isinstance(own, dict) and isinstance(value, dict):
            self._unite(key, own, value, read)
            return 0
        first = span_of(self._keys.get((key,), Span("", 1, 1)))
        message = f"{shown(key)} stands in {first.file} already; only lists and mappings are joined."
        self.say("TTX114", read.spans.key((key,)), message)
        return None

    def _unite(self, key: str, own: dict[str, Tree], value: dict[str, Tree], read: TreeRead) -> None:
        for name, each in value.items():
            if name in own:
                first = span_of(self._keys.get((key, name), Span("", 1, 1)))
                message = f"The key {shown(name)} stands twice (first in {first.file}, line {first.line})."
                self.say("TTX106", read.spans.key((key, name)), message, "Keep one of the two.")
            else:
                own[name] = each


def _shifted(path: Path, shifts: dict[str, int | None]) -> Path | None:
    """The path as it is in the whole tree; None where its key was refused."""
    shift = shifts.get(str(path[0])) if path else None
    if shift is None:
        return None
    if shift and len(path) > 1 and isinstance(path[1], int):
        return (path[0], path[1] + shift, *path[2:])
    return path
