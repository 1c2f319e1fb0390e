"""Adding to an authored file without touching the rest of it: comments, quotes and layout stay.

ruamel.yaml says where things stand; the new lines are put there, and no other line is written
anew. Needs the extra ``edit``; whoever calls says so where it is missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

_WIDTH = 110


class OneLineError(ValueError):
    """What is added to is written within brackets, on a line that would have to be written anew."""


def with_item(text: str, where: str, of: str, key: str, data: Mapping[str, Any]) -> str | None:
    """The text with one more item, as the first of a list; None where the file holds no such thing.

    Args:
        text: an authored file, or one that it includes.
        where: ``phase`` or ``decision``.
        of: its id.
        key: the list it gets an item of; begun where it has none.
        data: the item.

    Raises:
        OneLineError: the list, or what would hold it, is written within brackets.
    """
    thing = _find(YAML().load(text), where, of)
    if thing is None:
        return None
    lines = text.split("\n")
    held = thing.get(key)
    if thing.fa.flow_style() or (
        held is not None and (not isinstance(held, CommentedSeq) or held.fa.flow_style())
    ):
        raise OneLineError(of)
    if held:
        at = held.lc.item(0)[0]
        indent = len(lines[at]) - len(lines[at].lstrip())
        if not lines[at].lstrip().startswith("- "):
            raise OneLineError(of)
        new = _written(data, indent)
    elif held is None:
        at, column = thing.lc.key("id")[0] + 1, thing.lc.key("id")[1]
        new = [f"{' ' * column}{key}:", *_written(data, column + 2)]
    else:
        raise OneLineError(of)
    return "\n".join([*lines[:at], *new, *lines[at:]])


def _find(root: Any, where: str, of: str) -> CommentedMap | None:
    phases = root.get("phases") if isinstance(root, CommentedMap) else None
    for phase in phases if isinstance(phases, CommentedSeq) else ():
        if not isinstance(phase, CommentedMap):
            continue
        things = [phase] if where == "phase" else phase.get("decisions") or []
        for each in things:
            if isinstance(each, CommentedMap) and each.get("id") == of:
                return each
    return None


def _written(data: Mapping[str, Any], indent: int) -> list[str]:
    out = StringIO()
    writer = YAML()
    writer.width = _WIDTH - indent
    writer.allow_unicode = True
    writer.indent(mapping=2, sequence=4, offset=2)
    writer.dump([dict(data)], out)
    lines = out.getvalue().rstrip("\n").split("\n")
    first = len(lines[0]) - len(lines[0].lstrip())
    return [f"{' ' * indent}{line[first:]}".rstrip() for line in lines]
