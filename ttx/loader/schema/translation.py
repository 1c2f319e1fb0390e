"""The authored shape of a translation: the players' texts of a scenario in another language."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ttx.loader.schema.base import Authored

FORMAT = "ttx-translation/1"


class Translated(Authored):
    """One text in the other language."""

    of: str = ""
    text: str = ""


class Translation(Authored):
    """A file of translations beside a scenario."""

    format: Literal["ttx-translation/1"]
    scenario: str
    lang: str
    texts: dict[str, Translated] = Field(default_factory=dict)
