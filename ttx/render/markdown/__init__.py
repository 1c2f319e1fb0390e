"""The report as clean Markdown (CommonMark with tables), one module per part of the paper."""

from ttx.render.markdown.paper import report_markdown

__all__ = ["report_markdown"]
