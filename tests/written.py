"""What stands in a page of Markdown between fences, in order, and how the tutorial's edits are made."""

import re
from dataclasses import dataclass

_FENCE = re.compile(r"^```(.*)$")


@dataclass(frozen=True, slots=True)
class Block:
    kind: str
    """The first word behind the fence, such as ``yaml``; empty where there is none."""
    how: str
    """The words after it."""
    text: str
    line: int
    """Of its first line of text, from 1."""


def blocks(page):
    """Every fenced block; one that is never closed is an error."""
    found, begun, held = [], None, []
    for number, line in enumerate(page.splitlines(), 1):
        fence = _FENCE.match(line)
        if begun is None and fence:
            begun, held = (fence[1], number + 1), []
        elif fence and not fence[1]:
            kind, _, how = begun[0].partition(" ")
            found.append(Block(kind, how, "".join(f"{each}\n" for each in held), begun[1]))
            begun = None
        elif begun is not None:
            held.append(line)
    assert begun is None, f"the block at line {begun[1]} is not closed"
    return found


def edited(text, block):
    """The file after a reader did with the block what its first line says."""
    if block.how == "whole":
        return block.text
    if block.how == "end":
        return text + block.text
    first, rest = block.text.split("\n", 1)
    lines = text.splitlines()
    assert lines.count(first) == 1, f"line {block.line}: {first!r} stands {lines.count(first)} times"
    at = end = lines.index(first) + 1
    if block.how == "over":
        deep = len(first) - len(first.lstrip())
        while end < len(lines) and len(lines[end]) - len(lines[end].lstrip()) > deep:
            end += 1
        return "".join(f"{line}\n" for line in [*lines[: at - 1], *rest.splitlines(), *lines[end:]])
    assert block.how == "under", f"line {block.line}: {block.how!r} is no way to use a block"
    return "".join(f"{line}\n" for line in [*lines[:at], *rest.splitlines(), *lines[end:]])


def agrees(shown, said):
    """Whether an output is as shown; a line ``...`` stands for any number of lines, none included."""
    parts = [re.escape(part) for part in re.split(r"^\.\.\.\n", shown, flags=re.MULTILINE)]
    return re.fullmatch("(?:.*\n)*".join(parts), said) is not None
