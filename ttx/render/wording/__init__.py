"""Facts in plain words, one module per family of ``ttx/model/events``."""
