"""Tests of places in messages."""
