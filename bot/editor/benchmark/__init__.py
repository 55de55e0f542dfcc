"""Measuring speed and memory, as `signpost bench` does."""
