"""An authored tree against its shape: every fault at once, in the author's words.

Where there are faults, the shape is also tried on what is left without them, so that names, times
and conditions of the rest can be looked at in the same pass. ``broken`` lists the paths where what
is left is not what the author wrote: nothing more should be said about those.
"""

from __future__ import annotations

from collections import Counter
from typing import Any, Generic, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ttx.diagnostics import Problem, Spans
from ttx.expressions.hints import did_you_mean, listed, shown
from ttx.frozen import dataclass
from ttx.loader.places import Path
from ttx.loader.schema.base import Authored, known_keys
from ttx.loader.schema.meanings import meaning
from ttx.loader.yaml_tree import Plain, Tree, TreeRead

S = TypeVar("S", bound=Authored)

MOST_FAULTS = 200
_ROUNDS = 8
_STAND_INS: tuple[Any, ...] = (None, Plain("left-out"), {}, [])
"""What stands where a fault was, tried in turn; None deletes."""
_KEY = "[key]"

_WANTED = {
    "string_type": ("TTX203", "Text is wanted here.", "Put text that begins with [ or { in quotes."),
    "tuple_type": ("TTX204", "A list is wanted here.", "Write - before each entry, or [a, b]."),
    "dict_type": ("TTX205", "Keys with values are wanted here.", "Write key: value."),
    "model_type": ("TTX205", "Keys with values are wanted here.", "Write key: value."),
    "too_short": ("TTX209", "Two values are wanted here.", "Write [least, greatest]."),
    "too_long": ("TTX209", "Two values are wanted here.", "Write [least, greatest]."),
}


@dataclass(frozen=True, slots=True)
class Shaped(Generic[S]):
    """What could be read; None where too little is left. With problems it is good for looking only."""

    value: S | None
    problems: tuple[Problem, ...]
    broken: frozenset[Path]


def shape(cls: type[S], read: TreeRead, at: Path = ()) -> Shaped[S]:
    """The tree, or what stands in it at a path, as ``cls``; TTX201 to TTX212."""
    broken, problems = {p[len(at) :] for p in read.broken if p[: len(at)] == at}, list[Problem]()
    tree = _value_at(read.value, at)
    if tree is None:
        return Shaped(None, (), read.broken)
    tried: Counter[Path] = Counter()
    for _ in range(_ROUNDS):
        try:
            return Shaped(cls.model_validate(tree), tuple(problems), frozenset(broken))
        except ValidationError as error:
            faults = error.errors(include_url=False, include_input=False)[:MOST_FAULTS]
        page = _Page(cls, tree, read.spans, at)
        fresh = {tuple(f["loc"]): f for f in faults if not _under(tuple(f["loc"]), broken)}
        problems += [page.problem(fault) for fault in fresh.values()]
        tree = page.mended(faults, tried)
        broken |= {_place(tuple(f["loc"])) for f in faults}
    return Shaped(None, tuple(problems), frozenset(broken))


def _under(path: Path, broken: set[Path]) -> bool:
    return any(path[:n] in broken for n in range(len(path) + 1))


def _place(path: Path) -> Path:
    return path[:-1] if path and path[-1] == _KEY else path


def _put(parent: Any, part: str | int, stand_in: Any) -> None:
    if isinstance(parent, dict) and stand_in is None:
        parent.pop(part, None)
    elif isinstance(parent, dict):
        parent[part] = _fresh(stand_in)
    elif isinstance(parent, list) and isinstance(part, int) and part < len(parent):
        parent[part] = _fresh(Plain("left-out") if stand_in is None else stand_in)


def _fresh(stand_in: Any) -> Any:
    return stand_in if isinstance(stand_in, str) else type(stand_in)()


@dataclass(frozen=True, slots=True)
class _Page:
    """A tree as its author sees it: what is said of a fault, and where."""

    cls: type[Authored]
    tree: Tree
    spans: Spans
    above: Path
    """Where the tree stands in its file."""

    def mended(self, faults: list[ErrorDetails], tried: Counter[Path]) -> Tree:
        """The tree with every faulty part deleted, or replaced where deleting did not help."""
        if any(not fault["loc"] for fault in faults):
            return {}
        for fault in faults:
            path = _place(tuple(fault["loc"]))
            tried[path] += 1 if fault["type"] != "missing" or tried[path] else 2
            stand_in = _STAND_INS[min(tried[path], len(_STAND_INS)) - 1]
            if fault["type"] == "literal_error" and stand_in is not None:
                stand_in = self.words(path)[0]
            _put(_value_at(self.tree, path[:-1]), path[-1], stand_in)
        return self.tree

    def problem(self, fault: ErrorDetails) -> Problem:
        path, kind = tuple(fault["loc"]), fault["type"]
        if path and path[-1] == _KEY:
            return Problem(kind, self.spans.key(self.above + path[:-1]), fault["msg"])
        if kind == "missing":
            return self.missing(path)
        if kind == "extra_forbidden":
            return self.unknown(path)
        if kind == "literal_error":
            return self.no_such_word(path)
        at = self.spans.of(self.above + path)
        if kind in _WANTED:
            code, message, hint = _WANTED[kind]
            if kind == "model_type":
                hint = f"{hint} Known: {listed(known_keys(_class_at(self.cls, path)))}."
            return Problem(code, at, message, hint=hint)
        hint = str(fault.get("ctx", {}).get("hint", ""))
        return Problem(kind if kind.startswith("TTX") else "TTX211", at, fault["msg"], hint=hint)

    def missing(self, path: Path) -> Problem:
        whole = self.above + path
        if whole in self.spans.keys:
            message = f"{path[-1]} has no value."
            return Problem("TTX202", self.spans.keys[whole], message, hint="It cannot be left out.")
        at = self.spans.key(whole[:-1]) if whole[:-1] else self.spans.of(())
        hint = meaning(_class_at(self.cls, path[:-1])).keys[str(path[-1])]
        return Problem("TTX202", at, f"The key {path[-1]} is missing here.", hint=hint)

    def unknown(self, path: Path) -> Problem:
        key, known = str(path[-1]), list(known_keys(_class_at(self.cls, path[:-1])))
        near = did_you_mean(key, known)
        if not near and _value_at(self.tree, path) == "":
            near = "Inside { } and [ ] a comma ends a text: put the whole text in quotes."
        message = f"There is no key {shown(key)} here."
        at = self.spans.key(self.above + path)
        return Problem("TTX201", at, message, hint=near or f"Known: {listed(known)}.")

    def words(self, path: Path) -> list[str]:
        """The words that can stand at a path."""
        field = known_keys(_class_at(self.cls, path[:-1]))[str(path[-1])]
        return [word for word in _words(field.annotation) if word]

    def no_such_word(self, path: Path) -> Problem:
        words = self.words(path)
        value = _value_at(self.tree, path)
        given = shown(value) if isinstance(value, str) else "This"
        message = f"{given} is none of: {', '.join(words)}."
        return Problem(
            "TTX208", self.spans.of(self.above + path), message, hint=did_you_mean(str(value), words)
        )


def _words(annotation: Any) -> list[str]:
    found = []
    for arg in get_args(annotation):
        found += [arg] if isinstance(arg, str) else _words(arg)
    return found


def _class_at(cls: type[Authored], path: Path) -> type[Authored]:
    """The class that reads the mapping at ``path``."""
    levels = 0
    for part in path:
        if levels:
            levels -= 1
            continue
        field = known_keys(cls).get(str(part))
        if field is None:
            return cls
        cls, levels = _inner(field.annotation) or (cls, 0)
    return cls


def _inner(annotation: Any, levels: int = 0) -> tuple[type[Authored], int] | None:
    """The authored class inside an annotation and how many keys or indexes lead to it."""
    if isinstance(annotation, type) and issubclass(annotation, Authored):
        return annotation, levels
    deeper = levels + (getattr(annotation, "__origin__", None) in (tuple, dict))
    found = (_inner(arg, deeper) for arg in get_args(annotation))
    return next((each for each in found if each), None)


def _value_at(tree: Any, path: Path) -> Any:
    for part in path:
        try:
            tree = tree[part]
        except (KeyError, IndexError, TypeError):
            return None
    return tree
