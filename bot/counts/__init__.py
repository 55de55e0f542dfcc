"""Counts that identify nobody: how many people did what, in which week, and how those numbers are kept and released."""
