"""The papers of the day before: what lies on the tables, and what staff hold (room F8)."""

from ttx.lazily import from_modules

__getattr__ = from_modules(
    __name__,
    {
        "evaluators": ("eeg", "rater"),
        "packing": ("Envelope", "pack"),
        "player": ("handout", "question", "role", "sitman"),
        "staff": ("facilitator",),
        "stamp": ("Stamp", "stamped"),
    },
)
