"""Tests of the ways in which people reach Signpost."""
