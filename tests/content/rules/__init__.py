"""The tests of bot/content/rules."""
