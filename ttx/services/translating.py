"""A translation begun beside a scenario, or what it lacks added at its end; what stands in it stays."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from ttx.diagnostics import has_errors
from ttx.errors import TtxError, UsageError
from ttx.loader.files import read_file
from ttx.loader.schema.translation import FORMAT
from ttx.loader.translation import fingerprint
from ttx.loader.yaml_tree import read_tree
from ttx.model.rewording import players_texts
from ttx.model.scenario import Scenario
from ttx.render.plain import one_line
from ttx.services.checking import check_scenario

_LANG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def begin(source: Path, lang: str) -> tuple[Path, int]:
    """Write the keys that the translation lacks; its path, and how many were added.

    Raises:
        UsageError: the scenario has errors, or ``lang`` is no language.
        LoadError: a file cannot be read.
        TtxError: the file cannot be written, or its last key is not ``texts``.
    """
    if not _LANG.fullmatch(lang):
        raise UsageError(f"{lang} is no language.", next_step="Write its short name, such as ko, ja or fr.")
    checked = check_scenario(source)
    if checked.scenario is None and any(f.role == "translation" for f in checked.files):
        wrong = [p for p in checked.problems if p.severity.value == "error"]
        raise UsageError(wrong[0].headline, next_step=f"See them all with: tabletop validate {source}")
    if checked.scenario is None:
        raise UsageError(f"{source} has errors.", next_step=f"See them all with: tabletop validate {source}")
    folder = source if source.is_dir() else source.parent
    path = folder / f"{checked.scenario.id}.{lang}.yaml"
    before = read_file(path) if path.exists() else ""
    texts = players_texts(checked.scenario)
    held = _held(before, path)
    lacking = {key: text for key, text in texts.items() if key not in held}
    head = before or _head(checked.scenario, lang)
    text = head if head.endswith("\n") else f"{head}\n"
    text += "".join(_entry(key, original) for key, original in lacking.items())
    if lacking and not _joined(text, path, held, lacking):
        raise TtxError(
            "The keys cannot be added at the end of this file.",
            where=str(path),
            next_step="Let texts be its last key, each entry on lines of its own, two blanks in.",
        )
    if lacking:
        _write(path, text)
    return path, len(lacking)


def _head(scenario: Scenario, lang: str) -> str:
    return (
        f"# Players' texts of {one_line(scenario.title)} in another language.\n"
        "# Write each under text, in quotes.\n"
        "# An empty text, or one whose original has changed since, is shown as it was written first.\n"
        f"format: {FORMAT}\nscenario: {scenario.id}\nlang: {lang}\ntexts:\n"
    )


def _entry(key: str, original: str) -> str:
    return (
        f"  {_key(key)}:\n    # {one_line(original)}\n    of: {json.dumps(fingerprint(original))}\n"
        '    text: ""\n'
    )


def _key(key: str) -> str:
    """A key that YAML reads as it stands, in quotes where it must."""
    return key if re.fullmatch(r"[A-Za-z][\w.-]*", key, re.ASCII) else json.dumps(key, ensure_ascii=False)


def _held(text: str, path: Path) -> Mapping[str, object]:
    tree = read_tree(text, path.name).value if text else {}
    texts = tree.get("texts") if isinstance(tree, dict) else None
    return texts if isinstance(texts, dict) else {}


def _joined(text: str, path: Path, held: Mapping[str, object], added: Mapping[str, str]) -> bool:
    """Whether the whole still reads as what stood there and what was added."""
    read = read_tree(text, path.name)
    return not has_errors(read.problems) and list(_held(text, path)) == [*held, *added]


def _write(path: Path, text: str) -> None:
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_text(text, encoding="utf-8", newline="\n")
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise TtxError(f"It cannot be written: {error.strerror or error}.", where=str(path)) from error
