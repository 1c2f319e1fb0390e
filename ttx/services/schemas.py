"""Published shapes of authored files."""

from __future__ import annotations

from typing import Any

from ttx.loader.schema.export import json_schema


def authored_schema(kind: str) -> dict[str, Any]:
    """JSON Schema of a ``scenario``, ``rules``, a ``catalogue`` or ``moves``.

    Raises:
        KeyError: there is no such kind of file.
    """
    return json_schema(kind)
