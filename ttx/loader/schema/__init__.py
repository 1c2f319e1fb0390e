"""The authored shape of files; the only place that knows pydantic."""
