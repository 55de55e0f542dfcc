"""Hears what people say in a talk that is not a question about work: thanks, "back", "he, not she"."""
