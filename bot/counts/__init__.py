"""Counts that can name nobody: how many people, of what, in which week; kept so, and released so."""
