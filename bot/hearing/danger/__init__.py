"""Danger: heard before anything else, from built data alone."""
