"""Widgets that draw tokens and marks of one cell: lines in, rows out, no markup anywhere."""

from ttx.tui.widgets.bars import Bar, Heading, Notice
from ttx.tui.widgets.page import Page
from ttx.tui.widgets.painted import Hair, Painted
from ttx.tui.widgets.rows import Item, Rows

__all__ = ["Bar", "Hair", "Heading", "Item", "Notice", "Page", "Painted", "Rows"]
