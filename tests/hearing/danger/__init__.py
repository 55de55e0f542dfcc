"""Tests of how danger is heard."""
