"""An authored file in the form of today; what its author remarked stays where it stands."""

from __future__ import annotations

import io
from pathlib import Path

from ttx.errors import LoadError, TtxError
from ttx.loader.files import read_file
from ttx.loader.older_forms import milestone_apart


def upgraded(path: Path) -> tuple[str, int]:
    """The file's text in the form of today, and how many places were put otherwise.

    Where nothing is old the text is the file's own, to the letter.

    Raises:
        LoadError: it cannot be read, or is no YAML.
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
