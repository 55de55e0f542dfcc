"""The tests of bot/core."""
