"""Places: which council areas a message speaks of."""
