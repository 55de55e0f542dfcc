"""Tests of the forms of ``signpost edit``."""
