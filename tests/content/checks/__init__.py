"""The tests of bot/content/checks."""
