"""What a user has set for every session: keys, colours, plain marks. One file, read as the app starts.

A file that is wrong never keeps the app from starting: what is wrong is told with its line, and
what it was about stays as it comes.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from ttx.frozen import dataclass

if TYPE_CHECKING:
    from ttx.diagnostics import Span
    from ttx.loader.yaml_tree import TreeRead

VARIABLE = "TTX_CONFIG"
"""Names another file."""
_MOST_BYTES = 64 * 1024
_KNOWN = ("keys", "theme", "ascii")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A key somebody wants for an action."""

    action: str
    key: str
    at: str
    """``config.yaml:3:9``, where it is written."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the file says; all of it is as it comes where there is no file."""

    path: Path
    found: bool = False
    keys: tuple[Wanted, ...] = ()
    theme: str = ""
    theme_at: str = ""
    ascii_only: bool = False
    wrong: tuple[str, ...] = ()
    """Sentences, each with the place and what to do."""


def settings_file() -> Path:
    """Where a user's settings stand: ``TTX_CONFIG``, or config.yaml in the user's folder for settings."""
    chosen = os.environ.get(VARIABLE)
    return Path(chosen) if chosen else platformdirs.user_config_path("ttx", appauthor=False) / "config.yaml"


def read_settings() -> Settings:
    """The user's settings; what is wrong with the file is among them and is never raised."""
    path = settings_file()
    if not path.exists():
        return Settings(path)
    try:
        if path.stat().st_size > _MOST_BYTES:
            return _refused(path, "it is larger than 64 kB; is it the right file?")
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return _refused(path, "it is not text in UTF-8; save it as UTF-8.")
    except OSError as error:
        return _refused(path, f"it cannot be read ({error.strerror or error}).")
    return _settings(path, text)


def _refused(path: Path, words: str) -> Settings:
    return Settings(path, found=True, wrong=(f"{path.name}: {words}",))


def _settings(path: Path, text: str) -> Settings:
    from ttx.loader.yaml_tree import read_tree  # noqa: PLC0415 - only where there is a file

    if all(not row.strip() or row.lstrip().startswith("#") for row in text.splitlines()):
        return Settings(path, found=True)
    tree = read_tree(text, path.name)
    wrong = [f"{_at(p.span)}: {p.message}{f' {p.hint}' if p.hint else ''}" for p in tree.problems]
    if not isinstance(tree.value, Mapping):
        if not wrong:
            wrong.append(
                f"{path.name}:1:1: this is no list of settings; write {' or '.join(_KNOWN)}, a colon."
            )
        return Settings(path, found=True, wrong=tuple(wrong))
    wrong += [
        f"{_at(tree.spans.key((name,)))}: {name} is no setting; there are {', '.join(_KNOWN)}."
        for name in tree.value
        if name not in _KNOWN
    ]
    theme, ascii_word = (_word(tree, name, wrong) for name in ("theme", "ascii"))
    if ascii_word not in ("", "true", "false"):
        wrong.append(f"{_at(tree.spans.of(('ascii',)))}: ascii is true or false.")
    return Settings(
        path,
        found=True,
        keys=_keys(tree, wrong),
        theme=theme,
        theme_at=_at(tree.spans.of(("theme",))),
        ascii_only=ascii_word == "true",
        wrong=tuple(wrong),
    )


def _word(tree: TreeRead, name: str, wrong: list[str]) -> str:
    assert isinstance(tree.value, Mapping)
    found = tree.value.get(name, "")
    if isinstance(found, str):
        return found
    wrong.append(f"{_at(tree.spans.of((name,)))}: {name} takes one word.")
    return ""


def _keys(tree: TreeRead, wrong: list[str]) -> tuple[Wanted, ...]:
    assert isinstance(tree.value, Mapping)
    found = tree.value.get("keys", "")
    if not isinstance(found, Mapping):
        if found:
            wrong.append(f"{_at(tree.spans.of(('keys',)))}: keys takes lines such as  move: j")
        return ()
    keys = []
    for action, key in found.items():
        at = _at(tree.spans.of(("keys", action)))
        if isinstance(key, str):
            keys.append(Wanted(str(action), key, at))
        else:
            wrong.append(f"{at}: {action} takes one key, such as  {action}: j")
    return tuple(keys)


def _at(span: Span) -> str:
    return f"{span.file}:{span.line}:{span.column}"
