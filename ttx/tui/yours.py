"""The user's own keys: checked against the table, refused whole where one of them is wrong."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping

from textual.keys import _character_to_key

from ttx.services.settings import Settings, Wanted, read_settings
from ttx.tui import keymap
from ttx.tui.keymap import CONSOLE, FIXED, Key, latin, places, use_keys
from ttx.tui.theme import NAMES

_LISTS = "jk"
"""Up and down in every list."""
_CONTROL = "deglpuvxy"
"""Letters that go with Ctrl: no terminal, multiplexer or tty takes these."""


def your_settings() -> tuple[Settings, tuple[str, ...]]:
    """The user's settings, in force from now on as far as they are right, and what is wrong with them.

    Keys are taken all together or not at all: half a swap of two keys would be worse than none.
    """
    settings = read_settings()
    wrong = list(settings.wrong)
    given, refused = _checked(settings.keys)
    if settings.theme and settings.theme not in NAMES:
        wrong.append(
            f"{settings.theme_at}: there is no theme {settings.theme}; there are {', '.join(NAMES)}."
        )
    none = bool(settings.keys) and bool(refused or settings.wrong)
    wrong += [*refused, *(["None of your keys is used until this is mended."] if none else [])]
    use_keys({} if none else given)
    return settings, tuple(wrong)


def in_your_keys(page: str) -> str:
    """The guide of the keys with the user's own in its rows; as it is written where there are none."""
    settings, wrong = your_settings()
    moved = [key for table in places().values() for key in table if key.keys != key.own]
    rows = {(key.sign, key.says): key.shown for key in moved}
    lines = []
    for row in page.splitlines():
        sign, _, rest = row.removeprefix("| `").partition("` |")
        yours = rows.get((sign, rest.rpartition(" | ")[2].removesuffix(" |")))
        lines.append(f"| `{yours}` |{rest}" if yours and row.startswith("| `") else row)
    if moved:
        lines[1:1] = ["", f"Your own keys stand here, from {settings.path}."]
    lines += ["", *wrong] if wrong else []
    return "\n".join(lines) + "\n"


def _checked(wanted: Iterable[Wanted]) -> tuple[Mapping[str, tuple[str, str]], list[str]]:
    """Action -> key; and what is refused, each with its place and what to do."""
    given: dict[str, tuple[str, str]] = {}
    where: dict[str, str] = {}
    refused: list[str] = []
    known = {key.action: key for table in places().values() for key in table if key.movable}
    for one in wanted:
        key = _key(one.key)
        words = _no_action(one.action, known) or ("" if isinstance(key, tuple) else key)
        if words or not isinstance(key, tuple):
            refused.append(f"{one.at}: {words}")
        else:
            given[one.action], where[one.action] = key, one.at
    use_keys(given)
    try:
        return given, refused or list(_clashes(where))
    finally:
        use_keys({})


def _no_action(action: str, known: Mapping[str, Key]) -> str:
    """Why no key can be given to it; empty where one can."""
    if action in known:
        return ""
    if action in FIXED:
        sign = keymap.sign_of(action, CONSOLE)
        return f"{action} stays on {sign}: whoever sits down must find it there. Take this line out."
    if any(key.action == action for table in places().values() for key in table):
        return f"{action} keeps its key, which means the same on every screen. Take this line out."
    near = difflib.get_close_matches(action, known, n=1, cutoff=0.5)
    hint = f"Did you mean {near[0]}?" if near else "tabletop guide keys lists what each key does."
    return f"there is no action {action}. {hint}"


def _key(text: str) -> tuple[str, str] | str:
    """A key as Textual names it and as a person reads it; a sentence where it cannot be given."""
    sign = latin(text).lower() if len(text) == 1 else text.lower()
    if len(sign) == 1 and sign in _LISTS:
        return f"{sign} goes up or down in every list; choose another key."
    if len(sign) == 1 and sign.isprintable() and sign != " ":
        return _character_to_key(sign), sign
    start, _, letter = sign.partition("+")
    if start == "ctrl" and len(letter) == 1 and letter in _CONTROL:
        return sign, f"Ctrl+{letter.upper()}"
    return (
        f"{text or 'nothing'} is no key that can be given: take a letter, a sign, or Ctrl with one of "
        f"{' '.join(_CONTROL.upper())}, as in ctrl+y."
    )


def _clashes(where: Mapping[str, str]) -> Iterable[str]:
    """Two actions of one place on one key, one of them at least given by the user."""
    said = set()
    for place, table in places().items():
        taken: dict[str, str] = {}
        for key in sorted(table, key=lambda each: each.action in where):
            for name in key.keys.split(","):
                other = taken.setdefault(name, key.action)
                if other != key.action and (key.action, name) not in said:
                    said.add((key.action, name))
                    yield (
                        f"{where[key.action]}: {key.shown} is {other} already ({place}); "
                        f"choose another key, or give {other} another one too."
                    )
