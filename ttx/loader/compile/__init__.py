"""From authored shape to model: ids resolved, times in minutes, conditions and effects parsed."""

from ttx.loader.compile.assemble import PackRead, assemble
from ttx.loader.compile.notes import Notes
from ttx.loader.compile.references import expand

__all__ = ["Notes", "PackRead", "assemble", "expand"]
