"""How outcomes are ruled: one module per kind of rule and one written-out registry."""
