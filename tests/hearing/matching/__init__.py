"""Tests of the matching of messages."""
