"""The tests of bot/core/screens."""
