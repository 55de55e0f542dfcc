"""Tests of what hearing finds in a message."""
