"""Tests of what editors run."""
