"""The session file and what lies beside it."""
