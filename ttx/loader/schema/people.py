"""The authored shape of the file of names."""

from __future__ import annotations

from ttx.loader.schema.base import Authored


class PeopleFile(Authored):
    """Who sat where: a seat, or ``cell/seat`` where two cells have one of that name -> a name."""

    people: dict[str, str]
