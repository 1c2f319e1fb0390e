"""The papers of the day before: what lies on the tables, and what staff hold (room F8)."""

from ttx.lazily import from_modules

__getattr__ = from_modules(
    __name__,
    {
        "player": ("handout", "role", "sitman"),
        "stamp": ("Stamp", "stamped"),
    },
)
