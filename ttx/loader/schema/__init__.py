"""The authored shape of files; the only place that knows pydantic."""

from ttx.loader.schema.check import Shaped, shape
from ttx.loader.schema.export import json_schema

__all__ = ["Shaped", "json_schema", "shape"]
