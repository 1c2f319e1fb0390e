"""An authored file in the form of today; what its author remarked stays where it stands."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from pathlib import Path

from ttx.errors import LoadError, TtxError
from ttx.loader.files import read_file
from ttx.loader.older_forms import milestone_apart

_TODAY: Mapping[str, int] = {"ttx": 1, "ttx-rules": 1, "ttx-catalogue": 1, "ttx-translation": 1}
"""What a file's ``format`` begins with -> the number that this version writes."""
_FORMAT = re.compile(r"^format:\s*[\"']?([a-z-]+)/(\d{1,6})\b", re.MULTILINE)


def upgraded(path: Path) -> tuple[str, int]:
    """The file's text in the form of today, and how many places were put otherwise.

    Where nothing is old the text is the file's own, to the letter.

    Raises:
        LoadError: it cannot be read, is no YAML, or is of a later format than this version knows.
        TtxError: the part of ttx that edits files is not installed.
    """
    try:
        from ruamel.yaml import YAML  # noqa: PLC0415 - an extra, and only needed here
        from ruamel.yaml.error import YAMLError  # noqa: PLC0415 - likewise
    except ImportError as error:
        raise TtxError(
            "Editing files needs a part of ttx that is not installed.",
            next_step="pip install 'ttx-tabletop[edit]'",
        ) from error
    text = read_file(path)
    _see_format(text, path)
    editor = YAML()
    editor.preserve_quotes, editor.width = True, 4096
    editor.indent(mapping=2, sequence=4, offset=2)
    try:
        tree = editor.load(text)
    except YAMLError as error:
        raise LoadError(
            "This is no YAML.", where=str(path), next_step="tabletop validate says where it breaks."
        ) from error
    entries = tree.get("commitments") if isinstance(tree, dict) else None
    changed = sum(milestone_apart(entry) for entry in entries) if isinstance(entries, list) else 0
    if not changed:
        return text, 0
    written = io.StringIO()
    editor.dump(tree, written)
    return written.getvalue(), changed


def _see_format(text: str, path: Path) -> None:
    """Refuse a file of a later format: putting it into the form of today would take something away."""
    found = _FORMAT.search(text)
    if found is None or int(found[2]) <= _TODAY.get(found[1], int(found[2])):
        return
    raise LoadError(
        f"This file is of format {found[1]}/{found[2]}, which is newer than this version of ttx "
        f"({found[1]}/{_TODAY[found[1]]}). Nothing was changed.",
        where=str(path),
        next_step="Install the current version: pip install --upgrade ttx-tabletop",
    )
