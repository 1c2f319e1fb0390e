"""Questions asked of an authored scenario: one problem code a module, nothing read or printed."""
