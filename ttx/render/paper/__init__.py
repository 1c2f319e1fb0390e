"""The report as a paper of headings, sentences, lists, tables and charts, before any format."""

from ttx.render.paper.blocks import Paper
from ttx.render.paper.whole import Part, paper

__all__ = ["Paper", "Part", "paper"]
