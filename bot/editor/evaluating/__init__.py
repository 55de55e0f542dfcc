"""Measuring the bot on messages whose right answers are known, as `signpost evaluate` does."""
