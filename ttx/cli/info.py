"""``info``: versions, folders, terminal, what is bundled; what one is asked for when seeking help."""

from __future__ import annotations

import locale
import os
import platform
import shutil
import sys
from importlib.metadata import PackageNotFoundError, version

from ttx import __version__
from ttx.cli import out
from ttx.cli.root import command
from ttx.errors import Exit
from ttx.model.counting import how_many

_PACKAGES = ("textual", "pyyaml", "pydantic", "networkx", "click", "platformdirs")


@command("info", example="tabletop info")
def info() -> int:
    """Print versions, folders, terminal, and what is bundled."""
    rows = [*_versions(), ("", ""), *_folders(), ("", ""), *_terminal(), ("", ""), *_bundled()]
    out.put("\n".join(f"{name:<14}{out.one_line(value)}".rstrip() for name, value in rows))
    return Exit.FINE


def _versions() -> list[tuple[str, str]]:
    rows = [("ttx", __version__), ("python", f"{platform.python_version()}, {sys.executable}")]
    rows.append(("system", platform.platform()))
    for name in _PACKAGES:
        try:
            rows.append((name, version(name)))
        except PackageNotFoundError:
            rows.append((name, "not installed"))
    return rows


def _folders() -> list[tuple[str, str]]:
    from ttx.services.library import begun, data_folder, sessions_folder

    folder = sessions_folder()
    return [
        ("data", f"{data_folder()}{' (from TTX_DATA)' if os.environ.get('TTX_DATA') else ''}"),
        ("sessions", f"{folder} ({len(begun())})"),
        *_settings(),
    ]


def _settings() -> list[tuple[str, str]]:
    """Where a user's settings stand, what they set, and what is wrong with them."""
    from ttx.services.settings import read_settings

    settings = read_settings()
    if not settings.found:
        return [("config", f"{settings.path} (none; tabletop guide keys says what it may hold)")]
    from ttx.cli.terminal import wrong_settings

    count = len(settings.keys)
    set_ = [how_many(count, "key")] if count else []
    set_ += [f"theme {settings.theme}"] if settings.theme else []
    set_ += ["ascii"] if settings.ascii_only else []
    rows = [("config", f"{settings.path} ({', '.join(set_) or 'nothing set'})")]
    return rows + [("", f"! {words}") for words in wrong_settings()]


def _terminal() -> list[tuple[str, str]]:
    size = shutil.get_terminal_size()
    kinds = [name for name in ("stdin", "stdout") if not getattr(sys, name).isatty()]
    return [
        ("terminal", f"{size.columns} x {size.lines}" if not kinds else f"none: {' and '.join(kinds)} piped"),
        ("TERM", os.environ.get("TERM", "not set")),
        ("COLORTERM", os.environ.get("COLORTERM", "not set")),
        ("NO_COLOR", os.environ.get("NO_COLOR", "not set")),
        ("encoding", f"{sys.stdout.encoding}, locale {'.'.join(p or '-' for p in locale.getlocale())}"),
    ]


def _bundled() -> list[tuple[str, str]]:
    from ttx.loader import bundled
    from ttx.services.library import bundled_ids

    root = bundled()
    packs = sorted(p.stem for p in (root / "rules").glob("*.yaml"))
    catalogues = sorted(p.stem for p in (root / "rules" / "commitments").glob("*.yaml"))
    return [
        ("scenarios", ", ".join(bundled_ids())),
        ("rules", ", ".join(packs)),
        ("catalogues", ", ".join(catalogues)),
        ("bundled in", str(root)),
    ]
