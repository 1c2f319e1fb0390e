"""The console: what it shows is worked out in plain values, one module a pane."""
