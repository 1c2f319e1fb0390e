"""A YAML text to a plain tree with the place of every part, in one pass over the parser's events.

The tree holds dicts, lists and text only. Every scalar is text as written; one that stands without
quotes is a ``Plain``, and whoever reads a field decides whether it is a number (``plain_values``
decides by the YAML 1.2 core rules). Nothing is constructed, anchors and tags have no meaning here,
and depth, number of values and size are bounded, so no text can execute, hang or exhaust memory.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, TypeAlias

import yaml

from ttx.diagnostics import Problem, Severity, Span, Spans
from ttx.expressions.hints import shown
from ttx.frozen import dataclass
from ttx.loader.places import Mark, Path, Places, span_of
from ttx.loader.setting_aside import Asides
from ttx.loader.yaml_words import in_plain_words

MOST_CHARACTERS = 16 * 1024 * 1024
DEEPEST = 64
MOST_VALUES = 400_000
MOST_PROBLEMS = 200
MOST_ASIDE = 8
"""Blocks that are set aside before the rest of a file is given up."""
LONGEST_KEY = 200

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Control characters, marks that turn the direction of text, halves of characters."""
_CUT = re.compile(r"(?<=\S)[ \t]+(#(?!ttx:)[^\s#!]\S*)")
"""What may be meant as text and is read as a comment."""
_BREAKS = "\x85\u2028\u2029"
_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Plain(str):
    """A scalar without quotes, as written; empty where a key has no value."""

    __slots__ = ()


Tree: TypeAlias = "dict[str, Tree] | list[Tree] | str"


@dataclass(frozen=True, slots=True)
class TreeRead:
    """What was read: ``value`` is None where the text could not be read to its end."""

    value: Tree | None
    spans: Spans
    problems: tuple[Problem, ...]
    broken: frozenset[Path]
    """Paths whose value is not the author's, because something there was refused."""


def read_tree(text: str, name: str) -> TreeRead:
    """Read one YAML document; ``name`` is the file's name in spans. TTX101 to TTX111."""
    reader = _Reader(name)
    if len(text) > MOST_CHARACTERS:
        reader.say("TTX109", Span(name, 1, 1), "The file is larger than 16 MB.")
        return reader.result(None)
    clean = reader.without_hidden(text.removeprefix("\ufeff"))
    return _mended(clean, tuple(reader.problems), name)


def _mended(text: str, said: tuple[Problem, ...], name: str) -> TreeRead:
    """What can be read of a text once every block YAML stumbles over was set aside."""
    asides = Asides(text)
    for _ in range(MOST_ASIDE + 1):
        reader = _Reader(name)
        reader.problems += said
        try:
            value = reader.read(asides.text)
        except _Full:
            return reader.result(None)
        except yaml.MarkedYAMLError as error:
            fault = in_plain_words(error, asides.text, name)
            asides.take(fault.span.line - 1, from_there=fault.unclosed)
            if fault.unclosed:
                said = tuple(p for p in said if p.code != fault.code or p.span < fault.span)
            said = (*said, Problem(fault.code, fault.span, fault.message, hint=fault.hint))
            continue
        reader.lost(asides, value)
        return reader.result(value)
    return TreeRead(None, Spans({(): Span(name, 1, 1)}, {}), said, frozenset())


class _Full(Exception):  # noqa: N818 - it ends the reading; it is no error of the program
    """The file is refused where it stands."""


class _Reader:
    def __init__(self, name: str) -> None:
        self.name = name
        self.at: dict[Path, Mark] = {}
        self.keys: dict[Path, Mark] = {}
        self.problems: list[Problem] = []
        self.broken: set[Path] = set()
        self.left = MOST_VALUES
        self.cut: dict[int, str] = {}
        """Where a blank and a # follow with no blank behind: 0-based index in the text -> the word."""
        self._next: Any = None
        self.kinds: dict[type, Callable[[Any, Path, int], Tree]] = {
            yaml.ScalarEvent: self.scalar,
            yaml.SequenceStartEvent: self.sequence,
            yaml.MappingStartEvent: self.mapping,
        }

    def result(self, value: Tree | None) -> TreeRead:
        self.at.setdefault((), Span(self.name, 1, 1))
        spans = Spans(Places(self.at), Places(self.keys))
        return TreeRead(value, spans, tuple(self.problems), frozenset(self.broken))

    def lost(self, asides: Asides, value: Tree) -> None:
        """Mark what was set aside: nothing is said of it, or of what has nothing left in it."""
        for parent, name in asides.paths(Places(self.at), Places(self.keys)):
            self.broken |= {(*parent[:n], name) for n in range(len(parent) + 1)}
            if _at(value, parent) == "":
                self.broken.add(parent)

    def say(self, code: str, span: Span, message: str, hint: str = "") -> None:
        self.problems.append(Problem(code, span, message, hint=hint))

    def refuse(self, code: str, span: Span, message: str, hint: str = "") -> None:
        self.say(code, span, message, hint)
        if len(self.problems) >= MOST_PROBLEMS:
            raise _Full

    def mark(self, event: Any) -> tuple[str, Any, Any]:
        return (self.name, event.start_mark, event.end_mark)

    def span(self, event: Any) -> Span:
        return span_of(self.mark(event))

    def without_hidden(self, text: str) -> str:
        """The text with every hidden character reported and replaced by one that can be seen."""
        line, begin, seen = 1, 0, 0
        for found in islice(HIDDEN.finditer(text), MOST_PROBLEMS):
            for end in _LINE_END.finditer(text, seen, found.start()):
                line, begin = line + 1, end.end()
            seen = found.start()
            span = Span(self.name, line, seen - begin + 1)
            self.say("TTX102", span, f"{_named(found[0])} stands here and cannot be seen.", "Delete it.")
        return HIDDEN.sub(lambda m: " " if m[0] in _BREAKS else "\ufffd", text)

    def read(self, text: str) -> Tree:
        self.cut = {found.start(): found[1] for found in _CUT.finditer(text)} if " #" in text else {}
        self._next = _PARSER(text).get_event
        self._next()
        start = self._next()
        if isinstance(start, yaml.StreamEndEvent):
            return Plain("")
        if start.version or start.tags:
            message = "Directives (%) mean nothing here."
            self.refuse("TTX111", Span(self.name, 1, 1), message, "Begin with the first key.")
        value = self.node(self._next(), (), 0)
        self._next()
        after = self._next()
        if not isinstance(after, yaml.StreamEndEvent):
            message = "A second document begins here; one file holds one."
            self.say("TTX107", self.span(after), message, "Delete the line --- or split the file.")
            raise _Full
        return value

    def node(self, event: Any, path: Path, depth: int) -> Tree:
        self.at[path] = (self.name, event.start_mark, event.end_mark)
        self.left -= 1
        if depth > DEEPEST or self.left < 0:
            self._too_much(self.span(event), deep=depth > DEEPEST)
        if isinstance(event, yaml.AliasEvent) or event.anchor or event.tag:
            return self._refused(event, path, depth)
        return self.kinds[type(event)](event, path, depth)

    def _refused(self, event: Any, path: Path, depth: int) -> Tree:
        """What stands under a mark that means nothing here."""
        span = self.span(event)
        if isinstance(event, yaml.AliasEvent):
            self.broken.add(path)
            message = f"*{event.anchor} is an alias, and aliases are not followed."
            self.refuse("TTX103", span, message, "Write it out; put text that begins with * in quotes.")
            return Plain("")
        if event.anchor:
            message = f"&{event.anchor} is an anchor, and anchors mean nothing here."
            self.refuse("TTX103", span, message, "Delete it; put text that begins with & in quotes.")
        if event.tag:
            self.broken.add(path)
            tag = event.tag.replace("tag:yaml.org,2002:", "!!", 1)
            message = f"{shown(tag)} is a tag, and tags mean nothing here."
            self.refuse("TTX105", span, message, "Delete it; put text that begins with ! in quotes.")
        return self.kinds[type(event)](event, path, depth)

    def _too_much(self, span: Span, *, deep: bool) -> None:
        if deep:
            self.say("TTX108", span, f"Lists and mappings stand more than {DEEPEST} deep in each other here.")
        else:
            message = f"The file holds more than {MOST_VALUES} values."
            self.say("TTX109", span, message, "Split it, and name the parts under include.")
        raise _Full

    def scalar(self, event: Any, path: Path, _depth: int) -> str:
        value: str = event.value
        if self.cut and not event.style and event.end_mark.index in self.cut:
            message = f"The text ends here: what begins with {self.cut[event.end_mark.index]} is a comment."
            hint = "Put the whole text in quotes, or a blank behind # where it is a comment."
            self.problems.append(Problem("TTX120", self.span(event), message, Severity.WARNING, hint))
        if event.style == '"' and (found := HIDDEN.search(value)):
            self.broken.add(path)
            message = f"An escape in this text is one that cannot be seen: U+{ord(found[0]):04X}."
            self.refuse("TTX102", self.span(event), message, "Delete the escape.")
            value = HIDDEN.sub("\ufffd", value)
        if not value.isascii():
            value = unicodedata.normalize("NFC", value)
        return value if event.style else Plain(value)

    def sequence(self, _event: Any, path: Path, depth: int) -> list[Tree]:
        items: list[Tree] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self.node(event, (*path, len(items)), depth + 1))
        return items

    def mapping(self, _event: Any, path: Path, depth: int) -> dict[str, Tree]:
        entries: dict[str, Tree] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self.key(event, path, depth)
            if key is None or key in entries:
                if key is not None:
                    first = span_of(self.keys[(*path, key)]).line
                    message = f"The key {shown(key)} stands twice (first on line {first})."
                    self.refuse("TTX106", self.span(event), message, "Keep one of the two.")
                self.aside(depth)
                continue
            at = (*path, key)
            self.keys[at] = self.mark(event)
            value = entries[key] = self.node(self._next(), at, depth + 1)
            if value == "" and isinstance(value, Plain):
                self.at[at] = self.keys[at]
        return entries

    def key(self, event: Any, path: Path, depth: int) -> str | None:
        """The text of a key; None where the entry is refused."""
        if not isinstance(event, yaml.ScalarEvent):
            span = self.span(event)
            self.refuse("TTX110", span, "A key must be text.", "Put text in [ ] or { } in quotes.")
            self.aside(depth, event)
            return None
        if event.anchor or event.tag:
            message = "Anchors and tags mean nothing here."
            code = "TTX103" if event.anchor else "TTX105"
            self.refuse(code, self.span(event), message, "Delete it.")
        if event.value == "<<" and not event.style:
            self.refuse("TTX104", self.span(event), "<< merges nothing here.", "Write the keys out.")
            return None
        if len(event.value) > LONGEST_KEY:
            self.refuse("TTX110", self.span(event), f"A key has at most {LONGEST_KEY} characters.")
            return None
        return str(self.scalar(event, path, depth))

    def aside(self, depth: int, event: Any = None) -> None:
        """Read one node and leave it; what is wrong inside it is still said."""
        spare = _Reader(self.name)
        spare.problems, spare.left, spare._next = self.problems, self.left, self._next
        spare.node(event or self._next(), (), depth + 1)
        self.left = spare.left


_LINE_END = re.compile(r"\r\n|\r|\n")


def _named(char: str) -> str:
    name = unicodedata.name(char, "").lower()
    return f"U+{ord(char):04X} ({name})" if name else f"U+{ord(char):04X}"


_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_WHOLE = re.compile(r"[-+]?[0-9]{1,18}")
_OTHER_WHOLE = re.compile(r"0o[0-7]{1,18}|0x[0-9a-fA-F]{1,15}")
_REAL = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?")
_LONGEST_NUMBER = 40


def plain_values(tree: Tree) -> Any:
    """The tree with unquoted scalars as None, bool, int or float by the YAML 1.2 core rules."""
    if isinstance(tree, dict):
        return {key: plain_values(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [plain_values(value) for value in tree]
    return _core(tree) if isinstance(tree, Plain) else tree


def _core(text: str) -> Any:
    if text in _NULLS:
        return None
    if text in _TRUTHS:
        return _TRUTHS[text]
    if len(text) <= _LONGEST_NUMBER:
        if _WHOLE.fullmatch(text):
            return int(text)
        if _OTHER_WHOLE.fullmatch(text):
            return int(text, 0)
        if _REAL.fullmatch(text):
            return float(text)
    return str(text)


def _at(tree: Any, path: Path) -> Any:
    for part in path:
        try:
            tree = tree[part]
        except (KeyError, IndexError, TypeError):
            return None
    return tree


def scalars(tree: Tree, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every scalar of a tree with its path, in file order."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from scalars(value, (*path, key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from scalars(value, (*path, index))
    else:
        yield path, tree
