"""Where the scenarios, rules and catalogues lie that come with ttx."""

from __future__ import annotations

from pathlib import Path

import ttx


def bundled() -> Path:
    """The folder that holds ``scenarios/`` and ``rules/``, installed or in a checkout."""
    package = Path(ttx.__file__).parent
    inside = package / "_bundled"
    return inside if inside.is_dir() else package.parent
