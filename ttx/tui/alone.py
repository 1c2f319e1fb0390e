"""Sheets over a screen without a timeline take its whole width: half a list beside them says nothing."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen


def mark_alone(screen: Screen[Any]) -> None:
    """Give a sheet that is on the stack the class that the style sheet widens, or take it away."""
    under = next((s for s in reversed(screen.app.screen_stack[:-1]) if not s.is_modal), None)
    screen.set_class(under is not None and not under.query("#timeline"), "alone")
