"""The graph of links between decisions and commitments; the only place that knows networkx."""
