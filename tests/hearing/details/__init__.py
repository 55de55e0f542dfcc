"""Tests of personal details in messages."""
