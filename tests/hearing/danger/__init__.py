"""Tests of what is heard of danger."""
