"""The authored shape of files; the only place that knows pydantic."""

import os
from typing import TYPE_CHECKING

from ttx.lazily import from_modules

if TYPE_CHECKING:
    from ttx.loader.schema.check import Shaped, shape
    from ttx.loader.schema.export import json_schema

__all__ = ["Shaped", "json_schema", "shape"]

# No plug-in of another package is to see a scenario; and looking for them costs every start.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

__getattr__ = from_modules("ttx.loader.schema", {"check": ("Shaped", "shape"), "export": ("json_schema",)})
