"""The ruler: time used heavy, time left light; beyond the budget it is rescaled and its tail is late."""

from __future__ import annotations

from textual.strip import Strip
from textual.widget import Widget

from ttx.tui.console.lines import Line, Run
from ttx.tui.glyphs import HAIR, HEAVY
from ttx.tui.widgets.painted import strip_of


class Ruler(Widget):
    """One row as wide as the screen."""

    DEFAULT_CSS = "Ruler { height: 1; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._shares = (0, 0)

    def put(self, budget: int, used: int) -> None:
        """Show ``used`` of ``budget`` minutes."""
        if (budget, used) != self._shares:
            self._shares = (budget, used)
            self.refresh()

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one row
        return strip_of(self.app, ruler(*self._shares, self.size.width), self.size.width)


def ruler(budget: int, used: int, cells: int) -> Line:
    """The row in ``cells`` cells; ``!`` stands where the budget ended."""
    if budget <= 0:
        return (Run(HAIR * cells, "rule"),)
    if used <= budget:
        heavy = round(cells * used / budget)
        return (Run(HEAVY * heavy, "dim"), Run(HAIR * (cells - heavy), "rule"))
    end = min(cells - 2, round(cells * budget / used))
    return (Run(HEAVY * end, "dim"), Run("!", "warn", bold=True), Run(HEAVY * (cells - end - 1), "warn"))
