"""Who may see a field of an authored scenario. STAFF where nothing is said.

``view_for`` reads these marks as an allow-list, so a field that nobody thought about stays with
staff.
"""

from __future__ import annotations

from dataclasses import fields
from enum import Enum
from typing import Any


class Seen(Enum):
    """Who may see a field."""

    ALL = "all"
    """Everybody in the room."""
    ADDRESSEE = "addressee"
    """The cells it is addressed to, once it was given to them."""
    STAFF = "staff"


ALL = {"seen": Seen.ALL}
"""Metadata of a field for everybody."""
ADDRESSEE = {"seen": Seen.ADDRESSEE}
"""Metadata of a field for those it is addressed to."""


def seen_by(cls: type[Any], name: str) -> Seen:
    """The mark of a dataclass field; STAFF where it carries none.

    Raises:
        KeyError: the class has no such field.
    """
    for each in fields(cls):
        if each.name == name:
            mark = each.metadata.get("seen", Seen.STAFF)
            return mark if isinstance(mark, Seen) else Seen.STAFF
    raise KeyError(name)
