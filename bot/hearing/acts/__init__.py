"""Hears what people say in a talk that is no question about their work: thanks, "back", "he, not she"."""
